// `progress`: a bar for a long loop, in one output that is updated as the loop goes on.
// Rule: the loop is not changed: a break or a throw passes through, no timer runs, and what is left to be seen is true, also
// of a loop that was left early.
import { Bar, type ProgressOptions } from './bar.ts'

/**
 * The same steps, with a progress bar below the cell. A number counts from 0 to just below it. The steps of a generator
 * are only counted, unless `total` says how many they are.
 *
 *     for (const epoch of progress(10, { label: 'epoch' })) await train(epoch)
 *     for await (const batch of progress(dataset)) …
 */
export function progress(steps: number, options?: ProgressOptions): Iterable<number>
export function progress<T>(steps: Iterable<T>, options?: ProgressOptions): Iterable<T>
export function progress<T>(steps: AsyncIterable<T>, options?: ProgressOptions): AsyncIterable<T>
export function progress<T>(
  steps: number | Iterable<T> | AsyncIterable<T>,
  options: ProgressOptions = {},
): Iterable<T | number> | AsyncIterable<T> {
  if (typeof steps === 'number') return followed(countTo(steps), { total: steps, ...options })
  if (isAsync(steps)) return followedAsync(steps, options)
  return followed(steps, { ...sizeOf(Object(steps)), ...options })
}

function* followed<T>(steps: Iterable<T>, options: ProgressOptions): Iterable<T> {
  const bar = new Bar(options)
  try {
    for (const step of steps) {
      yield step
      bar.advance()
    }
    bar.complete()
  } finally {
    bar.end()
  }
}

async function* followedAsync<T>(steps: AsyncIterable<T>, options: ProgressOptions): AsyncIterable<T> {
  const bar = new Bar(options)
  try {
    for await (const step of steps) {
      yield step
      bar.advance()
    }
    bar.complete()
  } finally {
    bar.end()
  }
}

function* countTo(end: number): Iterable<number> {
  for (let step = 0; step < end; step++) yield step
}

function isAsync<T>(steps: Iterable<T> | AsyncIterable<T>): steps is AsyncIterable<T> {
  return Symbol.asyncIterator in Object(steps)
}

/** `length` of a list, `size` of a Map or Set; unknown otherwise. */
function sizeOf(steps: object): { total?: number } {
  if ('length' in steps && typeof steps.length === 'number') return { total: steps.length }
  if ('size' in steps && typeof steps.size === 'number') return { total: steps.size }
  return {}
}
