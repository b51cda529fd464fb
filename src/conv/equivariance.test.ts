// What moves with the input and what does not: the table of COURSE section 5 (lesson 03), number for number, with its own generator.
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { corr2d } from './correlate.ts'
import { applyTensor4d, denseAsTensor4d } from './dense.ts'
import { equivarianceError, invarianceError } from './equivariance.ts'
import { gaussian3 } from './kernels.ts'
import { box } from './made-kernels.ts'
import { avgPool2d, maxPool2d } from './pool.ts'
import { createRng } from './random.ts'
import type { Matrix } from './shape.ts'
import { projectOntoConvolution } from './shared-weights.ts'
import { shift } from './shift.ts'

const next = mulberry32(0)
const X = matrixOf(32)
const K = matrixOf(3)

const around = { padding: 1, paddingMode: 'circular' } as const
const circular = (Z: Matrix) => corr2d(Z, K, around)
const relu = (Z: Matrix) => Z.map((row) => row.map((value) => Math.max(0, value)))
const everySecond = (Z: Matrix) => Z.filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0))
const wrapped = (Z: Matrix) => [...Z, Z[0]!].map((row) => [...row, row[0]!])
const blurPool = (Z: Matrix) => everySecond(corr2d(maxPool2d(wrapped(Z), 2, { stride: 1 }), gaussian3, around))

it.each<[string, (Z: Matrix) => number[][], number, number[]]>([
  ['circular padding', circular, 1, [0, 0, 0, 0]],
  ['+ ReLU', (Z) => relu(circular(Z)), 1, [0, 0, 0, 0]],
  ['zero padding', (Z) => corr2d(Z, K, { padding: 1 }), 1, [0.208, 0.233, 0.236, 0.232]],
  ['circular, stride 2', (Z) => corr2d(Z, K, { ...around, stride: 2 }), 2, [1.27, 0, 1.27, 0]],
  ['max pooling 2/2', (Z) => maxPool2d(relu(circular(Z)), 2), 2, [0.487, 0, 0.487, 0]],
  ['average pooling 2/2', (Z) => avgPool2d(relu(circular(Z)), 2), 2, [0.521, 0, 0.521, 0]],
  ['blurred before it is thinned out', (Z) => blurPool(relu(circular(Z))), 2, [0.197, 0, 0.197, 0]],
])('%s', (_, layer, outputStride, expected) => {
  const errors = [1, 2, 3, 4].map((right) => equivarianceError(layer, X, [0, right], { outputStride }).relative)
  errors.forEach((error, index) => {
    const digits = expected[index] === 1.27 ? 2 : 3
    expect(Number(error.toFixed(digits))).toBe(expected[index])
  })
})

it('zero padding breaks in the columns that the border reaches, and nowhere else', () => {
  const { where, map } = equivarianceError((Z) => corr2d(Z, K, { padding: 1 }), X, [0, 1])
  expect(new Set(where.map(([, column]) => column))).toEqual(new Set([0, 1, 31]))
  expect(map[5]![16]).toBe(0)
})

it('a dense layer does not move at all with its input, its projection does', () => {
  const W = denseAsTensor4d(createRng(3).matrix(64, 64, -1, 1), [8, 8])
  const image = createRng(4).matrix(8, 8, -1, 1)
  expect(equivarianceError((Z) => applyTensor4d(W, Z), image, [1, 2]).relative).toBeGreaterThan(1)
  const projected = projectOntoConvolution(W).W
  expect(equivarianceError((Z) => applyTensor4d(projected, Z), image, [1, 2]).relative).toBeLessThan(1e-14)
})

it('a bias for each pixel breaks it, where it differs', () => {
  const bias = X.map((row, i) => row.map((_, j) => (i === 4 && j === 7 ? 1 : 0)))
  const biased = (Z: Matrix) => circular(Z).map((row, i) => row.map((value, j) => value + bias[i]![j]!))
  expect(equivarianceError(biased, X, [0, 1]).where).toEqual([
    [4, 7],
    [4, 8],
  ])
})

describe('invariance', () => {
  const mean = (Z: Matrix) => Z.flat().reduce((sum, value) => sum + value, 0) / Z.flat().length

  it('is what global pooling adds', () => {
    expect(invarianceError((Z) => mean(relu(circular(Z))), X, [5, 9]).relative).toBeLessThan(1e-14)
    expect(invarianceError((Z) => [Math.max(...circular(Z).flat())], X, [5, 9]).relative).toBe(0)
    expect(invarianceError(circular, X, [0, 1]).relative).toBeGreaterThan(0.5)
  })

  it('says where the output changes', () => {
    const still = Array.from({ length: 4 }, () => [1, 1, 2, 1])
    expect(invarianceError((Z) => Z, still, [0, 1]).where.map(([, column]) => column)).toEqual([2, 3, 2, 3, 2, 3, 2, 3])
  })
})

describe('shift', () => {
  it('wraps or loses, in any direction and number of axes', () => {
    expect(
      shift(
        [
          [1, 2],
          [3, 4],
        ],
        [1, 1],
      ),
    ).toEqual([
      [4, 3],
      [2, 1],
    ])
    expect(
      shift(
        [
          [1, 2],
          [3, 4],
        ],
        [-1, 0],
        { paddingMode: 'zeros' },
      ),
    ).toEqual([
      [3, 4],
      [0, 0],
    ])
    expect(shift([1, 2, 3], [-7])).toEqual([2, 3, 1])
    expect(shift([[[1, 2]], [[3, 4]]], [1, 0, 1])).toEqual([[[4, 3]], [[2, 1]]])
  })

  it.each<[string, () => unknown]>([
    ['X has 2 axes, the shift has 1 numbers. Give a list of 2', () => shift(X, [1])],
    ['X has 2 axes, the shift is 1.', () => shift(X, 1 as never)],
    ['The shift is 0.5. Use whole numbers.', () => shift(X, [0.5, 0])],
    ["There is no shift in padding mode 'reflect'.", () => shift(X, [0, 1], { paddingMode: 'reflect' as never })],
    ['The output stride is 0.', () => equivarianceError(circular, X, [0, 1], { outputStride: 0 })],
    ['The tolerance is -1.', () => equivarianceError(circular, X, [0, 1], { tolerance: -1 })],
    ['f(X) is not a matrix.', () => equivarianceError(() => [], X, [0, 1])],
    [
      'f gave [32, 31] before the shift and [32, 32] after it.',
      () => equivarianceError((Z) => (Z[0]![0] === X[0]![0] ? Z.map((row) => row.slice(1)) : Z), X, [0, 1]),
    ],
  ])('refuses: %s', (message, action) => {
    expect(action).toThrow(message)
  })
})

it('takes layers on tensors, within the rounding of float32, and leaves no tensor behind', () => {
  const before = tf.memory().numTensors
  const blur = (Z: number[][]) => corr2d(tf.tensor2d(Z), tf.tensor2d(box(3)), around)
  expect(equivarianceError(blur, X, [2, 3]).where).toEqual([])
  expect(invarianceError((Z) => blur(Z).max().asScalar(), X, [2, 3]).relative).toBeLessThan(1e-6)
  expect(invarianceError((Z) => blur(Z).max(1).as1D(), X, [0, 3]).where).toEqual([])
  expect(tf.memory().numTensors).toBe(before)
})

function matrixOf(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => next() * 2 - 1))
}

/** The generator behind COURSE's table (design/verify/eq.js). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
