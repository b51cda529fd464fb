// The shapes that the types find in a model are those that the layers find when it runs.
import { expect, expectTypeOf, it } from 'vitest'
import { ReLU } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { Dense, Flatten } from './dense-layer.ts'
import type { Layer } from './layer.ts'
import { AvgPool2D, GlobalAvgPool2D, MaxPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'

const rng = createRng(0)

it('through all of LeNet', () => {
  const layers = [
    new Conv2D({ kernelSize: 5, outChannels: 6, padding: 2, rng }),
    new ReLU(),
    new AvgPool2D(2),
    new Conv2D({ kernelSize: [5, 5], inChannels: 6, outChannels: 16, rng }),
    new MaxPool2D([2, 2]),
    new Flatten(),
    new Dense({ inputs: 400, units: 10, rng }),
  ] as const
  const { outputShape } = new Sequential([28, 28, 1], layers)
  expectTypeOf(outputShape).toEqualTypeOf<[10]>()
  expect(outputShape).toEqual([10])
  const image = new Sequential([28, 28, 1], [layers[0], layers[1], layers[2], layers[3]]).outputShape
  expectTypeOf(image).toEqualTypeOf<[10, 10, 16]>()
  expect(image).toEqual([10, 10, 16])
})

it('with stride, dilation and padding on each axis', () => {
  const conv = new Conv2D({
    kernelSize: [3, 5],
    stride: [2, 3],
    padding: [1, 0],
    dilation: [2, 1],
    outChannels: 4,
    rng,
  })
  const { outputShape } = new Sequential([224, 100, 1], [conv])
  expectTypeOf(outputShape).toEqualTypeOf<[111, 32, 4]>()
  expect(outputShape).toEqual([111, 32, 4])
})

it('with pooling windows that overlap or do not', () => {
  const pooled = new Sequential([13, 13, 2], [new MaxPool2D(3, { stride: 2 }), new MaxPool2D(3, { padding: 1 })])
  expectTypeOf(pooled.outputShape).toEqualTypeOf<[2, 2, 2]>()
  expect(pooled.outputShape).toEqual([2, 2, 2])
  const global = new Sequential([13, 13, 2], [new GlobalAvgPool2D()]).outputShape
  expectTypeOf(global).toEqualTypeOf<[2]>()
  expect(global).toEqual([2])
})

it('is not known where a size or a layer is not', () => {
  const width: number = 28
  const own: Layer = new ReLU()
  const list: Layer[] = [own]
  const kernel = new Conv2D({ kernelSize: 5, rng })
  expectTypeOf(new Sequential([28, width, 1], [kernel]).outputShape).toEqualTypeOf<[24, number, 1]>()
  expectTypeOf(new Sequential([28, 28, 1], [own]).outputShape).toEqualTypeOf<number[]>()
  expectTypeOf(new Sequential([28, 28, 1], list).outputShape).toEqualTypeOf<number[]>()
})
