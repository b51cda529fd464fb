// The counts of the source text and of well-known networks.
import { expect, it } from 'vitest'
import {
  convMultiplyAdds,
  convParameterCount,
  denseParameterCount,
  imageElements,
  mlpParameterCount,
  parameterLadder,
  parameterMemory,
} from './parameters.ts'

it('a 12-megapixel photograph and a hidden layer of 100', () => {
  expect(imageElements({ height: 3000, width: 4000, channels: 1 })).toBe(12e6)
  expect(imageElements({ height: 3000, width: 4000, channels: 3 })).toBe(36e6)
  expect(denseParameterCount(36e6, 100)).toEqual({ weights: 3.6e9, biases: 100, total: 3_600_000_100 })
})

it('the memory that this takes', () => {
  const memory = parameterMemory(3.6e9)
  expect(memory.GB).toBe(14.4)
  expect(memory.GiB).toBeCloseTo(13.411, 3)
  expect(parameterMemory(3.6e9, { training: 'adam' }).GB).toBe(57.6)
})

it('an MLP for digits', () => {
  expect(mlpParameterCount([784, 120, 84, 10])).toEqual({
    layers: [
      { weights: 94_080, biases: 120, total: 94_200 },
      { weights: 10_080, biases: 84, total: 10_164 },
      { weights: 840, biases: 10, total: 850 },
    ],
    total: 105_214,
  })
})

it("LeNet's first layers", () => {
  const first = { kernel: [5, 5], inChannels: 1, outChannels: 6 } as const
  expect(convParameterCount(first)).toEqual({ weights: 150, biases: 6, total: 156 })
  expect(convMultiplyAdds(first, [28, 28])).toBe(117_600)
  expect(convParameterCount({ kernel: [5, 5], inChannels: 6, outChannels: 16 }).total).toBe(2_416)
})

it('without biases, in groups, and in other dimensions', () => {
  expect(denseParameterCount(784, 10, { bias: false })).toEqual({ weights: 7840, biases: 0, total: 7840 })
  expect(convParameterCount({ kernel: [1, 2], inChannels: 1, outChannels: 1, bias: false }).total).toBe(2)
  expect(convParameterCount({ kernel: [3, 3], inChannels: 32, outChannels: 32, groups: 32 }).total).toBe(320)
  expect(convParameterCount({ kernel: [3, 5, 5], inChannels: 1, outChannels: 8 }).total).toBe(608)
})

it("the book's layer on 256 × 256: 53 billion operations, a multiplication and an addition counting as two", () => {
  const layer = { kernel: [5, 5], inChannels: 128, outChannels: 128 } as const
  expect(2 * convMultiplyAdds(layer, [256, 256])).toBe(53_687_091_200)
  expect(2 * convMultiplyAdds(layer, [252, 252])).toBe(52_022_476_800)
})

it("AlexNet's first layer, shared and not", () => {
  const layer = { kernel: [11, 11], inChannels: 3, outChannels: 96 } as const
  expect(convParameterCount(layer).total).toBe(34_944)
  expect(convParameterCount(layer).total * 55 * 55).toBe(105_705_600)
})

it('memory in other precisions and with momentum', () => {
  expect(parameterMemory(3.6e9, { bytesEach: 2 }).GB).toBe(7.2)
  expect(parameterMemory(1e6, { training: 'momentum', bytesEach: 8 }).bytes).toBe(24e6)
})

it('the ladder from dense to local', () => {
  expect(parameterLadder({ height: 1000, width: 1000, delta: 10 })).toEqual({
    dense: 1e12,
    shared: 3_996_001,
    local: 441,
  })
  expect(parameterLadder({ height: 28, width: 28, delta: 1 })).toEqual({ dense: 614_656, shared: 3_025, local: 9 })
})

it.each<[string, () => unknown]>([
  ['The height is 0. Use a whole number from 1', () => imageElements({ height: 0, width: 4, channels: 3 })],
  ['The number of units is 2.5. Use a whole number from 1', () => denseParameterCount(3, 2.5)],
  ['The product is 1e+24. Use a whole number from 1', () => denseParameterCount(1e12, 1e12)],
  ['An MLP needs at least two sizes, got 1.', () => mlpParameterCount([784])],
  [
    '2 groups do not divide 3 input and 4 output channels.',
    () => convParameterCount({ kernel: [3], inChannels: 3, outChannels: 4, groups: 2 }),
  ],
  ["The kernel's width is 0.", () => convParameterCount({ kernel: [3, 0], inChannels: 1, outChannels: 1 })],
  [
    'The kernel [1, 1, 1, 1] has 4 axes.',
    () => convParameterCount({ kernel: [1, 1, 1, 1], inChannels: 1, outChannels: 1 }),
  ],
  [
    'The output [28, 28, 6] and the kernel [5, 5] differ in their axes.',
    () => convMultiplyAdds({ kernel: [5, 5], inChannels: 1, outChannels: 6 }, [28, 28, 6]),
  ],
  ['A number of 3 bytes is none', () => parameterMemory(1, { bytesEach: 3 as never })],
  ["There is no training 'rmsprop'.", () => parameterMemory(1, { training: 'rmsprop' as never })],
  ['delta is -1. Use a whole number from 0', () => parameterLadder({ height: 3, width: 3, delta: -1 })],
])('refuses: %s', (message, count) => {
  expect(count).toThrow(RangeError)
  expect(count).toThrow(message)
})
