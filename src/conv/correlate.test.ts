// The reference loops against numbers worked out by hand, and against TensorFlow.js on random cases.
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { conv2d, corr1d, corr2d, corr3d, flip } from './correlate.ts'
import { edgeImage, transpose } from './images.ts'
import { edge, gaussian3, laplacian8 } from './kernels.ts'
import { createRng } from './random.ts'
import { ShapeError } from './shape.ts'
import type { WindowOptions } from './window.ts'

const X = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
]
const K = [
  [0, 1],
  [2, 3],
]

/** Equal as numbers; −0 counts as 0. */
function expectMatrix(actual: number[][], expected: number[][]): void {
  expect(actual.map((row) => row.map((value) => value + 0))).toEqual(expected)
}

describe('loops', () => {
  it('correlates as the book does', () => {
    expect(corr2d(X, K)).toEqual([
      [19, 25],
      [37, 43],
    ])
  })

  it('convolves with the turned kernel', () => {
    expect(conv2d(X, K)).toEqual([
      [5, 11],
      [23, 29],
    ])
    expect(flip(flip(K))).toEqual(K)
  })

  it('pads with zeros on each side', () => {
    expect(corr2d(X, K, { padding: 1 })).toEqual([
      [0, 3, 8, 4],
      [9, 19, 25, 10],
      [21, 37, 43, 16],
      [6, 7, 8, 0],
    ])
  })

  it('strides', () => {
    expect(corr2d(X, K, { padding: 1, stride: [3, 2] })).toEqual([
      [0, 8],
      [6, 8],
    ])
  })

  it('finds vertical edges only', () => {
    expectMatrix(corr2d(edgeImage(), edge), Array(6).fill([0, 1, 0, 0, 0, -1, 0]))
    expectMatrix(conv2d(edgeImage(), edge), Array(6).fill([0, -1, 0, 0, 0, 1, 0]))
    expectMatrix(corr2d(transpose(edgeImage()), edge), Array(8).fill([0, 0, 0, 0, 0]))
    expectMatrix(transpose(corr2d(transpose(edgeImage()), transpose(edge))), Array(6).fill([0, 1, 0, 0, 0, -1, 0]))
  })

  it('does not tell correlation from convolution when the kernel is point-symmetric', () => {
    for (const kernel of [gaussian3, laplacian8]) expect(conv2d(X, kernel)).toEqual(corr2d(X, kernel))
  })

  it('returns the turned kernel from a single bright pixel', () => {
    const pixel = [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]
    expect(corr2d(pixel, K)).toEqual(flip(K))
    expect(conv2d(pixel, K)).toEqual(K)
  })
})

describe('tensors', () => {
  it('agree with the loops on seeded random cases', () => {
    const rng = createRng(5)
    const whole = (low: number, high: number) => Math.floor(rng.uniform(low, high + 1))
    for (let trial = 0; trial < 60; trial++) {
      const image = rng.matrix(whole(5, 12), whole(5, 12), -1, 1)
      const kernel = rng.matrix(whole(1, 3), whole(1, 3), -1, 1)
      const padding = [whole(0, 2), whole(0, 2)] as const
      const window: WindowOptions = {
        padding,
        ...(trial % 2 ? { stride: [whole(1, 3), whole(1, 3)] } : { dilation: 2 }),
      }
      for (const operation of [corr2d, conv2d]) {
        const onTensors = operation(tf.tensor2d(image), tf.tensor2d(kernel), window).arraySync()
        const onLoops = operation(image, kernel, window)
        expect(onTensors.map((row) => row.length)).toEqual(onLoops.map((row) => row.length))
        onLoops.flat().forEach((value, index) => {
          expect(onTensors.flat()[index]).toBeCloseTo(value, 5)
        })
      }
    }
  })

  it('keep the 7 columns of the 6 × 8 image, where a numeric pad gives 8', () => {
    expect(corr2d(tf.tensor2d(edgeImage()), tf.tensor2d([[1, -1]])).shape).toEqual([6, 7])
  })

  it('take int32 and leave one new tensor each', () => {
    const image = tf.tensor2d(X, undefined, 'int32')
    const kernel = tf.tensor2d(K, undefined, 'int32')
    const before = tf.memory().numTensors
    expect(corr2d(image, kernel).arraySync()).toEqual([
      [19, 25],
      [37, 43],
    ])
    expect(conv2d(image, kernel).arraySync()).toEqual([
      [5, 11],
      [23, 29],
    ])
    expect(tf.memory().numTensors - before).toBe(2)
  })

  it('are differentiable in the kernel', () => {
    const gradient = tf.grad((kernel) => corr2d(tf.tensor2d(X), kernel.as2D(2, 2)).sum())
    expect(gradient(tf.tensor2d(K)).arraySync()).toEqual([
      [8, 12],
      [20, 24],
    ])
  })
})

describe('refusals', () => {
  it('a kernel larger than the image, for arrays and tensors alike', () => {
    expect(() => corr2d(K, X)).toThrow(ShapeError)
    expect(() => corr2d(tf.tensor2d(K), tf.tensor2d(X))).toThrow(ShapeError)
    expect(() => conv2d(tf.tensor2d(K), tf.tensor2d(X))).toThrow(ShapeError)
  })

  const noise = (...shape: number[]) => tf.ones(shape)
  const given = (operation: (...operands: never[]) => unknown, ...operands: unknown[]) =>
    Reflect.apply(operation, undefined, operands)
  it.each<[string, () => unknown]>([
    ['One of X and K is a tensor, the other is not.', () => given(corr2d, tf.tensor2d(X), K)],
    ['X is a Set. Give numbers in arrays', () => given(corr2d, new Set([1]), K)],
    ["X[0][1] is 'two', not a number.", () => given(corr2d, [[1, 'two']], [[1]])],
    ['X[1] has 1 elements, its neighbours have 2. Make all equally long.', () => given(corr2d, [[1, 2], [3]], [[1]])],
    ['X[0] is undefined, not a number.', () => given(corr1d, new Array(3), [1])],
    ['X[0] is a Float32Array, not a number.', () => given(corr2d, [new Float32Array(2)], [[1]])],
    ['K is an array of shape [1, 0].', () => given(corr2d, X, [[]])],
    ['X[1] is 5, its neighbours are arrays. Nest all equally deep.', () => given(corr2d, [[1], 5], [[1]])],
    [
      'An input [2] and a kernel [2] do not go together in 2 dimensions. They are [height, width] both, or',
      () => given(corr2d, noise(2), noise(2)),
    ],
    ['Give the input its channels, too, such as [..., 1].', () => given(corr2d, noise(4, 4), noise(2, 2, 1, 1))],
    ['Give the kernel its channels, too, or take one', () => given(corr2d, noise(4, 4, 3), noise(2, 2))],
    [
      "The input [4, 4, 3] has 3 channels, the kernel [2, 2, 1, 8] reads 1. Make the kernel's last but one size 3.",
      () => given(corr2d, noise(4, 4, 3), noise(2, 2, 1, 8)),
    ],
    [
      'has 6 channels in 3 groups, the kernel [1, 1, 6, 9] reads 6.',
      () => given(corr2d, noise(4, 4, 6), noise(1, 1, 6, 9), { groups: 3 }),
    ],
    [
      '2 groups do not divide the 3 input channels. Use a divisor of 3.',
      () => given(corr2d, noise(4, 4, 3), noise(2, 2, 1, 4), { groups: 2 }),
    ],
    [
      '2 groups do not divide the 3 output channels.',
      () => given(corr2d, noise(4, 4, 2), noise(2, 2, 1, 3), { groups: 2 }),
    ],
    ['The number of groups is 0.', () => given(corr2d, X, K, { groups: 0 })],
    ['The stride is 0.', () => given(corr1d, [1, 2], [1], { stride: 0 })],
    ['The depth stride is -1.', () => given(corr3d, [[[1]]], [[[1]]], { stride: -1 })],
    ["There is no method 'fft'. Use 'loops' or 'im2col'.", () => given(corr2d, X, K, { method: 'fft' })],
    [
      'Tensors are computed by TensorFlow, not by im2col.',
      () => given(corr2d, tf.tensor2d(X), tf.tensor2d(K), { method: 'im2col' }),
    ],
    ['X holds string, not numbers.', () => given(corr2d, tf.tensor2d([['a']]), tf.tensor2d([[1]]))],
  ])('%s', (message, action) => {
    expect(action).toThrow(message)
  })

  it('a tensor that has been disposed of', () => {
    const gone = tf.tensor2d(X)
    gone.dispose()
    expect(() => given(corr2d, gone, tf.tensor2d(K))).toThrow('X has been disposed of.')
  })
})
