// Learning a kernel by gradient descent, in float64 and with the gradient written out.
// Rule: one step is one full pass over the image; the recorded loss is that of the prediction *before* the step's update,
// as the book prints it.
import { conv2d, corr2d, flip } from './correlate.ts'
import { type Matrix, matrixShape, requireWhole, ShapeError } from './shape.ts'
import { outputShape } from './window.ts'

/** One step of gradient descent: the loss before the update, the kernel after it. Steps count from 1. */
export interface LearningStep {
  step: number
  loss: number
  kernel: number[][]
}

/** How to learn. */
export interface LearningOptions {
  /** The kernel to start from; its size is the size that is learned. */
  init: Matrix
  /** Learning rate: the part of the gradient that one step subtracts. */
  lr: number
  steps: number
  /** Loss: the sum of the squared errors (unless told), or their mean. */
  reduction?: 'sum' | 'mean'
  /** What the prediction computes: cross-correlation (unless told), or convolution. */
  operation?: 'correlation' | 'convolution'
}

/**
 * Learns the kernel, of the size of `init`, that turns `X` into `Y`: [height, width] each.
 *
 * Throws a ShapeError when Y has not the size that the kernel produces, a RangeError for a senseless option. A learning
 * rate that is too large is no error: the losses grow, which is worth seeing.
 *
 * @example
 * ```ts
 * const X = edgeImage()
 * learnKernel(X, corr2d(X, [[1, -1]]), { init: [[0, 0]], lr: 3e-2, steps: 10 }).kernel // → [[0.988…, -0.988…]]
 * ```
 */
export function learnKernel(
  X: Matrix,
  Y: Matrix,
  options: LearningOptions,
): { kernel: number[][]; history: LearningStep[] } {
  const { init, lr, steps, reduction = 'sum', operation = 'correlation' } = options
  requireFit(X, Y, init)
  requireWhole(steps, 1, 'The number of steps')
  if (!(lr > 0 && lr < Infinity))
    throw new RangeError(`The learning rate is ${lr}. Use a small positive number, such as 0.03.`)
  const terms = reduction === 'mean' ? Y.length * Y[0]!.length : 1
  const apply = operation === 'convolution' ? conv2d : corr2d
  let kernel = init.map((row) => [...row])
  const history: LearningStep[] = []
  for (let step = 1; step <= steps; step++) {
    const error = minus(apply(X, kernel), Y)
    const loss = error.flat().reduce((sum, value) => sum + value ** 2, 0) / terms
    const gradient = operation === 'convolution' ? flip(corr2d(X, error)) : corr2d(X, error)
    kernel = minus(
      kernel,
      gradient.map((row) => row.map((value) => (lr * 2 * value) / terms)),
    )
    history.push({ step, loss, kernel })
  }
  return { kernel, history }
}

function requireFit(X: Matrix, Y: Matrix, init: Matrix): void {
  const expected = outputShape(matrixShape(X, 'X'), { kernel: matrixShape(init, 'init') })
  const actual = matrixShape(Y, 'Y')
  if (actual[0] === expected[0] && actual[1] === expected[1]) return
  throw new ShapeError(
    `Y is [${actual.join(', ')}], but this kernel turns X into [${expected.join(', ')}]. Make Y with a kernel of init's size.`,
  )
}

function minus(left: Matrix, right: Matrix): number[][] {
  return left.map((row, i) => row.map((value, j) => value - right[i]![j]!))
}
