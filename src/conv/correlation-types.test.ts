// The shapes that the types find for a correlation are those that come out, in all the ways of writing one.
import type * as tfjs from '@tensorflow/tfjs'
import { expect, expectTypeOf, it } from 'vitest'
import { photograph } from '../data/pictures.ts'
import { tf } from '../native/tensorflow.ts'
import { conv2d, corr1d, corr2d, corr3d, flip } from './correlate.ts'
import { edgeImage, transpose } from './images.ts'
import { edge, sobelX } from './kernels.ts'
import { box } from './made-kernels.ts'
import { avgPool2d, maxPool2d } from './pool.ts'
import { ones, type Shaped, zeros } from './shaped.ts'
import { shift } from './shift.ts'

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : []
}

it('of a matrix', () => {
  const Y = corr2d(zeros([6, 8]), ones([1, 2]))
  expectTypeOf(Y).toEqualTypeOf<Shaped<number[][], [6, 7]>>()
  expect(shapeOf(Y)).toEqual([6, 7])
  const Z = conv2d(Y, [[1], [2]], { padding: [2, 0], stride: [3, 2] })
  expectTypeOf(Z).toEqualTypeOf<Shaped<number[][], [3, 4]>>()
  expect(shapeOf(Z)).toEqual([3, 4])
})

it('of a row and of a volume', () => {
  const y = corr1d(zeros([100]), [1, 2, 1], { padding: 'same', stride: 3 })
  expectTypeOf(y).toEqualTypeOf<Shaped<number[], [34]>>()
  expect(shapeOf(y)).toEqual([34])
  const V = corr3d(zeros([4, 5, 6]), ones([2, 2, 2]), { dilation: [3, 1, 2] })
  expectTypeOf(V).toEqualTypeOf<Shaped<number[][][], [1, 4, 4]>>()
  expect(shapeOf(V)).toEqual([1, 4, 4])
})

it('with channels and a batch', () => {
  const Y = corr2d(zeros([2, 9, 9, 3]), ones([3, 3, 3, 4]), { stride: 2, padding: 1 })
  expectTypeOf(Y).toEqualTypeOf<Shaped<number[][][][], [2, 5, 5, 4]>>()
  expect(shapeOf(Y)).toEqual([2, 5, 5, 4])
})

it('of plain arrays and tensors is not known, but their type is', () => {
  const X = [
    [0, 1, 2],
    [3, 4, 5],
  ]
  expectTypeOf(corr2d(X, [[1, 2]])).toEqualTypeOf<number[][]>()
  const height: number = 6
  expectTypeOf(corr2d(zeros([height, 8]), [[1, 2]])).toEqualTypeOf<Shaped<number[][], [number, 7]>>()
  tf.tidy(() => {
    const Y = corr2d(tf.tensor2d(ones([3, 3])), tf.tensor2d([[1, 2]]))
    expectTypeOf(Y).toEqualTypeOf<tfjs.Tensor2D>()
    expect(Y.shape).toEqual([3, 2])
  })
})

it('goes on through pooling, turning and transposing', () => {
  const pooled = maxPool2d(edgeImage(), 2)
  expectTypeOf(pooled).toEqualTypeOf<Shaped<number[][], [3, 4]>>()
  expect(shapeOf(pooled)).toEqual([3, 4])
  const same = avgPool2d(edgeImage(), [3, 2], { stride: 2, padding: 'same' })
  expectTypeOf(same).toEqualTypeOf<Shaped<number[][], [3, 4]>>()
  expect(shapeOf(same)).toEqual([3, 4])
  const turned = corr2d(transpose(edgeImage()), flip(edge))
  expectTypeOf(turned).toEqualTypeOf<Shaped<number[][], [8, 5]>>()
  expect(shapeOf(turned)).toEqual([8, 5])
})

it('of what is shifted, and of sizes that are not known', () => {
  expectTypeOf(shift(edgeImage(), [1, 0])).toEqualTypeOf<Shaped<number[][], [6, 8]>>()
  const size: number = 3
  expectTypeOf(box(3)).toEqualTypeOf<Shaped<number[][], [3, 3]>>()
  expectTypeOf(box(size)).toEqualTypeOf<number[][]>()
  expectTypeOf(zeros([size, size])).toEqualTypeOf<number[][]>()
})

it('of a photograph under a named kernel', () => {
  const edges = corr2d(photograph('boats'), sobelX)
  expectTypeOf(edges).toEqualTypeOf<Shaped<number[][], [203, 254]>>()
  expect(shapeOf(edges)).toEqual([203, 254])
})

it('refuses sizes that are no whole number', () => {
  expect(() => zeros([2, 0])).toThrow('Size 1 of the shape is 0. Use a whole number from 1')
})
