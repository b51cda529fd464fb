// The real set-up (once a machine: about half a minute and 207 MB, then instant) and what TensorFlow computes after it.
import type * as TensorFlow from '@tensorflow/tfjs'
import { beforeAll, expect, it } from 'vitest'
import { setUp } from './setup.ts'
import type { Backend } from './tensorflow.ts'

let tf: typeof TensorFlow
let backend: Backend

beforeAll(async () => {
  await setUp((line) => console.log(line))
  const door = await import('./tensorflow.ts')
  tf = door.tf
  backend = door.backend
}, 900_000)

it("computes on TensorFlow's own library", () => {
  expect(backend.name).toBe('tensorflow')
  expect(backend.version).toMatch(/^2\.1[05]\.1$/)
  expect(backend.note).toBeUndefined()
  expect(tf.getBackend()).toBe('tensorflow')
})

it('convolves', () => {
  const image = tf.tensor4d([0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 3, 1])
  const kernel = tf.tensor4d([0, 1, 2, 3], [2, 2, 1, 1])
  expect([...tf.conv2d(image, kernel, 1, 'valid').dataSync()]).toEqual([19, 25, 37, 43])
})

it('gives the gradient of a filter', () => {
  const image = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])
  const sum = (filter: TensorFlow.Tensor) => tf.conv2d(image, filter as typeof image, 1, 'valid').sum()
  expect([
    ...tf
      .grad(sum)(tf.ones([1, 2, 1, 1]))
      .dataSync(),
  ]).toEqual([4, 6])
})

it('rounds int32 as TensorFlow 2.18 and later do not', () => {
  expect([...tf.round(tf.tensor1d([7, -3], 'int32')).dataSync()]).toEqual([7, -3])
})

it('reads and writes strings, which pass through the shim', () => {
  expect(tf.tensor1d(['a', 'a string of more than twenty-two bytes']).arraySync()).toEqual([
    'a',
    'a string of more than twenty-two bytes',
  ])
})
