// `claim`: a statement of the course that its notebook proves while it runs.
// Rule: what does not hold fails the cell; what holds leaves a card in the output, from which coverage.ts counts.
import { isDeepStrictEqual } from 'node:util'
import { display } from '../display/display.ts'
import { escapeHtml } from '../display/html.ts'
import { inspectText } from '../display/inspect.ts'
import { sayIn } from '../words/language.ts'
import { errata } from './errata.ts'
import { seedClaims } from './seed-claims.ts'

/** A claim of the lecture notes, or a correction of one: `seed-1` … `seed-56`, `erratum-1` … `erratum-20`. */
export type ClaimId = keyof typeof claims

/** Every claim of the course, with what it states in English and Chinese. */
export const claims = { ...seedClaims, ...errata }

/** The form of a claim's output that programs read: `{ "claim": "seed-40" }`. */
export const claimType = 'application/vnd.tensorcell.claim+json'

/**
 * What `claim` throws when it does not hold; the message says what was measured.
 *
 * @example
 * ```ts
 * claim('seed-28', [24, 25], [24, 24]) // throws Expected [ 24, 24 ], measured [ 24, 25 ]
 * ```
 */
export class ClaimError extends Error {
  override readonly name = 'ClaimError'
}

/** What is compared by its numbers: TensorFlow.js tensors and what else gives its elements so. */
interface Elements {
  arraySync(): unknown
}

/**
 * Shows that a claim of the course holds: by a condition, or by what was measured and what is expected. The two are compared exactly;
 * arrays, typed arrays and tensors by their elements. Throws a ClaimError if it does not hold.
 *
 * @example
 * ```ts
 * claim('seed-40', corr2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]]), [[19, 25], [37, 43]])
 * claim('seed-13', 3 * 3 === 8) // throws seed-13 does not hold
 * ```
 */
export function claim(id: ClaimId, holds: boolean): void
export function claim(id: ClaimId, measured: unknown, expected: unknown): void
export function claim(id: ClaimId, ...evidence: [unknown] | [unknown, unknown]): void {
  const statement = statementOf(id)
  const [measured, expected] = evidence.length === 1 ? [evidence[0], true] : evidence
  const [left, right] = [plain(measured), plain(expected)]
  if (!isDeepStrictEqual(left, right)) throw new ClaimError(failure(id, statement, left, right))
  void display.mime({
    'text/plain': `✓ ${id}  ${statement}`,
    'text/html': card(id, statement),
    [claimType]: { claim: id },
  })
}

function statementOf(id: ClaimId): string {
  if (!Object.hasOwn(claims, id)) {
    throw new RangeError(`There is no claim '${id}'. There are seed-1 … seed-56 and erratum-1 … erratum-20.`)
  }
  return sayIn()(claims[id])
}

/** Numbers in nested lists, whatever held them. -0 counts as 0, since both print as 0. */
function plain(value: unknown): unknown {
  if (hasElements(value)) return plain(value.arraySync())
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float32Array, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'number') return value + 0
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
  }
  return value
}

function hasElements(value: unknown): value is Elements {
  return typeof value === 'object' && value !== null && 'arraySync' in value && typeof value.arraySync === 'function'
}

function failure(id: ClaimId, statement: string, measured: unknown, expected: unknown): string {
  const difference =
    expected === true && measured === false
      ? 'The condition is false.'
      : `Expected ${inspectText(expected)}, measured ${inspectText(measured)}.`
  return `${id} does not hold: “${statement}” ${difference} Look at what the lines above compute.`
}

/** The colour stands in the border alone, so that the words have the page's own contrast, light or dark. */
function card(id: ClaimId, statement: string): string {
  const style = 'border-left:3px solid #2da44e;padding:2px 10px;margin:2px 0'
  return `<div style="${style}"><strong>✓ ${id}</strong>&ensp;${escapeHtml(statement)}</div>`
}
