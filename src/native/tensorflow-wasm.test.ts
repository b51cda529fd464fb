// The fallback: what a lesson computes on WebAssembly, against hand numbers and tfjs's cpu backend.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as TensorFlow from '@tensorflow/tfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from './tensorflow.ts'

let tf: typeof TensorFlow
let backend: Backend

beforeAll(async () => {
  process.env.TENSORCELL_HOME = mkdtempSync(join(tmpdir(), 'tensorcell-wasm-'))
  const door = await import('./tensorflow.ts')
  tf = door.tf
  backend = door.backend
})

afterAll(() => tf.setBackend('wasm'))

it('says in one line that it is the fallback and what to type', () => {
  expect(backend).toEqual({
    name: 'wasm',
    version: '4.22.0',
    note: "TensorFlow's native library is not set up; the lessons run on WebAssembly, slower. To set it up: npx tensorcell setup",
  })
})

it('convolves', () => {
  const image = tf.tensor4d([0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 3, 1])
  const kernel = tf.tensor4d([0, 1, 2, 3], [2, 2, 1, 1])
  expect([...tf.conv2d(image, kernel, 1, 'valid').dataSync()]).toEqual([19, 25, 37, 43])
})

type Shape4D = [number, number, number, number]
type Stride = number | [number, number]

/** The numbers of a function's gradients on one backend. */
async function on(name: string, gradients: () => TensorFlow.Tensor[]): Promise<number[][]> {
  await tf.setBackend(name)
  const numbers = gradients().map((gradient) => [...gradient.dataSync()])
  await tf.setBackend('wasm')
  return numbers
}

async function expectSameOnCpu(gradients: () => TensorFlow.Tensor[]): Promise<void> {
  const [wasm, cpu] = [await on('wasm', gradients), await on('cpu', gradients)]
  expect(wasm.map((numbers) => numbers.length)).toEqual(cpu.map((numbers) => numbers.length))
  for (const [i, numbers] of wasm.flat().entries()) expect(numbers).toBeCloseTo(cpu.flat()[i]!, 3)
}

describe('gradients that tfjs lacks on WebAssembly equal those of its cpu backend', () => {
  const cases: [Shape4D, Shape4D, Stride, 'same' | 'valid' | number][] = [
    [[3, 7, 9, 2], [3, 3, 2, 4], 1, 'same'],
    [[3, 7, 9, 2], [5, 3, 2, 4], 1, 'valid'],
    [[2, 8, 9, 3], [3, 3, 3, 2], 2, 'same'],
    [[2, 8, 11, 3], [3, 2, 3, 2], [2, 3], 'valid'],
    [[1, 10, 10, 1], [2, 2, 1, 1], 3, 'valid'],
    [[1, 6, 6, 1], [3, 3, 1, 2], 1, 1],
  ]

  it.each(cases)('conv2d of %j with %j, stride %j, padding %j', async (imageShape, filterShape, stride, padding) => {
    const image = tf.randomNormal<TensorFlow.Rank.R4>(imageShape, 0, 1, 'float32', 1)
    const filter = tf.randomNormal<TensorFlow.Rank.R4>(filterShape, 0, 1, 'float32', 2)
    const loss = (x: TensorFlow.Tensor4D, f: TensorFlow.Tensor4D) => tf.conv2d(x, f, stride, padding).square().sum()
    await expectSameOnCpu(() =>
      tf.grads(loss as (...tensors: TensorFlow.Tensor[]) => TensorFlow.Scalar)([image, filter]),
    )
  })

  it('depthwise convolution and gather', async () => {
    const image = tf.randomNormal<TensorFlow.Rank.R4>([1, 5, 5, 2], 0, 1, 'float32', 3)
    const filter = tf.randomNormal<TensorFlow.Rank.R4>([3, 3, 2, 1], 0, 1, 'float32', 4)
    const depthwise = (x: TensorFlow.Tensor) =>
      tf
        .depthwiseConv2d(x as typeof image, filter, 1, 'same')
        .square()
        .sum()
    const depthwiseFilter = (f: TensorFlow.Tensor) => tf.depthwiseConv2d(image, f as typeof filter, 1, 'same').sum()
    const gather = (x: TensorFlow.Tensor) => x.gather([0, 0]).square().sum()
    await expectSameOnCpu(() => [tf.grad(depthwise)(image), tf.grad(depthwiseFilter)(filter), tf.grad(gather)(image)])
  })
})

it('max pooling of negative numbers, and its gradient', async () => {
  const image = tf.tensor4d([-4, -1, -3, -2], [1, 2, 2, 1])
  const pool = (x: TensorFlow.Tensor) => tf.maxPool(x as typeof image, 2, 2, 'valid')
  expect([...tf.grad(pool)(image).dataSync()]).toEqual([0, 1, 0, 0])
  const volume = tf.tensor5d([-4, -1, -3, -2, -4, -5, -6, -7], [1, 2, 2, 2, 1])
  const pool3d = (x: TensorFlow.Tensor) => tf.maxPool3d(x as typeof volume, 2, 2, 'valid')
  expect([...pool3d(volume).dataSync()]).toEqual([-1])
  expect([...tf.grad(pool3d)(volume).dataSync()]).toEqual([0, 1, 0, 0, 0, 0, 0, 0])
  await expectSameOnCpu(() => [tf.grad(pool)(image), tf.grad(pool3d)(volume)])
})

it('learns a filter without leaving a tensor behind', () => {
  const before = tf.memory().numTensors
  tf.tidy(() => {
    const image = tf.randomNormal<TensorFlow.Rank.R4>([1, 6, 8, 1], 0, 1, 'float32', 5)
    const wanted = tf.conv2d(image, tf.tensor4d([1, -1], [1, 2, 1, 1]), 1, 'valid')
    const filter = tf.variable(tf.tensor4d([0.1, 0.2], [1, 2, 1, 1]))
    const adam = tf.train.adam(0.1)
    for (let step = 0; step < 200; step++) {
      adam.minimize(() => tf.losses.meanSquaredError(wanted, tf.conv2d(image, filter, 1, 'valid')))
    }
    const [left, right] = filter.dataSync()
    expect(left).toBeCloseTo(1, 2)
    expect(right).toBeCloseTo(-1, 2)
    filter.dispose()
    adam.dispose()
  })
  expect(tf.memory().numTensors).toBe(before)
})
