// Learning from labelled examples by gradient descent on the cross-entropy, with what happens shown while it happens.
// Rule: the caller's generator decides the order of the examples, so the same seeds give the same numbers; each step
// leaves no tensor behind (the optimizer keeps its own until `optimizer.dispose()`).
import { setImmediate } from 'node:timers/promises'
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { accuracyOf, crossEntropy, evaluate, labelsAt } from './evaluate.ts'
import { batchesOf, batchOf, type Examples, type Model, requireFitting } from './examples.ts'
import type { Rng } from './random.ts'
import { requireWhole } from './shape.ts'
import { TrainingHistory } from './training-history.ts'

/** How to learn. */
export interface FitOptions {
  /** How many times every example is used. */
  epochs: number
  /** Examples for each step; 64 unless told. The last step of an epoch may have fewer. */
  batchSize?: number
  /** Such as `tf.train.adam(0.002)` or `tf.train.sgd(0.1)`. */
  optimizer: tfjs.Optimizer
  /** Orders the examples anew in each epoch. */
  rng: Rng
  /** Examples that are not learned from: their loss and accuracy are measured after each epoch. */
  test?: Examples
  /**
   * Told after each epoch, and in between about five times a second. `onProgress: newDisplay()` shows one display
   * below the cell and keeps it up to date. The history is the one that `fit` returns, and grows.
   */
  onProgress?: (history: TrainingHistory) => unknown
  /** Ends the learning: `fit` rejects with the signal's reason; the model keeps what it has learned. */
  signal?: AbortSignal
}

/** Milliseconds between two reports: five a second look alive and cost a front end little. */
const reportEveryMs = 200

/**
 * Trains the model's variables in place and resolves to the history, which shows itself. Other work (displays, timers,
 * the abort signal) has its turn between the steps.
 *
 * Rejects with an error that names what does not fit, and when the loss is no longer a number. Introduced in
 * notebooks/11-lenet.
 *
 * @example
 * ```ts
 * const rng = createRng(0)
 * const model = new Sequential([1], [new Dense({ inputs: 1, units: 2, rng })])
 * const train = { images: new Float32Array([-2, -1, 1, 2]), shape: [4, 1], labels: [0, 0, 1, 1] }
 * const history = await fit(model, train, { epochs: 20, batchSize: 2, optimizer: tf.train.sgd(0.5), rng })
 * history.epochs.length // → 20
 * evaluate(model, train).accuracy // → 1
 * ```
 */
export async function fit(model: Model, train: Examples, options: FitOptions): Promise<TrainingHistory> {
  const { epochs, batchSize = 64, optimizer, rng, test, onProgress, signal } = options
  requireWhole(epochs, 1, 'The number of epochs')
  requireFitting(train, model, 'the training set')
  if (test) requireFitting(test, model, 'the test set')
  const places = Array.from({ length: train.labels.length }, (_, index) => index)
  const history = new TrainingHistory(epochs, batchesOf(places, batchSize).length)
  let reported = performance.now()
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const batch of batchesOf(rng.shuffle(places), batchSize)) {
      signal?.throwIfAborted()
      history.addStep(takeStep(model, optimizer, train, batch), batch.length)
      // Displays, timers and signals are served between two steps.
      await setImmediate()
      if (performance.now() - reported < reportEveryMs) continue
      await onProgress?.(history)
      reported = performance.now()
    }
    history.endEpoch(test && evaluate(model, test))
    await onProgress?.(history)
  }
  return history
}

/** One step: the loss and accuracy on the batch *before* the step's update. */
function takeStep(model: Model, optimizer: tfjs.Optimizer, train: Examples, batch: number[]) {
  const labels = labelsAt(train, batch)
  const { loss, predictions } = tf.tidy(() => {
    const X = batchOf(train, batch)
    let predictions: number[] = []
    const { value, grads } = optimizer.computeGradients(() => {
      const logits = model.forward(X)
      predictions = [...tf.argMax(logits, 1).dataSync()]
      return crossEntropy(logits, labels)
    }, [...model.trainableVariables])
    optimizer.applyGradients(grads)
    return { loss: value.dataSync()[0]!, predictions }
  })
  if (Number.isFinite(loss)) return { loss, accuracy: accuracyOf(predictions, labels) }
  throw new RangeError(
    `The loss is ${loss}: the steps have become so large that the weights overflow. Use a smaller learning rate, and ` +
      'start from a new model.',
  )
}
