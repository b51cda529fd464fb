// Frames to messages and back: `[identities…] <IDS|MSG> signature header parent metadata content [buffers…]`.
// Rule: the signature is verified over the bytes that came, before anything is parsed; strict in what we send, lenient in
// what we receive (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Header } from './messages.ts'

const delimiter = Buffer.from('<IDS|MSG>')
const protocolVersion = '5.5'

/** So many signatures are remembered, to recognise a message that somebody sends again. As many as jupyter_client does. */
const remembered = 65_536

/** A message as it travels, its content not yet typed. */
export interface Envelope {
  identities: Buffer[]
  header: Header
  /** The header of the request that this message belongs to; empty for none. */
  parent: Header | Record<string, never>
  metadata: Record<string, unknown>
  content: object
  buffers: Buffer[]
}

/** Frames that are not a message we may trust. */
export interface Rejected {
  rejected: 'no delimiter' | 'too few frames' | 'bad signature' | 'sent twice' | 'not JSON' | 'no message type'
}

/** Seals and opens the messages of one session: one key, one session id. */
export class Codec {
  readonly session = randomUUID()
  readonly #key: string
  readonly #seen = new Set<string>()

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

  encode({ identities, header, parent, metadata, content, buffers }: Envelope): Buffer[] {
    const parts = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)))
    return [...identities, delimiter, Buffer.from(this.#sign(parts)), ...parts, ...buffers]
  }

  decode(frames: Buffer[]): Envelope | Rejected {
    const at = frames.findIndex((frame) => frame.equals(delimiter))
    if (at < 0) return { rejected: 'no delimiter' }
    const [signature, ...rest] = frames.slice(at + 1)
    const parts = rest.slice(0, 4)
    if (!signature || parts.length < 4) return { rejected: 'too few frames' }
    if (!this.#verify(signature, parts)) return { rejected: 'bad signature' }
    if (!this.#isNew(signature)) return { rejected: 'sent twice' }
    const parsed = parse(parts)
    if (!parsed) return { rejected: 'not JSON' }
    const [header, parent, metadata, content] = parsed
    const from = headerOf(header!)
    if (!from) return { rejected: 'no message type' }
    return {
      identities: frames.slice(0, at),
      header: from,
      parent: headerOf(parent!) ?? {},
      metadata: metadata!,
      content: content!,
      buffers: rest.slice(4),
    }
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

  /** Who listens on the network could send a signed message again; a message id makes every signature another one. */
  #isNew(signature: Buffer): boolean {
    if (this.#key === '') return true
    const digest = signature.toString()
    if (this.#seen.has(digest)) return false
    this.#seen.add(digest)
    if (this.#seen.size > remembered) this.#seen.delete(this.#seen.values().next().value!)
    return true
  }
}

function parse(parts: Buffer[]): Record<string, unknown>[] | undefined {
  try {
    const values = parts.map((part): unknown => JSON.parse(part.toString()))
    return values.every(isObject) ? values : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A header with its flat fields alone, known or not: it is sent back with everything that answers it, and what is nested
 * without end could be parsed but not be written again.
 */
function headerOf(fields: Record<string, unknown>): Header | undefined {
  const { msg_id, msg_type } = fields
  if (typeof msg_id !== 'string' || typeof msg_type !== 'string') return undefined
  const flat = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return { session: '', username: '', date: '', version: '', ...Object.fromEntries(flat), msg_id, msg_type }
}
