import { inspect } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, it } from 'vitest'
import { printReadably } from './tensor-print.ts'

beforeAll(() => printReadably(tf.variable(tf.scalar(1))))

it.each<[what: string, value: () => unknown, text: string]>([
  ['a scalar', () => tf.scalar(0.5), 'Tensor float32 [] 0.5'],
  ['a matrix', () => tf.ones([2, 2]), 'Tensor float32 [2, 2] [[1, 1], [1, 1]]'],
  ['a matrix in a list', () => [tf.ones([2, 2])], '[ Tensor float32 [2, 2] [[1, 1], [1, 1]] ]'],
  ['a large one in an object', () => ({ x: tf.ones([9, 9]) }), '{ x: Tensor float32 [9, 9] }'],
  ['a variable', () => ({ w: tf.variable(tf.ones([2]), true, 'w') }), '{ w: Variable float32 [2] w [1, 1] }'],
])('%s is printed by its values', (_, value, text) => {
  const before = tf.memory().numTensors
  const printed = tf.tidy(() => inspect(value()))
  tf.disposeVariables()
  expect(printed).toBe(text)
  expect(tf.memory().numTensors).toBeLessThanOrEqual(before)
})

it('a large one alone has rows', () => {
  const lines = tf.tidy(() => inspect(tf.zeros([20, 20]))).split('\n')
  expect(lines).toHaveLength(12)
  expect(lines[1]).toBe('[[0, 0, 0, 0, 0, …, 0, 0, 0, 0, 0],')
})

it('one that was disposed says so', () => {
  const tensor = tf.ones([2])
  tensor.dispose()
  expect(inspect(tensor)).toBe('Tensor float32 [2] disposed: its values are gone')
})
