// Rows under named columns, as an HTML table: what `console.table` and data frames show.
// Rule: numbers stand at the right and text at the left, colours are inherited so that it fits light and dark, and what is
// left out is said.
import { inspect } from 'node:util'
import { escapeHtml } from './html.ts'

/** A part of a table. `heads` are what stands before the rows; `total` counts all rows, also those left out. */
export interface Rows {
  columns: string[]
  heads: string[]
  rows: unknown[][]
  total: number
}

/** More columns are left out: a page shows no more. */
const mostColumns = 20

const tableStyle = 'border-collapse:collapse;margin:4px 0;font-variant-numeric:tabular-nums'
const cellStyle = 'padding:2px 8px;border-bottom:1px solid rgba(128,128,128,0.3)'
const columnStyle = 'padding:2px 8px;border-bottom:2px solid rgba(128,128,128,0.5)'
const noteStyle = 'opacity:0.7'

/** The table; below it stands how much of it is shown, if `title` or something left out makes that worth a line. */
export function rowsTable({ columns, heads, rows, total }: Rows, title?: string): string {
  const shown = columns.slice(0, mostColumns)
  const sides = sidesOf(shown, rows)
  const corner = `<th style="${columnStyle}"></th>`
  const top = shown.map(
    (name, column) => `<th style="${columnStyle};text-align:${sides[column]}">${escapeHtml(name)}</th>`,
  )
  const body = rows.map((row, place) => {
    const head = `<th style="${cellStyle};text-align:left;font-weight:normal;opacity:0.55">${escapeHtml(heads[place] ?? '')}</th>`
    const cells = shown.map((_, column) => {
      return `<td style="${cellStyle};text-align:${sides[column]}">${escapeHtml(cellText(row[column]))}</td>`
    })
    return `<tr style="background:none">${head}${cells.join('')}</tr>`
  })
  const note = noteOf({ columns, heads, rows, total }, title)
  const below = note === '' ? '' : `<div style="${noteStyle}">${escapeHtml(note)}</div>`
  return `<table style="${tableStyle}"><thead><tr style="background:none">${corner}${top.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${below}`
}

/** The same as text, its columns under each other, as pandas prints a frame. */
export function rowsText({ columns, heads, rows }: Rows): string {
  const shown = columns.slice(0, mostColumns)
  const sides = sidesOf(shown, rows)
  const grid = [
    ['', ...shown],
    ...rows.map((row, place) => [heads[place] ?? '', ...shown.map((_, at) => cellText(row[at]))]),
  ]
  const widths = ['', ...shown].map((_, column) => Math.max(...grid.map((cells) => cells[column]!.length)))
  const lines = grid.map((cells) =>
    cells.map((cell, at) => (sides[at - 1] === 'right' ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))),
  )
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n')
}

function sidesOf(columns: string[], rows: unknown[][]): ('left' | 'right')[] {
  return columns.map((_, column) => (rows.every((row) => isNumber(row[column])) ? 'right' : 'left'))
}

/** `DataFrame of 1,000 rows and 3 columns; the first 20 rows are shown`, or nothing where all is to be seen. */
export function noteOf({ columns, rows, total }: Rows, title?: string): string {
  const parts: string[] = []
  if (title !== undefined) parts.push(`${title} of ${counted(total, 'row')} and ${counted(columns.length, 'column')}`)
  if (rows.length < total) parts.push(`the first ${rows.length} of ${total.toLocaleString('en')} rows are shown`)
  if (columns.length > mostColumns) parts.push(`the first ${mostColumns} of ${columns.length} columns are shown`)
  return parts.join('; ')
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? thing : `${thing}s`}`
}

/** Nothing in a column of numbers does not move it to the left. */
function isNumber(cell: unknown): boolean {
  return typeof cell === 'number' || typeof cell === 'bigint' || cell === null || cell === undefined
}

function cellText(cell: unknown): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell.length > 200 ? `${cell.slice(0, 200)}…` : cell
  return inspect(cell, { depth: 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY })
}
