// The type checker: each cell is a module that imports, from the cells before it, the names that it uses.
// Rule: a name's newest declaration counts; a cell that does not pass declares nothing. Nothing is evaluated, ever.
import { join } from 'node:path'
import type { CompletionItem, Diagnostic, SignatureHelp } from 'vscode-languageserver-protocol'
import { missingPackage } from '../project/missing.ts'
import { Documents, type Edit, isAlias, type Lang } from './documents.ts'
import { LocalFiles } from './local-files.ts'
import { LanguageServer } from './lsp.ts'
import { offsetAt, type Place, placeAt } from './places.ts'
import { draftFile, type Surroundings, virtualProject } from './project.ts'
import { changesGlobals, commentOptions, declaredBy, type NameKind, type Parsed, parseCell, wordsOf } from './syntax.ts'

/** What is wrong with a cell; the place is in the cell as the user wrote it. */
export interface Mistake {
  /** `TS2322`, or `SyntaxError` where TypeScript was not asked. */
  name: string
  message: string
  start: Place
  end: Place
}

export interface Verdict {
  mayRun: boolean
  mistakes: Mistake[]
  /** The names that the cell declares. */
  names: string[]
}

/** What becomes of a type mistake: the cell does not run, or it runs and is warned of, or no one asks. */
export type Strictness = 'error' | 'warn' | 'off'

/** What `TENSORCELL_CHECK` asks for; anything but `warn` and `off` is the full check. */
export function strictnessOf(setting: string | undefined): Strictness {
  return setting === 'warn' || setting === 'off' ? setting : 'error'
}

interface CheckOptions {
  /** What names the cell in the front end: run again, it replaces what it declared before. */
  id?: string | undefined
  /** Ends the check; the cell then declares nothing, and the promise rejects. */
  signal?: AbortSignal
}

/** "Could not find a declaration file for module": a package without types is used as `any`, not refused. */
const untypedModule = 7016

/** The mistakes that are about a module which is not there: of an import, of JSX. */
const missingModules = new Set(['TS2307', 'TS2792', 'TS2875'])

/** How long nothing happens before documents are opened ahead: cells that follow each other at once come first. */
const quietMs = 50

export class Checker {
  /** What the user's tsconfig says, as far as it shapes the JavaScript of cells. */
  readonly compilerOptions: Record<string, unknown>
  readonly #folder: string
  readonly #strictness: Strictness
  readonly #server: LanguageServer
  readonly #documents: Documents
  readonly #localFiles: LocalFiles
  readonly #surroundings: Surroundings
  /** Whether a cell has imported tslab: its notebooks were written without `strict`, so the cells from there on have none. */
  #lax = false
  /** The document for what is being typed, which is no cell yet. */
  readonly #draft: string
  #refilling: NodeJS.Timeout | undefined
  /** Settled when TypeScript knows what was changed. Two documents changed at once cost it a new program, one does not. */
  #prepared: Promise<void> = Promise.resolve()

  constructor(folder: string, surroundings: Surroundings, strictness: Strictness = 'error') {
    this.compilerOptions = surroundings.tsconfig.options
    this.#folder = folder
    this.#surroundings = surroundings
    this.#strictness = strictness
    this.#localFiles = new LocalFiles(folder, surroundings.tsconfig.paths)
    this.#documents = new Documents(folder)
    this.#server = new LanguageServer(folder)
    this.#draft = join(folder, draftFile)
    this.#put([...virtualProject(folder, surroundings), ...this.#documents.spare('ts')])
    this.#server.put(this.#draft, '')
    this.#prepare()
  }

  /** Whether a cell may run, and what is wrong with it. A cell that may run declares its names from now on. */
  async check(code: string, { id, signal }: CheckOptions = {}): Promise<Verdict> {
    const source = commentOptions(code)
    const parsed = parseCell(source)
    const declared = declaredBy(parsed.program)
    const words = wordsOf(source)
    clearTimeout(this.#refilling)
    await this.#prepared
    clearTimeout(this.#refilling)
    const document = this.#documents.documentFor(id, parsed.lang) ?? this.#spare(parsed.lang)
    const path = this.#documents.path(document)

    if (!this.#lax && importsTslab(source)) this.#relax()
    this.#server.touch(this.#localFiles.changedIn(source))
    this.#server.put(path, this.#documents.text(document, source, declared, words))
    const mistakes = await this.#mistakes(path, source, parsed, signal)
    const mayRun = parsed.mistakes.length === 0 && (mistakes.length === 0 || this.#strictness === 'warn')
    if (mayRun) {
      const edits = this.#documents.accept(document, declared, words, id, changesGlobals(parsed.program))
      this.#put(edits)
      if (edits.length > 0) this.#prepare()
    }
    return { mayRun, mistakes, names: declared.map(({ name }) => name) }
  }

  /** Tells that the cell that was checked last did not run to its end. */
  failed(): void {
    this.#documents.failed()
  }

  /** What a name is that a cell has declared. */
  kindOf(name: string): NameKind | undefined {
    return this.#documents.kindOf(name)
  }

  /** What could be typed at a place of a cell that is being written. */
  async completion(source: string, place: Place): Promise<CompletionItem[]> {
    this.#putDraft(source, this.#documents.names)
    const items = await this.#server.completion(this.#draft, documentPosition(place))
    return items.filter(({ label }) => !isAlias(label))
  }

  /** What is known of the name at a place, in Markdown. */
  async hover(source: string, place: Place): Promise<string | undefined> {
    this.#putDraft(source, wordsOf(source))
    return this.#server.hover(this.#draft, documentPosition(place))
  }

  /** The signatures of the call whose arguments are being written at a place. */
  async signatures(source: string, place: Place): Promise<SignatureHelp | undefined> {
    this.#putDraft(source, wordsOf(source))
    return (await this.#server.signatures(this.#draft, documentPosition(place))) ?? undefined
  }

  stop(): void {
    clearTimeout(this.#refilling)
    this.#server.stop()
  }

  #relax(): void {
    this.#lax = true
    this.#put(virtualProject(this.#folder, this.#surroundings, true))
  }

  async #mistakes(path: string, source: string, { mistakes }: Parsed, signal?: AbortSignal): Promise<Mistake[]> {
    if (this.#strictness === 'off' || saysNoCheck(source)) {
      return mistakes.slice(0, 1).map(({ message, start, end }) => {
        return { name: 'SyntaxError', message, start: placeAt(source, start), end: placeAt(source, end) }
      })
    }
    const diagnostics = (await this.#server.diagnostics(path, signal)).filter(isMistake)
    // What follows from a syntax mistake is noise: only the first is shown.
    const shown = mistakes.length > 0 ? diagnostics.filter(isSyntactic).slice(0, 1) : diagnostics
    return shown.map((diagnostic) => this.#withRemedy(mistakeOf(diagnostic, source)))
  }

  /** "Cannot find module 'd3'" is followed by the command that installs it. */
  #withRemedy(mistake: Mistake): Mistake {
    const specifier = missingModules.has(mistake.name) && /module (?:path )?'([^']+)'/.exec(mistake.message)?.[1]
    const remedy = specifier ? missingPackage(specifier, this.#folder) : undefined
    return remedy ? { ...mistake, message: `${mistake.message}\n${remedy}` } : mistake
  }

  #put(edits: Edit[]): void {
    for (const { path, text } of edits) this.#server.put(path, text)
  }

  #putDraft(code: string, names: Iterable<string>): void {
    const source = commentOptions(code)
    const declared = declaredBy(parseCell(source).program)
    this.#server.put(this.#draft, this.#documents.text(-1, source, declared, names))
  }

  /** Has TypeScript take in what changed, while the cell runs; the next cell finds it done. */
  #prepare(): void {
    const next = this.#documents.path(this.#documents.documentFor(undefined, 'ts') ?? this.#spare('ts'))
    const done = () => this.#refillSoon()
    this.#prepared = this.#server.diagnostics(next).then(done, done)
  }

  #refillSoon(): void {
    clearTimeout(this.#refilling)
    if (!this.#documents.runsLow) return
    this.#refilling = setTimeout(() => {
      this.#spare('ts')
      this.#prepare()
    }, quietMs).unref()
  }

  #spare(lang: Lang): number {
    this.#put(this.#documents.spare(lang))
    return this.#documents.documentFor(undefined, lang)!
  }
}

/** TypeScript's own directive: `// @ts-nocheck` before the first statement. */
function saysNoCheck(source: string): boolean {
  return /^(?:\s*\/\/.*\n)*\s*\/\/\s*@ts-nocheck\b/.test(source)
}

function isMistake({ severity, code, range }: Diagnostic): boolean {
  return severity === 1 && code !== untypedModule && range.start.line > 0
}

/** TypeScript's numbers below 2000 are of the parser and of what it checks right after. */
function isSyntactic({ code }: Diagnostic): boolean {
  return Number(code) < 2000
}

function mistakeOf({ code, message, range }: Diagnostic, source: string): Mistake {
  // A place in the line of exports is one behind the cell's end.
  const place = ({ line, character }: { line: number; character: number }) =>
    placeAt(source, offsetAt(source, { line: line - 1, column: character }))
  const text = typeof message === 'string' ? message : message.value
  return { name: `TS${code}`, message: withoutFiles(text), start: place(range.start), end: place(range.end) }
}

/** Two types of one name are told apart by their files, which for cells are names that the user never saw. */
function withoutFiles(message: string): string {
  return message.replaceAll(/import\("[^"]*\/__cell[^"]*"\)\./g, '')
}

function documentPosition({ line, column }: Place): { line: number; character: number } {
  return { line: line + 1, character: column }
}

function importsTslab(source: string): boolean {
  return /\bfrom\s*['"]tslab['"]|\brequire\(\s*['"]tslab['"]\s*\)/.test(source)
}
