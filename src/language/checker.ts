// The type checker: each cell is a module that imports, from the cells before it, the names that it uses.
// Rule: a name's newest declaration counts; a cell that does not pass declares nothing. Nothing is evaluated, ever.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompletionItem, SignatureHelp } from 'vscode-languageserver-protocol'
import { Documents, type Edit, isAlias, type Lang } from './documents.ts'
import { LocalFiles } from './local-files.ts'
import { LanguageServer } from './lsp.ts'
import { inWordsOfCells, type Mistake, mistakesOf, syntaxMistake, withRemedy } from './mistakes.ts'
import type { Place } from './places.ts'
import { draftFile, namesFile, type Surroundings, virtualProject } from './project.ts'
import {
  changesGlobals,
  commentOptions,
  declaredBy,
  langOfDraft,
  type NameKind,
  type Parsed,
  parseCell,
  wordsOf,
} from './syntax.ts'

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
    const modules = [this.#draft('ts'), this.#draft('tsx'), join(folder, namesFile)].map((path) => ({ path, text: '' }))
    const roots = [...virtualProject(folder, surroundings), ...modules]
    const paths = roots.map(({ path }) => path)
    this.#server = new LanguageServer(folder, paths)
    this.#put([...roots, ...this.#documents.moreSpares('ts')])
    this.#prepare()
  }

  /** Whether a cell may run, and what is wrong with it. A cell that may run declares its names from now on. */
  async check(code: string, { id, signal }: CheckOptions = {}): Promise<Verdict> {
    const source = commentOptions(code)
    const parsed = parseCell(source)
    const declared = declaredBy(parsed.program)
    const words = wordsOf(source)
    await this.#ready(signal)
    const document = this.#documents.documentFor(id, parsed.lang) ?? (await this.#spare(parsed.lang))
    const path = this.#documents.path(document)

    if (!this.#lax && importsTslab(source)) this.#relax()
    const { changes, modules } = this.#localFiles.behind(source)
    this.#server.touch(changes)
    this.#server.put(path, this.#documents.text(document, source, declared, words))
    const inCell = await this.#mistakes(path, source, parsed, signal)
    const mistakes = inCell.length > 0 ? inCell : await this.#mistakesOfModules(modules, signal)
    this.#refillSoon()
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
    const draft = this.#putDraft(source, this.#documents.names)
    const items = await this.#server.completion(draft, documentPosition(place))
    return items.filter(({ label }) => !isAlias(label))
  }

  /** What is known of the name at a place, in Markdown. */
  async hover(source: string, place: Place): Promise<string | undefined> {
    return this.#server.hover(this.#putDraft(source, wordsOf(source)), documentPosition(place))
  }

  /** The signatures of the call whose arguments are being written at a place. */
  async signatures(source: string, place: Place): Promise<SignatureHelp | undefined> {
    const draft = this.#putDraft(source, wordsOf(source))
    return (await this.#server.signatures(draft, documentPosition(place))) ?? undefined
  }

  stop(): void {
    clearTimeout(this.#refilling)
    this.#server.stop()
  }

  #relax(): void {
    this.#lax = true
    this.#put(virtualProject(this.#folder, this.#surroundings, true))
  }

  /** Waits for what is being prepared. Should TypeScript hang over it, Stop ends it. */
  async #ready(signal?: AbortSignal): Promise<void> {
    const end = () => this.#server.end()
    signal?.addEventListener('abort', end)
    await this.#prepared
    signal?.removeEventListener('abort', end)
    signal?.throwIfAborted()
    clearTimeout(this.#refilling)
  }

  async #mistakes(
    path: string,
    source: string,
    { mistakes: syntactic }: Parsed,
    signal?: AbortSignal,
  ): Promise<Mistake[]> {
    const own = syntactic.slice(0, 1).map((mistake) => syntaxMistake(mistake, source))
    if (this.#strictness === 'off' || saysNoCheck(source)) return own
    const mistakes = mistakesOf(await this.#server.diagnostics(path, signal), source, 1)
    // What is no TypeScript for one of the two parsers must not run.
    if (mistakes.length === 0) return own
    return mistakes
      .map((mistake) => withRemedy(mistake, this.#folder))
      .map((mistake) => inWordsOfCells(mistake, (name) => this.#documents.kindOf(name)))
  }

  /** What is wrong with the learner's own modules behind a cell, which an editor would have shown. */
  async #mistakesOfModules(modules: string[], signal?: AbortSignal): Promise<Mistake[]> {
    if (this.#strictness === 'off') return []
    const found = modules.map(async (path) => {
      const source = readFileSync(path, 'utf8')
      if (saysNoCheck(source)) return []
      const mistakes = mistakesOf(await this.#server.diagnostics(path, signal), source, 0)
      return mistakes.map((mistake) => ({ ...withRemedy(mistake, this.#folder), module: { path, source } }))
    })
    return (await Promise.all(found)).flat()
  }

  #put(edits: Edit[]): void {
    for (const { path, text } of edits) this.#server.put(path, text)
  }

  /** The document for what is being typed, which is no cell yet. */
  #draft(lang: Lang): string {
    return join(this.#folder, draftFile(lang))
  }

  /** Puts what is being typed into its document, and says which that is. */
  #putDraft(code: string, names: Iterable<string>): string {
    const source = commentOptions(code)
    const draft = this.#draft(langOfDraft(source))
    const declared = declaredBy(parseCell(source).program)
    this.#server.put(draft, this.#documents.text(-1, source, declared, names))
    return draft
  }

  /** Has TypeScript take in what changed, while the cell runs; the next cell finds it done. */
  #prepare(): void {
    const done = () => this.#refillSoon()
    this.#prepared = this.#spare('ts')
      .then((next) => this.#server.diagnostics(this.#documents.path(next)))
      .then(done, done)
  }

  #refillSoon(): void {
    clearTimeout(this.#refilling)
    if (!this.#documents.runsLow) return
    this.#refilling = setTimeout(() => {
      this.#prepared = this.#moreSpares('ts').then(() => this.#prepare())
    }, quietMs).unref()
  }

  /** A document for the next cell. */
  async #spare(lang: Lang): Promise<number> {
    if (this.#documents.documentFor(undefined, lang) === undefined) await this.#moreSpares(lang)
    return this.#documents.documentFor(undefined, lang)!
  }

  /** Only a question about the draft makes TypeScript see that the project has these documents now (measured). */
  async #moreSpares(lang: Lang): Promise<void> {
    clearTimeout(this.#refilling)
    this.#put(this.#documents.moreSpares(lang))
    await this.#server.diagnostics(this.#draft('ts')).catch(() => {})
  }
}

/** TypeScript's own directive: `// @ts-nocheck` before the first statement. */
function saysNoCheck(source: string): boolean {
  return /^(?:\s*\/\/.*\n)*\s*\/\/\s*@ts-nocheck\b/.test(source)
}

function documentPosition({ line, column }: Place): { line: number; character: number } {
  return { line: line + 1, character: column }
}

function importsTslab(source: string): boolean {
  return /\bfrom\s*['"]tslab['"]|\brequire\(\s*['"]tslab['"]\s*\)/.test(source)
}
