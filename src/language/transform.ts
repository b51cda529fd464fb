// A cell's TypeScript as a script that V8 can run, and the way back from a place in the script to a place in the cell.
// Rule: types go, behaviour stays: oxc turns TypeScript into JavaScript, `rewrite` turns the module into a REPL script.
import { SourceMap } from 'node:module'
import { transformSync } from 'oxc-transform'
import { Pieces } from './pieces.ts'
import { offsetAt, type Place, placeAt } from './places.ts'
import { rewrite } from './rewrite.ts'

/** A script that was made from a cell, and the only thing that the runtime may evaluate. */
export interface Script {
  code: string
  /** Where the character at this place of the script stands in the cell; undefined where there is none. */
  origin(place: Place): Place | undefined
}

/**
 * The script of a cell without syntax mistakes. `url` is what stack traces call it.
 *
 *     transform('const a: number = 1', 'cell-1.ts').code  →  "'use strict';void 0;\nlet a = 1;\n…"
 */
export function transform(source: string, url: string): Script {
  const module = toJavaScript(source, 'cell.ts')
  const pieces = new Pieces(module.code)
  rewrite(module.code, pieces)
  const code = pieces.text
  return {
    code: `${code}\n//# sourceURL=${url}`,
    origin: (place) => module.origin(placeAt(module.code, pieces.originOf(offsetAt(code, place)))),
  }
}

/** A TypeScript module as a JavaScript module, with the way back. Throws a SyntaxError for a text that is none. */
export function toJavaScript(source: string, file: string): Script {
  const { code, map, errors } = transformSync(file, source, {
    sourcemap: true,
    sourceType: 'module',
    target: 'es2023',
    typescript: { onlyRemoveTypeImports: true },
  })
  // Without this, a text that only TypeScript accepts would become an empty script, and the cell would silently do nothing.
  if (errors.length > 0) throw new SyntaxError(`${file} cannot be compiled: ${errors[0]!.message}`)
  const sourceMap = lazily(() => new SourceMap(map as ConstructorParameters<typeof SourceMap>[0]))
  return {
    code,
    origin({ line, column }) {
      const entry = sourceMap().findEntry(line, column)
      return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : undefined
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
