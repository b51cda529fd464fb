// Activations: the functions between linear layers, without which the whole model would be one linear layer.
// Rule: each number goes its own way; shapes stay, and nothing is learned.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import type { Layer, Shape } from './layer.ts'
import type { effect } from './model-types.ts'

/**
 * max(x, 0) for each number. The slope at 0 is taken to be 0.
 *
 * @example
 * ```ts
 * new ReLU().forward(tf.tensor2d([[-1, 0, 2]])) // → [[0, 0, 2]]
 * ```
 */
export class ReLU implements Layer {
  declare readonly [effect]?: 'same'
  readonly sees = 'same place'

  outputShape(input: Shape): number[] {
    return [...input]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor {
    return tf.relu(X)
  }

  toString(): string {
    return 'ReLU'
  }
}

/**
 * 1 / (1 + e^−x) for each number, between 0 and 1.
 *
 * @example
 * ```ts
 * new Sigmoid().forward(tf.tensor2d([[0]])) // → [[0.5]]
 * ```
 */
export class Sigmoid implements Layer {
  declare readonly [effect]?: 'same'
  readonly sees = 'same place'

  outputShape(input: Shape): number[] {
    return [...input]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor {
    return tf.sigmoid(X)
  }

  toString(): string {
    return 'Sigmoid'
  }
}

/**
 * The hyperbolic tangent of each number, between −1 and 1.
 *
 * @example
 * ```ts
 * new Tanh().forward(tf.tensor2d([[0, 1]])) // → [[0, 0.761…]]
 * ```
 */
export class Tanh implements Layer {
  declare readonly [effect]?: 'same'
  readonly sees = 'same place'

  outputShape(input: Shape): number[] {
    return [...input]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor {
    return tf.tanh(X)
  }

  toString(): string {
    return 'Tanh'
  }
}
