// Measured and computed receptive fields are the same rectangle, cut off at the border.
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { Tanh } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { lenet } from './lenet.ts'
import { measureReceptiveField } from './measured-receptive-field.ts'
import { AvgPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { receptiveField } from './receptive-field.ts'
import { Sequential } from './sequential.ts'
import { ShapeError } from './shape.ts'

const rng = createRng(10)

/** The formula's rectangle for an output place, as far as it lies in an image of this size. */
function expectedBox(model: Sequential, layer: number, at: readonly [number, number]) {
  const { size, jump, start } = receptiveField(model.layers.slice(0, layer + 1))
  const [vertical, horizontal] = ([0, 1] as const).map((axis) => {
    const first = start[axis] + jump[axis] * at[axis]
    const from = Math.max(first, 0)
    return { from, length: Math.min(first + size[axis], model.inputShape[axis]!) - from }
  })
  return { top: vertical!.from, left: horizontal!.from, height: vertical!.length, width: horizontal!.length }
}

it.each([
  ['LeNet', lenet({ rng })],
  ['a modern LeNet', lenet({ rng, modern: true })],
])('%s', (_, model) => {
  for (const layer of [0, 2, 3, 5]) {
    const [height, width] = model.shapes[layer]!
    for (const at of [
      [0, 0],
      [height! - 1, 0],
      [height! >> 1, width! >> 1],
    ] as const) {
      expect(measureReceptiveField(model, { layer, at, rng, samples: 64 }).box).toEqual(expectedBox(model, layer, at))
    }
  }
})

it('ten random models; padding in front only, for behind a padded map the formula counts places that are not there', () => {
  const whole = (low: number, high: number) => Math.floor(rng.uniform(low, high + 1))
  for (let trial = 0; trial < 10; trial++) {
    const model = new Sequential(
      [24, 28, 2],
      [
        new Conv2D({
          kernelSize: [whole(2, 3), whole(2, 4)],
          stride: [whole(1, 2), 1],
          padding: whole(0, 2),
          inChannels: 2,
          outChannels: 2,
          rng,
        }),
        new Tanh(),
        new AvgPool2D([whole(2, 3), 2], { stride: whole(1, 2) }),
        new Conv2D({ kernelSize: [2, whole(1, 3)], dilation: [1, whole(1, 2)], inChannels: 2, rng }),
      ],
    )
    const [height, width] = model.outputShape
    const at = [whole(0, height! - 1), whole(0, width! - 1)] as const
    expect(measureReceptiveField(model, { layer: 3, at, rng }).box).toEqual(expectedBox(model, 3, at))
  }
})

it('is strongest in the middle, and leaves no tensor', () => {
  const model = new Sequential(
    [21, 21, 1],
    [1, 2, 3, 4].map(
      () => new Conv2D({ kernelSize: 3, padding: 1, initializer: () => new Float32Array(9).fill(1), rng }),
    ),
  )
  const before = tf.memory().numTensors
  const { gradient, box } = measureReceptiveField(model, { layer: 3, at: [10, 10], rng, samples: 1 })
  expect(tf.memory().numTensors).toBe(before)
  expect(box).toEqual({ top: 6, left: 6, height: 9, width: 9 })
  expect(gradient[10]!.slice(6, 15)).toEqual([1, 4, 10, 16, 19, 16, 10, 4, 1].map((value) => value * 19))
})

it.each<[string, () => unknown]>([
  [
    'The model has no layer 12. Use a whole number from 0 to 11.',
    () => measureReceptiveField(lenet({ rng }), { layer: 12, at: [0, 0], rng }),
  ],
  [
    'Layer 0 has no place [28, 0]. Its rows go from 0 to 27',
    () => measureReceptiveField(lenet({ rng }), { layer: 0, at: [28, 0], rng }),
  ],
  [
    'Layer 7, Dense 400→120, turns [28, 28, 1] into [120], not an image',
    () => measureReceptiveField(lenet({ rng }), { layer: 7, at: [0, 0], rng }),
  ],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(message)
})

it('names shape mistakes by their class', () => {
  expect(() => measureReceptiveField(lenet({ rng }), { layer: 6, at: [0, 0], rng })).toThrow(ShapeError)
})
