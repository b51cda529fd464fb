// Which cell the running code belongs to, and how a cell runs to its end.
// Rule: output belongs to the cell that caused it, through every await and timer, never to a "current" cell; a cell ends
// exactly once, and its end is the last thing it sends.
import { AsyncLocalStorage } from 'node:async_hooks'
import { closeGroups } from '../display/console.ts'
import { render } from '../display/render.ts'
import { forgetTerminatedCalls, tolerateTermination } from './async-ids.ts'
import { evaluate } from './evaluate.ts'
import type { Outcome } from './link.ts'
import { closeScopes, guardOperations, openScopes } from './tensors.ts'
import { thrownOf } from './thrown.ts'

const owner = new AsyncLocalStorage<number>()
owner.run(0, tolerateTermination)

/** The cells that were stopped: what of them still waits ends at its next `await`, timer or operation on tensors. */
const stopped = new Set<number>()

let latest = 0
/** The scopes of `tf.tidy` that were open when the latest cell began. */
let scopes = 0
let stop: (() => void) | undefined

/** The cell whose code runs now; code that no cell caused (a signal handler) counts as the latest cell's. */
export function owningCell(): number {
  return owner.getStore() ?? latest
}

export async function runCell(cell: number, code: string): Promise<Outcome> {
  latest = cell
  closeGroups()
  scopes = openScopes()
  const interrupted = new Promise<Outcome>((resolve) => {
    stop = () => {
      stopped.add(cell)
      resolve({ status: 'interrupted' })
    }
  })
  const outcome = await Promise.race([owner.run(cell, () => outcomeOf(code)), interrupted])
  stop = undefined
  return outcome
}

/** Runs `work` as a part of `cell`: what it prints and shows belongs there. */
export function runAs<T>(cell: number, work: () => T): T {
  return owner.run(cell, work)
}

/** Thrown at the next `await` or operation of a cell that was stopped; no one is told of it. */
export class Stopped extends Error {}

/** Whether the cell whose code runs now was stopped. */
export function isStopped(): boolean {
  return stopped.has(owner.getStore() ?? 0)
}

/** Lets an awaited value pass, unless the cell that awaited it was stopped. */
export function step<T>(operand: T): T {
  if (isStopped()) throw new Stopped('The cell was stopped.')
  return operand
}

/** The same for each turn of a `for await`. */
export async function* steps<T>(iterable: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): AsyncIterable<T> {
  for await (const value of iterable) yield step(value)
}

/**
 * Ends the running cell, if there is one, whatever it waits for. `terminated`: JavaScript was ended from outside, in the middle
 * of whatever it did.
 */
export function stopCell(terminated: boolean): void {
  stop?.()
  guardOperations(() => step(undefined))
  if (!terminated) return
  forgetTerminatedCalls()
  closeScopes(scopes)
}

async function outcomeOf(code: string): Promise<Outcome> {
  const { status, value } = await evaluate(code)
  if (status === 'terminated' || value instanceof Stopped) return { status: 'interrupted' }
  if (status === 'thrown') return { status: 'error', thrown: thrownOf(value) }
  const result = await render(value)
  return result ? { status: 'ok', result } : { status: 'ok' }
}
