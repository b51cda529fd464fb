// Plain data as text, for the way between a grader and the process that runs a submission.
// Rule: JSON, with a mark for each number and value that JSON would lose; reading it runs no code of the other side.

/** What JSON cannot say, and the name by which it travels. */
const names = new Map<unknown, string>([
  [undefined, 'undefined'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
])
const values = new Map([...names].map(([value, name]) => [name, value]))

const mark = '$'

/**
 * Numbers, strings, booleans, null, undefined, arrays and plain objects as text.
 *
 *     decode(encode([1, NaN, undefined]))  →  [1, NaN, undefined]
 */
export function encode(value: unknown): string {
  return JSON.stringify(marked(value))
}

/** What `encode` was given. Throws a SyntaxError for what is no JSON. */
export function decode(text: string): unknown {
  return unmarked(JSON.parse(text))
}

function marked(value: unknown): unknown {
  if (Object.is(value, -0)) return { [mark]: '-0' }
  const name = names.get(value)
  if (name !== undefined) return { [mark]: name }
  if (Array.isArray(value)) return value.map(marked)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [key, marked(part)])
  return mark in value ? { [mark]: 'object', entries } : Object.fromEntries(entries)
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked)
  if (typeof value !== 'object' || value === null) return value
  if (!(mark in value)) return fromEntries(Object.entries(value))
  if (value[mark] === '-0') return -0
  if (value[mark] === 'object' && 'entries' in value) return fromEntries(value.entries as [string, unknown][])
  return values.get(String(value[mark]))
}

/** `__proto__` as a key is a key. */
function fromEntries(entries: [string, unknown][]): unknown {
  return Object.fromEntries(entries.map(([key, part]) => [key, unmarked(part)]))
}
