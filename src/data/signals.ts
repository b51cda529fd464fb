// Ten shapes of one-dimensional signals, made anew by a seed: small enough to train on in seconds.
// Rule: a shape says nothing about its place, so that a network that does not care about the place has it easier. The idea of
// such a set is MNIST-1D's (S. Greydanus, 2020); the shapes and numbers here are our own.
import { createRng, type Rng } from '../conv/random.ts'
import { requireWhole } from '../conv/shape.ts'
import type { LabelledImages } from './digits.ts'

const length = 40

/** Each shape over 0…1, between −1 and 1. */
const shapes: Record<string, (t: number) => number> = {
  hill: (t) => Math.sin(Math.PI * t),
  valley: (t) => -Math.sin(Math.PI * t),
  'two hills': (t) => Math.abs(Math.sin(2 * Math.PI * t)),
  'two valleys': (t) => -Math.abs(Math.sin(2 * Math.PI * t)),
  'up and down': (t) => Math.sin(2 * Math.PI * t),
  'down and up': (t) => -Math.sin(2 * Math.PI * t),
  'two waves': (t) => Math.sin(4 * Math.PI * t),
  'slow rise': (t) => t,
  'slow fall': (t) => 1 - t,
  spike: (t) => Math.max(0, 1 - 8 * Math.abs(t - 0.5)),
}

/** What the labels 0 to 9 of `signals` stand for. */
export const signalNames: readonly string[] = Object.keys(shapes)

/** How many signals, and which. */
export interface SignalsOptions {
  /** Signals to learn from; 4,000 unless told. */
  train?: number
  /** Signals to test with; 1,000 unless told. */
  test?: number
  /** 0 unless told. With the same seed more signals begin with the fewer. */
  seed?: number
}

/**
 * Signals of 40 numbers, each with one of ten shapes somewhere in it, stretched, scaled, tilted and noisy. As images they are
 * one row high, [n, 1, 40, 1], so that `Conv2D` with a kernel [1, k] and `fit` take them; about −2 to 2, without a unit.
 * Ten epochs on 4,000, measured: 40-100-10 dense with 5,110 parameters 0.86, two convolutions and global pooling with 2,106 0.97.
 *
 * Throws a RangeError for a number that is no whole one. Introduced in notebooks/07-1d-and-3d.
 *
 * @example
 * ```ts
 * const { train, test } = signals({ train: 100, test: 10 })
 * train.shape // → [100, 1, 40, 1]
 * signalNames[0] // → 'hill'
 * ```
 */
export function signals(options: SignalsOptions = {}): { train: LabelledImages; test: LabelledImages } {
  const { train = 4000, test = 1000, seed = 0 } = options
  requireWhole(seed, 0, 'The seed')
  return { train: make(train, 'train', createRng(2 * seed)), test: make(test, 'test', createRng(2 * seed + 1)) }
}

function make(count: number, name: string, rng: Rng): LabelledImages {
  requireWhole(count, 0, name)
  const images = new Float32Array(count * length)
  const labels = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    const label = Math.floor(rng.uniform(0, signalNames.length))
    labels[index] = label
    images.set(signal(shapes[signalNames[label]!]!, rng), index * length)
  }
  return { images, shape: [count, 1, length, 1], labels }
}

/** 10 to 16 numbers of the shape at a random place, on a tilted and noisy ground. */
function signal(shape: (t: number) => number, rng: Rng): number[] {
  const wide = Math.floor(rng.uniform(10, 17))
  const start = Math.floor(rng.uniform(0, length - wide + 1))
  const scale = rng.uniform(0.8, 1.4)
  const tilt = rng.uniform(-0.4, 0.4)
  return Array.from({ length }, (_, place) => {
    const ground = tilt * ((2 * place) / (length - 1) - 1) + rng.normal(0, 0.15)
    const inside = place >= start && place < start + wide
    return ground + (inside ? scale * shape((place - start) / (wide - 1)) : 0)
  })
}
