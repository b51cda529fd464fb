// Pooling as layers of a model: windows that shrink the image, and global pooling, one number for each channel.
// Rule: nothing is learned, and every channel goes its own way.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { type BlurPoolOptions, blurPoolImages, blurWindow } from './blur-pool.ts'
import { exampleShape, type Layer, requireImage, type SeenWindow, type Shape } from './layer.ts'
import type { effect, PoolEffect } from './model-types.ts'
import { avgPoolImages, maxPoolImages, type PoolOptions, type PoolWindow, pooledSize, poolWindow } from './pool.ts'
import type { Size } from './shape.ts'
import { outputShape } from './window.ts'

/**
 * The largest number of each window, as `maxPool2d`: [n, height, width, channels] → [n, height', width', channels].
 *
 * @example
 * ```ts
 * new MaxPool2D(2).outputShape([28, 28, 6]) // → [14, 14, 6]
 * ```
 */
export class MaxPool2D<const S extends number | Size = number | Size, const Options extends PoolOptions = object>
  implements Layer
{
  declare readonly [effect]?: PoolEffect<S, Options>
  readonly sees: PoolWindow

  constructor(size: S, options?: Options) {
    this.sees = poolWindow(size, options ?? {})
  }

  outputShape(input: Shape): [height: number, width: number, channels: number] {
    return shapeAfter(input, this, this.sees)
  }

  forward(X: tfjs.Tensor): tfjs.Tensor4D {
    return maxPoolImages(requireImages(X, this), this.sees)
  }

  toString(): string {
    return `MaxPool2D ${this.sees.kernel.join('×')}`
  }
}

/**
 * The mean of each window, as `avgPool2d`: [n, height, width, channels] → [n, height', width', channels].
 *
 * @example
 * ```ts
 * new AvgPool2D(2).outputShape([28, 28, 6]) // → [14, 14, 6]
 * ```
 */
export class AvgPool2D<const S extends number | Size = number | Size, const Options extends PoolOptions = object>
  implements Layer
{
  declare readonly [effect]?: PoolEffect<S, Options>
  readonly sees: PoolWindow

  constructor(size: S, options?: Options) {
    this.sees = poolWindow(size, options ?? {})
  }

  outputShape(input: Shape): [height: number, width: number, channels: number] {
    return shapeAfter(input, this, this.sees)
  }

  forward(X: tfjs.Tensor): tfjs.Tensor4D {
    return avgPoolImages(requireImages(X, this), this.sees)
  }

  toString(): string {
    return `AvgPool2D ${this.sees.kernel.join('×')}`
  }
}

/**
 * Blurs each channel and keeps every second row and column, as `blurPool2d`:
 * [n, height, width, channels] → [n, ⌈height / 2⌉, ⌈width / 2⌉, channels]. Put it behind `new MaxPool2D(2, { stride: 1 })`.
 *
 * @example
 * ```ts
 * new BlurPool2D().outputShape([27, 27, 6]) // → [14, 14, 6]
 * ```
 */
export class BlurPool2D<const Options extends BlurPoolOptions = object> implements Layer {
  declare readonly [effect]?: { kernel: [3, 3]; options: BlurWindow<Options> }
  readonly sees: SeenWindow
  readonly #options: BlurPoolOptions

  constructor(options?: Options) {
    this.#options = options ?? {}
    this.sees = { kernel: [3, 3], ...blurWindow(this.#options) }
  }

  outputShape(input: Shape): [height: number, width: number, channels: number] {
    const [height, width, channels] = requireImage(input, this)
    return [...outputShape([height, width], this.sees), channels]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor4D {
    return blurPoolImages(requireImages(X, this), this.#options)
  }

  toString(): string {
    return 'BlurPool2D 3×3'
  }
}

/**
 * The largest number of each channel, wherever it stands: [n, height, width, channels] → [n, channels]. What comes out
 * does not change when the whole image moves (translation *invariance*), as long as nothing leaves it.
 *
 * @example
 * ```ts
 * new GlobalMaxPool2D().forward(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1])) // → [[6]]
 * ```
 */
export class GlobalMaxPool2D implements Layer {
  declare readonly [effect]?: 'one per channel'
  readonly sees = 'everything'

  outputShape(input: Shape): [channels: number] {
    return [requireImage(input, this)[2]]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor2D {
    return tf.max(requireImages(X, this), [1, 2])
  }

  toString(): string {
    return 'GlobalMaxPool2D'
  }
}

/**
 * The mean of each channel: [n, height, width, channels] → [n, channels]. Invariant as `GlobalMaxPool2D`.
 *
 * @example
 * ```ts
 * new GlobalAvgPool2D().forward(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1])) // → [[3]]
 * ```
 */
export class GlobalAvgPool2D implements Layer {
  declare readonly [effect]?: 'one per channel'
  readonly sees = 'everything'

  outputShape(input: Shape): [channels: number] {
    return [requireImage(input, this)[2]]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor2D {
    return tf.mean(requireImages(X, this), [1, 2])
  }

  toString(): string {
    return 'GlobalAvgPool2D'
  }
}

type BlurWindow<Options> = { padding: 1; stride: Options extends { readonly stride: infer S } ? S : 2 }

function shapeAfter(input: Shape, layer: Layer, window: PoolWindow): [number, number, number] {
  const [height, width, channels] = requireImage(input, layer)
  return [...pooledSize([height, width], window), channels]
}

/** The batch as images, or a ShapeError; a window that does not fit is refused here too. */
function requireImages(X: tfjs.Tensor, layer: Layer): tfjs.Tensor4D {
  layer.outputShape(exampleShape(X))
  return X as tfjs.Tensor4D
}
