// What the kernel thread asks of the main thread, and what comes back: one port, one order.
// Rule: types only. Everything that a cell emits travels here with the number of its cell, and its end travels last.
import type { Thrown } from '../language/failure.ts'
import type { Surroundings } from '../language/project.ts'
import type { MimeBundle } from '../protocol/messages.ts'

/** Given to the kernel thread when it starts. */
export interface KernelThreadData {
  connectionFile: string
  /** The notebook's folder: where imports and types are looked up from. */
  folder: string
  surroundings: Surroundings
}

export type ToRuntime = { type: 'run'; cell: number; code: string } | { type: 'interrupt' } | { type: 'exit' }

export type FromRuntime =
  | { type: 'stream'; cell: number; name: 'stdout' | 'stderr'; text: string }
  | { type: 'display'; cell: number; data: MimeBundle; metadata: Record<string, unknown>; id?: string; update: boolean }
  | { type: 'clear'; cell: number; wait: boolean }
  /** Something thrown where no one could catch it, after or outside the cell's own end. */
  | { type: 'stray'; cell: number; thrown: Thrown }
  | { type: 'finished'; cell: number; outcome: Outcome }
  /** The main thread is free to take messages: the answer to `interrupt`. */
  | { type: 'interrupted' }

/** How a cell ended. */
export type Outcome =
  | { status: 'ok'; result?: MimeBundle }
  | { status: 'error'; thrown: Thrown }
  | { status: 'interrupted' }
