// Blur pooling against numbers worked out by hand, and what it is for: the error that a shift by one makes.
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { blurPool2d } from './blur-pool.ts'
import { corr2d } from './correlate.ts'
import { avgPool2d, maxPool2d } from './pool.ts'
import { BlurPool2D, MaxPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'
import type { Matrix } from './shape.ts'

it('keeps the mean, and mirrors at the border unless told', () => {
  expect(
    blurPool2d([
      [1, 1, 1],
      [1, 1, 1],
    ]),
  ).toEqual([[1, 1]])
  expect(
    blurPool2d([
      [16, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]),
  ).toEqual([
    [4, 0],
    [0, 0],
  ])
  expect(
    blurPool2d(
      [
        [16, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      { paddingMode: 'zeros', stride: 1 },
    ),
  ).toEqual([
    [4, 2, 0],
    [2, 1, 0],
    [0, 0, 0],
  ])
  expect(
    blurPool2d(
      [
        [16, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      { paddingMode: 'circular' },
    )[1],
  ).toEqual([2, 1])
})

it('tensors give the same, each channel on its own, and leave one tensor', () => {
  const [left, right] = [createRng(1).matrix(5, 6), createRng(2).matrix(5, 6)]
  const images = tf
    .stack([tf.tensor2d(left), tf.tensor2d(right)], 2)
    .expandDims(0)
    .tile([2, 1, 1, 1])
    .as4D(2, 5, 6, 2)
  const before = tf.memory().numTensors
  const pooled = blurPool2d(images)
  expect(tf.memory().numTensors - before).toBe(1)
  expect(pooled.shape).toEqual([2, 3, 3, 2])
  const expected = [left, right].map((X) => blurPool2d(X))
  const actual = pooled.slice([1, 0, 0, 0], [1, 3, 3, 2]).squeeze<typeof pooled>([0]).transpose([2, 0, 1])
  const apart = tf.sub(actual, tf.tensor3d(expected)).abs().max().dataSync()[0]
  expect(apart).toBeLessThan(1e-6)
  expect(blurPool2d(tf.tensor2d(left)).sub(tf.tensor2d(expected[0]!)).abs().max().dataSync()[0]).toBeLessThan(1e-6)
})

it('as a layer, behind max pooling of stride 1', () => {
  const model = new Sequential([28, 28, 6], [new MaxPool2D(2, { stride: 1 }), new BlurPool2D()])
  expect(model.shapes).toEqual([
    [27, 27, 6],
    [14, 14, 6],
  ])
  expect(model.forward(tf.ones([1, 28, 28, 6])).shape).toEqual([1, 14, 14, 6])
  expect(model.summary().rows.map((row) => row.receptiveField)).toEqual([
    [2, 2],
    [4, 4],
  ])
})

it('more than halves the error of a shift by one, on the 32 × 32 image of COURSE 5-03 that wraps around', () => {
  const next = mulberry(0)
  const square = (size: number) =>
    Array.from({ length: size }, () => Array.from({ length: size }, () => 2 * next() - 1))
  const [X, K] = [square(32), square(3)]
  const around = { paddingMode: 'circular' } as const
  const features = (image: Matrix) =>
    corr2d(image, K, { padding: 1, ...around }).map((row) => row.map((value) => Math.max(value, 0)))
  const maxima = (image: Matrix) =>
    maxPool2d(features(image), 2, {
      stride: 1,
      padding: [
        [0, 1],
        [0, 1],
      ],
      ...around,
    })
  expect(shiftError((image) => maxPool2d(features(image), 2), X)).toBeCloseTo(0.487, 3)
  expect(shiftError((image) => avgPool2d(features(image), 2), X)).toBeCloseTo(0.521, 3)
  expect(shiftError((image) => blurPool2d(maxima(image), around), X)).toBeCloseTo(0.197, 3)
})

/** The generator that made the image: mulberry32, public domain. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** How much the result of the image moved right by one differs from the result, or the result moved right by one. */
function shiftError(pool: (image: Matrix) => number[][], X: Matrix): number {
  const right = (image: Matrix) => image.map((row) => [row.at(-1)!, ...row.slice(0, -1)])
  const norm = (image: Matrix) => Math.hypot(...image.flat())
  const [moved, still] = [pool(right(X)), pool(X)]
  const apart = (other: Matrix) =>
    norm(moved.map((row, i) => row.map((value, j) => value - other[i]![j]!))) / norm(still)
  return Math.min(apart(still), apart(right(still)))
}
