// Ten thousand digits; the same division for the same seed, and no image in both halves.
import { describe, expect, it } from 'vitest'
import { digitImage, digits, type LabelledImages } from './digits.ts'

const { train, test } = digits()

function perDigit(...sets: LabelledImages[]): number[] {
  const labels = sets.flatMap((set) => [...set.labels])
  return Array.from({ length: 10 }, (_, digit) => labels.filter((label) => label === digit).length)
}

/** Images as texts, to compare whole sets. */
function keys({ images }: LabelledImages): string[] {
  return Array.from({ length: images.length / 784 }, (_, index) =>
    Buffer.from(images.slice(index * 784, (index + 1) * 784).buffer).toString('latin1'),
  )
}

it('all of them are 8,000 and 2,000 in 0…1', () => {
  expect([train.shape, train.images.length, train.labels.length]).toEqual([[8000, 28, 28, 1], 6_272_000, 8000])
  expect([test.shape, test.images.length, test.labels.length]).toEqual([[2000, 28, 28, 1], 1_568_000, 2000])
  expect(perDigit(train, test)).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
  expect(train.images.reduce((a, b) => Math.max(a, b))).toBe(1)
  expect(train.images.reduce((a, b) => Math.min(a, b))).toBe(0)
})

it('every digit is in both halves about as often as it should be', () => {
  const all = perDigit(train, test)
  perDigit(test).forEach((count, digit) => {
    expect(Math.abs(count / all[digit]! - 0.2)).toBeLessThan(0.04)
  })
})

describe('the division', () => {
  const small = digits({ train: 300, test: 100 })

  it('depends on the seed alone', () => {
    expect(digits({ train: 300, test: 100, seed: 0 })).toEqual(small)
    expect(digits({ train: 300, test: 100, seed: 1 }).train.labels).not.toEqual(small.train.labels)
    expect([...small.train.labels.slice(0, 10)]).toEqual([0, 4, 1, 8, 5, 9, 8, 5, 4, 4])
  })

  it('shares no image', () => {
    const learned = new Set(keys(train))
    expect(keys(test).filter((image) => learned.has(image))).toEqual([])
  })

  it('begins the same however large the halves are', () => {
    expect(train.images.slice(0, small.train.images.length)).toEqual(small.train.images)
    expect(test.images.slice(0, small.test.images.length)).toEqual(small.test.images)
  })
})

it('one image is a matrix of the set', () => {
  const image = digitImage(test, 1)
  expect([image.length, image[0]!.length]).toEqual([28, 28])
  expect(image.flat()).toEqual([...test.images.slice(784, 1568)])
  expect(() => digitImage(test, 2000)).toThrow('The set has no image 2000. Use a whole number from 0 to 1999.')
})

it.each([
  [{ train: 9000, test: 2000 }, 'There are 10,000 digits, but train 9000 and test 2000 need 11000. Take fewer.'],
  [{ train: -1 }, 'train is -1. Use a whole number from 0 to 10,000.'],
  [{ test: 0.5 }, 'test is 0.5. Use a whole number from 0 to 10,000.'],
  [{ seed: -1 }, 'The seed is -1.'],
])('%o is refused', (options, message) => {
  expect(() => digits(options)).toThrow(message)
})
