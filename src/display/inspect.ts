// A value as text, as Node's own REPL prints it, within limits that keep a notebook readable.
// Rule: never throws and never floods, whatever the value is: the text of a result must not cost the cell.
import { type InspectOptions, inspect, types } from 'node:util'

// Node's REPL shows proxies as proxies; that also keeps their traps from running.
const options: InspectOptions = {
  depth: 3,
  maxArrayLength: 100,
  maxStringLength: 10_000,
  showProxy: true,
  colors: false,
}

// `maxArrayLength` bounds one array only: a 100 × 100 nested array would still be about 700 lines,
// and an object has no bound on its keys.
const maxLines = 100
const maxCharacters = 20_000
const mostKeys = 90

/**
 * `value` as Node's REPL prints it, at most about a hundred lines: a string is quoted, a getter is named and not called.
 *
 *     inspectText(new Map([['a', 1]]))  →  "Map(1) { 'a' => 1 }"
 */
export function inspectText(value: unknown): string {
  return shorten(inspectSafely(value, options))
}

/** The same for a value that was asked to show itself already: a proxy (a polars frame) is what it stands for. */
export function inspectThroughProxy(value: unknown): string {
  return shorten(inspectSafely(value, { ...options, showProxy: false }))
}

function inspectSafely(value: unknown, how: InspectOptions): string {
  try {
    return inspectFirstKeys(value, how) ?? inspect(value, how)
  } catch {
    return inspectWithoutCustom(value)
  }
}

/** Node has no limit on the keys of an object: a dictionary of a million words would take seconds. */
function inspectFirstKeys(value: unknown, how: InspectOptions): string | undefined {
  if (!isPlainObject(value)) return undefined
  const keys = Object.keys(value)
  if (keys.length <= mostKeys) return undefined
  const first = Object.fromEntries(
    keys.slice(0, mostKeys).map((key) => [key, Object.getOwnPropertyDescriptor(value, key)!]),
  )
  const text = inspect(Object.defineProperties({}, first), how)
  return text.replace(/\n\}$/, `,\n  ... ${(keys.length - mostKeys).toLocaleString('en')} more keys\n}`)
}

/** An object literal or the like; a proxy is none, since looking at it could run its traps. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !(inspect.custom in value)
}

/** A second try for objects whose own `[util.inspect.custom]` or `Symbol.toStringTag` throws. */
function inspectWithoutCustom(value: unknown): string {
  try {
    return inspect(value, { ...options, customInspect: false })
  } catch {
    return `[${typeof value} that cannot be shown: it throws when it is looked at]`
  }
}

function shorten(text: string): string {
  const lines = text.split('\n')
  const head = lines.slice(0, maxLines).join('\n')
  if (head.length > maxCharacters)
    return `${head.slice(0, maxCharacters)}\n… ${text.length - maxCharacters} more characters`
  if (lines.length > maxLines) return `${head}\n… ${lines.length - maxLines} more lines`
  return text
}
