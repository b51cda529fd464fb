// `memory()`: what TensorFlow.js holds, and which cells left it there.
// Rule: tensors and bytes are counted as `tf.memory()` counts them; weights (variables) are told apart, since they shall stay.
import type { MimeBundle } from '../protocol/messages.ts'
import { formatBytes } from './bytes.ts'
import { currentEngine, currentLedger, type Entry, type Ledger } from './ledger.ts'
import { currentOutlet } from './outlet.ts'
import { type Displayable, displayKey } from './render.ts'
import { type Rows, rowsTable, rowsText } from './rows.ts'

/** What one run of a cell left. `cell` is the number beside it; `biggest` are at most three of its tensors. */
export interface CellMemory {
  cell: number
  tensors: number
  bytes: number
  biggest: string[]
}

/** What TensorFlow.js holds at one moment. Shown by a cell, it is a table with a row for each cell that left something. */
export class Memory implements Displayable {
  readonly tensors: number
  readonly bytes: number
  readonly variables: number
  readonly variableBytes: number
  /** The cells that left tensors, those that left most bytes first. */
  readonly cells: CellMemory[]

  constructor({ tensors, bytes, variables, variableBytes, cells }: Omit<Memory, typeof displayKey>) {
    this.tensors = tensors
    this.bytes = bytes
    this.variables = variables
    this.variableBytes = variableBytes
    this.cells = cells
  }

  [displayKey](): MimeBundle {
    const rows = rowsOf(this.cells)
    const title = titleOf(this)
    if (rows.rows.length === 0) return { 'text/plain': title }
    return { 'text/html': `<div>${title}</div>${rowsTable(rows)}`, 'text/plain': `${title}\n${rowsText(rows)}` }
  }
}

/**
 * What TensorFlow.js holds now: tensors and bytes, by the cell that left them, with the biggest of each. In a program
 * outside the kernel there are no cells, only the sums.
 *
 *     import { memory } from 'tensorcell'
 *     memory()   // TensorFlow.js holds 2 tensors, 401 kB …
 */
export function memory(): Memory {
  const engine = currentEngine()
  const { numTensors: tensors = 0, numBytes: bytes = 0 } = engine?.state ?? {}
  const ledger = currentLedger()
  const variables = [...(ledger?.entries.values() ?? [])].filter(({ isVariable }) => isVariable)
  const cells = ledger === undefined ? [] : cellsOf(ledger)
  return new Memory({ tensors, bytes, variables: variables.length, variableBytes: bytesOf(variables), cells })
}

const biggestShown = 3

function cellsOf({ entries, counts }: Ledger): CellMemory[] {
  const left = new Map<number, Entry[]>()
  for (const entry of entries.values()) {
    const cell = counts.get(entry.cell) ?? 0
    if (entry.isVariable) continue
    const same = left.get(cell)
    if (same === undefined) left.set(cell, [entry])
    else same.push(entry)
  }
  const cells = [...left].map(([cell, entries]) => ({
    cell,
    tensors: entries.length,
    bytes: bytesOf(entries),
    biggest: biggestOf(entries),
  }))
  return cells.toSorted((a, b) => b.bytes - a.bytes || a.cell - b.cell)
}

function bytesOf(entries: Entry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Tensors of one type and shape together, those that take most first: `1,200 × float32 [10]`. */
function biggestOf(entries: Entry[]): string[] {
  const forms = new Map<string, Entry[]>()
  for (const entry of entries) {
    const form = `${entry.dtype} [${entry.shape.join(', ')}]`
    const same = forms.get(form)
    if (same === undefined) forms.set(form, [entry])
    else same.push(entry)
  }
  const sorted = [...forms].toSorted(([, a], [, b]) => bytesOf(b) - bytesOf(a))
  return sorted
    .slice(0, biggestShown)
    .map(([form, { length }]) => (length === 1 ? form : `${length.toLocaleString('en')} × ${form}`))
}

function titleOf({ tensors, bytes, variables, variableBytes }: Memory): string {
  if (tensors === 0) return 'TensorFlow.js holds no tensors.'
  const weights =
    variables === 0 ? '' : `, of which ${counted(variables, 'variable')} with ${formatBytes(variableBytes)}`
  return `TensorFlow.js holds ${counted(tensors, 'tensor')}, ${formatBytes(bytes)}${weights}.`
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? thing : `${thing}s`}`
}

const mostCells = 10

function rowsOf(cells: CellMemory[]): Rows {
  const current = currentLedger()?.counts.get(currentOutlet().cell())
  const shown = cells.slice(0, mostCells)
  return {
    columns: ['tensors', 'memory', 'biggest'],
    heads: shown.map(({ cell }) => (cell === current ? `[${cell}] this cell` : `[${cell}]`)),
    rows: shown.map(({ tensors, bytes, biggest }) => [tensors, formatBytes(bytes), biggest.join(', ')]),
    total: cells.length,
  }
}
