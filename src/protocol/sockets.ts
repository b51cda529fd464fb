// The kernel's five sockets over zeromq, and typed sending on them.
// Rule: each socket sends from one queue, in order, and never drops (no high-water mark); a broadcast and a reply are
// always made from the request that they belong to.
import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Reply, Router, XPublisher } from 'zeromq'
import { Codec } from './codec.ts'
import { address, type Channel, type Connection } from './connection.ts'
import { isIncomingType, withoutNulls } from './contents.ts'
import type {
  AnswerOf,
  Broadcasts,
  BroadcastType,
  Header,
  Incoming,
  InputRequest,
  Request,
  RequestType,
} from './messages.ts'

/** What travels beside the content: metadata of the message, and bytes that JSON would only make larger. */
export interface Extra {
  metadata?: Record<string, unknown>
  buffers?: Uint8Array[]
}

/** What the kernel needs of the wire: requests in, answers and broadcasts out. */
export interface Wire {
  /** Every message of a type that we know. Its content is yet to be looked at (`mistakeIn`). */
  incoming(channel: 'shell' | 'control'): AsyncIterable<Incoming>
  reply<T extends RequestType>(channel: 'shell' | 'control', request: Request & { type: T }, content: AnswerOf<T>): void
  /** Broadcasts on IOPub under the given request; under none while starting. */
  publish<T extends BroadcastType>(parent: Header | undefined, type: T, content: Broadcasts[T], extra?: Extra): void
  /** Asks the person at the front end that sent `request`. What they type comes to whoever hears `answers`. */
  ask(request: Request, question: InputRequest): void
  answers(): AsyncIterable<string>
  /** Resolves when everything queued has been handed to zeromq, then closes: from then on nothing is sent. */
  close(): Promise<void>
}

/** A message larger than this lets the sockets' other work go first: making it takes some milliseconds. */
const largeBytes = 1 << 20

/** Binds all five sockets. Throws an Error that names the socket and the address that could not be bound. */
export async function bind(connection: Connection): Promise<Wire> {
  const endless = { sendHighWaterMark: 0, linger: 1000, ...encryption(connection) }
  const routers = { shell: new Router(endless), control: new Router(endless), stdin: new Router(endless) }
  const iopub = new ManualPublisher({ ...endless, verbosity: 'allSubs', manual: true })
  const sockets = { ...routers, iopub, hb: new Reply(encryption(connection)) }
  const close = () => {
    for (const socket of Object.values(sockets)) socket.close()
  }
  for (const [channel, socket] of Object.entries(sockets)) {
    await bindOne(socket, address(connection, channel as Channel)).catch((error) => {
      // zeromq aborts the process when a thread ends with sockets open.
      close()
      throw error
    })
  }

  const codec = new Codec(connection.key)
  const nothing = { parent: {}, metadata: {}, buffers: [] }
  const senders = {
    shell: new Sender(sockets.shell),
    control: new Sender(sockets.control),
    stdin: new Sender(sockets.stdin),
    iopub: new Sender(iopub),
  }
  void echo(sockets.hb)
  void welcome(iopub, (subscription) => {
    const header = codec.header('iopub_welcome')
    const content = { subscription: subscription.toString() }
    senders.iopub.send(() => codec.encode({ ...nothing, identities: [subscription], header, content }))
  })
  return {
    incoming: (channel) => incoming(sockets[channel], codec),
    reply(channel, request, content) {
      const header = codec.header(request.type.replace('_request', '_reply'))
      const { identities, header: parent } = request
      senders[channel].send(() => codec.encode({ ...nothing, identities, header, parent, content }))
    },
    publish(parent = undefined, type, content, { metadata = {}, buffers = [] } = {}) {
      const identities = [Buffer.from(`kernel.${codec.session}.${type}`)]
      const envelope = { identities, header: codec.header(type), parent: parent ?? {}, metadata, content }
      senders.iopub.send(() => codec.encode({ ...envelope, buffers: buffers.map((bytes) => Buffer.from(bytes)) }))
    },
    ask({ identities, header: parent }, content) {
      const header = codec.header('input_request')
      senders.stdin.send(() => codec.encode({ ...nothing, identities, header, parent, content: { ...content } }))
    },
    answers: () => answers(sockets.stdin, codec),
    async close() {
      await Promise.all(Object.values(senders).map((sender) => sender.end()))
      close()
    },
  }
}

/** With keys in the connection file every socket is a CurveZMQ server: who has no key gets nothing. */
function encryption({ curve_secretkey }: Connection): { curveServer?: boolean; curveSecretKey?: string } {
  return curve_secretkey === undefined ? {} : { curveServer: true, curveSecretKey: curve_secretkey }
}

async function bindOne(socket: Router | XPublisher | Reply, at: string): Promise<void> {
  try {
    await socket.bind(at)
  } catch (cause) {
    throw new Error(`The kernel cannot listen at ${at}: ${(cause as Error).message}. Start it again, on other ports.`, {
      cause,
    })
  }
}

/** The heartbeat: what comes goes back. */
async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames)
}

/** A subscription is a frame of 1 and the topic; 0 ends it (https://rfc.zeromq.org/spec/29/). */
async function welcome(socket: ManualPublisher, greet: (subscription: Buffer) => void): Promise<void> {
  for await (const [frame] of socket) {
    if (frame?.[0] !== 1) continue
    socket.accept(frame.subarray(1))
    greet(frame.subarray(1))
  }
}

/** Subscriptions count from when they are accepted: else a broadcast could come before the welcome. */
class ManualPublisher extends XPublisher {
  /** Accepts the subscription that was received last (ZMQ_SUBSCRIBE, of which zeromq.js has no name for this socket). */
  accept(subscription: Buffer): void {
    this.setStringOption(6, subscription)
  }
}

async function* incoming(socket: Router, codec: Codec): AsyncIterable<Incoming> {
  for await (const frames of socket) {
    const envelope = codec.decode(frames)
    if ('rejected' in envelope) {
      log(`A message was dropped: ${envelope.rejected}.`)
      continue
    }
    const { header, metadata, content, identities, buffers } = envelope
    if (!isIncomingType(header.msg_type)) {
      log(`A message was dropped: this kernel does not know ${JSON.stringify(header.msg_type.slice(0, 80))}.`)
      continue
    }
    yield { type: header.msg_type, header, metadata, content: withoutNulls(content), identities, buffers } as Incoming
  }
}

async function* answers(socket: Router, codec: Codec): AsyncIterable<string> {
  for await (const frames of socket) {
    const envelope = codec.decode(frames)
    if ('rejected' in envelope) log(`A message was dropped: ${envelope.rejected}.`)
    else if ('value' in envelope.content) yield String(envelope.content.value)
  }
}

/** One queue for one socket: zeromq takes a second `send` only after the first is done. */
class Sender {
  readonly #socket: Router | XPublisher
  #drained: Promise<void> = Promise.resolve()
  #ended = false

  constructor(socket: Router | XPublisher) {
    this.#socket = socket
  }

  send(make: () => Buffer[]): void {
    if (this.#ended) return
    this.#drained = this.#drained
      .then(() => this.#send(make()))
      .catch((error: Error) => log(`A message could not be sent: ${error.message}.`))
  }

  end(): Promise<void> {
    this.#ended = true
    return this.#drained
  }

  async #send(frames: Buffer[]): Promise<void> {
    await this.#socket.send(frames)
    if (frames.reduce((sum, { length }) => sum + length, 0) > largeBytes) await setImmediate()
  }
}

/** The kernel's own log: the terminal or file of whoever started the kernel, never the notebook. */
function log(line: string): void {
  writeSync(2, `tensorcell: ${line}\n`)
}
