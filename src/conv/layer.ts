// What a layer is: anything with these members can stand in a `Sequential`, a learner's own class too.
// Rule: a layer's shapes are those of one example; only tensors carry the batch, as their first axis.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import type { effect } from './model-types.ts'
import { ShapeError, type Size } from './shape.ts'
import type { WindowOptions } from './window.ts'

/** The size of each axis: [height, width, channels] for an image, [length] for a vector. */
export type Shape = readonly number[]

/**
 * One step of a model. `toString` names it in summaries and errors.
 *
 * @example
 * ```ts
 * const double: Layer = {
 *   outputShape: (input) => [...input],
 *   forward: (X) => X.mul(2),
 *   sees: 'same place',
 * }
 * ```
 */
export interface Layer {
  /** The shape of one example after this layer. Throws a ShapeError for an input that the layer cannot take. */
  outputShape(input: Shape): number[]
  /** [n, …input] → [n, …output]. Differentiable; leaves one new tensor. Throws a ShapeError as `outputShape` does. */
  forward(X: tfjs.Tensor): tfjs.Tensor
  /** What one output element depends on: the element at its own place, a window around it, or the whole input. */
  readonly sees: 'same place' | 'everything' | SeenWindow
  /** What an optimizer changes; none unless told. */
  readonly trainableVariables?: readonly tfjs.Variable[]
  /** What it does to the shape, for the types only: `Sequential` then refuses a wrong layer in the editor. */
  readonly [effect]?: unknown
  /** Multiplications, each with its addition, for one example; none unless told. */
  multiplyAdds?(input: Shape): number
}

/** A window that slides over the image: its size and how it moves. */
export interface SeenWindow extends WindowOptions {
  kernel: Size
}

/** The shape of one example in a batch. */
export function exampleShape(batch: tfjs.Tensor): number[] {
  return batch.shape.slice(1)
}

/** [height, width, channels], or a ShapeError that says what `layer` was given instead. */
export function requireImage(input: Shape, layer: Layer): [height: number, width: number, channels: number] {
  const [height, width, channels, ...more] = input
  if (height !== undefined && width !== undefined && channels !== undefined && more.length === 0) {
    return [height, width, channels]
  }
  throw new ShapeError(
    `${layer} takes images of shape [height, width, channels], got [${input.join(', ')}]. ` +
      'Give a tensor [n, height, width, channels]: one grey image X is X.as4D(1, height, width, 1).',
  )
}

/** A variable that holds `values`. */
export function variable<R extends tfjs.Rank>(values: Float32Array, shape: tfjs.ShapeMap[R]): tfjs.Variable<R> {
  const initial = tf.tensor<R>(values, shape, 'float32')
  const result = tf.variable(initial)
  initial.dispose()
  return result
}

/** How many numbers a layer learns. */
export function parametersOf(layer: Layer): number {
  return (layer.trainableVariables ?? []).reduce((sum, { size }) => sum + size, 0)
}
