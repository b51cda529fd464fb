// Gradients checked by what they mean: how much the loss changes when a weight is moved a little.
// Rule: central differences, (f(w + h) − f(w − h)) / 2h, with a step for the precision at hand: 1e-5 in float64; in
// float32 1e-2, for with 1e-5 rounding alone is off by 0.3 %, with 1e-6 by 9 % (COURSE 8).
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import type { Rng } from './random.ts'
import { type Matrix, matrixShape, requireWhole, ShapeError } from './shape.ts'

/**
 * The gradient of `f` at the matrix `at`, of the same shape [height, width], in float64 by central differences: a
 * reference for gradients by hand. Throws a TypeError for what is no matrix, a RangeError for a step that is not positive.
 *
 * @example
 * ```ts
 * numericalGradient(([[a, b]]) => a ** 2 + 3 * b, [[2, 5]]) // → [[4.000…, 3.000…]]
 * ```
 */
export function numericalGradient(f: (matrix: number[][]) => number, at: Matrix, h = 1e-5): number[][] {
  matrixShape(at, 'at')
  if (!(h > 0 && h < Infinity)) throw new RangeError(`The step h is ${h}. Use a small positive number, such as 1e-5.`)
  const moved = (row: number, column: number, by: number) =>
    at.map((values, i) => values.map((value, j) => (i === row && j === column ? value + by : value)))
  return at.map((values, i) => values.map((_, j) => (f(moved(i, j, h)) - f(moved(i, j, -h))) / (2 * h)))
}

/**
 * How far two matrices [height, width] are apart, as a part of the largest number in either; 0 when they are equal.
 *
 * Throws a ShapeError when their shapes differ.
 *
 * @example
 * ```ts
 * relativeError([[1, 2]], [[1, 1.9]]) // → 0.05
 * ```
 */
export function relativeError(left: Matrix, right: Matrix): number {
  const [shape, other] = [matrixShape(left, 'left'), matrixShape(right, 'right')]
  if (shape.join() !== other.join())
    throw new ShapeError(
      `left is [${shape.join(', ')}], right is [${other.join(', ')}]. Compare matrices of one shape.`,
    )
  const apart = left.flat().map((value, index) => value - right.flat()[index]!)
  const largest = largestOf([...left.flat(), ...right.flat()])
  return largest === 0 ? 0 : largestOf(apart) / largest
}

/** Of one variable: how far its gradient and the differences are apart, as a part of the largest number in either. */
export interface GradientCheck {
  shape: number[]
  relativeError: number
}

/**
 * Compares the gradients by automatic differentiation with central differences, at `samples` random elements of each
 * variable (20 unless told). In float32 right gradients come out within about 0.01 (LeNet: 0.03); more where they are
 * so small beside the loss that they drown in its rounding, and where ReLU or a maximum has a kink within the step: on
 * a black background with biases of 0 each is at its kink. The variables, of any shape, are as before, and no tensor is
 * left. Gives one check for each variable: [check, …].
 *
 * Throws a RangeError for a number of samples or a step that is not positive.
 *
 * @example
 * ```ts
 * const rng = createRng(0)
 * const layer = new Dense({ inputs: 3, units: 2, rng })
 * const X = tf.tensor2d(rng.matrix(4, 3))
 * const checks = checkGradients(() => layer.forward(X).square().mean(), layer.trainableVariables, { rng })
 * checks.every(({ relativeError }) => relativeError < 0.01) // → true
 * ```
 */
export function checkGradients(
  loss: () => tfjs.Tensor,
  variables: readonly tfjs.Variable[],
  options: { rng: Rng; samples?: number; h?: number },
): GradientCheck[] {
  const { rng, samples = 20, h = 1e-2 } = options
  requireWhole(samples, 1, 'The number of samples')
  if (!(h > 0 && h < Infinity)) throw new RangeError(`The step h is ${h}. Use a small positive number, such as 0.01.`)
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(() => loss().asScalar(), [...variables])
    return variables.map((variable) => {
      const exact = grads[variable.name]!.dataSync()
      const all = Array.from({ length: variable.size }, (_, index) => index)
      const places = rng.shuffle(all).slice(0, samples)
      const differences = places.map((place) => slopeAt(loss, variable, place, h))
      const apart = differences.map((difference, index) => difference - exact[places[index]!]!)
      const largest = largestOf([...exact, ...differences])
      return { shape: [...variable.shape], relativeError: largest === 0 ? 0 : largestOf(apart) / largest }
    })
  })
}

function slopeAt(loss: () => tfjs.Tensor, variable: tfjs.Variable, place: number, h: number): number {
  const before = Float32Array.from(variable.dataSync())
  const lossWith = (value: number) =>
    tf.tidy(() => {
      const values = Float32Array.from(before)
      values[place] = value
      variable.assign(tf.tensor(values, variable.shape))
      return loss().dataSync()[0]!
    })
  const [above, below] = [Math.fround(before[place]! + h), Math.fround(before[place]! - h)]
  const slope = (lossWith(above) - lossWith(below)) / (above - below)
  lossWith(before[place]!)
  return slope
}

/** The largest amount. */
function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
}
