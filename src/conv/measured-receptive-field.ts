// The receptive field measured: the pixels by which an output place has a gradient, and how strong it is.
// Rule: the model itself is differentiated, on seeded random images; nothing is derived from its sizes.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import type { Rng } from './random.ts'
import type { Sequential } from './sequential.ts'
import { requireWhole, ShapeError } from './shape.ts'

/** Which output place of which layer to look back from. */
export interface MeasuredPlace {
  /** The layer's place in `model.layers`, from 0; its output must be an image. */
  layer: number
  /** [row, column] in that output. */
  at: readonly [row: number, column: number]
  rng: Rng
  /** Random images to average over; 32 unless told. ReLU and max pooling pass some pixels on some images only. */
  samples?: number
}

/** What one output place depends on. */
export interface MeasuredField {
  /** |∂output / ∂pixel| for each pixel, [height][width]: added up over the channels, averaged over the images. */
  gradient: number[][]
  /** The smallest rectangle that holds every pixel with a gradient; `receptiveField` says the same by formula. */
  box: { top: number; left: number; height: number; width: number }
}

/**
 * The pixels of the input that an output place depends on, found by automatic differentiation, with their influence:
 * the *effective* receptive field, strongest in the middle (Luo et al. 2016). Leaves no tensor.
 *
 * Throws a ShapeError when the layer's output is no image, a RangeError when it has no such place.
 *
 * @example
 * ```ts
 * const rng = createRng(0)
 * const model = new Sequential([7, 7, 1], [new Conv2D({ kernelSize: 3, rng }), new Conv2D({ kernelSize: 3, rng })])
 * measureReceptiveField(model, { layer: 1, at: [1, 1], rng }).box // → { top: 1, left: 1, height: 5, width: 5 }
 * ```
 */
export function measureReceptiveField(model: Sequential, place: MeasuredPlace): MeasuredField {
  const { layer, at, rng, samples = 32 } = place
  requirePlace(model, layer, at)
  requireWhole(samples, 1, 'The number of samples')
  const gradient = tf.tidy(() => {
    const shape = [samples, ...model.inputShape]
    const numbers = Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () =>
      rng.normal(),
    )
    const outputAt = (X: tfjs.Tensor) => {
      const Y = model.layers.slice(0, layer + 1).reduce((value, next) => next.forward(value), X)
      return Y.slice([0, ...at, 0], [samples, 1, 1, Y.shape[3]!]).sum()
    }
    return tf.grad(outputAt)(tf.tensor(numbers, shape)).abs().mean(0).sum<tfjs.Tensor2D>(2).arraySync()
  })
  return { gradient, box: boxAround(gradient) }
}

function requirePlace(model: Sequential, layer: number, at: readonly [number, number]): void {
  const last = model.layers.length - 1
  if (!(Number.isInteger(layer) && layer >= 0 && layer <= last))
    throw new RangeError(`The model has no layer ${layer}. Use a whole number from 0 to ${last}.`)
  const shape = model.shapes[layer]!
  if (shape.length !== 3 || model.inputShape.length !== 3) {
    throw new ShapeError(
      `Layer ${layer}, ${model.layers[layer]}, turns [${model.inputShape.join(', ')}] into [${shape.join(', ')}], not an image ` +
        'into an image. Take an earlier layer.',
    )
  }
  const inside = [0, 1].every((axis) => Number.isInteger(at[axis]) && at[axis]! >= 0 && at[axis]! < shape[axis]!)
  if (inside) return
  throw new RangeError(
    `Layer ${layer} has no place [${at.join(', ')}]. Its rows go from 0 to ${shape[0]! - 1}, its columns from 0 to ${shape[1]! - 1}.`,
  )
}

function boxAround(gradient: number[][]): MeasuredField['box'] {
  const rows = gradient.flatMap((row, index) => (row.some((value) => value > 0) ? [index] : []))
  const columns = gradient[0]!.flatMap((_, index) => (gradient.some((row) => row[index]! > 0) ? [index] : []))
  const [top = 0, left = 0] = [rows[0], columns[0]]
  return { top, left, height: (rows.at(-1) ?? top - 1) - top + 1, width: (columns.at(-1) ?? left - 1) - left + 1 }
}
