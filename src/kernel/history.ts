// The cells of this session, for the arrow keys and the search of a console.
// Rule: this session alone; it has the number 1, and 0 means the same, as in IPython.
import type { HistoryEntry, HistoryRequest } from '../protocol/messages.ts'

interface Line {
  line: number
  input: string
  output: string | null
}

const session = 1

export class History {
  readonly #lines: Line[] = []

  add(line: number, input: string): void {
    this.#lines.push({ line, input, output: null })
  }

  /** What the newest cell showed as its result. */
  result(output: string): void {
    const newest = this.#lines.at(-1)
    if (newest) newest.output = output
  }

  /** Answers a history_request (https://jupyter-client.readthedocs.io/en/stable/messaging.html#history). */
  entries({ output = false, ...request }: HistoryRequest): HistoryEntry[] {
    return this.#select(request).map((entry) => [
      session,
      entry.line,
      output ? [entry.input, entry.output] : entry.input,
    ])
  }

  #select({ hist_access_type = 'tail', ...request }: HistoryRequest): Line[] {
    if (hist_access_type === 'range') return this.#range(request)
    const found = hist_access_type === 'search' ? this.#search(request) : this.#lines
    const { n = found.length } = request
    return n > 0 ? found.slice(-n) : []
  }

  /** From `start` up to, not including, `stop`, in execution counts. Sessions before this one are not kept. */
  #range({ session: asked = 0, start = 1, stop = Number.POSITIVE_INFINITY }: HistoryRequest): Line[] {
    if (asked !== 0 && asked !== session) return []
    return this.#lines.filter(({ line }) => line >= start && line < stop)
  }

  #search({ pattern = '*', unique = false }: HistoryRequest): Line[] {
    const matcher = glob(pattern)
    const found = this.#lines.filter(({ input }) => matcher.test(input))
    return unique
      ? found.filter(({ input }, at) => found.findLastIndex((later) => later.input === input) === at)
      : found
  }
}

/** `*` is any text, `?` any character; the whole input must match. */
function glob(pattern: string): RegExp {
  const escaped = pattern
    .replaceAll(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll(/\*+/g, '[^]*')
    .replaceAll('?', '[^]')
  return new RegExp(`^${escaped}$`)
}
