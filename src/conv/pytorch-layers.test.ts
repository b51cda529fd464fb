// Pooling, layers, cross-entropy and learning against PyTorch's numbers (test/pytorch-layers.py).
// Rule: float32 against float64: equal to 5 digits after the point, relative to the largest number.
import { readFileSync } from 'node:fs'
import type { Optimizer, Tensor, Tensor4D } from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { Tanh } from './activation-layers.ts'
import { blurPool2d } from './blur-pool.ts'
import { Conv2D } from './conv-layer.ts'
import { Dense, Flatten } from './dense-layer.ts'
import { crossEntropy } from './evaluate.ts'
import { fit } from './fit.ts'
import { avgPool2d, maxPool2d } from './pool.ts'
import { MaxPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'

interface Numbers {
  shape: number[]
  values: number[]
}
type Size = [number, number]

interface Fixture {
  pools: ({ kind: 'max' | 'avg'; size: Size; stride: Size; padding: Size } & Record<'X' | 'dY' | 'Y' | 'dX', Numbers>)[]
  blurs: Record<'X' | 'dY' | 'Y' | 'dX', Numbers>[]
  convolutions: ({ options: { stride?: Size; padding?: Size; dilation?: Size } } & Record<
    'X' | 'weight' | 'bias' | 'dY' | 'Y' | 'dX' | 'dWeight' | 'dBias',
    Numbers
  >)[]
  crossEntropies: { labels: number[]; loss: number; logits: Numbers; dLogits: Numbers }[]
  runs: {
    optimizer: 'sgd' | 'momentum' | 'adam'
    labels: number[]
    losses: number[]
    images: Numbers
    before: Numbers[]
    after: Numbers[]
  }[]
}

const file = new URL('../../test/fixtures/pytorch-layers.json', import.meta.url)
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'))
const rng = createRng(0)

const tensorOf = <T extends Tensor>({ shape, values }: Numbers) => tf.tensor(values, shape, 'float32') as T

function expectNumbers(actual: Tensor, { shape, values }: Numbers): void {
  expect(actual.shape).toEqual(shape)
  const largest = Math.max(1, ...values.map(Math.abs))
  const apart = Math.max(...[...actual.dataSync()].map((value, index) => Math.abs(value - values[index]!)))
  expect(apart / largest).toBeLessThan(1e-5)
}

describe('pooling', () => {
  it.each(fixture.pools)(
    '$kind $size, stride $stride, padding $padding',
    ({ kind, size, stride, padding, ...numbers }) => {
      const pool = (X: Tensor) => (kind === 'max' ? maxPool2d : avgPool2d)(X as Tensor4D, size, { stride, padding })
      expectNumbers(pool(tensorOf(numbers.X)), numbers.Y)
      expectNumbers(tf.grad(pool)(tensorOf(numbers.X), tensorOf(numbers.dY)), numbers.dX)
    },
  )
})

it.each(fixture.blurs)('blur pooling of $X.shape', (numbers) => {
  const pool = (X: Tensor) => blurPool2d(X as Tensor4D)
  expectNumbers(pool(tensorOf(numbers.X)), numbers.Y)
  expectNumbers(tf.grad(pool)(tensorOf(numbers.X), tensorOf(numbers.dY)), numbers.dX)
})

describe('Conv2D', () => {
  it.each(fixture.convolutions)('$weight.shape, $options', ({ options, ...numbers }) => {
    const [height, width, inChannels, outChannels] = numbers.weight.shape as [number, number, number, number]
    const layer = new Conv2D({ kernelSize: [height, width], inChannels, outChannels, ...options, rng })
    layer.weight.assign(tensorOf(numbers.weight))
    layer.bias.assign(tensorOf(numbers.bias))
    expectNumbers(layer.forward(tensorOf(numbers.X)), numbers.Y)
    const weighted = (X: Tensor) => layer.forward(X).mul(tensorOf(numbers.dY)).sum()
    expectNumbers(tf.grad(weighted)(tensorOf(numbers.X)), numbers.dX)
    const { grads } = tf.variableGrads(() => weighted(tensorOf(numbers.X)).asScalar(), layer.trainableVariables)
    expectNumbers(grads[layer.weight.name]!, numbers.dWeight)
    expectNumbers(grads[layer.bias.name]!, numbers.dBias)
  })
})

it.each(fixture.crossEntropies)('cross-entropy of $loss', ({ labels, loss, logits, dLogits }) => {
  const actual = crossEntropy(tensorOf(logits), labels).dataSync()[0]!
  expect(Math.abs(actual - loss)).toBeLessThan(1e-6 * Math.max(1, loss))
  expectNumbers(tf.grad((values) => crossEntropy(values, labels))(tensorOf(logits)), dLogits)
})

describe('learning', () => {
  const optimizers: Record<Fixture['runs'][number]['optimizer'], () => Optimizer> = {
    sgd: () => tf.train.sgd(0.1),
    momentum: () => tf.train.momentum(0.05, 0.9),
    adam: () => tf.train.adam(0.02),
  }

  it.each(fixture.runs)('$optimizer', async ({ optimizer, labels, losses, images, before, after }) => {
    const model = new Sequential(
      [6, 6, 1],
      [
        new Conv2D({ kernelSize: 3, padding: 1, outChannels: 2, rng }),
        new Tanh(),
        new MaxPool2D(2),
        new Flatten(),
        new Dense({ inputs: 18, units: 3, rng }),
      ],
    )
    for (const [index, variable] of model.trainableVariables.entries()) variable.assign(tensorOf(before[index]!))
    const examples = { images: Float32Array.from(images.values), shape: images.shape, labels }
    const history = await fit(model, examples, { epochs: losses.length, optimizer: optimizers[optimizer](), rng })
    for (const [index, { loss }] of history.steps.entries()) expect(loss).toBeCloseTo(losses[index]!, 4)
    for (const [index, variable] of model.trainableVariables.entries()) expectNumbers(variable, after[index]!)
  })
})
