// A module's JavaScript as a script for V8's REPL mode: every top-level name becomes a `let`, imports and exports go.
// Rule: running any cell again, or declaring a name again in another way (a function that was a const), must work.
// REPL mode itself allows only let and class after let or class (measured on Node 20: const after let, function after
// const and eleven more pairs are "already declared"), and inspector scripts know neither `import` nor `import()`.
import type { Pieces } from './pieces.ts'
import {
  awaitsOf,
  declaredBy,
  freeUses,
  namesOf,
  type OuterVar,
  outerVars,
  type Parsed,
  parse,
  type Statement,
} from './syntax.ts'

/** The global object by which a cell's script reaches the runtime: `import`, `require`'s twin, and `import.meta`. */
export const hostName = '__tensorcell__'

interface Edit {
  start: number
  end: number
  text: string
}

/** What goes to the head of the script, and which stretch of the module it stands for. */
interface Hoisted {
  from: number
  text: string
  keep?: [start: number, end: number][]
}

/**
 * Writes the script that does what the module `code` does into `pieces`, whose original must be `code`. `lexical` are the
 * names that scripts have declared by `let` or `class` so far; this one's are added.
 */
export function rewrite(code: string, pieces: Pieces, lexical: Set<string>): void {
  const { program, module } = parse(code, 'js')
  const vars = outerVars(program)
  const edits = [
    ...hostCalls(module),
    ...folderNames(code, program, lexical),
    ...stepEdits(program),
    ...vars.flatMap(varEdits),
  ]
  const hoisted = hoistVars(vars)
  for (const statement of program.body) rewriteStatement({ code, edits, hoisted, lexical }, statement as Statement)
  for (const { name, kind } of declaredBy(program)) if (kind !== 'import') lexical.add(name)

  // The directive would be the value of a cell that has no other: `void 0` shows nothing. The `await` lets V8 take the script
  // up before any of it runs, since what runs may be terminated, and V8 may not (runtime/running.ts).
  pieces.insert("'use strict';await void 0;", 0)
  for (const { from, text, keep = [] } of hoisted) {
    pieces.insert(text, from)
    for (const [start, end] of keep) writeRange(start, end, edits, pieces)
    pieces.insert(';', from)
  }
  pieces.insert('\n', 0)
  const moved = hoisted.flatMap(({ keep }) => (keep ? [removal(keep[0]![0], keep.at(-1)![1])] : []))
  writeRange(
    0,
    code.length,
    [...edits.filter((edit) => !moved.some((range) => contains(range, edit))), ...moved],
    pieces,
  )
}

function removal(start: number, end: number): Edit {
  return { start, end, text: '' }
}

function contains(outer: Edit, inner: Edit): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function writeRange(start: number, end: number, edits: Edit[], pieces: Pieces): void {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end)
  let at = start
  for (const edit of inside.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.keep(at, edit.start)
    if (edit.text !== '') pieces.insert(edit.text, edit.start)
    at = Math.max(at, edit.end)
  }
  pieces.keep(at, end)
}

/** `import(…)` and `import.meta`, wherever they stand. */
function hostCalls(module: Parsed['module']): Edit[] {
  return [
    ...module.dynamicImports.map(({ start }) => ({ start, end: start + 'import'.length, text: `${hostName}.import` })),
    ...module.importMetas.map(({ start, end }) => ({ start, end, text: `${hostName}.meta` })),
  ]
}

/** `__dirname` and `__filename`, which must not be global: packages tell by them whether they are CommonJS. */
function folderNames(code: string, program: Parsed['program'], lexical: ReadonlySet<string>): Edit[] {
  if (!/__(?:dir|file)name\b/.test(code)) return []
  const names = ['__dirname', '__filename'].filter((name) => !lexical.has(name))
  return freeUses(program, names).map(({ start, end, name, shorthand }) => {
    const text = `${hostName}.meta.${name.slice(2)}`
    return { start, end, text: shorthand ? `${name}: ${text}` : text }
  })
}

/**
 * `await x` becomes `host.step(await x)`, and `for await (… of xs)` goes through `host.steps(xs)`: both throw once the cell was
 * stopped, so that a loop around an await ends there.
 */
function stepEdits(program: Parsed['program']): Edit[] {
  const { awaits, iterables } = awaitsOf(program)
  const call = (name: string) => (range: { start: number; end: number }) => [
    { start: range.start, end: range.start, text: `${hostName}.${name}(` },
    { start: range.end, end: range.end, text: ')' },
  ]
  return [...awaits.flatMap(call('step')), ...iterables.flatMap(call('steps'))]
}

interface Work {
  code: string
  edits: Edit[]
  hoisted: Hoisted[]
  lexical: Set<string>
}

function rewriteStatement(work: Work, statement: Statement): void {
  const { edits, hoisted } = work
  switch (statement.type) {
    case 'ImportDeclaration':
      hoisted.push({ from: statement.start, text: importText(work, statement) })
      edits.push(removal(statement.start, statement.end))
      return
    case 'ExportAllDeclaration':
      hoisted.push({ from: statement.start, text: `void await ${hostName}.import(${statement.source.raw})` })
      edits.push(removal(statement.start, statement.end))
      return
    case 'ExportNamedDeclaration':
      if (!statement.declaration) edits.push(removal(statement.start, statement.end))
      else {
        edits.push(removal(statement.start, statement.declaration.start))
        rewriteStatement(work, statement.declaration as Statement)
      }
      return
    case 'ExportDefaultDeclaration':
      rewriteDefault(work, statement)
      return
    case 'VariableDeclaration':
      if (statement.kind === 'const') edits.push({ start: statement.start, end: statement.start + 5, text: 'let' })
      return
    case 'FunctionDeclaration': {
      const { id, start, end } = statement
      hoisted.push({
        from: start,
        text: `let ${id!.name} = `,
        keep: [
          [start, id!.start],
          [id!.end, end],
        ],
      })
    }
  }
}

function rewriteDefault(work: Work, statement: Extract<Statement, { type: 'ExportDefaultDeclaration' }>): void {
  const { edits } = work
  const { declaration } = statement
  const named = 'id' in declaration && declaration.id !== null
  edits.push({ start: statement.start, end: declaration.start, text: named ? '' : '(' })
  if (named) rewriteStatement(work, declaration as Statement)
  else edits.push({ start: declaration.end, end: declaration.end, text: ')' })
}

function importText({ code, lexical }: Work, statement: Extract<Statement, { type: 'ImportDeclaration' }>): string {
  const attributes = statement.attributes.map(({ start, end }) => code.slice(start, end)).join(', ')
  const options = attributes === '' ? '' : `, { with: { ${attributes} } }`
  const loaded = `await ${hostName}.import(${statement.source.raw}${options})`
  const namespace = statement.specifiers.find(({ type }) => type === 'ImportNamespaceSpecifier')
  const named = statement.specifiers.flatMap((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return []
    if (specifier.type === 'ImportDefaultSpecifier') return [{ imported: 'default', local: specifier.local.name }]
    const { start, end } = specifier.imported
    return [{ imported: code.slice(start, end), local: specifier.local.name }]
  })
  if (!namespace) return named.length > 0 ? namesText(named, loaded, lexical) : `void ${loaded}`
  lexical.add(namespace.local.name)
  const rest = named.length > 0 ? `; ${namesText(named, namespace.local.name, lexical)}` : ''
  return `let ${namespace.local.name} = ${loaded}${rest}`
}

/**
 * Imported names follow the module that exports them, as properties of the global object that ask it. A name that is, or
 * once was, something else there can only be given the value of now.
 */
function namesText(names: { imported: string; local: string }[], namespace: string, lexical: Set<string>): string {
  const isTaken = ({ local }: { local: string }) => lexical.has(local) || local in globalThis
  if (names.some(isTaken)) {
    for (const { local } of names) lexical.add(local)
    const pattern = names.map(({ imported, local }) => `${imported}: ${local}`)
    return `let { ${pattern.join(', ')} } = ${namespace}`
  }
  const origins = names.map(({ imported, local }) => `${local}: ${/^['"]/.test(imported) ? imported : `'${imported}'`}`)
  return `${hostName}.bind({ ${origins.join(', ')} }, ${namespace})`
}

/** `var` is declared before everything else, as in any script, but as a `let`. */
function hoistVars(vars: OuterVar[]): Hoisted[] {
  const names = vars.flatMap(({ declaration }) => declaration.declarations.flatMap(({ id }) => namesOf(id)))
  return names.length === 0 ? [] : [{ from: 0, text: `let ${[...new Set(names)].join(', ')}` }]
}

/** `var a = 1, b;` becomes `void (a = 1, b);`; in the head of a `for`, the keyword goes. */
function varEdits({ declaration, inLoopHead }: OuterVar): Edit[] {
  const { start, end, declarations } = declaration
  const first = declarations[0]!.start
  if (inLoopHead) return [removal(start, first)]
  return [
    { start, end: first, text: 'void (' },
    { start: declarations.at(-1)!.end, end, text: ');' },
  ]
}
