// A front end's side of the wire: asks a kernel over real zeromq and hears what it broadcasts.
// Rule: a request is done when both its reply and its `idle` have come, because the two travel on sockets of their own.
import { setTimeout as sleep } from 'node:timers/promises'
import { Dealer, Subscriber } from 'zeromq'
import { Codec, type Envelope } from './codec.ts'
import { address, type Connection } from './connection.ts'
import type {
  AnswerOf,
  Broadcasts,
  CommMessages,
  CommMessageType,
  InputRequest,
  Requests,
  RequestType,
} from './messages.ts'

/** A broadcast, or a question to us, and the id of the request that it belongs to (empty for none). */
export type Heard = { [T in keyof Audible]: { type: T; parent: string; content: Audible[T] } }[keyof Audible]
type Audible = Broadcasts & { input_request: InputRequest }

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
  /** Tells a comm something; the kernel sends no reply. Returns the message's id, under which broadcasts come. */
  tell<T extends CommMessageType>(type: T, content: CommMessages[T], buffers?: Buffer[]): string
  /** Answers an `input_request`. */
  input(value: string): void
  /** Gives up every pending request with this error, and closes the sockets. */
  close(reason: Error): void
}

interface Waiting {
  answer?: object
  idle: boolean
  resolve(answer: object): void
  reject(error: Error): void
}

/** Connects to a kernel that may still be starting; zeromq keeps trying. `hear` gets every broadcast with its bytes, in order. */
export function connect(connection: Connection, hear: (heard: Heard, buffers: Buffer[]) => void): Client {
  const codec = new Codec(connection.key)
  const quick = { linger: 0, reconnectInterval: 20, ...encryption(connection) }
  // The kernel sends its questions to the stdin socket by the identity that it knows from shell.
  const named = { ...quick, routingId: codec.session }
  const sockets = {
    shell: new Dealer(named),
    control: new Dealer(quick),
    stdin: new Dealer(named),
    iopub: new Subscriber(quick),
  }
  for (const channel of ['shell', 'control', 'stdin', 'iopub'] as const) {
    sockets[channel].connect(address(connection, channel))
  }
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
  for (const channel of ['iopub', 'stdin'] as const)
    void listen(sockets[channel], codec, (envelope) => {
      const { header, parent, content, buffers } = envelope
      const heard = { type: header.msg_type, parent: parentId(parent), content } as Heard
      hear(heard, buffers)
      if (heard.type === 'status' && heard.content.execution_state === 'idle') advance(heard.parent, { idle: true })
    })

  const send = (
    channel: 'shell' | 'control' | 'stdin',
    envelope: Pick<Envelope, 'header' | 'content'> & Partial<Envelope>,
  ) => sockets[channel].send(codec.encode({ identities: [], parent: {}, metadata: {}, buffers: [], ...envelope }))

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
        send(channel, { header, metadata, content }).catch(reject)
      })
      return { id: header.msg_id, answer: answer as Promise<AnswerOf<T>> }
    },
    tell(type, content, buffers = []) {
      const header = codec.header(type)
      void send('shell', { header, content, buffers })
      return header.msg_id
    },
    input: (value) => void send('stdin', { header: codec.header('input_reply'), content: { value } }),
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

/** jupyter_client gives a front end the kernel's own pair of keys. */
function encryption({ curve_publickey, curve_secretkey }: Connection): object {
  if (curve_publickey === undefined) return {}
  return { curveServerKey: curve_publickey, curvePublicKey: curve_publickey, curveSecretKey: curve_secretkey }
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
