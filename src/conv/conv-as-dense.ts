// A correlation as the dense layer that it is: mostly zeros, and the same few weights again and again.
// Rule: the matrix is read off the products of the loops, so that it is exact for every stride, padding, dilation and group.
import { type CorrelationOptions, planCorrelation } from './correlation.ts'
import { eachProduct } from './loops.ts'
import { blockOf, rowsOf, sizeOf } from './nested.ts'
import type { Array4 } from './operands.ts'
import { listed, type Matrix, ShapeError } from './shape.ts'

/** 400 MB of float64; a whole photograph would need terabytes. */
const mostWeights = 50_000_000

/**
 * The matrix W, [outputs, inputs], of the dense layer that does what `corr2d(X, K, options)` does: W · x = y, with x and y
 * the images row after row, channels last. `input` is X's shape: [height, width] for a kernel that is a matrix, [height,
 * width, channels] for one of four axes.
 *
 * The edge kernel [[1, −1]] on 6 × 8 pixels: 42 × 48 weights, of which 84 are not zero and 2 differ. Throws a ShapeError when
 * the shapes do not go together, a RangeError for a matrix of more than 50 million weights. Introduced in
 * notebooks/04-locality.
 *
 * @example
 * ```ts
 * convAsDense([[1, -1]], [1, 4]) // → [[1, -1, 0, 0], [0, 1, -1, 0], [0, 0, 1, -1]]
 * ```
 */
export function convAsDense(
  K: Matrix | Array4,
  input: readonly number[],
  options: CorrelationOptions = {},
): number[][] {
  const kernel = blockOf(K, 'K')
  if (input.length !== 2 && input.length !== 3)
    throw new ShapeError(`The input ${listed(input)} is no image. Give [height, width], or [height, width, channels].`)
  const plan = planCorrelation(2, input, kernel.shape, options)
  const [rows, columns] = [sizeOf(plan.outputShape), sizeOf(input)]
  if (rows * columns > mostWeights) {
    throw new RangeError(
      `A dense layer from ${listed(input)} to ${listed(plan.outputShape)} has ${rows * columns} weights. Use a smaller image.`,
    )
  }
  const W = new Float64Array(rows * columns)
  eachProduct(plan, (y, x, k) => {
    W[y * columns + x]! += kernel.values[k]!
  })
  return rowsOf(W, columns)
}
