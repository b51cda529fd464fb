// Random numbers that come out the same on every run, for weights and test cases.
// Rule: no hidden state: whoever needs chance is handed a generator (tfjs's own shuffle and Math.random take no seed).
import { requireWhole } from './shape.ts'
import type { WithShape } from './shaped.ts'

/** A seeded source of random numbers. Each call moves it on. */
export interface Rng {
  /** Evenly distributed in [low, high); [0, 1) unless told. */
  uniform(low?: number, high?: number): number
  /** Normally distributed with this mean and standard deviation; 0 and 1 unless told. */
  normal(mean?: number, deviation?: number): number
  /** A shuffled copy; every order is equally likely. */
  shuffle<T>(items: readonly T[]): T[]
  /** `rows` × `columns` evenly distributed numbers in [low, high). */
  matrix<const Rows extends number, const Columns extends number>(
    rows: Rows,
    columns: Columns,
    low?: number,
    high?: number,
  ): WithShape<number[][], [Rows, Columns]>
}

/**
 * The generator of a seed: a counter run through a mixing function (splitmix32, period 2^32), good for lessons, not for
 * secrets. Throws a RangeError for a seed that is no whole number from 0 to 2^53 − 1.
 *
 * @example
 * ```ts
 * const rng = createRng(0)
 * rng.matrix(1, 2) // → [[0.392…, 0.850…]]
 * ```
 */
export function createRng(seed: number): Rng {
  requireWhole(seed, 0, 'The seed')
  const next = counterBased(seed)
  const uniform = (low = 0, high = 1): number => low + (high - low) * next()
  function matrix<Rows extends number, Columns extends number>(
    rows: Rows,
    columns: Columns,
    low?: number,
    high?: number,
  ): WithShape<number[][], [Rows, Columns]>
  function matrix(rows: number, columns: number, low?: number, high?: number) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => uniform(low, high)))
  }
  return {
    uniform,
    normal: (mean = 0, deviation = 1) => mean + deviation * standardNormal(next),
    shuffle: (items) => shuffled(items, next),
    matrix,
  }
}

/** Numbers in [0, 1) with 32 random bits each. */
function counterBased(seed: number): () => number {
  let counter = (seed ^ Math.floor(seed / 2 ** 32)) | 0
  return () => {
    counter = (counter + 0x9e3779b9) | 0
    let mixed = counter ^ (counter >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Box and Muller's transform; 1 − u is never 0, so the logarithm is finite. */
function standardNormal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** Fisher and Yates: from the back, each item swaps with one at or before it. */
function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(next() * (last + 1))
    const item = result[last]!
    result[last] = result[chosen]!
    result[chosen] = item
  }
  return result
}
