// Names the modules of the reference as they are imported (TypeDoc calls them by file: `conv`), and lists them in front.
// Rule: name and description are the first comment line of an entry file, `// tensorcell/conv: what it is for`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Comment, Converter, ReflectionKind } from 'typedoc'

const src = join(import.meta.dirname, '../../src')

/** TypeDoc's hook for plugins. */
export function load(application) {
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const lines = []
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const [line] = readFileSync(join(src, `${module.name}.ts`), 'utf8').split('\n')
      const [, name, purpose] = /^\/\/ (?:The public entry )?`?(tensorcell[/a-z]*)`?: (.*)$/.exec(line) ?? []
      if (name === undefined)
        throw new Error(`The first line of src/${module.name}.ts is not '// tensorcell…: what for'.`)
      module.name = name
      module.comment = new Comment([{ kind: 'text', text: purpose }])
      lines.push(`* [\`${name}\`](modules/${name.replace('/', '_')}.html): ${purpose}\n`)
    }
    context.project.readme = [{ kind: 'text', text: lines.sort().join('') }]
  })
}
