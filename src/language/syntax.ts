// The syntax of a cell: its tree, its mistakes, the names it declares and the words it uses. The one door to oxc-parser.
// Rule: nothing here knows types or runs anything; offsets are UTF-16 units into the text as given.
import {
  type BindingPattern,
  type Directive,
  type EcmaScriptModule,
  type ParamPattern,
  type Program,
  parseSync,
  type Statement,
  type TSModuleDeclaration,
  type TSTypeName,
  type VariableDeclaration,
  Visitor,
} from 'oxc-parser'
import { plainPackages } from './npm-specifiers.ts'

export type { Program, Statement }

/** A mistake in the text, and where it is. */
export interface SyntaxMistake {
  message: string
  start: number
  end: number
}

/** What a name of a cell is. Later cells may assign a `variable`; of an `import`, only TypeScript knows what it is. */
export type NameKind =
  | 'variable'
  | 'constant'
  | 'function'
  | 'class'
  | 'enum'
  | 'interface'
  | 'type'
  | 'module'
  | 'import'

/** A name that a cell gives to the cells after it. */
export interface Declared {
  name: string
  kind: NameKind
}

export interface Parsed {
  program: Program
  /** Where the module imports, exports, and says `import.meta`. */
  module: EcmaScriptModule
  mistakes: SyntaxMistake[]
}

/** A cell as written: TypeScript, and TypeScript with JSX only if it is wrong otherwise, since `<T>x` is a cast. */
export function parseCell(source: string): Parsed & { lang: 'ts' | 'tsx' } {
  const parsed = parse(source, 'ts')
  if (parsed.mistakes.length > 0 && source.includes('<')) {
    const withJsx = parse(source, 'tsx')
    if (withJsx.mistakes.length === 0) return { ...withJsx, lang: 'tsx' }
  }
  return { ...parsed, lang: 'ts' }
}

/** The language of a cell that is still being written: JSX is recognised by a tag that ends, before all of it is there. */
export function langOfDraft(source: string): 'ts' | 'tsx' {
  const { mistakes, lang } = parseCell(source)
  return mistakes.length > 0 && /<\/|\/>/.test(source) ? 'tsx' : lang
}

/** The tree of a module; JavaScript for a cell as transformed. */
export function parse(text: string, lang: 'ts' | 'tsx' | 'js'): Parsed {
  const { program, module, errors } = parseSync(`cell.${lang}`, text, { lang, sourceType: 'module' })
  const mistakes = errors.map(({ message, labels }) => {
    const place = labels[0] ?? { start: 0, end: 0 }
    return { message, start: place.start, end: place.end }
  })
  return { program, module, mistakes }
}

/**
 * The cell as TypeScript reads it, with as many characters as before: Quarto's cell options (`#| echo: false`) are comments,
 * and Deno's `npm:` packages are those of the folder.
 */
export function commentOptions(source: string): string {
  return plainPackages(source.replace(/^(?:#\|.*(?:\n|$))+/, (options) => options.replaceAll(/^#\|/gm, '//')))
}

/** Every identifier-like word in the text: more than the names used, never fewer. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))
}

/** The names that the top level of a module declares, each once, in order. */
export function declaredBy(program: Program): Declared[] {
  const declared = program.body.flatMap(declaredByStatement)
  const nested = outerVars(program).flatMap(({ declaration }) => namesOfVariables(declaration))
  const byName = new Map([...nested, ...declared].map((entry) => [entry.name, entry]))
  return [...byName.values()]
}

/** Whether a cell shows something: the value of the last statement that does anything, if that is an expression. */
export function endsWithValue(program: Program): boolean {
  const last = program.body.findLast((statement) => !idle.test(statement.type))
  return last?.type === 'ExpressionStatement' || last?.type === 'ExportDefaultDeclaration'
}

const idle = /^(?:EmptyStatement|FunctionDeclaration|TSDeclareFunction|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/

/** A place where a name stands for its value. In a shorthand property it is the key as well. */
export interface Use {
  start: number
  end: number
  name: string
  shorthand: boolean
}

/** The uses of those of `names` that a module binds nowhere. */
export function freeUses(program: Program, names: string[]): Use[] {
  const uses = new Map<number, Use>()
  const keys = new Set<number>()
  const bound = new Set<string>()
  const bind = (pattern: BindingPattern) => {
    for (const name of namesOf(pattern)) bound.add(name)
  }
  const bindAll = ({ params }: { params: ParamPattern[] }) => {
    for (const param of params) if (param.type !== 'TSParameterProperty' && param.type !== 'RestElement') bind(param)
  }
  new Visitor({
    Identifier({ start, end, name }) {
      if (names.includes(name) && !uses.has(start)) uses.set(start, { start, end, name, shorthand: false })
    },
    MemberExpression({ computed, property }) {
      if (!computed) keys.add(property.start)
    },
    Property({ shorthand, computed, key }) {
      if (shorthand && key.type === 'Identifier') uses.set(key.start, { ...key, shorthand: true })
      else if (!computed) keys.add(key.start)
    },
    MethodDefinition: ({ computed, key }) => void (computed || keys.add(key.start)),
    PropertyDefinition: ({ computed, key }) => void (computed || keys.add(key.start)),
    VariableDeclarator: ({ id }) => bind(id),
    FunctionDeclaration: bindAll,
    FunctionExpression: bindAll,
    ArrowFunctionExpression: bindAll,
  }).visit(program)
  return [...uses.values()].filter(({ start, name }) => names.includes(name) && !keys.has(start) && !bound.has(name))
}

/** Whether a module changes types outside of itself: `declare global` or `declare module 'name'`. */
export function changesGlobals(program: Program): boolean {
  return program.body.some((each) => each.type === 'TSModuleDeclaration' && (each.global || each.id.type === 'Literal'))
}

function declaredByStatement(statement: Statement | Directive): Declared[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return namesOfVariables(statement)
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration ? declaredByStatement(statement.declaration as Statement) : []
    case 'ImportDeclaration':
      return statement.specifiers.map(({ type, local: { name } }) => {
        return { name, kind: type === 'ImportNamespaceSpecifier' ? 'module' : 'import' }
      })
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSImportEqualsDeclaration':
      return statement.id ? [{ name: statement.id.name, kind: kinds[statement.type] }] : []
    case 'TSModuleDeclaration':
      return statement.global ? [] : namesOfModule(statement.id)
    default:
      return []
  }
}

const kinds = {
  FunctionDeclaration: 'function',
  TSDeclareFunction: 'function',
  ClassDeclaration: 'class',
  TSEnumDeclaration: 'enum',
  TSInterfaceDeclaration: 'interface',
  TSTypeAliasDeclaration: 'type',
  TSImportEqualsDeclaration: 'import',
} as const

/** `namespace A.B` declares A; `declare module 'a'` declares nothing here. */
function namesOfModule(id: TSModuleDeclaration['id'] | TSTypeName): Declared[] {
  if (id.type === 'Identifier') return [{ name: id.name, kind: 'module' }]
  return id.type === 'TSQualifiedName' ? namesOfModule(id.left) : []
}

function namesOfVariables({ kind, declarations }: VariableDeclaration): Declared[] {
  const assignable = kind === 'let' || kind === 'var'
  const names = declarations.flatMap(({ id }) => namesOf(id))
  return names.map((name) => ({ name, kind: assignable ? 'variable' : 'constant' }))
}

/** The names that a pattern binds: `{ a, b: [c, ...d] }` binds a, c and d. */
export function namesOf(pattern: BindingPattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === 'RestElement' ? (property.argument as BindingPattern) : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => {
        if (!element) return []
        return namesOf(element.type === 'RestElement' ? (element.argument as BindingPattern) : element)
      })
    case 'AssignmentPattern':
      return namesOf(pattern.left)
  }
}

/** A `var` outside functions, which a script declares globally wherever it stands. */
export interface OuterVar {
  declaration: VariableDeclaration
  /** In the head of a `for`, where it is no statement. */
  inLoopHead: boolean
}

/** The `var` declarations of a module outside its functions, in order. */
export function outerVars(program: Program): OuterVar[] {
  const found: OuterVar[] = []
  const heads = new Set<object | null>()
  let depth = 0
  const enter = () => void depth++
  const leave = () => void depth--
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    StaticBlock: enter,
    'StaticBlock:exit': leave,
    TSModuleBlock: enter,
    'TSModuleBlock:exit': leave,
    ForStatement: ({ init }) => void heads.add(init),
    ForInStatement: ({ left }) => void heads.add(left),
    ForOfStatement: ({ left }) => void heads.add(left),
    VariableDeclaration(node) {
      if (depth === 0 && node.kind === 'var') found.push({ declaration: node, inLoopHead: heads.has(node) })
    },
  }).visit(program)
  return found
}

interface Range {
  start: number
  end: number
}

/** Where each `await` of a module begins and ends, with its operand, and what each `for await` goes through. */
export function awaitsOf(program: Program): { awaits: Range[]; iterables: Range[] } {
  const awaits: Range[] = []
  const iterables: Range[] = []
  new Visitor({
    AwaitExpression: ({ start, end }) => void awaits.push({ start, end }),
    ForOfStatement: ({ await: isAsync, right }) => void (isAsync && iterables.push(right)),
  }).visit(program)
  return { awaits, iterables }
}
