// Pooling that blurs before it drops places, so that a small shift of the image changes little.
// Rule: blurring and dropping are one convolution with a stride, of each channel on its own; its weights sum to 1.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { isTensor } from './compute.ts'
import { corr2d } from './correlate.ts'
import { gaussian3 } from './kernels.ts'
import type { Matrix } from './shape.ts'
import type { WindowOptions } from './window.ts'

/** How many places are dropped, and what the blur sees beyond the border. */
export interface BlurPoolOptions {
  /** Every so-manieth row and column is kept; 2 unless told. */
  stride?: number
  /** 'reflect' unless told: it makes no dark border. */
  paddingMode?: NonNullable<WindowOptions['paddingMode']>
}

/**
 * Blurs with [1, 2, 1]ᵀ[1, 2, 1] / 16 and keeps every second row and column: n rows become ⌈n / 2⌉.
 *
 * Takes a matrix (float64), a tensor [height, width], or images [n, height, width, channels]. After a max pooling of
 * stride 1 it takes the place of a max pooling of stride 2, which is far less equivariant (Zhang 2019, "Making
 * Convolutional Networks Shift-Invariant Again"). Throws as `corr2d` does.
 *
 * @example
 * ```ts
 * blurPool2d([[0, 0, 0, 0], [0, 16, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]) // → [[4, 2], [2, 1]]
 * ```
 */
export function blurPool2d(X: Matrix, options?: BlurPoolOptions): number[][]
export function blurPool2d<T extends tfjs.Tensor2D | tfjs.Tensor4D>(X: T, options?: BlurPoolOptions): T
export function blurPool2d(X: Matrix | tfjs.Tensor2D | tfjs.Tensor4D, options: BlurPoolOptions = {}) {
  if (!isTensor(X)) return corr2d(X, gaussian3, blurWindow(options))
  if (X.rank === 4) return blurPoolImages(X as tfjs.Tensor4D, options)
  return tf.tidy(() => corr2d(X as tfjs.Tensor2D, tf.tensor2d(gaussian3), blurWindow(options)))
}

/** Blur pooling of a batch [n, height, width, channels]. Differentiable; leaves one new tensor. */
export function blurPoolImages(X: tfjs.Tensor4D, options: BlurPoolOptions): tfjs.Tensor4D {
  const [count, height, width, channels] = X.shape
  return tf.tidy(() => {
    const kernel = tf.tensor2d(gaussian3).as4D(3, 3, 1, 1)
    const single = X.transpose([0, 3, 1, 2]).reshape([count * channels, height, width, 1]) as tfjs.Tensor4D
    const blurred = corr2d(single, kernel, blurWindow(options))
    const [, rows, columns] = blurred.shape
    return blurred.reshape([count, channels, rows!, columns!]).transpose<tfjs.Tensor4D>([0, 2, 3, 1])
  })
}

/** The window that a blur slides. */
export function blurWindow({ stride = 2, paddingMode = 'reflect' }: BlurPoolOptions) {
  return { stride, padding: 1, paddingMode }
}
