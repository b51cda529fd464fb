// Signals of ten shapes: the same for the same seed, and of the shape that their label says.
import { describe, expect, it } from 'vitest'
import type { LabelledImages } from './digits.ts'
import { signalNames, signals } from './signals.ts'

const { train, test } = signals()

function signalAt({ images }: LabelledImages, index: number): number[] {
  return [...images.subarray(40 * index, 40 * index + 40)]
}

it('are 4,000 and 1,000 of 40 numbers, every shape about as often', () => {
  expect([train.shape, train.images.length, train.labels.length]).toEqual([[4000, 1, 40, 1], 160_000, 4000])
  expect([test.shape, test.images.length, test.labels.length]).toEqual([[1000, 1, 40, 1], 40_000, 1000])
  for (const label of signalNames.keys()) {
    expect(Math.abs(train.labels.filter((value) => value === label).length - 400)).toBeLessThan(60)
  }
  expect(train.images.every((value) => Math.abs(value) < 2.5)).toBe(true)
})

it('differ in their sum as their shapes do', () => {
  const meanSum = signalNames.map((_, label) => {
    const sums = [...train.labels.keys()]
      .filter((index) => train.labels[index] === label)
      .map((index) => signalAt(train, index).reduce((sum, value) => sum + value))
    return sums.reduce((sum, value) => sum + value) / sums.length
  })
  const sign = Object.fromEntries(signalNames.map((name, label) => [name, Math.sign(Math.round(meanSum[label]!)) + 0]))
  expect(sign).toEqual({
    hill: 1,
    valley: -1,
    'two hills': 1,
    'two valleys': -1,
    'up and down': 0,
    'down and up': 0,
    'two waves': 0,
    'slow rise': 1,
    'slow fall': 1,
    spike: 1,
  })
})

describe('the seed', () => {
  it('decides everything', () => {
    expect(signals({ train: 50, test: 50 })).toEqual(signals({ train: 50, test: 50, seed: 0 }))
    expect(signals({ train: 50, seed: 1 }).train.labels).not.toEqual(train.labels.subarray(0, 50))
    expect([...train.labels.subarray(0, 8)]).toEqual([3, 3, 5, 3, 5, 8, 1, 1])
  })

  it('begins the same however many there are, and the halves differ', () => {
    const few = signals({ train: 10, test: 10 })
    expect(few.train.images).toEqual(train.images.subarray(0, 400))
    expect(few.test.images).toEqual(test.images.subarray(0, 400))
    expect(few.train.images).not.toEqual(few.test.images)
  })
})

it.each([
  [{ train: -1 }, 'train is -1. Use a whole number from 0'],
  [{ test: 1.5 }, 'test is 1.5. Use a whole number from 0'],
  [{ seed: -1 }, 'The seed is -1. Use a whole number from 0'],
])('%o is refused', (options, message) => {
  expect(() => signals(options)).toThrow(message)
})
