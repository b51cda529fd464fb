// Which cell the running code belongs to, and how a cell runs to its end.
// Rule: output belongs to the cell that caused it, through every await and timer, never to a "current" cell; a cell ends
// exactly once, and its end is the last thing it sends.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate, setTimeout } from 'node:timers'
import { closeGroups } from '../display/console.ts'
import { render } from '../display/render.ts'
import { evaluate } from './evaluate.ts'
import type { Outcome } from './link.ts'
import { closeScopes, guardOperations, inOperation, openScopes } from './tensors.ts'
import { thrownOf } from './thrown.ts'

const owner = new AsyncLocalStorage<number>()

/** The cells that were stopped: what of them still waits ends at its next `await`, or operation on tensors. */
const stopped = new Set<number>()

let latest = 0
/** The scopes of `tf.tidy` that were open when the latest cell began. */
let scopes = 0
let stop: (() => void) | undefined
/** Whether async hooks are off, since something was or is to be terminated. */
let resting = false
/** Whether what was terminated was an operation on tensors. */
let operating = false

/** The cell whose code runs now; code that no cell caused (a signal handler) counts as the latest cell's. */
export function owningCell(): number {
  return owner.getStore() ?? latest
}

export async function runCell(cell: number, code: string): Promise<Outcome> {
  latest = cell
  operating = false
  closeGroups()
  scopes = openScopes()
  const interrupted = new Promise<Outcome>((resolve) => {
    stop = () => {
      stopped.add(cell)
      resolve({ status: 'interrupted', inOperation: operating })
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

/** Where `step` stands on globalThis for long computations outside of cells, such as the `fit` of tensorcell/conv. */
export const stepKey: symbol = Symbol.for('tensorcell.step')

/** Lets an awaited value pass, unless the cell that awaits it was stopped. */
export function step<T>(operand: T): T {
  if (stopped.has(owner.getStore() ?? 0)) throw new Stopped('The cell was stopped.')
  return operand
}

/** The same for each turn of a `for await`. */
export async function* steps<T>(iterable: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): AsyncIterable<T> {
  for await (const value of iterable) yield step(value)
}

/** Ends the running cell, if there is one, whatever it waits for. Resolves when the thread is fit for the next one. */
export async function stopCell(): Promise<void> {
  stop?.()
  guardOperations(() => step(undefined))
  if (resting) {
    await clearAsyncStack()
    closeScopes(scopes)
  }
  resting = false
}

/**
 * Turns async hooks off until the next cell, so that what runs now can be terminated (kernel/terminate.ts). Not possible
 * from within a hook, whose end would turn them on again: false then.
 */
export function restHooks(): boolean {
  const { stack = '' } = new Error()
  if (stack.includes('node:internal/async_hooks')) return false
  operating = inOperation(stack)
  resting = true
  owner.disable()
  return true
}

/** What `clearAsyncStack` throws; the uncaughtException handler passes over it. */
export const unwinding = new Error('A terminated cell left its async context behind.')

/** A terminated continuation leaves its async id on Node's stack; Node empties that stack after an uncaught exception. */
async function clearAsyncStack(): Promise<void> {
  setImmediate(() => {
    throw unwinding
  })
  await new Promise((resolve) => setTimeout(resolve, 1))
}

async function outcomeOf(code: string): Promise<Outcome> {
  const { status, value } = await evaluate(code)
  if (status === 'terminated' || value instanceof Stopped) return { status: 'interrupted', inOperation: operating }
  if (status === 'thrown') return { status: 'error', thrown: thrownOf(value) }
  const result = await render(value)
  return result ? { status: 'ok', result } : { status: 'ok' }
}
