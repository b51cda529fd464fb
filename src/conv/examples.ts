// Labelled examples for learning and testing, and how they are cut into batches.
// Rule: what does not fit the model is refused before the first batch, by name.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import type { Shape } from './layer.ts'
import { requireWhole, ShapeError } from './shape.ts'

/** Examples one after the other, and the class of each. The sets of `digits()` are such examples. */
export interface Examples {
  /** The numbers of all examples in a row. */
  readonly images: Float32Array
  /** How many examples there are, and then the shape of one: [1000, 28, 28, 1]. */
  readonly shape: readonly number[]
  /** The class of each example, a whole number from 0. */
  readonly labels: ArrayLike<number>
}

/** What can learn: a `Sequential`, or an object of one's own with these members. */
export interface Model {
  /** The shape of one example, and of what it becomes: [classes]. */
  readonly inputShape: Shape
  readonly outputShape: Shape
  readonly trainableVariables: readonly tfjs.Variable[]
  /** [n, …inputShape] → [n, classes], the greater the likelier (logits). */
  forward(X: tfjs.Tensor): tfjs.Tensor
}

/** Throws an error that says what to change unless these examples can be learned by this model. */
export function requireFitting(examples: Examples, model: Model, name: string): void {
  const { images, shape, labels } = examples
  const [count = 0, ...example] = shape
  if (count < 1) throw new RangeError(`There are no examples in ${name}. Give at least one.`)
  if (example.join() !== model.inputShape.join()) {
    throw new ShapeError(
      `The model takes examples of shape [${model.inputShape.join(', ')}], those of ${name} are [${example.join(', ')}]. ` +
        'Make the model with that input shape, or reshape the examples.',
    )
  }
  const numbers = shape.reduce((product, size) => product * size, 1)
  if (images.length !== numbers || labels.length !== count) {
    throw new ShapeError(
      `A shape of [${shape.join(', ')}] needs ${numbers} numbers and ${count} labels, ${name} has ${images.length} and ` +
        `${labels.length}. Make the three agree.`,
    )
  }
  const stray = images.findIndex((value) => !Number.isFinite(value))
  if (stray >= 0) {
    const index = Math.floor(stray / (numbers / count))
    throw new RangeError(
      `Example ${index} of ${name} holds ${images[stray]}, which no model can learn from. Correct the example, or leave it out.`,
    )
  }
  requireClasses(labels, model.outputShape, name)
}

/** The places 0 to `count` − 1 in this order, `size` at a time; the last batch may be smaller. */
export function batchesOf(order: readonly number[], size: number): number[][] {
  requireWhole(size, 1, 'The batch size')
  return Array.from({ length: Math.ceil(order.length / size) }, (_, index) =>
    order.slice(index * size, (index + 1) * size),
  )
}

/** The examples at these places as a tensor [places, …example]. */
export function batchOf({ images, shape }: Examples, places: readonly number[]): tfjs.Tensor {
  const example = shape.slice(1)
  const length = example.reduce((product, size) => product * size, 1)
  const numbers = new Float32Array(places.length * length)
  places.forEach((place, index) => {
    numbers.set(images.subarray(place * length, (place + 1) * length), index * length)
  })
  return tf.tensor(numbers, [places.length, ...example])
}

function requireClasses(labels: ArrayLike<number>, outputShape: Shape, name: string): void {
  const [classes, ...more] = outputShape
  if (classes === undefined || more.length > 0) {
    throw new ShapeError(
      `The model gives [${outputShape.join(', ')}] for an example. End it with one output for each class, as Dense does.`,
    )
  }
  const stray = Array.from(labels).findIndex((label) => !(Number.isInteger(label) && label >= 0 && label < classes))
  if (stray < 0) return
  throw new RangeError(
    `Label ${stray} of ${name} is ${labels[stray]}, but the model tells ${classes} classes apart, 0 to ${classes - 1}. ` +
      'Correct the label, or give the model more outputs.',
  )
}
