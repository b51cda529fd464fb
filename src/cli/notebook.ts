// Notebook files (nbformat 4): reading what a front end wrote, writing what a front end will read.
// Rule: everything that we do not understand is kept as it was. Texts are lists of lines and JSON is indented by one space, as
// nbformat does, so that a diff shows only what changed (https://nbformat.readthedocs.io/en/latest/format_description.html).
import { readFileSync, writeFileSync } from 'node:fs'
import { CliError } from './errors.ts'
import type { Output } from './outputs.ts'

type Text = string | string[]

export interface Cell {
  cell_type: string
  id?: string
  source: Text
  metadata: { tags?: string[] } & Record<string, unknown>
  execution_count?: number | null
  outputs?: Output[]
}

export interface Notebook {
  nbformat: number
  nbformat_minor: number
  metadata: Record<string, unknown>
  cells: Cell[]
}

/** Reads a notebook. Throws a CliError for a file that is missing, not JSON, or of an older format than 4. */
export function readNotebook(file: string): Notebook {
  const notebook = parse(file)
  if (notebook.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new CliError(
      `${file} is not a notebook of format 4.`,
      'Open and save it in JupyterLab, which brings it to the current format.',
    )
  }
  return notebook
}

/** Writes a notebook, outputs and all. */
export function writeNotebook(file: string, notebook: Notebook): void {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.outputs && { outputs: cell.outputs.map(splitOutput) }),
  }))
  writeFileSync(file, `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`)
}

/** A text of the file as one string. */
export function joined(text: Text): string {
  return typeof text === 'string' ? text : text.join('')
}

function parse(file: string): Notebook {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Notebook
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const situation = missing ? `There is no file ${file}.` : `${file} cannot be read as a notebook: ${cause}.`
    throw new CliError(situation, 'Give the path of an .ipynb file.', { cause })
  }
}

function splitOutput(output: Output): object {
  if (output.output_type === 'stream') return { ...output, text: lines(output.text) }
  if (output.output_type === 'error') return output
  return {
    ...output,
    data: Object.fromEntries(Object.entries(output.data).map(([type, value]) => [type, split(type, value)])),
  }
}

/** nbformat splits texts and keeps JSON and base64 whole. */
function split(type: string, value: unknown): unknown {
  const isText = type.startsWith('text/') || type === 'image/svg+xml' || type === 'application/javascript'
  return isText && typeof value === 'string' ? lines(value) : value
}

function lines(text: Text): string[] {
  return joined(text).match(/[^\n]*\n|[^\n]+$/g) ?? []
}
