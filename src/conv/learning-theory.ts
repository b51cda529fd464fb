// Why learning a kernel works as it does: gradient descent on a sum of squares, solved exactly.
// Rule: the loss is a parabola in the kernel, so each direction in which it curves shrinks by its own factor, 1 − lr · curvature,
// at every step; all predictions follow from that and are compared with the measured steps.
import { im2col } from './im2col.ts'
import type { LearningStep } from './learn.ts'
import { listed, type Matrix, matrixShape, requireWhole, ShapeError, type Size } from './shape.ts'
import { type Eigenpair, symmetricEigen } from './symmetric-eigen.ts'
import { outputShape } from './window.ts'

/** What is learned, and by which loss; as in `learnKernel`. */
export interface TheoryOptions {
  kernelSize: Size
  /** Loss: the sum of the squared errors (unless told), or their mean. */
  reduction?: 'sum' | 'mean'
  /** What the prediction computes: cross-correlation (unless told), or convolution. */
  operation?: 'correlation' | 'convolution'
}

/** What can be said before the first step. */
export interface LearningTheory {
  /** The Gram matrix of the windows: how often each pair of kernel elements meets the same brightness; k × k for k elements. */
  gram: number[][]
  /** How the loss curves along its axes (the eigenvalues of its Hessian, 2 · gram for the sum), largest first. */
  curvatures: number[]
  /** Above this learning rate the steps grow: 2 / the largest curvature. */
  largestLr: number
  /** The rate whose slowest direction is fastest: 2 / (largest + smallest curvature, flat directions left out). */
  bestLr: number
  /** The kernel of the least loss; of several the shortest. */
  optimum: number[][]
  /** The loss that is left there. */
  leastLoss: number
  /** The steps that `learnKernel` will take, computed without taking them. Throws as it does. */
  predict(init: Matrix, lr: number, steps: number): LearningStep[]
  /**
   * The kernel that a run must have started from, given where it ended. Throws a RangeError when the steps have shrunk a
   * direction so far (below 10⁻¹²) that nothing of the start is left in it.
   */
  recoverInit(final: Matrix, lr: number, steps: number): number[][]
}

/**
 * The theory of learning the kernel that turns `X` into `Y`, [height, width] each, for the loss of `learnKernel`.
 *
 * Throws a ShapeError when Y has not the size that the kernel produces, a RangeError when X is 0 everywhere. Introduced in
 * notebooks/06-conv-layer-and-learning: the seed's rate of 0.03 is a tenth below the limit, and from the kernel that the book
 * prints follow the weights that it started from.
 *
 * @example
 * ```ts
 * const X = edgeImage()
 * const theory = learningTheory(X, corr2d(X, edge), { kernelSize: [1, 2] })
 * theory.gram // → [[18, 12], [12, 18]]
 * theory.curvatures // → [60, 12]
 * 1 / theory.largestLr // → 30
 * theory.recoverInit([[1.001, -0.9739]], 0.03, 10) // → [[0.037…, 0.214…]]
 * ```
 */
export function learningTheory(X: Matrix, Y: Matrix, options: TheoryOptions): LearningTheory {
  const { kernelSize, reduction = 'sum', operation = 'correlation' } = options
  const targets = requireTarget(X, Y, kernelSize)
  const columns = im2col(X, { kernel: kernelSize })
  const windows = operation === 'convolution' ? columns.map((window) => window.toReversed()) : columns
  const terms = reduction === 'mean' ? targets.length : 1
  const gram = gramOf(windows)
  const axes = symmetricEigen(gram.map((row) => row.map((value) => (2 * value) / terms)))
  const flat = 1e-12 * axes[0]!.value
  if (!(axes[0]!.value > 0))
    throw new RangeError('X is 0 everywhere, so that every kernel gives 0. Take an image with something in it.')
  const optimum = solve(axes, momentsOf(windows, targets), terms, flat)
  const leastLoss = lossOf(windows, targets, optimum) / terms
  const curved = axes.filter(({ value }) => value > flat)
  const rows = (kernel: readonly number[]) => rowsOfLength(kernel, kernelSize[1])
  return {
    gram,
    curvatures: axes.map(({ value }) => Math.max(0, value)),
    largestLr: 2 / axes[0]!.value,
    bestLr: 2 / (curved[0]!.value + curved.at(-1)!.value),
    optimum: rows(optimum),
    leastLoss,
    predict(init, lr, steps) {
      const parts = partsOf(axes, elementsOf(init, kernelSize, 'init'), optimum)
      requireRun(lr, steps)
      return Array.from({ length: steps }, (_, before) => ({
        step: before + 1,
        loss: leastLoss + remaining(axes, parts, lr, before),
        kernel: rows(joined(axes, parts, optimum, (value) => (1 - lr * value) ** (before + 1))),
      }))
    },
    recoverInit(final, lr, steps) {
      const parts = partsOf(axes, elementsOf(final, kernelSize, 'final'), optimum)
      requireRun(lr, steps)
      requireTraces(axes, lr, steps)
      return rows(joined(axes, parts, optimum, (value) => (1 - lr * value) ** -steps))
    },
  }
}

function requireTarget(X: Matrix, Y: Matrix, kernelSize: Size): number[] {
  const expected = outputShape(matrixShape(X, 'X'), { kernel: kernelSize })
  const actual = matrixShape(Y, 'Y')
  if (listed(actual) === listed(expected)) return Y.flat()
  throw new ShapeError(
    `Y is ${listed(actual)}, but a kernel ${listed(kernelSize)} turns X into ${listed(expected)}. Make Y with such a kernel.`,
  )
}

function elementsOf(kernel: Matrix, kernelSize: Size, name: string): number[] {
  const actual = matrixShape(kernel, name)
  if (listed(actual) === listed(kernelSize)) return kernel.flat()
  throw new ShapeError(`${name} is ${listed(actual)}, the theory is for a kernel ${listed(kernelSize)}. Use that size.`)
}

function requireRun(lr: number, steps: number): void {
  requireWhole(steps, 1, 'The number of steps')
  if (lr > 0 && lr < Infinity) return
  throw new RangeError(`The learning rate is ${lr}. Use a small positive number, such as 0.03.`)
}

function requireTraces(axes: readonly Eigenpair[], lr: number, steps: number): void {
  for (const { value } of axes) {
    if (Math.abs(1 - lr * value) ** steps > 1e-12) continue
    throw new RangeError(
      `After ${steps} steps at ${lr} nothing is left of the start along the curvature ${value.toPrecision(3)}. Take a kernel from fewer steps.`,
    )
  }
}

/** Σ over all windows of window · windowᵀ. */
function gramOf(windows: Matrix): number[][] {
  const elements = windows[0]!.map((_, p) => p)
  return elements.map((p) => elements.map((q) => windows.reduce((sum, window) => sum + window[p]! * window[q]!, 0)))
}

function momentsOf(windows: Matrix, targets: readonly number[]): number[] {
  return windows[0]!.map((_, p) => windows.reduce((sum, window, place) => sum + window[p]! * targets[place]!, 0))
}

/** The shortest kernel with gram · kernel = moments; flat directions get nothing. */
function solve(axes: readonly Eigenpair[], moments: readonly number[], terms: number, flat: number): number[] {
  const curved = axes.filter(({ value }) => value > flat)
  return moments.map((_, p) =>
    curved.reduce((sum, { value, vector }) => sum + (vector[p]! * 2 * dot(vector, moments)) / (terms * value), 0),
  )
}

function lossOf(windows: Matrix, targets: readonly number[], kernel: readonly number[]): number {
  return windows.reduce((sum, window, place) => sum + (dot(window, kernel) - targets[place]!) ** 2, 0)
}

/** How far a kernel is from the optimum along each axis. */
function partsOf(axes: readonly Eigenpair[], kernel: readonly number[], optimum: readonly number[]): number[] {
  const distance = kernel.map((value, p) => value - optimum[p]!)
  return axes.map(({ vector }) => dot(vector, distance))
}

/** The loss above the least: ½ Σ curvature · part², with the parts as they are after `steps`. */
function remaining(axes: readonly Eigenpair[], parts: readonly number[], lr: number, steps: number): number {
  return axes.reduce((sum, { value }, axis) => sum + (value / 2) * (parts[axis]! * (1 - lr * value) ** steps) ** 2, 0)
}

function joined(
  axes: readonly Eigenpair[],
  parts: readonly number[],
  optimum: readonly number[],
  factor: (curvature: number) => number,
): number[] {
  return optimum.map((best, p) =>
    axes.reduce((sum, { value, vector }, axis) => sum + factor(value) * parts[axis]! * vector[p]!, best),
  )
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0)
}

function rowsOfLength(values: readonly number[], length: number): number[][] {
  return Array.from({ length: values.length / length }, (_, row) => values.slice(row * length, (row + 1) * length))
}
