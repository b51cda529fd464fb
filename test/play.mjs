// Plays a transcript: a conversation with the kernel, line by line, whatever wire it travels on.
// Rule: each line sends one message or is exactly the next one of its channel; when a transcript ends, nothing is left unread.
//
//     > shell a execute_request {"code":"1 + 1"}
//     < iopub a status {"execution_state":"busy"}
//
// `a` names the request and what belongs to it. Execution counts are counted from the transcript's first cell; "…" is any value.
// Bytes follow the content as hexadecimal: `[ff00]`.
import { isDeepStrictEqual } from 'node:util'

const patienceMs = 20_000

export class Player {
  #post
  #unread = { shell: [], control: [], iopub: [], stdin: [] }
  #wake = () => {}
  #ids = new Map()
  /** The execution count before the transcript began. */
  #count = 0

  /** `post` sends a message and returns its id. */
  constructor(post) {
    this.#post = post
  }

  hear(message) {
    this.#unread[message.channel].push(message)
    this.#wake()
  }

  send(channel, type, content, buffers = []) {
    return this.#post(channel, type, content, buffers)
  }

  /** Asks until the kernel answers and its broadcasts are heard; what came before is passed over. */
  async ready() {
    while (!(await this.#idle(this.send('shell', 'kernel_info_request', {}), 250))) {}
    // Answers to earlier ones that were only late come before this one.
    await this.#idle(this.send('shell', 'kernel_info_request', {}), patienceMs)
    for (const channel of Object.keys(this.#unread)) this.#unread[channel] = []
  }

  /** The first line that is not so, and what came instead; null for a transcript that is so. */
  async play(transcript) {
    this.#ids = new Map()
    const mistake = await this.#lines(transcript)
    const left = await this.#end()
    return mistake ?? left
  }

  async #lines(transcript) {
    for (const line of transcript.split('\n').map((text) => text.trim())) {
      const { sends, channel, name, type, content, buffers } = parse(line)
      if (sends) {
        this.#ids.set(name, this.send(channel, type, content, buffers))
        continue
      }
      const came = await this.#next(channel)
      if (!came) return `${line}\nnothing came`
      const bytes = came.buffers.map((buffer) => Buffer.from(buffer).toString('hex'))
      const actual = [this.#name(came.parent), came.type, this.#relative(came.content), bytes]
      if (matches(actual, [name, type, content, buffersOf(buffers)])) continue
      return `${line}\n< ${channel} ${actual.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`
    }
    return null
  }

  /** After a last request nothing may come but its own answer. */
  async #end() {
    const id = this.send('shell', 'history_request', { hist_access_type: 'tail', n: 1 })
    await this.#idle(id, patienceMs)
    const reply = this.#unread.shell.find(({ parent }) => parent === id)
    this.#count = reply?.content.history[0]?.[1] ?? 0
    const left = Object.entries(this.#unread).flatMap(([channel, messages]) =>
      messages.filter(({ parent }) => parent !== id).map((message) => ({ ...message, channel })),
    )
    for (const channel of Object.keys(this.#unread)) this.#unread[channel] = []
    if (left.length === 0) return null
    const [{ channel, parent, type, content }] = left
    return `unread\n< ${channel} ${this.#name(parent)} ${type} ${JSON.stringify(content)}`
  }

  /** Whether both the reply and the idle of a request come in time. */
  async #idle(id, limitMs) {
    const end = performance.now() + limitMs
    const isIdle = ({ parent, content }) => parent === id && content.execution_state === 'idle'
    while (!this.#unread.iopub.some(isIdle) || !this.#unread.shell.some(({ parent }) => parent === id)) {
      if (!(await this.#message(end - performance.now()))) return false
    }
    return true
  }

  async #next(channel) {
    const end = performance.now() + patienceMs
    while (this.#unread[channel].length === 0) if (!(await this.#message(end - performance.now()))) return undefined
    return this.#unread[channel].shift()
  }

  #message(limitMs) {
    if (limitMs <= 0) return false
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), limitMs)
      this.#wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }

  #name(id) {
    return [...this.#ids].find(([, known]) => known === id)?.[0] ?? id
  }

  #relative(content) {
    const { execution_count: count } = content
    return count > 0 ? { ...content, execution_count: count - this.#count } : content
  }
}

function parse(line) {
  const [direction, channel, name, type, ...rest] = line.split(' ')
  const [, json, hex] = /^(.*?)((?: \[[0-9a-f]*\])*)$/.exec(rest.join(' '))
  const buffers = [...hex.matchAll(/[0-9a-f]+/g)].map(([bytes]) => Buffer.from(bytes, 'hex'))
  return { sends: direction === '>', channel, name, type, content: JSON.parse(json), buffers }
}

function buffersOf(buffers) {
  return buffers.map((buffer) => buffer.toString('hex'))
}

/** The same, but for what is "…". */
function matches(actual, expected) {
  if (expected === '…') return true
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return isDeepStrictEqual(actual, expected)
  }
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)])
  return (
    Array.isArray(actual) === Array.isArray(expected) && [...keys].every((key) => matches(actual[key], expected[key]))
  )
}
