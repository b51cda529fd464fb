// The layer's start, its forward pass, its gradients and its tensors.
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { edgeImage } from './images.ts'
import { Conv2D } from './layer.ts'
import { createRng } from './random.ts'
import { ShapeError } from './shape.ts'

const layerOf = (height: number, width: number) => new Conv2D({ kernelSize: [height, width], rng: createRng(0) })

it('starts with a seeded kernel in [0, 1) and a bias of 0', () => {
  const layer = layerOf(1, 2)
  expect(layer.weight.arraySync()).toEqual(tf.tensor2d(createRng(0).matrix(1, 2)).arraySync())
  expect(layer.bias.arraySync()).toEqual([0])
  expect(layer.countParams()).toBe(3)
  expect(`${layer}`).toBe('Conv2D 1×2')
})

it('adds the bias to the cross-correlation', () => {
  const layer = layerOf(1, 2)
  layer.weight.assign(tf.tensor2d([[1, -1]]))
  layer.bias.assign(tf.tensor1d([0.5]))
  const Y = layer.forward(tf.tensor2d(edgeImage()))
  expect(Y.shape).toEqual([6, 7])
  expect((Y.arraySync() as number[][])[0]).toEqual([0.5, 1.5, 0.5, 0.5, 0.5, -0.5, 0.5])
})

it('has a gradient for the kernel and for the bias', () => {
  const layer = layerOf(2, 2)
  const X = tf.tensor2d([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ])
  const { grads } = tf.variableGrads(() => layer.forward(X).sum().asScalar(), layer.trainableVariables)
  expect(grads[layer.weight.name]!.arraySync()).toEqual([
    [8, 12],
    [20, 24],
  ])
  expect(grads[layer.bias.name]!.arraySync()).toEqual([4])
})

it('leaves one tensor per forward pass, and none after dispose', () => {
  const X = tf.tensor2d(edgeImage())
  const before = tf.memory().numTensors
  const layer = layerOf(1, 2)
  expect(tf.memory().numTensors - before).toBe(2)
  layer.forward(X).dispose()
  expect(tf.memory().numTensors - before).toBe(2)
  layer.dispose()
  expect(tf.memory().numTensors - before).toBe(0)
})

it('refuses an image smaller than its kernel, and a kernel without a size', () => {
  expect(() => layerOf(3, 3).forward(tf.ones([2, 2]))).toThrow(ShapeError)
  expect(() => layerOf(0, 2)).toThrow("The kernel's height is 0.")
})
