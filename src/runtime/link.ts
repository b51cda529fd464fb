// What the kernel thread asks of the main thread, and what comes back: one port, one order.
// Rule: types only. Everything that a cell emits travels here with the number of its cell, and its end travels last. What
// a message to a comm causes travels in the same way, under a number below zero.
import type { MessagePort } from 'node:worker_threads'
import type { Thrown } from '../language/failure.ts'
import type { Surroundings } from '../language/project.ts'
import type { CommMessageType, InputRequest, MimeBundle } from '../protocol/messages.ts'

/** Given to the kernel thread when it starts. */
export interface KernelThreadData {
  connectionFile: string
  /** The notebook's folder: where imports and types are looked up from. */
  folder: string
  surroundings: Surroundings
  /** How many messages of the main thread wait to be read: it waits itself when they are too many. */
  unread: Int32Array<SharedArrayBuffer>
  /** Where the answer to `prompt()` goes, which the main thread sleeps for: the bell wakes it. */
  answers: { port: MessagePort; bell: Int32Array<SharedArrayBuffer> }
}

export type ToRuntime =
  /** `count` is the number that the front end shows beside the cell. */
  | { type: 'run'; cell: number; count: number; code: string }
  | { type: 'comm'; cell: number; event: CommEvent }
  /** `terminated`: JavaScript was ended, in the middle of whatever it did. `asking` numbers the messages of this type. */
  | { type: 'interrupt'; asking: number; terminated: boolean }
  | { type: 'exit' }

/** A front end opened a comm, told one something, or closed one. */
export interface CommEvent {
  type: CommMessageType
  id: string
  /** Of `comm_open` alone. */
  target: string
  data: Record<string, unknown>
  metadata: Record<string, unknown>
  buffers: Uint8Array[]
}

export type FromRuntime =
  | { type: 'stream'; cell: number; name: 'stdout' | 'stderr'; text: string }
  | { type: 'display'; cell: number; data: MimeBundle; metadata: Record<string, unknown>; id?: string; update: boolean }
  | { type: 'clear'; cell: number; wait: boolean }
  /** A message of any type on IOPub: what comms are made of. */
  | { type: 'broadcast'; cell: number; message: Broadcast }
  /** The main thread asks and sleeps until the answer comes. */
  | { type: 'ask'; cell: number; question: InputRequest }
  /** Something thrown where no one could catch it, after or outside the cell's own end. */
  | { type: 'stray'; cell: number; thrown: Thrown }
  | { type: 'finished'; cell: number; outcome: Outcome }
  /** The main thread is free to take messages: the answer to `interrupt`. */
  | { type: 'interrupted'; asking: number }

export interface Broadcast {
  type: string
  content: Record<string, unknown>
  metadata: Record<string, unknown>
  buffers: Uint8Array[]
}

/** What `prompt()` gets: what was typed, or why nobody was asked. */
export type Answer = { value: string } | { refused: 'nobody' | 'late' }

/** How a cell ended. */
export type Outcome =
  | { status: 'ok'; result?: MimeBundle }
  | { status: 'error'; thrown: Thrown }
  | { status: 'interrupted' }
