// Pooling: one number for each window of an image, its largest or its mean.
// Rule: 'zeros' padding never wins a maximum: it counts as −∞ there (zeros would beat every negative number: COURSE
// D8), and as 0 in a mean, which is then exactly a convolution with equal weights.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { isTensor } from './compute.ts'
import { pad } from './correlate-tensors.ts'
import type { PoolEffect } from './model-types.ts'
import { type Matrix, matrixShape, type Size } from './shape.ts'
import type { ShapeOf, WithShape } from './shaped.ts'
import { sourceIndex, type WindowAxis, type WindowOptions, windowAxes } from './window.ts'
import type { AxisNames, Lengths } from './window-types.ts'

/**
 * How a pooling window moves, as for `corr2d`; but its steps are the window's own size unless told, so that windows do
 * not overlap. Padding in mode 'zeros' is at most half the window.
 */
export type PoolOptions = Pick<WindowOptions, 'stride' | 'padding' | 'paddingMode'>

/** A pooling window: its [vertical, horizontal] size, and how it moves. */
export interface PoolWindow extends PoolOptions {
  kernel: Size
}

/**
 * The largest number of each window.
 *
 * Takes a matrix (float64), a tensor [height, width], or a batch of images [n, height, width, channels], each channel
 * on its own. `size` is one number for a square window, or [height, width]. Throws a ShapeError when the window does
 * not fit, a RangeError for a size, stride or padding that has no meaning. Introduced in
 * notebooks/10-pooling-and-receptive-field.
 *
 * @example
 * ```ts
 * maxPool2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], 2, { stride: 1 }) // → [[4, 5], [7, 8]]
 * ```
 */
export function maxPool2d<
  const X extends Matrix,
  const S extends number | Size,
  const Options extends PoolOptions = object,
>(X: X, size: S, options?: Options): Pooled<X, S, Options>
export function maxPool2d<T extends tfjs.Tensor2D | tfjs.Tensor4D>(X: T, size: number | Size, options?: PoolOptions): T
export function maxPool2d(X: Matrix | tfjs.Tensor2D | tfjs.Tensor4D, size: number | Size, options: PoolOptions = {}) {
  const window = poolWindow(size, options)
  if (isTensor(X)) return pooledTensor(X, window, maxPoolImages)
  return pooledMatrix(X, window, (values) => values.reduce((left, right) => Math.max(left, right)))
}

/**
 * The mean of each window; padding counts as zeros, as in PyTorch. Arguments and errors as for `maxPool2d`.
 *
 * @example
 * ```ts
 * avgPool2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], 2, { stride: 1 }) // → [[2, 3], [5, 6]]
 * ```
 */
export function avgPool2d<
  const X extends Matrix,
  const S extends number | Size,
  const Options extends PoolOptions = object,
>(X: X, size: S, options?: Options): Pooled<X, S, Options>
export function avgPool2d<T extends tfjs.Tensor2D | tfjs.Tensor4D>(X: T, size: number | Size, options?: PoolOptions): T
export function avgPool2d(X: Matrix | tfjs.Tensor2D | tfjs.Tensor4D, size: number | Size, options: PoolOptions = {}) {
  const window = poolWindow(size, options)
  if (isTensor(X)) return pooledTensor(X, window, avgPoolImages)
  const places = window.kernel[0] * window.kernel[1]
  return pooledMatrix(X, window, (values) => values.reduce((sum, value) => sum + value) / places)
}

/** A pooling window of this size, by default as far from the next as it is large. */
export function poolWindow(size: number | Size, options: PoolOptions): PoolWindow {
  const kernel: Size = typeof size === 'number' ? [size, size] : [size[0], size[1]]
  return { stride: kernel, ...options, kernel }
}

/** Max pooling of a batch [n, height, width, channels]. Differentiable; leaves one new tensor. */
export function maxPoolImages(X: tfjs.Tensor4D, window: PoolWindow): tfjs.Tensor4D {
  const [vertical, horizontal] = poolAxes([X.shape[1], X.shape[2]], window)
  return tf.tidy(() => {
    const padded = pad(X.toFloat(), [vertical, horizontal], -Infinity)
    return tf.maxPool(padded as tfjs.Tensor4D, [...window.kernel], [vertical.stride, horizontal.stride], 'valid')
  })
}

/** Average pooling of a batch [n, height, width, channels]. Differentiable; leaves one new tensor. */
export function avgPoolImages(X: tfjs.Tensor4D, window: PoolWindow): tfjs.Tensor4D {
  const [vertical, horizontal] = poolAxes([X.shape[1], X.shape[2]], window)
  return tf.tidy(() => {
    const padded = pad(X.toFloat(), [vertical, horizontal])
    return tf.avgPool(padded as tfjs.Tensor4D, [...window.kernel], [vertical.stride, horizontal.stride], 'valid')
  })
}

/** [height, width] after pooling. Throws as `maxPool2d` does. */
export function pooledSize(size: Size, window: PoolWindow): [height: number, width: number] {
  const [vertical, horizontal] = poolAxes(size, window)
  return [vertical.output, horizontal.output]
}

function poolAxes(size: Size, window: PoolWindow): [vertical: WindowAxis, horizontal: WindowAxis] {
  const [vertical, horizontal] = windowAxes(size, window.kernel, window)
  for (const { name, kernel, before, after, mode } of [vertical!, horizontal!]) {
    if (mode !== 'zeros' || Math.max(before, after) <= kernel / 2) continue
    throw new RangeError(
      `The padding of ${Math.max(before, after)} is more than half of the window's ${name} of ${kernel}, so that a window ` +
        'could lie in the padding alone. Use less padding.',
    )
  }
  return [vertical!, horizontal!]
}

function pooledMatrix(X: Matrix, window: PoolWindow, combine: (values: number[]) => number): number[][] {
  const [vertical, horizontal] = poolAxes(matrixShape(X, 'X'), window)
  const sources = (axis: WindowAxis, output: number) =>
    Array.from({ length: axis.kernel }, (_, tap) => sourceIndex(axis, output, tap)).filter((source) => source >= 0)
  return Array.from({ length: vertical.output }, (_, i) =>
    Array.from({ length: horizontal.output }, (_, j) => {
      const columns = sources(horizontal, j)
      return combine(sources(vertical, i).flatMap((row) => columns.map((column) => X[row]![column]!)))
    }),
  )
}

function pooledTensor(
  X: tfjs.Tensor2D | tfjs.Tensor4D,
  window: PoolWindow,
  pool: (images: tfjs.Tensor4D, window: PoolWindow) => tfjs.Tensor4D,
): tfjs.Tensor {
  if (X.rank === 4) return pool(X as tfjs.Tensor4D, window)
  const [height, width, ...more] = X.shape as number[]
  if (height === undefined || width === undefined || more.length > 0) {
    throw new TypeError(
      `X has shape [${X.shape.join(', ')}]. Give a matrix [height, width], or images [n, height, width, channels].`,
    )
  }
  return tf.tidy(() => pool(X.as4D(1, height, width, 1), window).squeeze([0, 3]))
}

/** A matrix, of a size that is known where those of `X` and of the window are. */
type Pooled<X, S, Options> =
  PoolEffect<S, Options> extends { kernel: infer Kernel; options: infer Window }
    ? WithShape<number[][], Lengths<ShapeOf<X>, Kernel, Window, AxisNames[2]>>
    : number[][]
