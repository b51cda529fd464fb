// A dense layer seen in space: its matrix as a four-dimensional tensor, and the same weights by offset.
// Rule: W[i][j][k][l] is the weight from input pixel (k, l) to output pixel (i, j); V[i][j] is the field of the same weights
// around (i, j), with offset (a, b) = (k − i, l − j) at [a + outputHeight − 1][b + outputWidth − 1]. The seed's formula, with
// x_{i+a,j+b} where the seed writes x_{i+a,i+b}.
import type { AppliedOf, DenseOf, FieldsOf, FromFields, Tensor4dOf } from './dense-types.ts'
import { blockOf, fourAxes, rowsOf, sizeOf, zeroBlock } from './nested.ts'
import type { Array4 } from './operands.ts'
import { listed, type Matrix, matrixShape, requireWhole, ShapeError, type Size } from './shape.ts'

/**
 * The matrix of a dense layer, [outputs, inputs], as the tensor W[i][j][k][l] of shape [outputHeight, outputWidth,
 * inputHeight, inputWidth]; images are laid out row after row. The output has the input's size unless told.
 *
 * Throws a ShapeError when the matrix has other numbers of rows or columns. Introduced in notebooks/02-dense-as-4d-tensor.
 *
 * @example
 * ```ts
 * const W = [[1, 2], [3, 4]] // from the pixels of a 1 × 2 image to those of another
 * denseAsTensor4d(W, [1, 2]) // → [[[[1, 2]], [[3, 4]]]]
 * ```
 */
export function denseAsTensor4d<const Input extends Size, const Output extends Size = Input>(
  W: Matrix,
  input: Input,
  output?: Output,
): Tensor4dOf<Input, Output>
export function denseAsTensor4d(W: Matrix, input: Size, output: Size = input) {
  const expected = [sizeOf(requireSize(output, 'output')), sizeOf(requireSize(input, 'input'))]
  const actual = matrixShape(W, 'W')
  if (listed(actual) !== listed(expected)) {
    throw new ShapeError(
      `A dense layer from ${listed(input)} to ${listed(output)} has the matrix ${listed(expected)}, W is ${listed(actual)}. ` +
        'Give one row for each output pixel and one column for each input pixel.',
    )
  }
  const { values } = blockOf(W, 'W')
  return fourAxes([...output, ...input], values)
}

/**
 * Back from W[i][j][k][l] to the layer's matrix, [outputs, inputs]. Throws a ShapeError unless W has four axes.
 *
 * @example
 * ```ts
 * tensor4dAsDense([[[[1, 2]], [[3, 4]]]]) // → [[1, 2], [3, 4]]
 * ```
 */
export function tensor4dAsDense<const W4 extends Array4>(W: W4): DenseOf<W4>
export function tensor4dAsDense(W: Array4) {
  const { shape, values } = requireFourAxes(W, 'W')
  return rowsOf(values, shape[2] * shape[3])
}

/**
 * The layer's output in space: H[i][j] = b + Σ_k Σ_l W[i][j][k][l] · X[k][l], in float64. `bias` is one number for all
 * outputs, or one for each; 0 unless told. Throws a ShapeError when X or the bias has not the size that W says.
 *
 * @example
 * ```ts
 * applyTensor4d([[[[1, 2]], [[3, 4]]]], [[10, 1]]) // → [[12, 34]]
 * ```
 */
export function applyTensor4d<const W4 extends Array4>(W: W4, X: Matrix, bias?: number | Matrix): AppliedOf<W4>
export function applyTensor4d(W: Array4, X: Matrix, bias: number | Matrix = 0) {
  const [height, width, inputHeight, inputWidth] = requireFourAxes(W, 'W').shape
  requireShape(X, [inputHeight, inputWidth], 'X')
  if (typeof bias !== 'number') requireShape(bias, [height, width], 'The bias')
  return W.map((row, i) =>
    row.map((weights, j) =>
      weights.reduce(
        (sum, line, k) => line.reduce((partial, weight, l) => partial + weight * X[k]![l]!, sum),
        typeof bias === 'number' ? bias : bias[i]![j]!,
      ),
    ),
  )
}

/**
 * The same weights by offset: V[i][j][a][b] = W[i][j][i + a][j + b], with offset (0, 0) at [outputHeight − 1][outputWidth − 1]
 * of the last two axes. Offsets that lead out of the image hold 0. A bijection on the weights: `deindex` is the way back.
 * Throws a ShapeError unless W has four axes.
 *
 * V is [outputHeight, outputWidth, inputHeight + outputHeight − 1, inputWidth + outputWidth − 1]. Introduced in
 * notebooks/02-dense-as-4d-tensor.
 *
 * @example
 * ```ts
 * reindex([[[[1, 2]], [[3, 4]]]]) // → [[[[0, 1, 2]], [[3, 4, 0]]]]
 * ```
 */
export function reindex<const W4 extends Array4>(W: W4): FieldsOf<W4>
export function reindex(W: Array4) {
  const { shape, values } = requireFourAxes(W, 'W')
  const [height, width, inputHeight, inputWidth] = shape
  const V = zeroBlock([height, width, inputHeight + height - 1, inputWidth + width - 1])
  eachWeight([height, width, inputHeight, inputWidth], (weight, offset) => {
    V.values[offset] = values[weight]!
  })
  return fourAxes(V.shape, V.values)
}

/**
 * Back from weights by offset: W[i][j][k][l] = V[i][j][k − i][l − j]. Offsets that lead out of the image are dropped, so that
 * a V with one field for all places becomes a layer that sees zeros outside.
 *
 * Throws a ShapeError when V has fewer offsets than its outputs need.
 *
 * @example
 * ```ts
 * deindex([[[[0, 1, 2]], [[3, 4, 0]]]]) // → [[[[1, 2]], [[3, 4]]]]
 * ```
 */
export function deindex<const V4 extends Array4>(V: V4): FromFields<V4>
export function deindex(V: Array4) {
  const { shape, values } = requireFourAxes(V, 'V')
  const [height, width, rows, columns] = shape
  if (rows < height || columns < width) {
    throw new ShapeError(
      `V is ${listed(shape)}: ${height} × ${width} outputs need at least as many offsets. Give what reindex returned.`,
    )
  }
  const W = zeroBlock([height, width, rows - height + 1, columns - width + 1])
  eachWeight(four(W.shape), (weight, offset) => {
    W.values[weight] = values[offset]!
  })
  return fourAxes(W.shape, W.values)
}

/** Calls `visit` with the place of each weight in W, and that of the same weight in V. `shape` is W's. */
export function eachWeight(
  [height, width, inputHeight, inputWidth]: FourSizes,
  visit: (weight: number, offset: number, field: number) => void,
): void {
  const [rows, columns] = [inputHeight + height - 1, inputWidth + width - 1]
  let weight = 0
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < inputHeight; k++) {
        for (let l = 0; l < inputWidth; l++) {
          const field = (k - i + height - 1) * columns + (l - j + width - 1)
          visit(weight++, (i * width + j) * rows * columns + field, field)
        }
      }
    }
  }
}

/** [outputHeight, outputWidth, inputHeight, inputWidth]. */
export type FourSizes = readonly [number, number, number, number]

/** The shape and values of a tensor of four axes. Throws a TypeError for what is ragged, a ShapeError for other ranks. */
export function requireFourAxes(W: Array4, name: string): { shape: FourSizes; values: Float64Array } {
  const { shape, values } = blockOf(W, name)
  if (shape.length === 4) return { shape: four(shape), values }
  throw new ShapeError(`${name} is ${listed(shape)}. Give four axes, as denseAsTensor4d returns them.`)
}

function four(shape: readonly number[]): FourSizes {
  return [shape[0]!, shape[1]!, shape[2]!, shape[3]!]
}

function requireSize(size: Size, name: string): Size {
  requireWhole(size[0], 1, `The ${name}'s height`)
  requireWhole(size[1], 1, `The ${name}'s width`)
  return size
}

function requireShape(matrix: Matrix, expected: Size, name: string): void {
  const actual = matrixShape(matrix, name)
  if (listed(actual) === listed(expected)) return
  throw new ShapeError(`${name} is ${listed(actual)}, the layer has ${listed(expected)}. Make it that size.`)
}
