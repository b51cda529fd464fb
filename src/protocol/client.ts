// A front end's side of the wire: asks a kernel over real zeromq and hears what it broadcasts.
// Rule: a request is done when both its reply and its `idle` have come, because the two travel on sockets of their own.
import { setTimeout as sleep } from 'node:timers/promises'
import { Dealer, Subscriber } from 'zeromq'
import { Codec, type Envelope } from './codec.ts'
import { address, type Connection } from './connection.ts'
import type { AnswerOf, Broadcasts, BroadcastType, Requests, RequestType } from './messages.ts'

/** A broadcast and the id of the request that it belongs to (empty for none). */
export type Heard = { [T in BroadcastType]: { type: T; parent: string; content: Broadcasts[T] } }[BroadcastType]

/** A request on its way: its id, under which broadcasts come, and its answer. */
export interface Pending<T extends RequestType> {
  id: string
  answer: Promise<AnswerOf<T>>
}

export interface Client {
  ask<T extends RequestType>(
    channel: 'shell' | 'control',
    type: T,
    content: Requests[T]['ask'],
    metadata?: Record<string, unknown>,
  ): Pending<T>
  /** Gives up every pending request with this error, and closes the sockets. */
  close(reason: Error): void
}

interface Waiting {
  answer?: object
  idle: boolean
  resolve(answer: object): void
  reject(error: Error): void
}

/** Connects to a kernel that may still be starting; zeromq keeps trying. `hear` gets every broadcast, in order. */
export function connect(connection: Connection, hear: (heard: Heard) => void): Client {
  const codec = new Codec(connection.key)
  const quick = { linger: 0, reconnectInterval: 20 }
  const sockets = { shell: new Dealer(quick), control: new Dealer(quick), iopub: new Subscriber(quick) }
  for (const channel of ['shell', 'control', 'iopub'] as const) sockets[channel].connect(address(connection, channel))
  sockets.iopub.subscribe()

  const waiting = new Map<string, Waiting>()
  const advance = (id: string, change: Partial<Waiting>) => {
    const request = waiting.get(id)
    if (!request) return
    Object.assign(request, change)
    if (!request.answer || !request.idle) return
    waiting.delete(id)
    request.resolve(request.answer)
  }
  for (const channel of ['shell', 'control'] as const) {
    void listen(sockets[channel], codec, ({ parent, content }) => advance(parentId(parent), { answer: content }))
  }
  void listen(sockets.iopub, codec, ({ header, parent, content }) => {
    const heard = { type: header.msg_type, parent: parentId(parent), content } as Heard
    hear(heard)
    if (heard.type === 'status' && heard.content.execution_state === 'idle') advance(heard.parent, { idle: true })
  })

  return {
    ask<T extends RequestType>(
      channel: 'shell' | 'control',
      type: T,
      content: Requests[T]['ask'],
      metadata: Record<string, unknown> = {},
    ) {
      const header = codec.header(type)
      const answer = new Promise<object>((resolve, reject) => {
        waiting.set(header.msg_id, { idle: false, resolve, reject })
        sockets[channel].send(codec.encode({ identities: [], header, parent: {}, metadata, content })).catch(reject)
      })
      return { id: header.msg_id, answer: answer as Promise<AnswerOf<T>> }
    },
    close(reason) {
      for (const request of waiting.values()) request.reject(reason)
      waiting.clear()
      for (const socket of Object.values(sockets)) if (!socket.closed) socket.close()
    },
  }
}

/**
 * Waits until the kernel answers and its broadcasts arrive: a subscription takes a moment to reach it, so a first `idle` can be
 * lost. Returns the kernel's description of itself.
 */
export async function ready(client: Client): Promise<Requests['kernel_info_request']['answer']> {
  for (;;) {
    const { answer } = client.ask('shell', 'kernel_info_request', {})
    const info = await Promise.race([answer, sleep(250)])
    if (info && 'language_info' in info) return info
    answer.catch(() => {})
  }
}

async function listen(socket: Dealer | Subscriber, codec: Codec, take: (envelope: Envelope) => void): Promise<void> {
  for await (const frames of socket) {
    const envelope = codec.decode(frames)
    if (!('rejected' in envelope)) take(envelope)
  }
}

function parentId(parent: Envelope['parent']): string {
  return 'msg_id' in parent ? parent.msg_id : ''
}
