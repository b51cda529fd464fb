// Cross-correlation of two tensors on TensorFlow.js.
// Rule: padding is explicit and the convolution itself is always 'valid': from a numeric `pad` tfjs works out the result's
// size with the kernel's height on both axes (tfjs #649). Measured with [1,6,8,1], a 1×2 kernel and pad 0: WebAssembly and
// cpu return 8 columns instead of 7; tfjs-node returns 7.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { outputShape, type WindowOptions, windowOf } from './shape.ts'

/**
 * `corr2d` for tensors: [height, width] with [kernelHeight, kernelWidth]. Differentiable, and leaves one new tensor, the
 * result. Inside, the image has layout NHWC and the kernel HWIO, with one channel each.
 */
export function correlateTensors(X: tfjs.Tensor2D, K: tfjs.Tensor2D, options: WindowOptions): tfjs.Tensor2D {
  const input = tensorSize(X, 'X')
  const kernel = tensorSize(K, 'K')
  const output = outputShape(input, { ...options, kernel })
  const { stride, padding, dilation } = windowOf(options)
  const [vertical, horizontal] = padding
  return tf.tidy(() => {
    const padded = tf.pad(X.toFloat(), [
      [vertical, vertical],
      [horizontal, horizontal],
    ])
    const image = padded.as4D(1, input[0] + 2 * vertical, input[1] + 2 * horizontal, 1)
    const filter = K.toFloat().as4D(...kernel, 1, 1)
    return tf.conv2d(image, filter, [...stride], 'valid', 'NHWC', [...dilation]).as2D(...output)
  })
}

/** `conv2d` for tensors: the same with the kernel turned by 180 degrees. */
export function convolveTensors(X: tfjs.Tensor2D, K: tfjs.Tensor2D, options: WindowOptions): tfjs.Tensor2D {
  tensorSize(K, 'K')
  return tf.tidy(() => correlateTensors(X, tf.reverse(K, [0, 1]), options))
}

function tensorSize(tensor: tfjs.Tensor, name: string): [height: number, width: number] {
  const [height, width, ...more] = tensor.shape
  if (height !== undefined && width !== undefined && more.length === 0) return [height, width]
  throw new TypeError(
    `${name} has shape [${tensor.shape.join(', ')}]. Give a matrix, for example with ${name}.as2D(rows, columns).`,
  )
}
