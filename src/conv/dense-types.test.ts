// The sizes that the types find for a dense layer seen in space are those that come out.
import { expect, expectTypeOf, it } from 'vitest'
import { applyTensor4d, deindex, denseAsTensor4d, reindex, tensor4dAsDense } from './dense.ts'
import { createRng } from './random.ts'
import { type Shaped, zeros } from './shaped.ts'
import { shareWeights, truncate } from './shared-weights.ts'

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : []
}

const W = createRng(0).matrix(12, 20)

it('from the matrix to four axes and back', () => {
  expectTypeOf(W).toEqualTypeOf<Shaped<number[][], [12, 20]>>()
  const W4 = denseAsTensor4d(W, [4, 5], [3, 4])
  expectTypeOf(W4).toEqualTypeOf<Shaped<number[][][][], [3, 4, 4, 5]>>()
  expect(shapeOf(W4)).toEqual([3, 4, 4, 5])
  expectTypeOf(tensor4dAsDense(W4)).toEqualTypeOf<Shaped<number[][], [12, 20]>>()
  expect(tensor4dAsDense(W4)).toEqual(W)
  const H = applyTensor4d(W4, zeros([4, 5]))
  expectTypeOf(H).toEqualTypeOf<Shaped<number[][], [3, 4]>>()
  expect(shapeOf(H)).toEqual([3, 4])
})

it('by offset and back', () => {
  const W4 = denseAsTensor4d(W, [4, 5], [3, 4])
  const V = reindex(W4)
  expectTypeOf(V).toEqualTypeOf<Shaped<number[][][][], [3, 4, 6, 8]>>()
  expect(shapeOf(V)).toEqual([3, 4, 6, 8])
  expectTypeOf(deindex(V)).toEqualTypeOf<Shaped<number[][][][], [3, 4, 4, 5]>>()
  expect(deindex(V)).toEqual(W4)
})

it('shared and cut off', () => {
  const v = shareWeights(denseAsTensor4d(createRng(0).matrix(784, 784), [28, 28]))
  expectTypeOf(v).toEqualTypeOf<Shaped<number[][], [55, 55]>>()
  expect(shapeOf(v)).toEqual([55, 55])
  expectTypeOf(truncate(v, 1)).toEqualTypeOf<Shaped<number[][], [55, 55]>>()
})

it('is not known where a size is not', () => {
  const height: number = 3
  const W4 = denseAsTensor4d(W, [4, 5], [height, 4])
  expectTypeOf(reindex(W4)).toEqualTypeOf<Shaped<number[][][][], [number, 4, number, 8]>>()
  expectTypeOf(createRng(0).matrix(height, height)).toEqualTypeOf<number[][]>()
})
