// How good a model is on examples, best on ones that it has not learned from.
// Rule: the loss is the mean over examples, whatever the batches, so that it can be compared between sets.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { batchesOf, batchOf, type Examples, type Model, requireFitting } from './examples.ts'
import { ShapeError } from './shape.ts'

/** What a model makes of examples. */
export interface Evaluation {
  /** The mean cross-entropy; ln 10 = 2.303 for a guess among ten. */
  loss: number
  /** The part that it classifies correctly, 0 to 1. */
  accuracy: number
  /** The class that the model gives each example. */
  predictions: number[]
  /** In row i and column j: how many examples of class i are taken for class j. `plot.confusionMatrix` draws it. */
  confusion: number[][]
}

/**
 * The loss, accuracy and predictions of a model on examples. Leaves no tensor. Throws as `fit` does.
 *
 * @example
 * ```ts
 * const model = new Sequential([2], [new Dense({ inputs: 2, units: 2, rng: createRng(0) })])
 * model.trainableVariables[0].assign(tf.tensor2d([[9, 0], [0, 9]]))
 * const examples = { images: new Float32Array([1, 0, 0, 1]), shape: [2, 2], labels: [0, 1] }
 * evaluate(model, examples).predictions // → [0, 1]
 * evaluate(model, examples).confusion // → [[1, 0], [0, 1]]
 * ```
 */
export function evaluate(model: Model, examples: Examples): Evaluation {
  requireFitting(examples, model, 'the set')
  const places = Array.from({ length: examples.labels.length }, (_, index) => index)
  const results = batchesOf(places, 500).map((batch) =>
    tf.tidy(() => {
      const logits = model.forward(batchOf(examples, batch))
      const loss = crossEntropy(logits, labelsAt(examples, batch)).dataSync()[0]!
      return { loss: loss * batch.length, predictions: [...tf.argMax(logits, 1).dataSync()] }
    }),
  )
  const predictions = results.flatMap((result) => result.predictions)
  const labels = labelsAt(examples, places)
  return {
    loss: results.reduce((sum, { loss }) => sum + loss, 0) / predictions.length,
    accuracy: accuracyOf(predictions, labels),
    predictions,
    confusion: confusionOf(predictions, labels, model.outputShape[0]!),
  }
}

/**
 * The mean cross-entropy of logits [n, classes]: −log of the share that softmax gives the right class. Computed without
 * overflow, differentiable, and one new tensor. Throws a ShapeError unless each row of logits has its label.
 *
 * @example
 * ```ts
 * crossEntropy(tf.zeros([1, 10]), [3]) // → 2.302585
 * ```
 */
export function crossEntropy(logits: tfjs.Tensor, labels: ArrayLike<number>): tfjs.Scalar {
  const [count = 0, classes = 0] = logits.shape
  const given = Array.from(labels)
  const stray = given.find((label) => !(Number.isInteger(label) && label >= 0 && label < classes))
  if (logits.rank !== 2 || given.length !== count || stray !== undefined) {
    const which = stray === undefined ? '' : `, of which one is ${stray},`
    throw new ShapeError(
      `Logits of shape [${logits.shape.join(', ')}] and ${given.length} labels${which} do not go together. Give logits ` +
        '[n, classes] and n labels, each a whole number from 0 to classes − 1.',
    )
  }
  return tf.tidy(() => {
    const right = tf.oneHot(tf.tensor1d(given, 'int32'), classes)
    return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), right), 1)))
  })
}

/** The labels at these places. */
export function labelsAt({ labels }: Examples, places: readonly number[]): number[] {
  return places.map((place) => labels[place]!)
}

/** The part of the predictions that are right. */
export function accuracyOf(predictions: readonly number[], labels: readonly number[]): number {
  return predictions.filter((prediction, index) => prediction === labels[index]).length / labels.length
}

function confusionOf(predictions: readonly number[], labels: readonly number[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const [index, label] of labels.entries()) counts[label]![predictions[index]!]!++
  return counts
}
