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

/**
 * How long some cases may take together, before it is seen which one takes so long. Correct answers take milliseconds; a loop
 * that never ends takes all of it, once.
 */
const longestMs = 2000

/** Where the script finds what it is to call: a time limit holds for scripts only, and costs 0.2 ms (Node's `vm`). */
const place = Symbol.for('tensorcell.trial')
const script = new Script(`globalThis[Symbol.for('tensorcell.trial')]()`, { filename: 'tensorcell-trial' })

/** Calls the function on each input. After one that did not end in time, none is tried. */
export function tryInputs(
  answer: AnyFunction,
  inputs: readonly (readonly unknown[])[],
  visible: number,
  mostMs = longestMs,
): Tried {
  const open = quietly(() => tryAll(answer, inputs.slice(0, visible), mostMs))
  const isEndless = open.result.at(-1)?.status === 'endless'
  const hidden = isEndless ? [] : quietly(() => tryAll(answer, inputs.slice(visible), mostMs)).result
  const observations = [...open.result, ...hidden]
  while (observations.length < inputs.length) observations.push({ status: 'endless' })
  return { observations, printed: open.printed }
}

/** What came of the inputs, up to one that did not end: its place is the last. */
function tryAll(answer: AnyFunction, inputs: readonly (readonly unknown[])[], mostMs: number): Observation[] {
  const observations: Observation[] = []
  let began = 0
  const tryRest = () => {
    for (const input of inputs.slice(observations.length)) {
      began = performance.now()
      observations.push(tryInput(answer, input))
    }
  }
  while (observations.length < inputs.length) {
    if (inScope(() => endsWithin(mostMs, tryRest))) break
    // Which one was cut off tells nothing if the others took the time; then it is tried once more.
    if (performance.now() - began > mostMs / 2) return [...observations, { status: 'endless' }]
  }
  return observations
}

function tryInput(answer: AnyFunction, input: readonly unknown[]): Observation {
  const given = input.map(copyOf)
  const observation = observationOf(answer, given)
  const changed = input.findIndex((argument, index) => !agree(given[index], argument, 0))
  return changed >= 0 && observation.status === 'returned' ? { ...observation, changed } : observation
}

function observationOf(answer: AnyFunction, given: readonly unknown[]): Observation {
  try {
    return observe(Reflect.apply(answer, undefined, given))
  } catch (error) {
    return thrown(error)
  }
}

/** Whether `work` ended before it was cut off. */
function endsWithin(mostMs: number, work: () => void): boolean {
  Reflect.set(globalThis, place, work)
  try {
    script.runInThisContext({ timeout: mostMs })
    return true
  } catch (error) {
    if (isTimeout(error)) return false
    throw error
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
