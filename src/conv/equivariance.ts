// Equivariance (the output moves with the input) and invariance (it does not change), as numbers and as maps.
// Rule: errors are relative to the size of the undisturbed output, ‖…‖ / ‖f(X)‖, so that layers can be compared; the map says
// where in the output the two sides differ.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { type Matrix, matrixShape, requireWhole, ShapeError, type Size } from './shape.ts'
import { type ShiftOptions, shift } from './shift.ts'

/** How the output moves when the input does. */
export interface EquivarianceOptions extends ShiftOptions {
  /** Input pixels for each output pixel: the layer's strides, multiplied; 1 unless told. */
  outputStride?: number
  /** Differences up to this part of the largest output count as rounding; 1e-6 unless told, which float32 needs. */
  tolerance?: number
}

/** How far two outputs are apart. */
export interface ShiftError {
  /** ‖difference‖ / ‖f(X)‖, Euclidean; 0 where nothing differs. */
  relative: number
  /** The largest difference of two outputs. */
  max: number
  /** |difference| at each place of the output. */
  map: number[][]
  /** The places, [row, column], where the difference is more than rounding. */
  where: [row: number, column: number][]
}

/**
 * How far `f` is from commuting with a shift: f(shift(X)) against shift(f(X)).
 *
 * `by` is [down, right] in input pixels. With an `outputStride` the output moves by `by` / outputStride; where that is no
 * whole number, the nearest two are tried and the smaller error is told. 0 for a correlation with circular padding and
 * stride 1; zero padding breaks it at the border only; a stride breaks it for all shifts that it does not divide.
 *
 * `f` takes a matrix and returns a matrix or a tensor [height, width]; tensors that it makes are disposed of. Throws a
 * ShapeError when f changes the output's size with the shift, a RangeError for an option that means nothing. Introduced
 * in notebooks/03-translation.
 *
 * @example
 * ```ts
 * const X = createRng(0).matrix(8, 8)
 * const around = (X: number[][]) => corr2d(X, sobelX, { padding: 1, paddingMode: 'circular' })
 * equivarianceError(around, X, [0, 1]).relative // → 0
 * const zeros = (X: number[][]) => corr2d(X, sobelX, { padding: 1 })
 * equivarianceError(zeros, X, [0, 1]).where.every(([, column]) => column === 0 || column === 1 || column === 7) // → true
 * ```
 */
export function equivarianceError(
  f: (X: number[][]) => number[][] | tfjs.Tensor2D,
  X: Matrix,
  by: Size,
  options: EquivarianceOptions = {},
): ShiftError {
  const { outputStride = 1 } = options
  requireWhole(outputStride, 1, 'The output stride')
  const moved = response(f, shift(X, by, options))
  const still = response(f, shift(X, [0, 0]))
  matrixShape(still, 'f(X)')
  const errors = nearest(by[0] / outputStride).flatMap((down) =>
    nearest(by[1] / outputStride).map((right) => compare(moved, shift(still, [down, right], options), still, options)),
  )
  return errors.reduce((least, error) => (error.relative < least.relative ? error : least))
}

/**
 * How much `f` changes with a shift: f(shift(X)) against f(X). A number counts as a 1 × 1 output, a list as one row.
 *
 * 0 for what pools globally over a circular correlation. A layer that is equivariant is *not* invariant: its output moves.
 * Errors as `equivarianceError`.
 *
 * @example
 * ```ts
 * const X = createRng(0).matrix(8, 8)
 * const brightest = (X: number[][]) => Math.max(...corr2d(X, sobelX, { padding: 1, paddingMode: 'circular' }).flat())
 * invarianceError(brightest, X, [3, 5]).relative // → 0
 * ```
 */
export function invarianceError(
  f: (X: number[][]) => number | number[] | number[][] | tfjs.Scalar | tfjs.Tensor1D | tfjs.Tensor2D,
  X: Matrix,
  by: Size,
  options: Omit<EquivarianceOptions, 'outputStride'> = {},
): ShiftError {
  const still = asMatrix(response(f, shift(X, [0, 0])))
  return compare(asMatrix(response(f, shift(X, by, options))), still, still, options)
}

/** The numbers that f returns, read from its tensor if it is one; whatever tensors f made are gone afterwards. */
export function response<N>(f: (X: number[][]) => N | { arraySync(): N }, X: number[][]): N {
  tf.engine().startScope()
  try {
    const output = f(X)
    return isReadable(output) ? output.arraySync() : output
  } finally {
    tf.engine().endScope()
  }
}

function isReadable<N>(output: N | { arraySync(): N }): output is { arraySync(): N } {
  return typeof output === 'object' && output !== null && 'arraySync' in output
}

function compare(left: Matrix, right: Matrix, scale: Matrix, { tolerance = 1e-6 }: EquivarianceOptions): ShiftError {
  if (!(tolerance >= 0)) throw new RangeError(`The tolerance is ${tolerance}. Use 0 or a small positive number.`)
  const [before, after] = [matrixShape(right, 'f(X)'), matrixShape(left, 'f(shift(X))')]
  if (before[0] !== after[0] || before[1] !== after[1]) {
    throw new ShapeError(
      `f gave [${before.join(', ')}] before the shift and [${after.join(', ')}] after it. Use a function of one output size.`,
    )
  }
  const map = left.map((row, i) => row.map((value, j) => Math.abs(value - right[i]![j]!)))
  const limit = tolerance * largest(scale)
  return {
    relative: ratio(norm(map), norm(scale)),
    max: largest(map),
    map,
    where: map.flatMap((row, i) => row.flatMap((value, j): [number, number][] => (value > limit ? [[i, j]] : []))),
  }
}

function asMatrix(output: number | number[] | number[][]): Matrix {
  if (typeof output === 'number') return [[output]]
  return output.every((row) => typeof row === 'number') ? [output] : output.filter((row) => typeof row !== 'number')
}

/** The whole numbers around a number. */
function nearest(distance: number): number[] {
  return Number.isInteger(distance) ? [distance] : [Math.floor(distance), Math.ceil(distance)]
}

function ratio(difference: number, size: number): number {
  return difference === 0 ? 0 : difference / size
}

function norm(matrix: Matrix): number {
  return Math.sqrt(matrix.reduce((sum, row) => row.reduce((partial, value) => partial + value * value, sum), 0))
}

function largest(matrix: Matrix): number {
  return matrix.reduce((most, row) => row.reduce((best, value) => Math.max(best, Math.abs(value)), most), 0)
}
