// Data frames of the libraries that people use: danfojs and arquero tables, and those of polars before it showed itself.
// Rule: known by their form, so that no library is needed here; only the first rows are read.
import type { MimeBundle } from '../protocol/messages.ts'
import { noteOf, type Rows, rowsTable, rowsText } from './rows.ts'

const mostRows = 20

/** The bundle of a data frame, or undefined if `value` is something else. */
export function renderFrame(value: object): MimeBundle | undefined {
  const frame = danfoFrame(value) ?? arqueroTable(value) ?? polarsFrame(value)
  if (frame === undefined) return undefined
  const { title } = frame
  const rows = { ...frame.rows, rows: frame.rows.rows.map((row) => row.map(shortNumber)) }
  return { 'text/html': rowsTable(rows, title), 'text/plain': `${rowsText(rows)}\n${noteOf(rows, title)}` }
}

interface Frame {
  title: string
  rows: Rows
}

/** Seven digits, as a float32 holds: 0.1 + 0.2 would fill the table with its 17. */
function shortNumber(cell: unknown): unknown {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(7)) : cell
}

/** danfojs 1.x (danfojs-base/core/generic): `$data` holds rows, or the bare values of a Series. */
function danfoFrame(value: object): Frame | undefined {
  if (!('$data' in value && '$columns' in value && '$index' in value)) return undefined
  const { $data, $columns, $index } = value
  if (!Array.isArray($data) || !Array.isArray($columns) || !Array.isArray($index)) return undefined
  const isSeries = '$isSeries' in value && value.$isSeries === true
  const rows = $data.slice(0, mostRows).map((row: unknown) => (Array.isArray(row) ? row : [row]))
  const heads = $index.slice(0, mostRows).map(String)
  return {
    title: isSeries ? 'Series' : 'DataFrame',
    rows: { columns: $columns.map(String), heads, rows, total: $data.length },
  }
}

/** arquero 5 and later: `numRows`, `columnNames`, `objects({ limit })`. */
function arqueroTable(value: object): Frame | undefined {
  if (!('numRows' in value && 'columnNames' in value && 'objects' in value)) return undefined
  const total = call(value, 'numRows')
  return {
    title: 'Table',
    rows: rowsOf(call(value, 'columnNames'), call(value, 'objects', { limit: mostRows }), total),
  }
}

/** polars before 0.9, which has no `[Symbol.for('Jupyter.display')]` of its own. */
function polarsFrame(value: object): Frame | undefined {
  if (!('columns' in value && 'height' in value && 'head' in value && 'toRecords' in value)) return undefined
  const records = call(Object(call(value, 'head', mostRows)), 'toRecords')
  return { title: 'DataFrame', rows: rowsOf(value.columns, records, value.height) }
}

function rowsOf(names: unknown, records: unknown, total: unknown): Rows {
  const columns = Array.isArray(names) ? names.map(String) : []
  const list: unknown[] = Array.isArray(records) ? records : []
  const rows = list.map((record) => columns.map((name): unknown => Reflect.get(Object(record), name)))
  return { columns, heads: rows.map((_, place) => String(place)), rows, total: Number(total) }
}

function call(value: object, method: string, ...values: unknown[]): unknown {
  const found: unknown = Reflect.get(value, method)
  return typeof found === 'function' ? Reflect.apply(found, value, values) : undefined
}
