// Differences against gradients that are known, against those of every layer, and a wrong one that is found.
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { Sigmoid, Tanh } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { corr2d } from './correlate.ts'
import { Dense, Flatten } from './dense-layer.ts'
import { crossEntropy } from './evaluate.ts'
import { checkGradients, numericalGradient, relativeError } from './gradient-check.ts'
import { edgeImage } from './images.ts'
import { AvgPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'

const rng = createRng(6)

it("agrees with the kernel's gradient, which is a cross-correlation with the error", () => {
  const [X, K] = [edgeImage(), rng.matrix(2, 3, -1, 1)]
  const loss = (kernel: number[][]) =>
    corr2d(X, kernel)
      .flat()
      .reduce((sum, value) => sum + value ** 2, 0)
  const byHand = corr2d(X, corr2d(X, K)).map((row) => row.map((value) => 2 * value))
  expect(relativeError(numericalGradient(loss, K), byHand)).toBeLessThan(1e-9)
  expect(relativeError(numericalGradient(loss, K), corr2d(X, corr2d(X, K)))).toBeCloseTo(0.5, 6)
})

it('measures the error against the largest number', () => {
  expect(relativeError([[1, -4]], [[1.2, -4]])).toBeCloseTo(0.05, 12)
  expect(relativeError([[0]], [[0]])).toBe(0)
})

it('every layer has the right gradients, and keeps its weights', () => {
  const model = new Sequential(
    [6, 6, 2],
    [
      new Conv2D({ kernelSize: [3, 2], stride: [1, 2], padding: 1, inChannels: 2, outChannels: 3, rng }),
      new Tanh(),
      new AvgPool2D(2),
      new Conv2D({ kernelSize: 2, dilation: [2, 1], inChannels: 3, outChannels: 4, rng }),
      new Sigmoid(),
      new Flatten(),
      new Dense({ inputs: 4, units: 3, rng }),
    ],
  )
  const X = tf.tensor4d(
    Float32Array.from({ length: 4 * 72 }, () => rng.normal()),
    [4, 6, 6, 2],
  )
  const loss = () => crossEntropy(model.forward(X), [2, 1, 0, 1])
  const [before, tensors] = [loss().dataSync()[0], tf.memory().numTensors]
  const checks = checkGradients(loss, model.trainableVariables, { rng })
  expect(tf.memory().numTensors).toBe(tensors)
  expect(loss().dataSync()[0]).toBe(before)
  expect(checks.map(({ shape }) => shape.join('×'))).toEqual(['3×2×2×3', '3', '2×2×3×4', '4', '4×3', '3'])
  for (const { relativeError } of checks) expect(relativeError).toBeLessThan(0.01)
})

it('finds a wrong gradient', () => {
  const weight = tf.variable(tf.tensor1d([1, 2, 3]))
  const forgotTheTwo = tf.customGrad((x, save) => {
    const [input, keep] = [x as typeof weight, save as (tensors: object[]) => void]
    keep([input])
    return { value: input.square(), gradFunc: (dy, [saved]) => dy.mul(saved!) }
  })
  const [check] = checkGradients(() => forgotTheTwo(weight).sum(), [weight], { rng })
  expect(check!.relativeError).toBeCloseTo(0.5, 2)
})

it.each<[string, () => unknown]>([
  ['left is [1, 2], right is [1, 1]. Compare matrices of one shape.', () => relativeError([[1, 2]], [[1]])],
  ['The step h is 0. Use a small positive number, such as 1e-5.', () => numericalGradient(() => 0, [[1]], 0)],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(message)
})
