// The reference loops against numbers worked out by hand, and against TensorFlow.js on random cases.
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { conv2d, corr2d, flip } from './correlate.ts'
import { edgeImage, transpose } from './images.ts'
import { edge, gaussian3, laplacian8 } from './kernels.ts'
import { createRng } from './random.ts'
import { ShapeError, type WindowOptions } from './shape.ts'

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

  it('a tensor beside an array', () => {
    // @ts-expect-error the types refuse it too
    expect(() => corr2d(tf.tensor2d(X), K)).toThrow(TypeError)
  })

  it('a tensor that is no matrix', () => {
    const vector = tf.tensor1d([1, 2])
    // @ts-expect-error the types refuse it too
    expect(() => corr2d(vector, vector)).toThrow(
      'X has shape [2]. Give a matrix, for example with X.as2D(rows, columns).',
    )
  })
})
