// The convolutional layer of the lessons: a learnable kernel and a learnable scalar bias around `corr2d`.
// Rule: a layer owns exactly two variables; `forward` leaves one new tensor and nothing else.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { correlateTensors } from './correlate-tensors.ts'
import type { Rng } from './random.ts'
import { requireWhole, type Size } from './shape.ts'

/**
 * A convolutional layer with one input and one output channel: forward(X) = corr2d(X, weight) + bias.
 *
 * The kernel starts evenly distributed in [0, 1), the bias at 0. Introduced in notebooks/06-conv-layer-and-learning.
 *
 * @example
 * ```ts
 * const layer = new Conv2D({ kernelSize: [1, 2], rng: createRng(0) })
 * layer.countParams() // → 3
 * String(layer) // → 'Conv2D 1×2'
 * ```
 */
export class Conv2D {
  /** The kernel, [kernelHeight, kernelWidth]. */
  readonly weight: tfjs.Variable<tfjs.Rank.R2>
  /** The bias, [1]. */
  readonly bias: tfjs.Variable<tfjs.Rank.R1>
  readonly kernelSize: Size

  constructor(options: { kernelSize: Size; rng: Rng }) {
    const [height, width] = options.kernelSize
    requireWhole(height, 1, "The kernel's height")
    requireWhole(width, 1, "The kernel's width")
    this.kernelSize = [height, width]
    this.weight = variable(tf.tensor2d(options.rng.matrix(height, width)))
    this.bias = variable(tf.zeros<tfjs.Rank.R1>([1]))
  }

  /** What the optimizer changes: [weight, bias]. */
  get trainableVariables(): tfjs.Variable[] {
    return [this.weight, this.bias]
  }

  /** [height, width] → [height − kernelHeight + 1, width − kernelWidth + 1]. Throws a ShapeError if X is too small. */
  forward(X: tfjs.Tensor2D): tfjs.Tensor2D {
    return tf.tidy(() => correlateTensors(X, this.weight, {}).add<tfjs.Tensor2D>(this.bias))
  }

  /** kernelHeight · kernelWidth + 1. */
  countParams(): number {
    return this.kernelSize[0] * this.kernelSize[1] + 1
  }

  /** Frees both variables; the layer is of no use afterwards. */
  dispose(): void {
    for (const owned of this.trainableVariables) owned.dispose()
  }

  toString(): string {
    return `Conv2D ${this.kernelSize.join('×')}`
  }
}

/** A variable that takes over `initial`, which is disposed of. */
function variable<R extends tfjs.Rank>(initial: tfjs.Tensor<R>): tfjs.Variable<R> {
  const result = tf.variable(initial)
  initial.dispose()
  return result
}
