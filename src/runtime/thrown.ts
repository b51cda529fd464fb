// What a cell threw, as text that can cross to the kernel thread.
// Rule: anything may be thrown, and reading it may throw again; the result is a sentence in any case.
import { inspect } from 'node:util'
import type { Thrown } from '../language/failure.ts'

/** As deep as a chain of causes is followed: more would hide what it is about. */
const deepest = 5

export function thrownOf(value: unknown, depth = 0): Thrown {
  try {
    return value instanceof Error || looksLikeError(value) ? ofError(value, depth) : ofValue(value)
  } catch {
    return { name: 'Error', message: 'Something was thrown that cannot be read.', stack: '' }
  }
}

function ofError(error: Error, depth: number): Thrown {
  const { cause } = error
  const errors = error instanceof AggregateError ? error.errors.slice(0, deepest) : []
  return {
    name: nameOf(error),
    message: String(error.message),
    stack: String(error.stack ?? ''),
    ...(cause !== undefined && depth < deepest ? { cause: thrownOf(cause, depth + 1) } : {}),
    ...(errors.length > 0 && depth < deepest ? { errors: errors.map((each) => thrownOf(each, depth + 1)) } : {}),
  }
}

/** An error of a learner's own class has its name by the class, unless it gives itself another. */
function nameOf(error: Error): string {
  const own = error.constructor?.name
  return error.name === 'Error' && own ? String(own) : String(error.name || 'Error')
}

function ofValue(value: unknown): Thrown {
  return { name: 'Thrown', message: inspect(value, { depth: 2 }), stack: '' }
}

/** An error of another realm (`vm`, a worker) is none by `instanceof`. */
function looksLikeError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'stack' in value
}
