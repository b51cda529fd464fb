// Pooling against the book's numbers, against tensors on random cases, and the two classic mistakes.
import type { Tensor, Tensor2D } from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { numericalGradient, relativeError } from './gradient-check.ts'
import { avgPool2d, maxPool2d } from './pool.ts'
import { createRng } from './random.ts'

const X = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
]
const square = (size: number) =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => size * i + j))

it.each([
  [
    'the largest of each 2×2',
    maxPool2d(X, 2, { stride: 1 }),
    [
      [4, 5],
      [7, 8],
    ],
  ],
  [
    'the mean of each 2×2',
    avgPool2d(X, 2, { stride: 1 }),
    [
      [2, 3],
      [5, 6],
    ],
  ],
  ['windows side by side', maxPool2d(square(4), 3), [[10]]],
  [
    'padding and stride',
    maxPool2d(square(4), 3, { padding: 1, stride: 2 }),
    [
      [5, 7],
      [13, 15],
    ],
  ],
  [
    'a window that is no square',
    maxPool2d(square(4), [2, 3], { padding: [0, 1], stride: [2, 3] }),
    [
      [5, 7],
      [13, 15],
    ],
  ],
  [
    'padding never wins',
    maxPool2d(
      [
        [-3, -3],
        [-3, -3],
      ],
      2,
      { padding: 1 },
    ),
    [
      [-3, -3],
      [-3, -3],
    ],
  ],
  [
    'padding counts as 0 in a mean',
    avgPool2d([[4]], 2, { padding: 1, stride: 1 }),
    [
      [1, 1],
      [1, 1],
    ],
  ],
  ['a move by one changes everything at stride 2', maxPool2d([[1, 0, 1, 0]], [1, 2]), [[1, 1]]],
])('%s', (_, actual, expected) => {
  expect(actual).toEqual(expected)
})

describe('tensors equal the float64 loops', () => {
  const cases = fc
    .record({ height: fc.integer({ min: 1, max: 9 }), width: fc.integer({ min: 1, max: 9 }) })
    .chain(({ height, width }) =>
      fc.record({
        X: fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
        size: fc.tuple(fc.integer({ min: 1, max: height }), fc.integer({ min: 1, max: width })),
        stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        padding: fc.constantFrom('valid' as const, 'same' as const, 'half' as const),
        paddingMode: fc.constantFrom('zeros' as const, 'circular' as const, 'reflect' as const, 'replicate' as const),
      }),
    )

  it.each([
    ['maxPool2d', maxPool2d, maxPool2d],
    ['avgPool2d', avgPool2d, avgPool2d],
  ] as const)('%s', (_, loops, tensors) => {
    fc.assert(
      fc.property(cases, ({ X, size, padding, ...rest }) => {
        // A window as high as the image has 'same' padding on both sides of it: more than some modes have elements for.
        const fits = size[0] < X.length && size[1] < X[0]!.length
        const half = [Math.floor(size[0] / 2), Math.floor(size[1] / 2)]
        const options = fits ? { ...rest, padding: padding === 'half' ? half : padding } : { stride: rest.stride }
        const expected = loops(X, size, options)
        const actual = tf.tidy(() => tensors(tf.tensor2d(X), size, options).arraySync())
        expect(actual.flat().map((value) => Number(value.toFixed(3)) + 0)).toEqual(
          expected.flat().map((value) => Number(value.toFixed(3)) + 0),
        )
      }),
      { numRuns: 300 },
    )
  })
})

it('pools each channel on its own, and leaves one tensor', () => {
  const images = tf.tensor4d([1, -1, 2, -2, 3, -3, 4, -4], [1, 2, 2, 2])
  const before = tf.memory().numTensors
  expect(maxPool2d(images, 2).arraySync()).toEqual([[[[4, -1]]]])
  expect(avgPool2d(images, 2).arraySync()).toEqual([[[[2.5, -2.5]]]])
  expect(tf.memory().numTensors - before).toBe(2)
})

it('has gradients: all to the largest, or evenly', () => {
  const image = tf.tensor2d([
    [1, 4],
    [3, 2],
  ])
  const slope = (pool: (X: Tensor2D) => Tensor2D) =>
    tf
      .grad((X) => pool(X as Tensor2D).sum())(image)
      .arraySync()
  expect(slope((X) => maxPool2d(X, 2))).toEqual([
    [0, 1],
    [0, 0],
  ])
  expect(slope((X) => maxPool2d(X, 2, { padding: 1 }))).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(slope((X) => avgPool2d(X, 2))).toEqual([
    [0.25, 0.25],
    [0.25, 0.25],
  ])
})

it('gradients are the differences of the loops, also where a stride leaves numbers out', () => {
  const rng = createRng(3)
  const whole = (low: number, high: number) => Math.floor(rng.uniform(low, high + 1))
  for (let trial = 0; trial < 60; trial++) {
    const [height, width] = [whole(1, 7), whole(1, 7)]
    const [size, stride] = [[whole(1, height), whole(1, width)] as const, [whole(1, 5), whole(1, 5)]]
    const image = rng.matrix(height, width, -1, 1)
    for (const pool of [maxPool2d, avgPool2d]) {
      const sum = (Y: number[][]) => Y.flat().reduce((total, value, index) => total + value * (index + 1), 0)
      const expected = numericalGradient((matrix) => sum(pool(matrix, size, { stride })), image, 1e-6)
      const weights = pool(image, size, { stride }).map((row, i) => row.map((_, j) => i * row.length + j + 1))
      const weighted = (X: Tensor) =>
        pool(X as Tensor2D, size, { stride })
          .mul(tf.tensor2d(weights))
          .sum()
      const actual = tf.tidy(() => tf.grad(weighted)(tf.tensor2d(image)).arraySync() as number[][])
      expect(relativeError(actual, expected)).toBeLessThan(1e-5)
    }
  }
})

it.each<[string, () => unknown]>([
  ['The kernel [4, 4] does not fit into the input [3, 3]', () => maxPool2d(X, 4)],
  ["The padding of 2 is more than half of the window's height of 3", () => maxPool2d(X, 3, { padding: 2 })],
  ['The vertical stride is 0.', () => avgPool2d(X, 2, { stride: 0 })],
  ['X has shape [3]. Give a matrix [height, width], or images', () => avgPool2d(tf.ones([3]) as never, 2)],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(message)
})
