// Pooling: one number for each window of an image, its largest or its mean.
// Rule: padding never wins a maximum: it counts as −∞ there (zeros would beat every negative number: COURSE D8), and as 0
// in a mean, which is then exactly a convolution with equal weights.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { type Window, windowOf } from './layer-window.ts'
import { type Matrix, matrixShape, type Size } from './shape.ts'
import { outputShape } from './window.ts'

/** How a pooling window moves. One number counts for both directions, a pair is [vertical, horizontal]. */
export interface PoolOptions {
  /** Steps between neighbouring windows; the window's own size unless told, so that windows do not overlap. */
  stride?: number | Size
  /** Places added on each side, at most half the window; 0 unless told. */
  padding?: number | Size
}

/** A pooling window with its [vertical, horizontal] size, steps and padding; the dilation is always 1. */
export interface PoolWindow extends Window {
  kernel: Size
}

/**
 * The largest number of each window.
 *
 * Takes a matrix (float64), a tensor [height, width], or a batch of images [n, height, width, channels], each channel on
 * its own. `size` is one number for a square window, or [height, width]. Throws a ShapeError when the window does not fit,
 * a RangeError for a size, stride or padding that has no meaning.
 *
 * @example
 * ```ts
 * maxPool2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], 2, { stride: 1 }) // → [[4, 5], [7, 8]]
 * ```
 */
export function maxPool2d(X: Matrix, size: number | Size, options?: PoolOptions): number[][]
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
export function avgPool2d(X: Matrix, size: number | Size, options?: PoolOptions): number[][]
export function avgPool2d<T extends tfjs.Tensor2D | tfjs.Tensor4D>(X: T, size: number | Size, options?: PoolOptions): T
export function avgPool2d(X: Matrix | tfjs.Tensor2D | tfjs.Tensor4D, size: number | Size, options: PoolOptions = {}) {
  const window = poolWindow(size, options)
  if (isTensor(X)) return pooledTensor(X, window, avgPoolImages)
  const places = window.kernel[0] * window.kernel[1]
  return pooledMatrix(X, window, (values) => values.reduce((sum, value) => sum + value) / places)
}

/** A pooling window with its defaults filled in. Throws a RangeError for what has no meaning. */
export function poolWindow(size: number | Size, options: PoolOptions): PoolWindow {
  const kernel: Size = typeof size === 'number' ? [size, size] : [size[0], size[1]]
  const window = windowOf({ ...options, stride: options.stride ?? kernel })
  for (const axis of [0, 1] as const) {
    if (window.padding[axis] <= kernel[axis] / 2) continue
    throw new RangeError(
      `The padding [${window.padding.join(', ')}] is more than half of the window [${kernel.join(', ')}], so that a window ` +
        'could lie in the padding alone. Use less padding.',
    )
  }
  return { kernel, ...window }
}

/** Max pooling of a batch [n, height, width, channels]. Differentiable; leaves one new tensor. */
export function maxPoolImages(X: tfjs.Tensor4D, { kernel, stride, padding }: PoolWindow): tfjs.Tensor4D {
  return tf.tidy(() => tf.maxPool(padded(X.toFloat(), padding, -Infinity), [...kernel], [...stride], 'valid'))
}

/** Average pooling of a batch [n, height, width, channels]. Differentiable; leaves one new tensor. */
export function avgPoolImages(X: tfjs.Tensor4D, { kernel, stride, padding }: PoolWindow): tfjs.Tensor4D {
  return tf.tidy(() => tf.avgPool(padded(X.toFloat(), padding, 0), [...kernel], [...stride], 'valid'))
}

function pooledMatrix(X: Matrix, window: PoolWindow, combine: (values: number[]) => number): number[][] {
  const [inputHeight, inputWidth] = matrixShape(X, 'X')
  const [height, width] = outputShape([inputHeight, inputWidth], window)
  const valuesAt = (top: number, left: number): number[] => {
    const rows = X.slice(Math.max(top, 0), top + window.kernel[0])
    return rows.flatMap((row) => row.slice(Math.max(left, 0), left + window.kernel[1]))
  }
  const { stride, padding } = window
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => combine(valuesAt(i * stride[0] - padding[0], j * stride[1] - padding[1]))),
  )
}

function pooledTensor(
  X: tfjs.Tensor2D | tfjs.Tensor4D,
  window: PoolWindow,
  pool: (images: tfjs.Tensor4D, window: PoolWindow) => tfjs.Tensor4D,
): tfjs.Tensor {
  const [height, width] = X.shape.length === 2 ? X.shape : [X.shape[1], X.shape[2]]
  if (height === undefined || width === undefined || (X.rank !== 2 && X.rank !== 4)) {
    throw new TypeError(
      `X has shape [${X.shape.join(', ')}]. Give a matrix [height, width], or images [n, height, width, channels].`,
    )
  }
  const output = outputShape([height, width], window)
  return tf.tidy(() => {
    if (X.shape.length === 4) return pool(X as tfjs.Tensor4D, window)
    return pool(X.as4D(1, height, width, 1), window).as2D(...output)
  })
}

function padded(X: tfjs.Tensor4D, [vertical, horizontal]: Size, value: number): tfjs.Tensor4D {
  if (vertical === 0 && horizontal === 0) return X
  return tf.pad(
    X,
    [
      [0, 0],
      [vertical, vertical],
      [horizontal, horizontal],
      [0, 0],
    ],
    value,
  )
}

function isTensor(value: Matrix | tfjs.Tensor): value is tfjs.Tensor2D | tfjs.Tensor4D {
  return !Array.isArray(value) && typeof value === 'object' && value !== null && 'dataId' in value
}
