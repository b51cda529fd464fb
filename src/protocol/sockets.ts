// The kernel's five sockets over zeromq, and typed sending on them.
// Rule: each socket sends from one queue, in order, and never drops (no high-water mark); a broadcast and a reply are
// always made from the request that they belong to.
import { writeSync } from 'node:fs'
import { Publisher, Reply, Router } from 'zeromq'
import { Codec } from './codec.ts'
import { address, type Channel, type Connection } from './connection.ts'
import {
  type AnswerOf,
  type Broadcasts,
  type BroadcastType,
  type Header,
  isRequestType,
  type Request,
  type RequestType,
} from './messages.ts'

/** What the kernel needs of the wire: requests in, answers and broadcasts out. */
export interface Wire {
  requests(channel: 'shell' | 'control'): AsyncIterable<Request>
  reply<T extends RequestType>(channel: 'shell' | 'control', request: Request & { type: T }, content: AnswerOf<T>): void
  /** Broadcasts on IOPub under the given request; under none while starting. */
  publish<T extends BroadcastType>(parent: Header | undefined, type: T, content: Broadcasts[T]): void
  /** Resolves when everything queued has been handed to zeromq, then closes. */
  close(): Promise<void>
}

/** Binds all five sockets. Throws an Error that names the socket and the address that could not be bound. */
export async function bind(connection: Connection): Promise<Wire> {
  const endless = { sendHighWaterMark: 0, linger: 1000 }
  const routers = { shell: new Router(endless), control: new Router(endless), stdin: new Router(endless) }
  const sockets = { ...routers, iopub: new Publisher(endless), hb: new Reply() }
  for (const [channel, socket] of Object.entries(sockets)) {
    await bindOne(socket, address(connection, channel as Channel))
  }
  void echo(sockets.hb)

  const codec = new Codec(connection.key)
  const senders = {
    shell: new Sender(sockets.shell),
    control: new Sender(sockets.control),
    iopub: new Sender(sockets.iopub),
  }
  return {
    requests: (channel) => requests(sockets[channel], codec),
    reply(channel, request, content) {
      const header = codec.header(request.type.replace('_request', '_reply'))
      const { identities, header: parent } = request
      senders[channel].send(codec.encode({ identities, header, parent, metadata: {}, content }))
    },
    publish(parent, type, content) {
      const topic = Buffer.from(`kernel.${codec.session}.${type}`)
      const header = codec.header(type)
      senders.iopub.send(codec.encode({ identities: [topic], header, parent: parent ?? {}, metadata: {}, content }))
    },
    async close() {
      await Promise.all(Object.values(senders).map((sender) => sender.drained))
      for (const socket of Object.values(sockets)) socket.close()
    },
  }
}

async function bindOne(socket: Router | Publisher | Reply, at: string): Promise<void> {
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

async function* requests(socket: Router, codec: Codec): AsyncIterable<Request> {
  for await (const frames of socket) {
    const envelope = codec.decode(frames)
    if ('rejected' in envelope) {
      log(`A message was dropped: ${envelope.rejected}.`)
      continue
    }
    const { header, metadata, content, identities } = envelope
    if (!isRequestType(header.msg_type)) {
      log(`A message was dropped: this kernel does not know "${header.msg_type}".`)
      continue
    }
    yield { type: header.msg_type, header, metadata, content, identities } as Request
  }
}

/** One queue for one socket: zeromq takes a second `send` only after the first is done. */
class Sender {
  readonly #socket: Router | Publisher
  drained: Promise<void> = Promise.resolve()

  constructor(socket: Router | Publisher) {
    this.#socket = socket
  }

  send(frames: Buffer[]): void {
    this.drained = this.drained
      .then(() => this.#socket.send(frames))
      .catch((error: Error) => log(`A message could not be sent: ${error.message}.`))
  }
}

/** The kernel's own log: the terminal or file of whoever started the kernel, never the notebook. */
function log(line: string): void {
  writeSync(2, `tensorcell: ${line}\n`)
}
