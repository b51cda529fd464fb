// A value as text, as Node's own REPL prints it, within limits that keep a notebook readable.
// Rule: never throws and never floods, whatever the value is: the text of a result must not cost the cell.
import { type InspectOptions, inspect } from 'node:util'

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
    return inspect(value, how)
  } catch {
    return inspectWithoutCustom(value)
  }
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
