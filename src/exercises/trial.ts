// Calls a learner's function on cases, one after the other, whatever it does.
// Rule: it gets copies, a time limit, and a scope for its tensors; it prints nothing; what comes back is plain data.
import { Script } from 'node:vm'
import { agree } from './nested.ts'
import { type Observation, observe, thrown } from './observation.ts'
import { quietly } from './quiet.ts'
import { inScope } from './tensors.ts'

/** Any function that takes any arguments. */
export type AnyFunction = (...input: never[]) => unknown

/** What came of each input, and what was printed while the visible ones (the first ones) were computed. */
export interface Tried {
  observations: Observation[]
  printed: string
}

/** How long one case may take. Correct answers take milliseconds; a loop that never ends takes all of it, once. */
const longestMs = 2000

/** Where the script finds what it is to call: a time limit holds for scripts only (Node's `vm`). */
const place = Symbol.for('tensorcell.trial')
const script = new Script(`globalThis[Symbol.for('tensorcell.trial')]()`, { filename: 'tensorcell-trial' })

/** Calls the function on each input, for at most `mostMs` each. After one that did not end in time, none is tried. */
export function tryInputs(
  answer: AnyFunction,
  inputs: readonly (readonly unknown[])[],
  visible: number,
  mostMs = longestMs,
): Tried {
  const observations: Observation[] = []
  let printed = ''
  for (const input of inputs) {
    if (observations.at(-1)?.status === 'endless') {
      observations.push({ status: 'endless' })
      continue
    }
    const tried = quietly(() => tryInput(answer, input, mostMs))
    if (observations.length < visible) printed += tried.printed
    observations.push(tried.result)
  }
  return { observations, printed }
}

function tryInput(answer: AnyFunction, input: readonly unknown[], mostMs: number): Observation {
  const given = input.map(copyOf)
  const observation = inScope(() => withinTime(() => observe(Reflect.apply(answer, undefined, given)), mostMs))
  const changed = input.findIndex((argument, index) => !agree(given[index], argument, 0))
  return changed >= 0 && observation.status === 'returned' ? { ...observation, changed } : observation
}

function withinTime(work: () => Observation, mostMs: number): Observation {
  Reflect.set(globalThis, place, work)
  try {
    return script.runInThisContext({ timeout: mostMs })
  } catch (error) {
    if (isTimeout(error)) return { status: 'endless' }
    return thrown(error)
  } finally {
    Reflect.deleteProperty(globalThis, place)
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/** Arrays and plain objects anew; what else there is (a function, a tensor) as it is. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]))
}
