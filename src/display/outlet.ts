// Where displayed values go: to the kernel when there is one, else to the terminal.
// Rule: the kernel is found on globalThis under a registered symbol, never imported, so that a second copy of this
// package in a learner's node_modules reaches the same kernel.
import type { MimeBundle } from '../protocol/messages.ts'

/** What the kernel's main thread offers to everything that displays. Its calls return at once and keep their order. */
export interface Outlet {
  /** Which run of a cell the running code belongs to; no two runs have the same number. */
  cell(): number
  /** Shows `data` below the cell that runs; with `update`, in place of what was shown under the same `id`. */
  display(message: { data: MimeBundle; metadata: Record<string, unknown>; id?: string; update: boolean }): void
  /** Removes the cell's output: now, or with `wait` only when the next output arrives (no flicker). */
  clear(wait: boolean): void
}

/** The key on globalThis under which the kernel puts its outlet. */
export const outletKey: symbol = Symbol.for('tensorcell.outlet')

/** The kernel's outlet, or one that prints the plain text to stdout when a program runs without a kernel. */
export function currentOutlet(): Outlet {
  const kernel: Outlet | undefined = Reflect.get(globalThis, outletKey)
  return kernel ?? terminal
}

const terminal: Outlet = {
  cell: () => 0,
  display: ({ data }) => {
    process.stdout.write(`${data['text/plain']}\n`)
  },
  clear: () => {},
}
