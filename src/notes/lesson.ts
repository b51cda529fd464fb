// A notebook as the lecture notes need it: its cells in order, each with an id, its text, its tags and its outputs.
// Rule: whatever does not have the form of nbformat 4 is refused by name, file and cell; nothing after this file asks again
// (https://nbformat.readthedocs.io/en/latest/format_description.html).
import { type Bundle, fieldsOf, type Output, outputsOf, textOf } from './output.ts'

/** What is wrong with a notebook, and what to do. The message names the file and the cell. */
export class NotebookError extends Error {
  override readonly name = 'NotebookError'
  readonly remedy: string

  constructor(situation: string, remedy: string) {
    super(situation)
    this.remedy = remedy
  }
}

/** A cell. `slide` is Jupyter's name for its part in a slide show, if it has one; `attachments` are bundles by file name. */
export type Cell = { id: string; source: string; tags: ReadonlySet<string>; slide: string | undefined } & (
  | { kind: 'markdown'; attachments: Record<string, Bundle> }
  | { kind: 'code'; count: number | undefined; outputs: Output[] }
  | { kind: 'raw' }
)

/** A cell of code. */
export type CodeCell = Extract<Cell, { kind: 'code' }>

/** A notebook that has been read. `codeLanguage` is the name of its kernel's language, in small letters. */
export interface Lesson {
  file: string
  codeLanguage: string
  cells: Cell[]
}

/**
 * Reads a notebook's JSON. Throws a NotebookError that names `file` and the cell.
 *
 * @example
 * ```ts
 * readLesson(JSON.parse(readFileSync('a.ipynb', 'utf8')), 'a.ipynb').cells[0]?.kind // → 'markdown'
 * ```
 */
export function readLesson(notebook: unknown, file: string): Lesson {
  const { nbformat, cells, metadata } = fieldsOf(notebook)
  if (nbformat !== 4 || !Array.isArray(cells)) {
    throw new NotebookError(
      `${file} is not a notebook of format 4.`,
      'Open and save it in JupyterLab, which brings it to the current format.',
    )
  }
  const read = cells.map((cell, index) => readCell(cell, index, file))
  const twice = read.find(({ id }, index) => read.findIndex((other) => other.id === id) < index)
  if (twice) throw broken(`${file}: two cells have the id "${twice.id}".`)
  return { file, codeLanguage: languageOf(fieldsOf(metadata)), cells: read }
}

function readCell(cell: unknown, index: number, file: string): Cell {
  const {
    cell_type: kind,
    id = `${index + 1}`,
    source,
    metadata,
    attachments,
    execution_count,
    outputs,
  } = fieldsOf(cell)
  const place = `${file}: cell ${index + 1}`
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) {
    throw broken(`${place} has the id ${JSON.stringify(id)}, which is not made of letters, digits, "-" and "_".`)
  }
  const named = `${place} ("${id}")`
  const text = textOf(source)
  if (text === undefined) throw broken(`${named} has no source that is a text.`)
  const common = { id, source: text, tags: tagsOf(fieldsOf(metadata)), slide: slideOf(fieldsOf(metadata)) }
  if (kind === 'markdown') return { kind, ...common, attachments: attachmentsOf(attachments) }
  if (kind === 'raw') return { kind, ...common }
  if (kind !== 'code') throw broken(`${named} is neither Markdown nor code nor raw.`)
  const known = outputsOf(outputs)
  if (typeof known === 'string') throw broken(`${named}: ${known}`)
  return { kind, ...common, count: typeof execution_count === 'number' ? execution_count : undefined, outputs: known }
}

function broken(situation: string): NotebookError {
  return new NotebookError(situation, 'Open the notebook in JupyterLab, mend the cell and save it.')
}

/** What JupyterLab has folded away ("Collapse Selected Code") is tagged as Jupyter Book would tag it. */
function tagsOf({ tags, jupyter }: Record<string, unknown>): Set<string> {
  const { source_hidden: code, outputs_hidden: outputs } = fieldsOf(jupyter)
  const folded = [...(code === true ? ['hide-input'] : []), ...(outputs === true ? ['hide-output'] : [])]
  return new Set([...(Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []), ...folded])
}

function slideOf({ slideshow }: Record<string, unknown>): string | undefined {
  const { slide_type: type } = fieldsOf(slideshow)
  return typeof type === 'string' ? type : undefined
}

function attachmentsOf(attachments: unknown): Record<string, Bundle> {
  return Object.fromEntries(Object.entries(fieldsOf(attachments)).map(([name, bundle]) => [name, fieldsOf(bundle)]))
}

function languageOf(metadata: Record<string, unknown>): string {
  const name = fieldsOf(metadata.language_info).name ?? fieldsOf(metadata.kernelspec).language
  return typeof name === 'string' ? name.toLowerCase() : 'typescript'
}
