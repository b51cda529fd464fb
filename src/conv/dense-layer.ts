// The dense (fully connected) layer, and the layer that makes images into its vectors.
// Rule: a dense layer states its number of inputs, so that a wrong one is refused when the model is put together.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { glorotUniform, type Initializer } from './initializers.ts'
import { exampleShape, type Layer, parametersOf, type Shape, variable } from './layer.ts'
import type { effect } from './model-types.ts'
import type { Rng } from './random.ts'
import { requireWhole, ShapeError } from './shape.ts'

/**
 * A dense layer: every output is a weighted sum of all inputs, plus a bias. [n, inputs] → [n, units].
 *
 * The weights start by `glorotUniform` unless told, the biases at 0. Throws a RangeError for a size that is no whole
 * number; `outputShape` and `forward` throw a ShapeError for anything but vectors of `inputs` numbers. What it costs
 * on an image is the subject of notebooks/01-mlp-parameter-counts.
 *
 * @example
 * ```ts
 * const layer = new Dense({ inputs: 400, units: 120, rng: createRng(0) })
 * layer.countParams() // → 48_120
 * String(layer) // → 'Dense 400→120'
 * ```
 */
export class Dense<const Inputs extends number = number, const Units extends number = number> implements Layer {
  declare readonly [effect]?: { inputs: Inputs; units: Units }
  /** The weights, [inputs, units]. */
  readonly weight: tfjs.Variable<tfjs.Rank.R2>
  /** The biases, [units]. */
  readonly bias: tfjs.Variable<tfjs.Rank.R1>
  readonly sees = 'everything'

  constructor(options: { inputs: Inputs; units: Units; initializer?: Initializer; rng: Rng }) {
    const { inputs, units, initializer = glorotUniform, rng } = options
    requireWhole(inputs, 1, 'The number of inputs')
    requireWhole(units, 1, 'The number of units')
    this.weight = variable(initializer([inputs, units], rng), [inputs, units])
    this.bias = variable(new Float32Array(units), [units])
  }

  /** What the optimizer changes: [weight, bias]. */
  get trainableVariables(): tfjs.Variable[] {
    return [this.weight, this.bias]
  }

  outputShape(input: Shape): [units: number] {
    const [inputs, units] = this.weight.shape
    if (input.length === 1 && input[0] === inputs) return [units]
    const remedy = input.length === 1 ? `Make the layer with inputs: ${input[0]}.` : 'Put a Flatten layer before it.'
    throw new ShapeError(`${this} takes vectors of ${inputs} numbers, got [${input.join(', ')}]. ${remedy}`)
  }

  forward(X: tfjs.Tensor): tfjs.Tensor2D {
    this.outputShape(exampleShape(X))
    return tf.tidy(() => tf.matMul(X.toFloat() as tfjs.Tensor2D, this.weight).add(this.bias))
  }

  /** One for each weight. */
  multiplyAdds(): number {
    return this.weight.size
  }

  /** inputs · units + units. */
  countParams(): number {
    return parametersOf(this)
  }

  /** Frees both variables; the layer is of no use afterwards. */
  dispose(): void {
    for (const owned of this.trainableVariables) owned.dispose()
  }

  toString(): string {
    return `Dense ${this.weight.shape.join('→')}`
  }
}

/**
 * Writes each example's numbers in a row, the last axis fastest:
 * [n, height, width, channels] → [n, height · width · channels].
 *
 * @example
 * ```ts
 * new Flatten().outputShape([5, 5, 16]) // → [400]
 * ```
 */
export class Flatten implements Layer {
  declare readonly [effect]?: 'flatten'
  readonly sees = 'same place'

  outputShape(input: Shape): [length: number] {
    return [input.reduce((product, size) => product * size, 1)]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor2D {
    return X.reshape([X.shape[0]!, ...this.outputShape(exampleShape(X))])
  }

  toString(): string {
    return 'Flatten'
  }
}
