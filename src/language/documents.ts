// The documents that stand for cells in the language server, and which cell's declaration of a name counts.
// Rule: every cell document imports from all modules of names and from nothing else of ours, in every state. While its
// specifiers stay the same, TypeScript replaces a document in its program; else it builds the program anew: with
// TensorFlow's types behind, 26 ms a cell instead of 13 (measured).
import { join } from 'node:path'
import { cellFile, groupFile, namesFile } from './project.ts'
import type { Declared, NameKind } from './syntax.ts'

/** A cell that was accepted: what it declares, and whose declarations its types are made of. */
interface Cell {
  declared: string[]
  uses: Set<number>
  /** It changes types beyond its names (`declare global`), so it counts even when all its names are redeclared. */
  lasting: boolean
  /** What names the cell in the front end, so that it can be replaced when it runs again. */
  id: string | undefined
}

export type Lang = 'ts' | 'tsx'

/** The cell whose declaration of a name counts. */
interface Owner {
  cell: number
  kind: NameKind
  /** The declaration before, whose value the name may still have, since the cell failed half-way. */
  before?: Owner
}

/** What is to be opened or changed in the language server, in this order. */
export interface Edit {
  path: string
  text: string
}

/**
 * TypeScript builds its program anew for every document that is opened and belongs to it: 40 ms of processor time with
 * TensorFlow's types. Documents that are opened before the module of names knows them cost one such build for all of
 * them: 5 ms each in batches of 16, more in larger ones (measured).
 */
const batches: Record<Lang, number> = { ts: 16, tsx: 1 }
const fewest = 8

/** So many documents share a module of their names: a cell changes the names of its group alone, however many cells there are. */
const groupSize = 16

export class Documents {
  readonly #folder: string
  readonly #cells = new Map<number, Cell>()
  readonly #owners = new Map<string, Owner>()
  /** What the latest accepted cell has replaced: it counts again if that cell fails. */
  #replaced = new Map<string, Owner>()
  readonly #spares: Record<Lang, number[]> = { ts: [], tsx: [] }
  /** The language of each document: of a cell with JSX another than of all others. */
  readonly #langs: Lang[] = []
  /** The modules of names as the language server has them. */
  readonly #sent = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** All names that cells have declared and that still count. */
  get names(): Iterable<string> {
    return this.#owners.keys()
  }

  kindOf(name: string): NameKind | undefined {
    return this.#owners.get(name)?.kind
  }

  /** The document in which the next cell is checked: the lasting one of the same cell, or a spare if there is one. */
  documentFor(id: string | undefined, lang: Lang): number | undefined {
    const [lasting] = [...this.#cells].find(([, cell]) => cell.lasting && id !== undefined && cell.id === id) ?? []
    return lasting ?? this.#spares[lang][0]
  }

  path(document: number): string {
    return join(this.#folder, this.#file(document))
  }

  /** The module of a cell: one line of imports, the cell as it was written, one line of exports. */
  text(document: number, source: string, declared: Declared[], wanted: Iterable<string>): string {
    const own = new Set(declared.map(({ name }) => name))
    const exported = [...own].map((name) => `${name} as ${alias(name, document)}`)
    const outer = [...wanted].filter((name) => !own.has(name)).flatMap((name) => this.#import(name, document))
    const imported = outer.flatMap(({ imports }) => imports)
    const imports = this.#groups.map((group) => {
      const names = imported.filter(({ cell }) => groupOf(cell) === group).map(({ text }) => text)
      return `import { ${names.join(', ')} } from './${groupFile(group)}';`
    })
    const variables = outer.map(({ variable }) => variable)
    return `${imports.join('')}${variables.join('')}\n${source}\nexport { ${exported.join(', ')} }`
  }

  /**
   * Lets the names of a cell count from now on, instead of what the cell `id` declared before and does not use now.
   * Returns what that changes in the language server, nothing for a cell without names.
   */
  accept(document: number, declared: Declared[], words: Set<string>, id: string | undefined, lasting: boolean): Edit[] {
    this.#replaced = new Map(declared.flatMap(({ name }) => this.#entry(name)))
    for (const name of this.#formerNames(id)) if (!words.has(name)) this.#owners.delete(name)
    if (declared.length > 0 || lasting) {
      const own = new Set(declared.map(({ name }) => name))
      const owners = [...words].filter((word) => !own.has(word)).flatMap((word) => this.#owners.get(word) ?? [])
      const uses = owners.flatMap((owner) => chain(owner)).map(({ cell }) => cell)
      for (const { name, kind } of declared) this.#owners.set(name, { cell: document, kind })
      this.#cells.set(document, { declared: [...own], uses: new Set(uses), lasting, id })
      const spares = this.#spares[this.#langs[document]!]
      if (spares.includes(document)) spares.splice(spares.indexOf(document), 1)
    } else if (!this.#cells.delete(document)) return []
    this.#recycle()
    return this.#namesEdits()
  }

  /** Whether so few spares are left that more should be opened when there is time. */
  get runsLow(): boolean {
    return this.#spares.ts.length < fewest
  }

  /** More spare documents, and the module of names that knows them. */
  moreSpares(lang: Lang): Edit[] {
    // The first document makes TypeScript load the project: before that, it would not look for one that has the others.
    const isFirst = this.#langs.length === 0
    const added = Array.from({ length: isFirst ? 1 : batches[lang] }, () => this.#langs.push(lang) - 1)
    this.#spares[lang].push(...added)
    const spares = [...this.#spares.ts, ...this.#spares.tsx]
    const documents = spares.map((document) => ({ path: this.path(document), text: this.text(document, '', [], []) }))
    return isFirst ? [...this.#namesEdits(), ...documents] : [...documents, ...this.#namesEdits()]
  }

  /** The latest accepted cell did not run to its end: a variable may have the value that it had before. */
  failed(): void {
    for (const [name, before] of this.#replaced) {
      const owner = this.#owners.get(name)
      if (owner && hasOnlyValue(owner) && hasOnlyValue(before) && before.cell !== owner.cell) owner.before = before
    }
  }

  #entry(name: string): [string, Owner][] {
    const owner = this.#owners.get(name)
    return owner ? [[name, owner]] : []
  }

  /** What a document says to have a name of another cell: an import, and for a variable a declaration of its own. */
  #import(name: string, document: number): { imports: { cell: number; text: string }[]; variable: string }[] {
    const owner = this.#owners.get(name)
    if (!owner || owner.cell === document) return []
    const origins = chain(owner).map(({ cell }) => ({ cell, text: alias(name, cell) }))
    const assignable = owner.kind === 'variable'
    if (!assignable && origins.length === 1) {
      return [{ imports: origins.map(({ cell, text }) => ({ cell, text: `${text} as ${name}` })), variable: '' }]
    }
    const type = origins.map(({ text }) => `typeof ${text}`).join(' | ')
    return [{ imports: origins, variable: `declare ${assignable ? 'let' : 'const'} ${name}: ${type};` }]
  }

  #formerNames(id: string | undefined): string[] {
    if (id === undefined) return []
    return [...this.#owners].filter(([, { cell }]) => this.#cells.get(cell)?.id === id).map(([name]) => name)
  }

  /** Makes spares of the documents that nothing is made of any more: a cell may run again ten thousand times. */
  #recycle(): void {
    const needed = new Set<number>()
    const need = (cell: number): void => {
      if (needed.has(cell)) return
      needed.add(cell)
      for (const used of this.#cells.get(cell)?.uses ?? []) need(used)
    }
    const owners = [...this.#owners.values(), ...this.#replaced.values()].flatMap((owner) => chain(owner))
    for (const { cell } of owners) need(cell)
    for (const [document, { lasting }] of this.#cells) if (lasting) need(document)
    for (const document of [...this.#cells.keys()].filter((cell) => !needed.has(cell))) {
      this.#cells.delete(document)
      this.#spares[this.#langs[document]!].push(document)
    }
  }

  #file(document: number): string {
    return cellFile(document, this.#langs[document]!)
  }

  get #groups(): number[] {
    return Array.from({ length: Math.ceil(this.#langs.length / groupSize) }, (_, group) => group)
  }

  /** What changed in the modules of names: the groups first, then the root that makes them part of the project. */
  #namesEdits(): Edit[] {
    const groups = this.#groups.map((group) => ({
      path: join(this.#folder, groupFile(group)),
      text: this.#groupText(group),
    }))
    const root = this.#groups.map((group) => `import './${groupFile(group)}'`).join('\n')
    const edits = [...groups, { path: join(this.#folder, namesFile), text: root }]
    const changed = edits.filter(({ path, text }) => this.#sent.get(path) !== text)
    for (const { path, text } of changed) this.#sent.set(path, text)
    return changed
  }

  /** The names of a group's documents, each under the alias that no other document has. */
  #groupText(group: number): string {
    const first = group * groupSize
    const exportsOf = (document: number) =>
      (this.#cells.get(document)?.declared ?? []).map((name) => alias(name, document)).join(', ')
    return this.#langs
      .slice(first, first + groupSize)
      .map((_, at) => `export { ${exportsOf(first + at)} } from './${this.#file(first + at)}'`)
      .join('\n')
  }
}

function groupOf(document: number): number {
  return Math.floor(document / groupSize)
}

/** Whether a union of types says what a name may be: a class or an enum is a type besides. */
function hasOnlyValue({ kind }: Owner): boolean {
  return kind === 'variable' || kind === 'constant'
}

/** A declaration and those before it. Of a cell that fails again and again, the last few say enough. */
function chain(owner: Owner, length = 4): Owner[] {
  return owner.before && length > 1 ? [owner, ...chain(owner.before, length - 1)] : [owner]
}

/** A name with the document that declares it: names of two cells may be the same. */
function alias(name: string, document: number): string {
  return `${name}$${document}`
}

/** Whether a name is one that only the documents know. */
export function isAlias(name: string): boolean {
  return /\$\d+$/.test(name)
}
