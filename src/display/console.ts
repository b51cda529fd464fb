// `console.table` as a table that a page can show. All else of `console` is Node's own.
// Rule: beside the HTML goes exactly the text that Node prints, so that a terminal, nbconvert and a test see what they know.
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import type { MimeBundle } from '../protocol/messages.ts'
import { currentOutlet } from './outlet.ts'
import { noteOf, type Rows, rowsTable } from './rows.ts'

const mostRows = 100
/** Node does not tell how many groups are open; nobody opens more. */
const deepestGroup = 50

/** In place of `console.table(data, columns)`. What is no table (a number, a text) is logged. */
export function table(data: unknown, columns?: readonly string[]): void {
  if (typeof data !== 'object' || data === null) console.log(data)
  else currentOutlet().display({ data: tableBundle(data, columns), metadata: {}, update: false })
}

/** Groups that a failing cell left open would indent all later cells: they end with it. */
export function closeGroups(): void {
  for (let group = 0; group < deepestGroup; group++) console.groupEnd()
}

function tableBundle(data: object, columns?: readonly string[]): MimeBundle {
  const rows = tabular(data, columns)
  const note = noteOf(rows)
  const text = nodeTable(firstOf(data), columns)
  return { 'text/html': rowsTable(rows), 'text/plain': note === '' ? text : `${text}\n${note}` }
}

/** What Node's `console.table(...values)` prints, without the line break at its end. */
function nodeTable(...values: Parameters<Console['table']>): string {
  const texts: string[] = []
  const stdout = new Writable()
  stdout.write = (text: unknown) => {
    texts.push(String(text))
    return true
  }
  new Console({ stdout, colorMode: false }).table(...values)
  return texts.join('').replace(/\n$/, '')
}

/** Node's reading of the data (https://nodejs.org/api/console.html#consoletabletabulardata-properties), but no more than fits. */
function tabular(data: object, wanted?: readonly string[]): Rows {
  const all: [head: unknown, row: unknown][] = entriesOf(data)
  const entries = all.slice(0, mostRows)
  const records = entries.map(([, row]) => row).filter((row) => isRecord(row))
  const names = wanted ?? [...new Set(records.flatMap((record) => Object.keys(record)))]
  const hasValues = records.length < entries.length
  const keys = data instanceof Map ? ['Key'] : []
  const rows = entries.map(([head, row]) => {
    const cells = names.map((name): unknown => (isRecord(row) ? Reflect.get(row, name) : undefined))
    return [...(data instanceof Map ? [head] : []), ...cells, ...(hasValues ? [isRecord(row) ? undefined : row] : [])]
  })
  const heads = entries.map(([head], place) => String(data instanceof Map ? place : head))
  return { columns: [...keys, ...names, ...(hasValues ? ['Values'] : [])], heads, rows, total: all.length }
}

function entriesOf(data: object): [unknown, unknown][] {
  if (data instanceof Map) return [...data]
  if (data instanceof Set) return [...data].map((value, place) => [place, value])
  return Object.entries(data)
}

function isRecord(row: unknown): row is object {
  return typeof row === 'object' && row !== null
}

function firstOf(data: object): object {
  if (data instanceof Map) return new Map([...data].slice(0, mostRows))
  if (data instanceof Set) return new Set([...data].slice(0, mostRows))
  if (Array.isArray(data)) return data.slice(0, mostRows)
  return Object.fromEntries(Object.entries(data).slice(0, mostRows))
}
