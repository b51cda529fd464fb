// Learning: the numbers, the same ones twice, what is shown, what stops it, and no tensor left behind.
import { expect, it } from 'vitest'
import { digits } from '../data/digits.ts'
import { tf } from '../native/tensorflow.ts'
import { Dense } from './dense-layer.ts'
import { crossEntropy, evaluate } from './evaluate.ts'
import type { Examples } from './examples.ts'
import { type FitOptions, fit } from './fit.ts'
import { lenet } from './lenet.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'
import { displayKey } from './summary.ts'
import { TrainingHistory } from './training-history.ts'

/** Points of the plane; the class says whether they lie above the diagonal. */
function points(count: number, seed: number): Examples {
  const images = new Float32Array(createRng(seed).matrix(count, 2, -1, 1).flat())
  return {
    images,
    shape: [count, 2],
    labels: Array.from({ length: count }, (_, i) => (images[2 * i + 1]! > images[2 * i]! ? 1 : 0)),
  }
}

const lineModel = () => new Sequential([2], [new Dense({ inputs: 2, units: 2, rng: createRng(0) })])

function learn(options: Partial<FitOptions> = {}, model = lineModel()) {
  const { optimizer = tf.train.sgd(0.5) } = options
  return fit(model, points(90, 1), { epochs: 3, batchSize: 20, rng: createRng(2), ...options, optimizer })
}

it('learns to tell two classes apart', async () => {
  const model = lineModel()
  const history = await learn({ epochs: 20, test: points(200, 3) }, model)
  expect(history.epochs.at(-1)!.testAccuracy).toBeGreaterThan(0.97)
  expect(evaluate(model, points(200, 3))).toMatchObject({
    loss: history.epochs.at(-1)!.testLoss,
    accuracy: history.epochs.at(-1)!.testAccuracy,
  })
})

it('gives the same numbers for the same seeds, and others for others', async () => {
  const losses = async (seed: number) => (await learn({ rng: createRng(seed) })).steps.map(({ loss }) => loss)
  expect(await losses(2)).toEqual(await losses(2))
  expect(await losses(2)).not.toEqual(await losses(3))
})

it('takes the steps of gradient descent, worked out by hand in float64', async () => {
  const model = new Sequential([1], [new Dense({ inputs: 1, units: 2, rng: createRng(0) })])
  model.trainableVariables[0]!.assign(tf.tensor2d([[0, 0]]))
  const one = { images: new Float32Array([2]), shape: [1, 1], labels: [1] }
  const { steps } = await fit(model, one, { epochs: 2, optimizer: tf.train.sgd(0.1), rng: createRng(0) })
  // The gradient by the logits is (1/2, −1/2): the weights become ∓0.1, the biases ∓0.05, the logits ∓0.25.
  expect(steps[0]!.loss).toBeCloseTo(Math.log(2), 6)
  expect(steps[1]!.loss).toBeCloseTo(Math.log(1 + Math.exp(-0.5)), 6)
  expect(steps.map(({ step, epoch, accuracy }) => [step, epoch, accuracy])).toEqual([
    [1, 1, 0],
    [2, 2, 1],
  ])
})

it('counts steps and epochs, and weighs a smaller last batch by its size', async () => {
  const { steps, epochs } = await learn()
  expect(steps.map(({ epoch }) => epoch)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3])
  const [a, b, c, d, e] = steps.map(({ loss }) => loss)
  expect(epochs[0]!.loss).toBeCloseTo((20 * (a! + b! + c! + d!) + 10 * e!) / 90, 10)
})

it('leaves no tensor but those of the optimizer', async () => {
  const model = lineModel()
  const optimizer = tf.train.adam(0.1)
  await learn({ optimizer }, model)
  const before = tf.memory().numTensors
  await learn({ optimizer, test: points(30, 4) }, model)
  evaluate(model, points(30, 4))
  expect(tf.memory().numTensors).toBe(before)
})

it('tells its progress, which shows itself', async () => {
  const seen: number[] = []
  const history = await learn({ onProgress: ({ epochs }) => seen.push(epochs.length), test: points(30, 4) })
  expect(seen.filter((epochs, index) => epochs !== seen[index - 1] && epochs > 0)).toEqual([1, 2, 3])
  const bundle = history[displayKey]()
  expect(bundle['text/plain']).toMatch(/^epoch 3\/3 · loss 0\.\d{4} · accuracy \d\.\d{3} · test accuracy \d\.\d{3}$/)
  expect(bundle['text/html']).toMatch(/<svg.*loss.*<svg.*accuracy/)
})

it('keeps its picture small, however many steps', () => {
  const history = new TrainingHistory(1, 10_000)
  for (let step = 0; step < 10_000; step++) history.addStep({ loss: Math.cos(step), accuracy: 0.123456789 }, 1)
  expect(history[displayKey]()['text/html']!.length).toBeLessThan(10_000)
})

it('ends at the abort signal, keeping what it has learned', async () => {
  const abort = new AbortController()
  const model = lineModel()
  const losses: number[] = []
  const ended = learn(
    {
      epochs: 1e6,
      signal: abort.signal,
      onProgress: ({ epochs }) => {
        losses.push(epochs.at(-1)?.loss ?? Infinity)
        if (losses.length === 5) abort.abort(new Error('enough'))
      },
    },
    model,
  )
  await expect(ended).rejects.toThrow('enough')
  expect(evaluate(model, points(90, 1)).loss).toBeLessThan(losses[0]!)
})

it('stops when the loss is no number', async () => {
  await expect(learn({ optimizer: tf.train.sgd(1e39) })).rejects.toThrow('Use a smaller learning rate')
})

it.each<[string, Partial<Examples>]>([
  ['Label 1 of the training set is 2, but the model tells 2 classes apart, 0 to 1.', { labels: [0, 2] }],
  ['A shape of [2, 2] needs 4 numbers and 2 labels, the training set has 4 and 1.', { labels: [0] }],
  ['The model takes examples of shape [2], those of the training set are [4].', { shape: [1, 4] }],
  ['Example 1 of the training set holds NaN', { images: new Float32Array([1, 2, 3, NaN]) }],
  ['There are no examples in the training set.', { shape: [0, 2] }],
])('refuses: %s', async (message, part) => {
  const examples = { images: new Float32Array(4), shape: [2, 2], labels: [0, 1], ...part }
  const options = { epochs: 1, optimizer: tf.train.sgd(0.1), rng: createRng(0) }
  await expect(fit(lineModel(), examples, options)).rejects.toThrow(message)
})

it.each([
  [[1, 2], [0]],
  [[1, 2], [0.5]],
  [[1, 2], [2]],
])('cross-entropy refuses logits %j with labels %j', (row, labels) => {
  const logits = tf.tensor2d(labels[0] === 0 ? [row, row] : [row])
  expect(() => crossEntropy(logits, labels)).toThrow('do not go together. Give logits [n, classes] and n labels')
})

it('counts what is taken for what', () => {
  const model = lineModel()
  model.trainableVariables[0]!.assign(
    tf.tensor2d([
      [1, -1],
      [-1, 1],
    ]),
  )
  const examples = { images: new Float32Array([0, 1, 0, 2, 1, 0]), shape: [3, 2], labels: [1, 0, 0] }
  const { predictions, confusion, accuracy } = evaluate(model, examples)
  expect([predictions, confusion]).toEqual([
    [1, 1, 0],
    [
      [1, 1],
      [0, 1],
    ],
  ])
  expect(accuracy).toBeCloseTo(2 / 3, 12)
})

it('a modern LeNet reads digits after 60 steps', async () => {
  const rng = createRng(0)
  const { train, test } = digits({ train: 1000, test: 200 })
  const model = lenet({ rng, modern: true })
  await fit(model, train, { epochs: 3, batchSize: 50, optimizer: tf.train.adam(0.002), rng })
  expect(evaluate(model, test).accuracy).toBeGreaterThan(0.8)
})
