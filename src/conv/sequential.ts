// A model whose layers follow one another.
// Rule: all shapes are worked out when the model is made, so that layers that do not fit never meet a tensor.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { exampleShape, type Layer, parametersOf, type Shape } from './layer.ts'
import type { Fitting, ShapeAfter } from './model-types.ts'
import { requireWhole, ShapeError } from './shape.ts'
import { displayKey, inspectKey, type Summary, summaryOf } from './summary.ts'

/**
 * Layers in a row, each fed with the result of the one before. Shows itself as the table of its layers.
 *
 * `inputShape` is that of one example. Throws a ShapeError that names the first layer that does not fit.
 *
 * @example
 * ```ts
 * const rng = createRng(0)
 * const model = new Sequential([28, 28, 1], [
 *   new Conv2D({ kernelSize: 5, outChannels: 6, padding: 2, rng }),
 *   new ReLU(),
 *   new Flatten(),
 *   new Dense({ inputs: 28 * 28 * 6, units: 10, rng }),
 * ])
 * model.outputShape // → [10]
 * ```
 */
export class Sequential<const Input extends Shape = Shape, const Layers extends readonly Layer[] = readonly Layer[]> {
  readonly inputShape: Shape
  readonly layers: readonly Layer[]
  /** The shape of one example after each layer. */
  readonly shapes: readonly Shape[]

  constructor(inputShape: Input, layers: Fitting<Input, Layers>) {
    inputShape.forEach((size, axis) => {
      requireWhole(size, 1, `Axis ${axis} of the input shape`)
    })
    if (layers.length === 0) throw new RangeError('A model needs at least one layer. Give a list of layers.')
    this.inputShape = [...inputShape]
    this.layers = [...layers]
    this.shapes = shapesAfter(inputShape, layers)
  }

  /** The shape of what one example becomes. */
  get outputShape(): ShapeAfter<Input, Layers> {
    // The types' formulas are those of the layers: model-types.test.ts compares them.
    return this.shapes.at(-1) as ShapeAfter<Input, Layers>
  }

  /** What the optimizer changes, in the order of the layers. */
  get trainableVariables(): tfjs.Variable[] {
    return this.layers.flatMap((layer) => layer.trainableVariables ?? [])
  }

  /**
   * [n, …inputShape] → [n, …outputShape], differentiable; leaves one new tensor. Throws a ShapeError for another shape.
   */
  forward(X: tfjs.Tensor): tfjs.Tensor {
    this.#requireInput(X)
    return tf.tidy(() => this.layers.reduce((value, layer) => layer.forward(value), X))
  }

  /** What each layer makes of `X`, in the order of the layers. Dispose of them with `tf.dispose`. */
  activations(X: tfjs.Tensor): tfjs.Tensor[] {
    this.#requireInput(X)
    let value = X
    return this.layers.map((layer) => {
      value = layer.forward(value)
      return value
    })
  }

  /** Shape, parameters, multiplications and receptive field of each layer, and their totals. */
  summary(): Summary {
    return summaryOf(this)
  }

  /** How many numbers the model learns. */
  countParams(): number {
    return this.layers.reduce((sum, layer) => sum + parametersOf(layer), 0)
  }

  /** Frees the variables of all layers; the model is of no use afterwards. */
  dispose(): void {
    for (const owned of this.trainableVariables) owned.dispose()
  }

  toString(): string {
    return this.summary().toString()
  }

  [displayKey](): Record<string, string> {
    return this.summary()[displayKey]()
  }

  [inspectKey](): string {
    return this.toString()
  }

  #requireInput(X: tfjs.Tensor): void {
    if (X.rank > 0 && sameShape(exampleShape(X), this.inputShape)) return
    const wanted = this.inputShape.join(', ')
    throw new ShapeError(
      `The model takes batches of shape [n, ${wanted}], got [${X.shape.join(', ')}]. ` +
        `For a single example x, give x.reshape([1, ${wanted}]).`,
    )
  }
}

function shapesAfter(inputShape: Shape, layers: readonly Layer[]): Shape[] {
  let shape = inputShape
  return layers.map((layer, index) => {
    try {
      shape = layer.outputShape(shape)
      return shape
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error
      throw new ShapeError(`Layer ${index + 1} of ${layers.length} does not fit. ${error.message}`, { cause: error })
    }
  })
}

function sameShape(left: Shape, right: Shape): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis])
}
