// From a dense layer to a convolution: translation invariance shares the weights, locality cuts them off.
// Rule: a field v holds one weight for each offset, with offset (0, 0) in its middle; every step is a projection, so that doing
// it twice changes nothing.

import { eachWeight, type FourSizes, requireFourAxes } from './dense.ts'
import type { SharedOf } from './dense-types.ts'
import { blockOf, fourAxes, rowsOf, sizeOf } from './nested.ts'
import type { Array4 } from './operands.ts'
import { listed, type Matrix, matrixShape, requireWhole, ShapeError, type Size } from './shape.ts'
import type { ShapeOf, WithShape } from './shaped.ts'

/**
 * Translation invariance imposed on a dense layer W[i][j][k][l]: the field v that has one weight for each offset, the mean
 * of the layer's weights with that offset. Among all layers with shared weights (and zeros outside the image) it is the
 * nearest.
 *
 * v is [inputHeight + outputHeight − 1, inputWidth + outputWidth − 1]: from 1,000² pixels to as many, 3,996,001 weights
 * instead of 10¹². Throws a ShapeError unless W has four axes. Introduced in notebooks/03-translation.
 *
 * @example
 * ```ts
 * shareWeights([[[[1, 2]], [[3, 5]]]]) // → [[3, 3, 2]]
 * ```
 */
export function shareWeights<const W4 extends Array4>(W: W4): SharedOf<W4>
export function shareWeights(W: Array4) {
  const { shape, values } = requireFourAxes(W, 'W')
  const size = fieldSize(shape)
  const [sums, counts] = [new Float64Array(sizeOf(size)), new Float64Array(sizeOf(size))]
  eachWeight(shape, (weight, _, field) => {
    sums[field]! += values[weight]!
    counts[field]! += 1
  })
  return rowsOf(
    sums.map((sum, field) => sum / counts[field]!),
    size[1],
  )
}

/**
 * The dense layer W[i][j][k][l] = v[k − i][l − j] that a field of shared weights stands for, with `output` as its output
 * size; the input's follows from the field's.
 *
 * Throws a ShapeError for a field with fewer offsets than the output has pixels along an axis.
 *
 * @example
 * ```ts
 * fieldAsTensor4d([[3, 3, 2]], [1, 2]) // → [[[[3, 2]], [[3, 3]]]]
 * ```
 */
export function fieldAsTensor4d(v: Matrix, output: Size): number[][][][] {
  const field = matrixShape(v, 'v')
  for (const axis of [0, 1] as const)
    requireWhole(output[axis], 1, axis === 0 ? "The output's height" : "The output's width")
  if (field[0] < output[0] || field[1] < output[1]) {
    throw new ShapeError(
      `The field ${listed(field)} has fewer offsets than the output ${listed(output)} has pixels. Give a smaller output.`,
    )
  }
  const shape = [output[0], output[1], field[0] - output[0] + 1, field[1] - output[1] + 1] as const
  const { values } = blockOf(v, 'v')
  const W = new Float64Array(sizeOf(shape))
  eachWeight(shape, (weight, _, offset) => {
    W[weight] = values[offset]!
  })
  return fourAxes(shape, W)
}

/**
 * Locality imposed on a field of shared weights: 0 where |a| > Δ *or* |b| > Δ, which leaves (2Δ + 1)² weights. The rule 'and'
 * is the seed's slip: it cuts only the corners and leaves a cross.
 *
 * The field, [height, width], has its offset (0, 0) in the middle, so both of its sizes are odd. Throws a ShapeError for an even
 * size, a RangeError for another rule or a Δ that is no whole number. Introduced in notebooks/04-locality.
 *
 * @example
 * ```ts
 * truncate([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0) // → [[0, 0, 0], [0, 5, 0], [0, 0, 0]]
 * truncate([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0, 'and') // → [[0, 2, 0], [4, 5, 6], [0, 8, 0]]
 * ```
 */
export function truncate<const V extends Matrix>(
  v: V,
  delta: number,
  rule?: 'or' | 'and',
): WithShape<number[][], ShapeOf<V>>
export function truncate(v: Matrix, delta: number, rule: 'or' | 'and' = 'or') {
  const [middle, centre] = middleOf(v)
  requireWhole(delta, 0, 'delta')
  if (rule !== 'or' && rule !== 'and')
    throw new RangeError(`There is no rule '${rule}'. Use 'or', or 'and' to see the slip.`)
  return v.map((row, i) =>
    row.map((weight, j) => {
      const [far, wide] = [Math.abs(i - middle) > delta, Math.abs(j - centre) > delta]
      return (rule === 'or' ? far || wide : far && wide) ? 0 : weight
    }),
  )
}

/**
 * The kernel that a truncated field is: its middle (2Δ + 1) × (2Δ + 1). With padding Δ, `corr2d` with it is the dense layer
 * that the field stands for.
 *
 * Throws a ShapeError for a field smaller than that.
 *
 * @example
 * ```ts
 * kernelOf([[0, 0, 0], [0, 5, 0], [0, 0, 0]], 0) // → [[5]]
 * ```
 */
export function kernelOf(v: Matrix, delta: number): number[][] {
  const [middle, centre] = middleOf(v)
  requireWhole(delta, 0, 'delta')
  if (delta > middle || delta > centre) {
    throw new ShapeError(
      `The field ${listed(matrixShape(v, 'v'))} has no ${2 * delta + 1} × ${2 * delta + 1} middle. Use a smaller delta.`,
    )
  }
  return v.slice(middle - delta, middle + delta + 1).map((row) => row.slice(centre - delta, centre + delta + 1))
}

/**
 * The convolution nearest to any dense layer between images of one size: its weights averaged over all shifts around the
 * torus. `kernel`[a][b] is the weight of the pixel a rows below and b columns to the right, counted around; `W` is the dense
 * layer it stands for; `change` is ‖W_before − W‖ / ‖W‖, 0 when the layer was a circular convolution already.
 *
 * That averaging once makes *any* layer shift-equivariant, and a second time changes nothing, is the seed's claim that
 * translation invariance leaves v_{a,b} only. Throws a ShapeError when input and output differ in size. Introduced in
 * notebooks/03-translation.
 *
 * @example
 * ```ts
 * projectOntoConvolution([[[[1, 2]], [[3, 5]]]]).kernel // → [[3, 2.5]]
 * ```
 */
export function projectOntoConvolution(W: Array4): { kernel: number[][]; W: number[][][][]; change: number } {
  const { shape, values } = requireFourAxes(W, 'W')
  const [height, width, inputHeight, inputWidth] = shape
  if (height !== inputHeight || width !== inputWidth) {
    throw new ShapeError(
      `W is ${listed(shape)}. Only a layer between images of one size can be a circular convolution.`,
    )
  }
  const offsets = new Int32Array(values.length)
  const sums = new Float64Array(height * width)
  let weight = 0
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < height; k++) {
        for (let l = 0; l < width; l++) {
          const offset = ((k - i + height) % height) * width + ((l - j + width) % width)
          sums[offset]! += values[weight]!
          offsets[weight++] = offset
        }
      }
    }
  }
  const kernel = sums.map((sum) => sum / (height * width))
  const projected = Float64Array.from(offsets, (offset) => kernel[offset]!)
  const difference = values.map((value, index) => value - projected[index]!)
  return {
    kernel: rowsOf(kernel, width),
    W: fourAxes(shape, projected),
    change: norm(difference) === 0 ? 0 : norm(difference) / norm(projected),
  }
}

function fieldSize([height, width, inputHeight, inputWidth]: FourSizes): [number, number] {
  return [inputHeight + height - 1, inputWidth + width - 1]
}

function middleOf(v: Matrix): [row: number, column: number] {
  const [height, width] = matrixShape(v, 'v')
  if (height % 2 === 1 && width % 2 === 1) return [(height - 1) / 2, (width - 1) / 2]
  throw new ShapeError(
    `The field ${listed([height, width])} has no middle. Share a layer whose input and output are one size.`,
  )
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
}
