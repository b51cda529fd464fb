// Frames to messages and back: `[identities…] <IDS|MSG> signature header parent metadata content [buffers…]`.
// Rule: the signature is verified over the bytes that came, before anything is parsed; strict in what we send, lenient in
// what we receive (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Header } from './messages.ts'

const delimiter = Buffer.from('<IDS|MSG>')
const protocolVersion = '5.5'

/** A message as it travels, its content not yet typed. */
export interface Envelope {
  identities: Buffer[]
  header: Header
  /** The header of the request that this message belongs to; empty for none. */
  parent: Header | Record<string, never>
  metadata: Record<string, unknown>
  content: object
}

/** Frames that are not a message we may trust. */
export interface Rejected {
  rejected: 'no delimiter' | 'too few frames' | 'bad signature' | 'not JSON' | 'no message type'
}

/** Seals and opens the messages of one session: one key, one session id. */
export class Codec {
  readonly session = randomUUID()
  readonly #key: string

  constructor(key: string) {
    this.#key = key
  }

  /** A header for a new message of this session. */
  header(type: string): Header {
    return {
      msg_id: randomUUID(),
      session: this.session,
      username: 'tensorcell',
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    }
  }

  encode({ identities, header, parent, metadata, content }: Envelope): Buffer[] {
    const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)))
    return [...identities, delimiter, Buffer.from(this.#sign(parts)), ...parts]
  }

  decode(frames: Buffer[]): Envelope | Rejected {
    const at = frames.findIndex((frame) => frame.equals(delimiter))
    if (at < 0) return { rejected: 'no delimiter' }
    const [signature, ...parts] = frames.slice(at + 1, at + 6)
    if (!signature || parts.length < 4) return { rejected: 'too few frames' }
    if (!this.#verify(signature, parts)) return { rejected: 'bad signature' }
    const parsed = parse(parts)
    if (!parsed) return { rejected: 'not JSON' }
    const [header, parent, metadata, content] = parsed as unknown as [Header, Header, Record<string, unknown>, object]
    if (typeof header.msg_type !== 'string') return { rejected: 'no message type' }
    return { identities: frames.slice(0, at), header, parent, metadata, content }
  }

  #sign(parts: Buffer[]): string {
    if (this.#key === '') return ''
    const hmac = createHmac('sha256', this.#key)
    for (const part of parts) hmac.update(part)
    return hmac.digest('hex')
  }

  #verify(signature: Buffer, parts: Buffer[]): boolean {
    const expected = Buffer.from(this.#sign(parts))
    return signature.length === expected.length && timingSafeEqual(signature, expected)
  }
}

function parse(parts: Buffer[]): object[] | undefined {
  try {
    const values = parts.map((part) => JSON.parse(part.toString()) as unknown)
    return values.every((value) => typeof value === 'object' && value !== null) ? (values as object[]) : undefined
  } catch {
    return undefined
  }
}
