// Comms: a cell and a program in the front end (a widget, an extension) talk to each other, both ways, with bytes.
// Rule: three messages (open, message, close) and nothing else of Jupyter's widgets; both ends name the same target
// (https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages).
import { randomUUID } from 'node:crypto'
import { kernelOutlet, type Outlet } from './outlet.ts'

/** What a comm carries: anything that JSON can say. */
export type CommData = Record<string, unknown>

/** Bytes travel beside the data, without base64; `metadata` belongs to the message, as `{ version: '2.1.0' }` of a widget. */
export interface CommExtra {
  metadata?: Record<string, unknown>
  buffers?: Uint8Array[]
}

/** What came from the front end. */
export interface CommMessage<Incoming extends CommData> {
  data: Incoming
  metadata: Record<string, unknown>
  buffers: Uint8Array[]
}

/** One conversation. `Incoming` is what the front end sends, `Outgoing` what this end sends. */
export class Comm<Incoming extends CommData = CommData, Outgoing extends CommData = CommData> {
  readonly id: string
  readonly target: string
  readonly #outlet: Outlet
  #message: (message: CommMessage<Incoming>) => void | Promise<void> = () => {}
  #closed: (message: CommMessage<Incoming>) => void | Promise<void> = () => {}

  constructor(outlet: Outlet, id: string, target: string) {
    this.#outlet = outlet
    this.id = id
    this.target = target
    outlet.listeners.comms.set(id, ({ type, data, metadata, buffers }) => {
      const message = { data: data as Incoming, metadata, buffers }
      if (type !== 'comm_close') return this.#message(message)
      outlet.listeners.comms.delete(id)
      return this.#closed(message)
    })
  }

  /** Sends to the front end. Throws a TypeError if the comm is closed. */
  send(data: Outgoing, extra: CommExtra = {}): void {
    if (!this.isOpen) throw new TypeError(`The comm "${this.target}" is closed. Open another one to go on.`)
    broadcast(this.#outlet, 'comm_msg', { comm_id: this.id, data }, extra)
  }

  /** Calls `listener` with each message of the front end, instead of an earlier listener. */
  onMessage(listener: (message: CommMessage<Incoming>) => void | Promise<void>): this {
    this.#message = listener
    return this
  }

  /** Calls `listener` once, when the front end closes the comm. */
  onClose(listener: (message: CommMessage<Incoming>) => void | Promise<void>): this {
    this.#closed = listener
    return this
  }

  /** Ends the conversation from this end. Closing twice does nothing. */
  close(data: CommData = {}, extra: CommExtra = {}): void {
    if (!this.isOpen) return
    this.#outlet.listeners.comms.delete(this.id)
    broadcast(this.#outlet, 'comm_close', { comm_id: this.id, data }, extra)
  }

  get isOpen(): boolean {
    return this.#outlet.listeners.comms.has(this.id)
  }
}

/**
 * Opens a comm to the program that is registered in the front end under `target`.
 *
 *     const slider = openComm<{ value: number }>('my-slider', { min: 1, max: 9 })
 *     slider.onMessage(({ data }) => console.log(data.value))
 *
 * Throws an Error outside a notebook.
 */
export function openComm<Incoming extends CommData = CommData, Outgoing extends CommData = CommData>(
  target: string,
  data: CommData = {},
  extra: CommExtra = {},
): Comm<Incoming, Outgoing> {
  const outlet = outletFor('openComm()')
  const comm = new Comm<Incoming, Outgoing>(outlet, randomUUID().replaceAll('-', ''), target)
  broadcast(outlet, 'comm_open', { comm_id: comm.id, target_name: target, data }, extra)
  return comm
}

/**
 * Calls `opened` whenever the front end opens a comm to `target`, instead of an earlier listener.
 *
 *     onComm<{ ask: string }, { answer: number }>('oracle', (comm) => {
 *       comm.onMessage(({ data }) => comm.send({ answer: data.ask.length }))
 *     })
 *
 * Throws an Error outside a notebook.
 */
export function onComm<Incoming extends CommData = CommData, Outgoing extends CommData = CommData>(
  target: string,
  opened: (comm: Comm<Incoming, Outgoing>, message: CommMessage<Incoming>) => void | Promise<void>,
): void {
  const outlet = outletFor('onComm()')
  outlet.listeners.targets.set(target, ({ id, data, metadata, buffers }) =>
    opened(new Comm(outlet, id, target), { data: data as Incoming, metadata, buffers }),
  )
}

function broadcast(outlet: Outlet, type: string, content: CommData, { metadata = {}, buffers = [] }: CommExtra): void {
  outlet.broadcast({ type, content, metadata, buffers })
}

function outletFor(caller: string): Outlet {
  const outlet = kernelOutlet()
  if (outlet) return outlet
  throw new Error(`${caller} needs a notebook, since there is no front end to talk to here. Run it in a cell.`)
}
