// The warning that memory grows from cell to cell, because tensors are left behind.
// Rule: it is shown as an output, never on stderr (nbgrader gives zero to a cell with any), and seldom: a cell may leave
// what the next ones need, so only many tensors, or much memory three times running, are worth a word.
import { formatBytes } from './bytes.ts'
import { escapeHtml } from './html.ts'
import type { Ledger, Left } from './ledger.ts'
import { currentOutlet } from './outlet.ts'

/** A loop without `tf.tidy` leaves some tensors in each step. */
const manyAtOnce = 1000
const many = 100
const muchBytes = 50e6
const cellsRunning = 3

export class LeakWatch {
  readonly #ledger: Ledger
  /** What the last cells that used TensorFlow.js left, if each left much. */
  #streak: Left[] = []
  #warnedAt = 0

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** To be called at the end of a run: warns below that cell if there is reason to. */
  cellEnded(cell: number): void {
    const left = this.#ledger.left.get(cell)
    if (left === undefined) return
    if (left.tensors === 0) this.#ledger.left.delete(cell)
    const isMuch = left.tensors >= many || left.bytes >= muchBytes
    this.#streak = isMuch ? [...this.#streak, { ...left }] : []
    if (left.tensors >= manyAtOnce) this.#warn('This cell', left)
    else if (this.#streak.length >= cellsRunning) this.#warn(`The last ${this.#streak.length} cells`, sum(this.#streak))
  }

  /** Once, and again when twice as much is held. */
  #warn(who: string, { tensors, bytes }: Left): void {
    const held = this.#ledger.entries.size
    if (held < 2 * this.#warnedAt) return
    this.#warnedAt = held
    this.#streak = []
    const text = [
      `${who} left ${tensors.toLocaleString('en')} tensors (${formatBytes(bytes)}) in TensorFlow.js, which frees none by itself.`,
      'Wrap the computation in tf.tidy(() => …), or call dispose() on what is no longer needed.',
      "To see what is held: import { memory } from 'tensorcell', then memory().",
    ]
    const html = `<div style="border-left:3px solid var(--jp-warn-color1,#f57c00);padding-left:8px">${text.map(escapeHtml).join('<br>')}</div>`
    currentOutlet().display({ data: { 'text/html': html, 'text/plain': text.join('\n') }, metadata: {}, update: false })
  }
}

function sum(all: Left[]): Left {
  return all.reduce((a, b) => ({ tensors: a.tensors + b.tensors, bytes: a.bytes + b.bytes }))
}
