// The dense layer in space: the formulas by hand, bijections, and the steps that turn a dense layer into a convolution.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { convAsDense } from './conv-as-dense.ts'
import { corr2d } from './correlate.ts'
import { applyTensor4d, deindex, denseAsTensor4d, reindex, tensor4dAsDense } from './dense.ts'
import { edgeImage } from './images.ts'
import { edge } from './kernels.ts'
import { createRng } from './random.ts'
import type { Matrix, Size } from './shape.ts'
import { fieldAsTensor4d, kernelOf, projectOntoConvolution, shareWeights, truncate } from './shared-weights.ts'

const rng = createRng(2)
const random = (height: number, width: number) => rng.matrix(height, width, -1, 1)
const column = (X: Matrix) => X.flat().map((value) => [value])
const product = (A: Matrix, B: Matrix) =>
  A.map((row) => B[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * B[k]![j]!, 0)))

function expectClose(actual: Matrix, expected: Matrix, digits = 12): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length))
  actual.flat().forEach((value, index) => {
    expect(value).toBeCloseTo(expected.flat()[index]!, digits)
  })
}

const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))

describe('the four-dimensional tensor', () => {
  it('computes what the matrix computes', () => {
    fc.assert(
      fc.property(sizes, sizes, (input, output) => {
        const W = random(output[0] * output[1], input[0] * input[1])
        const X = random(...input)
        expectClose(column(applyTensor4d(denseAsTensor4d(W, input, output), X)), product(W, column(X)))
        expect(tensor4dAsDense(denseAsTensor4d(W, input, output))).toEqual(W)
      }),
    )
  })

  it('adds one bias, or one for each output', () => {
    const W = denseAsTensor4d(random(4, 4), [2, 2])
    const zero = [
      [0, 0],
      [0, 0],
    ]
    expect(applyTensor4d(W, zero, 3)).toEqual([
      [3, 3],
      [3, 3],
    ])
    expect(
      applyTensor4d(W, zero, [
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it.each<[string, () => unknown]>([
    [
      'A dense layer from [2, 2] to [2, 2] has the matrix [4, 4], W is [4, 3].',
      () => denseAsTensor4d(random(4, 3), [2, 2]),
    ],
    ["The output's height is 0.", () => denseAsTensor4d(random(4, 4), [2, 2], [0, 4])],
    ['X is [1, 2], the layer has [2, 2].', () => applyTensor4d(denseAsTensor4d(random(4, 4), [2, 2]), [[1, 2]])],
    ['W is [1, 2]. Give four axes', () => reindex([[1, 2]] as never)],
    ['W is a Tensor. Give W.arraySync().', () => reindex(tf.zeros([1, 1, 1, 1]) as never)],
  ])('refuses: %s', (message, action) => {
    expect(action).toThrow(message)
  })
})

describe('re-indexing', () => {
  it('is v[i][j][a][b] = w[i][j][i + a][j + b], there and back, for all sizes', () => {
    fc.assert(
      fc.property(sizes, sizes, (input, output) => {
        const W = denseAsTensor4d(random(output[0] * output[1], input[0] * input[1]), input, output)
        const V = reindex(W)
        W.forEach((row, i) => {
          row.forEach((weights, j) => {
            weights.forEach((line, k) => {
              line.forEach((weight, l) => {
                expect(V[i]![j]![k - i + output[0] - 1]![l - j + output[1] - 1]).toBe(weight)
              })
            })
          })
        })
        expect(deindex(V)).toEqual(W)
      }),
    )
  })

  it.each<[Size, number, number]>([
    [[3, 3], 81, 25],
    [[8, 8], 4096, 225],
  ])('%j pixels: %d weights in range, %d offsets', (input, weights, offsets) => {
    const pixels = input[0] * input[1]
    const V = reindex(denseAsTensor4d(Array(pixels).fill(Array(pixels).fill(1)), input))
    expect(V.flat(3).filter((weight) => weight === 1).length).toBe(weights)
    expect(V[0]![0]!.flat().length).toBe(offsets)
  })
})

describe('translation invariance', () => {
  const W = denseAsTensor4d(random(64, 64), [8, 8])

  it('leaves 64 of 4096 weights, and a second averaging changes nothing', () => {
    const once = projectOntoConvolution(W)
    expect(new Set(once.W.flat(3)).size).toBe(64)
    expect(once.change).toBeGreaterThan(1)
    expect(projectOntoConvolution(once.W).change).toBeLessThan(1e-14)
  })

  it('is circular correlation with the averaged kernel', () => {
    const { kernel, W: shared } = projectOntoConvolution(W)
    const X = random(8, 8)
    const around = {
      padding: [
        [0, 7],
        [0, 7],
      ],
      paddingMode: 'circular',
    } as const
    expectClose(applyTensor4d(shared, X), corr2d(X, kernel, around))
  })

  it('with zeros outside is a correlation with all offsets for its kernel', () => {
    const field = shareWeights(W)
    const X = random(8, 8)
    expect(field.length * field[0]!.length).toBe(15 * 15)
    expectClose(applyTensor4d(fieldAsTensor4d(field, [8, 8]), X), corr2d(X, field, { padding: 7 }))
    expectClose(shareWeights(fieldAsTensor4d(field, [8, 8])), field)
  })

  it('refuses a layer that changes the size', () => {
    expect(() => projectOntoConvolution(denseAsTensor4d(random(4, 6), [2, 3], [2, 2]))).toThrow('W is [2, 2, 2, 3].')
    expect(() => fieldAsTensor4d([[1, 2]], [2, 1])).toThrow('The field [1, 2] has fewer offsets than the output [2, 1]')
  })
})

describe('locality', () => {
  const field = shareWeights(denseAsTensor4d(random(64, 64), [8, 8]))
  const kept = (v: Matrix) => v.flat().filter((weight) => weight !== 0).length

  it.each([
    [0, 1],
    [1, 9],
    [2, 25],
    [7, 225],
  ])('Δ = %d keeps %d weights; with "and" it keeps a cross', (delta, weights) => {
    expect(kept(truncate(field, delta))).toBe(weights)
    expect(kept(truncate(field, delta, 'and'))).toBe(225 - (14 - 2 * delta) ** 2)
  })

  it('makes the layer a correlation with a (2Δ + 1)² kernel', () => {
    const X = random(8, 8)
    const local = fieldAsTensor4d(truncate(field, 2), [8, 8])
    expectClose(applyTensor4d(local, X), corr2d(X, kernelOf(field, 2), { padding: 2 }))
  })

  it.each<[string, () => unknown]>([
    ['The field [1, 2] has no middle.', () => truncate([[1, 2]], 0)],
    ['delta is -1.', () => truncate(field, -1)],
    ["There is no rule 'xor'.", () => truncate(field, 1, 'xor' as never)],
    ['The field [3, 3] has no 5 × 5 middle.', () => kernelOf(random(3, 3), 2)],
  ])('refuses: %s', (message, action) => {
    expect(action).toThrow(message)
  })
})

describe('a correlation as a dense layer', () => {
  it('for the edge kernel: 2,016 weights, 84 of them not zero, 2 of them different', () => {
    const W = convAsDense(edge, [6, 8])
    expect([W.length, W[0]!.length]).toEqual([42, 48])
    expect(W.flat().filter((weight) => weight !== 0).length).toBe(84)
    expect(new Set(W.flat().filter((weight) => weight !== 0))).toEqual(new Set([1, -1]))
    expectClose(product(W, column(edgeImage())), column(corr2d(edgeImage(), edge)))
  })

  it.each([
    { padding: 1, stride: [2, 1] },
    { dilation: 2, padding: 'same' },
    { padding: [[2, 0], 1], paddingMode: 'reflect' },
    { padding: 2, paddingMode: 'circular' },
  ] as const)('with %j', (options) => {
    const [X, K] = [random(5, 6), random(2, 3)]
    expectClose(product(convAsDense(K, [5, 6], options), column(X)), column(corr2d(X, K, options)))
  })

  it('with channels', () => {
    const X = [random(4, 2), random(4, 2), random(4, 2)]
    const K = [[random(2, 3), random(2, 3)]]
    expectClose(product(convAsDense(K, [3, 4, 2]), column(X.flat())), column(corr2d(X, K).flat()))
  })

  it('refuses a photograph, and what is no image', () => {
    expect(() => convAsDense(edge, [1000, 1000])).toThrow('has 999000000000 weights. Use a smaller image.')
    expect(() => convAsDense(edge, [8])).toThrow('The input [8] is no image.')
  })
})
