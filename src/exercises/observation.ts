// What came of an answer, as plain data: what a function returned for one set of arguments, or why it returned nothing.
// Rule: everything here survives structured cloning, so that a grader in another process can judge what it is sent.
import { isTodo } from './todo.ts'

/** What is no value that an exercise can ask for. */
export type Oddity = 'promise' | 'function' | 'symbol' | 'bigint' | 'huge' | 'circular'

export type Observation =
  /** `value` is made of numbers, strings, booleans, null, undefined, arrays and plain objects. */
  | { status: 'returned'; value: unknown; changed?: number }
  | { status: 'threw'; name: string; message: string }
  /** It met `todo()`. */
  | { status: 'todo' }
  /** It took longer than it may. */
  | { status: 'endless' }
  | { status: 'odd'; oddity: Oddity }

const oddities = ['function', 'symbol', 'bigint'] as const

/** More elements than this is no answer to any exercise; comparing and showing them would take seconds. */
const mostElements = 1_000_000

class Odd extends Error {
  readonly oddity: Oddity
  constructor(oddity: Oddity) {
    super(oddity)
    this.oddity = oddity
  }
}

/** A value of a learner's code as plain data: tensors and typed arrays by their elements. */
export function observe(value: unknown): Observation {
  try {
    return { status: 'returned', value: plain(value, { left: mostElements }, []) }
  } catch (error) {
    if (error instanceof Odd) return { status: 'odd', oddity: error.oddity }
    return thrown(error)
  }
}

/** What was thrown, in words: a learner may throw anything, also what throws when it is looked at. */
export function thrown(error: unknown): Observation {
  try {
    if (isTodo(error)) return { status: 'todo' }
    if (error instanceof Error) return { status: 'threw', name: String(error.name), message: String(error.message) }
    return { status: 'threw', name: 'Error', message: String(error) }
  } catch {
    return { status: 'threw', name: 'Error', message: '' }
  }
}

function plain(value: unknown, budget: { left: number }, parents: readonly object[]): unknown {
  const oddity = oddities.find((type) => typeof value === type)
  if (oddity) throw new Odd(oddity)
  if (typeof value !== 'object' || value === null) return value
  if (parents.includes(value)) throw new Odd('circular')
  if ('then' in value && typeof value.then === 'function') throw new Odd('promise')
  if ('arraySync' in value && typeof value.arraySync === 'function') return elementsOf(value, budget)
  const within = [...parents, value]
  const inner = (part: unknown) => plain(part, budget, within)
  if (ArrayBuffer.isView(value) && 'length' in value) {
    spend(budget, Number(value.length))
    return Array.from(value as unknown as ArrayLike<unknown>, inner)
  }
  if (Array.isArray(value)) {
    spend(budget, value.length)
    return Array.from(value, inner) // holes become undefined
  }
  spend(budget, Object.keys(value).length)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]))
}

/** A tensor's elements, without reading those of a huge one. */
function elementsOf(tensor: { arraySync?: unknown; size?: unknown }, budget: { left: number }): unknown {
  spend(budget, typeof tensor.size === 'number' ? tensor.size : 1)
  return typeof tensor.arraySync === 'function' ? tensor.arraySync() : undefined
}

function spend(budget: { left: number }, elements: number): void {
  budget.left -= elements
  if (budget.left < 0) throw new Odd('huge')
}
