// The shown part of a tensor as nested text and as an HTML table.
// Rule: the text is what one would type in TypeScript; the table inherits its colours, so that it fits light and dark.
import { gap, type Part } from './elide.ts'
import { escapeHtml } from './html.ts'

/** Up to so many characters, nested values stand in one line. */
const lineLength = 72

/**
 * The values as a nested array: in one line if that is short, else one line a row with the columns under each other.
 *
 *     [[19, 25], [37, 43]]
 */
export function nestedText({ places, cells }: Part): string {
  const lengths = places.map((indexes) => indexes.length)
  const line = nest(cells, lengths, () => ', ')
  if (line.length <= lineLength || lengths.length === 1) return line
  const padded = cells.map((cell, position) => cell.padStart(widthOfColumn(cells, position, lengths.at(-1)!)))
  return nest(padded, lengths, (depth) => (depth === lengths.length - 1 ? ', ' : `,\n${' '.repeat(depth + 1)}`))
}

function widthOfColumn(cells: string[], position: number, columns: number): number {
  const column = cells.filter((_, other) => other % columns === position % columns)
  return Math.max(...column.map((cell) => cell.length))
}

/** Cells in brackets, axis by axis; `separator` is asked for the depth of the bracket that it stands in. */
function nest(cells: string[], lengths: number[], separator: (depth: number) => string, depth = 0): string {
  const [length, ...inner] = lengths
  if (length === undefined) return cells[0]!
  const size = cells.length / length
  const parts = Array.from({ length }, (_, place) => {
    return nest(cells.slice(place * size, (place + 1) * size), inner, separator, depth + 1)
  })
  return `[${parts.join(separator(depth))}]`
}

const tableStyle =
  'border-collapse:collapse;margin:4px 0;font-family:var(--jp-code-font-family,monospace);font-variant-numeric:tabular-nums'
const sourceStyle = 'font-family:var(--jp-code-font-family,monospace);opacity:0.7'
const cellStyle = 'padding:2px 7px;text-align:right;border:1px solid var(--jp-border-color2,rgba(128,128,128,0.4))'
const headStyle = 'padding:2px 7px;text-align:right;border:none;font-weight:normal;opacity:0.55'

/**
 * A scalar, a vector (one row) or a matrix as a table, with the indexes at its edges. Below a small matrix stands its
 * nested text: to be copied into code, and found when one searches the page.
 */
export function valueTable(part: Part): string {
  const text = part.places.length === 2 ? nestedText(part) : '\n'
  const source = text.includes('\n') ? '' : `<div style="${sourceStyle}">${escapeHtml(text)}</div>`
  return `${tableOf(part)}${source}`
}

function tableOf({ places, cells }: Part): string {
  const columns = places.at(-1) ?? [0]
  const rows = places.length === 2 ? places[0]! : [0]
  const body = rows.map((row, position) => {
    const head = places.length === 2 ? heading(row, '⋮') : ''
    const values = cells.slice(position * columns.length, (position + 1) * columns.length)
    return tableRow(head + values.map((cell) => valueCell(cell, row)).join(''))
  })
  const corner = places.length === 2 ? heading(undefined, '') : ''
  const top = places.length === 0 ? '' : tableRow(corner + columns.map((column) => heading(column, gap)).join(''))
  return `<table style="${tableStyle}">${top}${body.join('')}</table>`
}

function valueCell(cell: string, row: number | undefined): string {
  return `<td style="${cellStyle}">${row === undefined ? '⋮' : escapeHtml(cell)}</td>`
}

function heading(place: number | undefined, missing: string): string {
  return `<th style="${headStyle}">${place ?? missing}</th>`
}

/** JupyterLab stripes the rows of tables; a matrix is not striped. */
function tableRow(content: string): string {
  return `<tr style="background:none">${content}</tr>`
}
