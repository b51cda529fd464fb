// What cells emit, on its way to the front end: each under the request that caused it.
// Rule: order is kept; texts of one stream that follow each other are joined, so that 20,000 lines are not 20,000 messages.
import type { Header } from '../protocol/messages.ts'
import type { Wire } from '../protocol/sockets.ts'

/** How long text waits for more text. A person sees no difference, and a loop of prints becomes few messages. */
const joinMs = 10

/** Joined text longer than this goes at once: a front end takes many messages more easily than a huge one. */
const joinLength = 1 << 20

interface Text {
  parent: Header
  name: 'stdout' | 'stderr'
  text: string[]
  length: number
}

export class Outputs {
  readonly #wire: Wire
  readonly #parents = new Map<number, Header>()
  #pending: Text | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(wire: Wire) {
    this.#wire = wire
  }

  /** From now on, what the cell emits belongs to this request. A cell never announced emits nothing. */
  announce(cell: number, parent: Header): void {
    this.#parents.set(cell, parent)
  }

  stream(cell: number, name: 'stdout' | 'stderr', text: string): void {
    const parent = this.#parents.get(cell)
    if (!parent || text === '') return
    if (this.#pending?.parent === parent && this.#pending.name === name) {
      this.#pending.text.push(text)
      this.#pending.length += text.length
    } else {
      this.flush()
      this.#pending = { parent, name, text: [text], length: text.length }
      this.#timer ??= setTimeout(() => this.flush(), joinMs)
    }
    if (this.#pending.length > joinLength) this.flush()
  }

  /** Publishes anything but a stream, after the streams before it. */
  publish: Wire['publish'] = (parent, type, content, extra) => {
    this.flush()
    this.#wire.publish(parent, type, content, extra)
  }

  /** The request that a cell's outputs belong to, if they are shown at all. */
  parentOf(cell: number): Header | undefined {
    return this.#parents.get(cell)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#pending) return
    const { parent, name, text } = this.#pending
    this.#pending = undefined
    this.#wire.publish(parent, 'stream', { name, text: text.join('') })
  }
}
