// Where displayed values go, and comms: to the kernel when there is one, else to the terminal.
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
  /** Sends a message of any type to every front end; `buffers` travel as bytes beside the content. */
  broadcast(message: {
    type: string
    content: Record<string, unknown>
    metadata: Record<string, unknown>
    buffers: Uint8Array[]
  }): void
  /** Who hears what front ends tell: by a comm's id, and by the target's name when a front end opens a comm. */
  readonly listeners: { comms: Map<string, CommListener>; targets: Map<string, CommListener> }
}

/** Hears one message to a comm. What it prints and shows belongs to that message. */
export type CommListener = (event: {
  type: 'comm_open' | 'comm_msg' | 'comm_close'
  id: string
  target: string
  data: Record<string, unknown>
  metadata: Record<string, unknown>
  buffers: Uint8Array[]
}) => void | Promise<void>

/** The key on globalThis under which the kernel puts its outlet. */
export const outletKey: symbol = Symbol.for('tensorcell.outlet')

/** The kernel's outlet; undefined when a program runs without a kernel. */
export function kernelOutlet(): Outlet | undefined {
  return Reflect.get(globalThis, outletKey)
}

/** The kernel's outlet, or one that prints the plain text to stdout when a program runs without a kernel. */
export function currentOutlet(): Pick<Outlet, 'cell' | 'display' | 'clear'> {
  return kernelOutlet() ?? terminal
}

const terminal: Pick<Outlet, 'cell' | 'display' | 'clear'> = {
  cell: () => 0,
  display: ({ data }) => {
    process.stdout.write(`${data['text/plain']}\n`)
  },
  clear: () => {},
}
