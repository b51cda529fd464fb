// The type checker: each cell is a module that imports, from the cells before it, the names that it uses.
// Rule: a name's newest declaration counts; a cell that does not pass declares nothing. Nothing is evaluated, ever.
import { join } from 'node:path'
import type { CompletionItem, Diagnostic } from 'vscode-languageserver-protocol'
import { LocalFiles } from './local-files.ts'
import { LanguageServer } from './lsp.ts'
import type { Place } from './places.ts'
import { cellFile, type Surroundings, virtualProject } from './project.ts'
import { commentOptions, type Declared, declaredBy, parse, wordsOf } from './syntax.ts'

/** What TypeScript has against a cell; the place is in the cell as the user wrote it. */
export interface TypeMistake {
  code: number
  message: string
  start: Place
  end: Place
}

/** "Could not find a declaration file for module": a package without types is used as `any`, not refused. */
const untypedModule = 7016

export class Checker {
  readonly #folder: string
  readonly #server: LanguageServer
  readonly #names = new Map<string, { cell: number; mutable: boolean }>()
  /** The document of the cell to come. It is opened ahead: a trivial cell then takes 4 ms instead of 20 (measured). */
  #next = 1
  readonly #draft: string
  readonly #localFiles: LocalFiles

  constructor(folder: string, surroundings: Surroundings) {
    this.#folder = folder
    this.#localFiles = new LocalFiles(folder)
    this.#server = new LanguageServer(folder)
    for (const { path, text } of virtualProject(folder, surroundings)) this.#server.open(path, text)
    this.#draft = this.#path(0)
    this.#server.open(this.#draft, 'export {}')
    this.#openNext()
  }

  /** What is wrong with a cell; nothing if it may run. A cell without mistakes declares its names from now on. */
  async check(source: string): Promise<TypeMistake[]> {
    const path = this.#path(this.#next)
    const declared = declaredBy(parse(commentOptions(source), 'ts').program)
    this.#server.touch(this.#localFiles.changedIn(source))
    this.#server.change(path, this.#document(source, declared))
    const mistakes = (await this.#server.diagnostics(path)).filter(isMistake).map(mistakeOf)
    if (mistakes.length === 0) this.#accept(declared)
    return mistakes
  }

  /** What could be typed at a place of a cell that is being written. */
  async completion(source: string, place: Place): Promise<CompletionItem[]> {
    this.#server.change(this.#draft, this.#document(source, [], this.#names.keys()))
    return this.#server.completion(this.#draft, documentPosition(place))
  }

  /** What is known of the name at a place, in Markdown. */
  async hover(source: string, place: Place): Promise<string | undefined> {
    const declared = declaredBy(parse(commentOptions(source), 'ts').program)
    this.#server.change(this.#draft, this.#document(source, declared))
    return this.#server.hover(this.#draft, documentPosition(place))
  }

  stop(): void {
    this.#server.stop()
  }

  #accept(declared: Declared[]): void {
    for (const { name, mutable } of declared) this.#names.set(name, { cell: this.#next, mutable })
    this.#next++
    this.#openNext()
  }

  #openNext(): void {
    const path = this.#path(this.#next)
    this.#server.open(path, 'export {}')
    void this.#server.diagnostics(path).catch(() => {})
  }

  #path(cell: number): string {
    return join(this.#folder, cellFile(cell))
  }

  /** The cell's module: one line of imports, the cell as it was written, one line of exports. */
  #document(source: string, declared: Declared[], wanted: Iterable<string> = wordsOf(source)): string {
    const own = new Set(declared.map(({ name }) => name))
    const imports = [...wanted].filter((name) => !own.has(name)).map((name) => this.#importOf(name))
    return `${imports.join('')}\n${commentOptions(source)}\nexport {${[...own].join(', ')}}`
  }

  #importOf(name: string): string {
    const origin = this.#names.get(name)
    if (!origin) return ''
    const from = `'./${cellFile(origin.cell)}'`
    return origin.mutable ? `declare let ${name}: typeof import(${from}).${name};` : `import { ${name} } from ${from};`
  }
}

function isMistake({ severity, code, range }: Diagnostic): boolean {
  return severity === 1 && code !== untypedModule && range.start.line > 0
}

function mistakeOf({ code, message, range }: Diagnostic): TypeMistake {
  const place = ({ line, character }: { line: number; character: number }) => ({ line: line - 1, column: character })
  const text = typeof message === 'string' ? message : message.value
  return { code: Number(code), message: text, start: place(range.start), end: place(range.end) }
}

function documentPosition({ line, column }: Place): { line: number; character: number } {
  return { line: line + 1, character: column }
}
