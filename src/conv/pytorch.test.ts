// Equal to PyTorch: correlations and gradients of test/fixtures/pytorch.json, which test/pytorch-fixtures.py makes, by loops,
// im2col and TensorFlow.
import { readFileSync } from 'node:fs'
import type * as tfjs from '@tensorflow/tfjs'
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { correlate, isTensor } from './compute.ts'
import { type CorrelationOptions, type Dimensions, planCorrelation } from './correlation.ts'
import { gradientsByLoops } from './loops.ts'
import { type Block, blockOf, type Nested, sizeOf } from './nested.ts'

interface Case {
  options: CorrelationOptions
  X: Nested
  K: Nested
  dY: Nested
  Y: Nested
  dX: Nested
  dK: Nested
}

const file = new URL('../../test/fixtures/pytorch.json', import.meta.url)
const { correlations }: { correlations: Case[] } = JSON.parse(readFileSync(file, 'utf8'))

it.each(correlations.map((entry) => [titleOf(entry), entry] as const))('%s', (_, { options, ...numbers }) => {
  const dimensions = dimensionsOf(numbers.X)
  const [X, K, dY] = [blockOf(numbers.X, 'X'), blockOf(numbers.K, 'K'), blockOf(numbers.dY, 'dY')]
  for (const method of ['loops', 'im2col'] as const)
    expectClose(correlate(dimensions, numbers.X, numbers.K, { ...options, method }), numbers.Y, 1e-11)
  const gradients = gradientsByLoops(
    planCorrelation(dimensions, X.shape, K.shape, options),
    X.values,
    K.values,
    dY.values,
  )
  expectClose(gradients.X, numbers.dX, 1e-11)
  expectClose(gradients.K, numbers.dK, 1e-11)
  tf.tidy(() => {
    const onTensors = (x: tfjs.Tensor, k: tfjs.Tensor) => tensor(correlate(dimensions, x, k, options))
    expectClose(onTensors(tensorOf(X), tensorOf(K)), numbers.Y, 1e-5)
    const loss = (x: tfjs.Tensor, k: tfjs.Tensor) => tf.sum(tf.mul(onTensors(x, k), tensorOf(dY)))
    const [byX, byK] = tf.grads(loss)([tensorOf(X), tensorOf(K)])
    expectClose(byX!, numbers.dX, 1e-4)
    expectClose(byK!, numbers.dK, 1e-4)
  })
})

function dimensionsOf(X: Nested): Dimensions {
  const dimensions = blockOf(X, 'X').shape.length - 2
  if (dimensions === 1 || dimensions === 2 || dimensions === 3) return dimensions
  throw new Error(`a fixture in ${dimensions} dimensions`)
}

function titleOf({ X, K, options }: Case): string {
  return `[${blockOf(X, 'X').shape}] with [${blockOf(K, 'K').shape}] and ${JSON.stringify(options)}`
}

function tensorOf({ shape, values }: Block) {
  return tf.tensor(Float32Array.from(values), [...shape])
}

function tensor(result: ReturnType<typeof correlate>): tfjs.Tensor {
  if (isTensor(result)) return result
  throw new Error('tensors give a tensor')
}

function expectClose(actual: ReturnType<typeof correlate> | Float64Array, expected: Nested, tolerance: number): void {
  const { shape, values } = blockOf(expected, 'expected')
  const numbers =
    actual instanceof Float64Array
      ? actual
      : 'dataSync' in actual
        ? actual.dataSync()
        : blockOf(actual, 'actual').values
  expect(numbers.length).toBe(sizeOf(shape))
  values.forEach((value, index) => {
    expect(Math.abs(numbers[index]! - value)).toBeLessThanOrEqual(tolerance)
  })
}
