// Cross-correlation and convolution of one matrix with one kernel, the operation that the course is about.
// Rule: the float64 loops below are the reference and are written as the formula is; tensors go to correlate-tensors.ts.
import type * as tfjs from '@tensorflow/tfjs'
import { convolveTensors, correlateTensors } from './correlate-tensors.ts'
import { type Matrix, matrixShape, outputShape, type WindowOptions, windowOf } from './shape.ts'

/**
 * Slides the kernel `K` over `X`; each place gives the sum of the products (two-dimensional cross-correlation):
 * Y[i][j] = Σ_a Σ_b K[a][b] · X[i + a][j + b].
 *
 *
 * Plain matrices are computed in float64, tensors in float32 on their own backend. Without padding the result is
 * (n_h − k_h + 1) × (n_w − k_w + 1). Throws a TypeError for what is no matrix, a ShapeError when the kernel does not fit.
 * Introduced in notebooks/05-cross-correlation.
 *
 * @example
 * ```ts
 * corr2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]]) // → [[19, 25], [37, 43]]
 * ```
 */
export function corr2d(X: Matrix, K: Matrix, options?: WindowOptions): number[][]
export function corr2d(X: tfjs.Tensor2D, K: tfjs.Tensor2D, options?: WindowOptions): tfjs.Tensor2D
export function corr2d(X: Matrix | tfjs.Tensor2D, K: Matrix | tfjs.Tensor2D, options: WindowOptions = {}) {
  if (isTensor(X) && isTensor(K)) return correlateTensors(X, K, options)
  if (!isTensor(X) && !isTensor(K)) return correlateMatrices(X, K, options)
  throw new TypeError(mixed)
}

/**
 * Convolution as mathematics defines it: cross-correlation with the kernel turned by 180 degrees.
 *
 * For a point-symmetric kernel the two are equal, and a *learned* kernel simply comes out turned. Errors as `corr2d`.
 *
 * @example
 * ```ts
 * conv2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]]) // → [[5, 11], [23, 29]]
 * ```
 */
export function conv2d(X: Matrix, K: Matrix, options?: WindowOptions): number[][]
export function conv2d(X: tfjs.Tensor2D, K: tfjs.Tensor2D, options?: WindowOptions): tfjs.Tensor2D
export function conv2d(X: Matrix | tfjs.Tensor2D, K: Matrix | tfjs.Tensor2D, options: WindowOptions = {}) {
  if (isTensor(X) && isTensor(K)) return convolveTensors(X, K, options)
  if (!isTensor(X) && !isTensor(K)) return correlateMatrices(X, flip(K), options)
  throw new TypeError(mixed)
}

/**
 * The kernel turned by 180 degrees: rows and columns in reverse order. flip(flip(K)) is K.
 *
 * @example
 * ```ts
 * flip([[0, 1], [2, 3]]) // → [[3, 2], [1, 0]]
 * ```
 */
export function flip(K: Matrix): number[][] {
  matrixShape(K, 'K')
  return K.map((row) => [...row].reverse()).reverse()
}

const mixed = 'One of X and K is a tensor, the other is not. Use tf.tensor2d(...) for both, or arrays for both.'

function correlateMatrices(X: Matrix, K: Matrix, options: WindowOptions): number[][] {
  const [inputHeight, inputWidth] = matrixShape(X, 'X')
  const kernel = matrixShape(K, 'K')
  const [height, width] = outputShape([inputHeight, inputWidth], { ...options, kernel })
  const { stride, padding, dilation } = windowOf(options)
  const sumAt = (top: number, left: number): number => {
    let sum = 0
    for (let a = 0; a < kernel[0]; a++) {
      for (let b = 0; b < kernel[1]; b++) {
        sum += K[a]![b]! * (X[top + a * dilation[0]]?.[left + b * dilation[1]] ?? 0)
      }
    }
    return sum
  }
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => sumAt(i * stride[0] - padding[0], j * stride[1] - padding[1])),
  )
}

function isTensor(value: Matrix | tfjs.Tensor2D): value is tfjs.Tensor2D {
  return !Array.isArray(value) && typeof value === 'object' && value !== null && 'dataId' in value
}
