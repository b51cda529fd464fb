// The kernels that are made: sums, directions, what they find, and the facts that can be read off any kernel.
import { describe, expect, it } from 'vitest'
import { conv2d, corr2d } from './correlate.ts'
import { transpose } from './images.ts'
import { kernelFacts, kernelGallery } from './kernel-facts.ts'
import { gaussian3, laplacian4, laplacian8, sobelX, sobelY } from './kernels.ts'
import { box, derivative, directional, gabor, gaussian, motionBlur, unsharp } from './made-kernels.ts'
import type { Matrix } from './shape.ts'

const sum = (K: Matrix) => K.flat().reduce((total, value) => total + value, 0)

function expectClose(actual: Matrix, expected: Matrix, digits = 12): void {
  actual.flat().forEach((value, index) => {
    expect(value).toBeCloseTo(expected.flat()[index]!, digits)
  })
}

it.each(Object.entries(kernelGallery))('%s keeps or blackens a flat region', (_, { en, zh, kernel }) => {
  expect(Math.min(Math.abs(sum(kernel)), Math.abs(sum(kernel) - 1))).toBeLessThan(1e-12)
  expect(en.length * zh.length).toBeGreaterThan(0)
  expect(() => {
    kernel[0]![0] = 7
  }).toThrow(TypeError)
})

it('a box blur of 2 is a quarter each; a Gaussian is the product of its row and column', () => {
  expect(box(2)).toEqual([
    [0.25, 0.25],
    [0.25, 0.25],
  ])
  expect(sum(gaussian(9, 1.5))).toBeCloseTo(1, 12)
  const [column, row] = kernelFacts(gaussian(5, 1)).separable!
  expectClose(
    column.map((a) => row.map((b) => a * b)),
    gaussian(5, 1),
  )
})

it('motion blurs along its angle', () => {
  expect(motionBlur(5, 0)[2]).toEqual([0.2, 0.2, 0.2, 0.2, 0.2])
  expectClose(motionBlur(5, 90), transpose(motionBlur(5, 0)))
  const rising = motionBlur(5, 45)
  expect(rising[1]![3]).toBeGreaterThan(0.15)
  expect(rising[0]![0]).toBe(0)
  expect(sum(rising)).toBeCloseTo(1, 12)
})

it('unsharp(0) keeps the image, directional gives the slope of a ramp', () => {
  const ramp = Array.from({ length: 5 }, (_, i) => Array.from({ length: 6 }, (__, j) => 3 * j + 10 * i))
  expectClose(
    corr2d(ramp, unsharp(0)),
    ramp.slice(1, -1).map((row) => row.slice(1, -1)),
  )
  expectClose(corr2d(ramp, directional([0, 1])), Array(3).fill(Array(4).fill(3)))
  expectClose(corr2d(ramp, directional([1, -1])), Array(3).fill(Array(4).fill(7)))
})

it.each([
  [1, [-1, 1]],
  [2, [1, -2, 1]],
  [3, [-1, 3, -3, 1]],
])('the %d-th derivative is %j, exact on a power', (order, expected) => {
  expect(derivative(order)).toEqual([expected])
  const power = [Array.from({ length: 8 }, (_, j) => j ** order)]
  const factorial = Array.from({ length: order }, (_, index) => index + 1).reduce((product, value) => product * value)
  expect(new Set(corr2d(power, derivative(order))[0])).toEqual(new Set([factorial]))
})

describe('Gabor', () => {
  const stripes = (K: Matrix) => {
    const image = Array.from({ length: 9 }, () =>
      Array.from({ length: 9 }, (_, j) => Math.cos((Math.PI * (j - 4)) / 2)),
    )
    return corr2d(image, K)[0]![0]!
  }

  it('answers to stripes of its own direction and width', () => {
    const own = stripes(gabor({ size: 9, wavelength: 4 }))
    expect(own).toBeGreaterThan(10 * Math.abs(stripes(gabor({ size: 9, wavelength: 4, degrees: 90, sigma: 2 }))))
    expect(own).toBeGreaterThan(2 * Math.abs(stripes(gabor({ size: 9, wavelength: 8, sigma: 2 }))))
  })

  it('turns by right angles exactly, and into an edge finder with the phase', () => {
    expectClose(gabor({ size: 7, wavelength: 3, degrees: 90 }), transpose(gabor({ size: 7, wavelength: 3 })))
    const edges = gabor({ size: 7, wavelength: 6, phaseDegrees: -90 })
    expect(edges[3]![2]).toBeLessThan(0)
    expect(edges[3]![4]).toBeGreaterThan(0)
  })
})

describe('facts', () => {
  it('tell where correlation is convolution', () => {
    const X = Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (__, j) => (i * 7 + j * 5) % 11))
    for (const { kernel } of Object.values(kernelGallery)) {
      const [right, left] = [corr2d(X, kernel).flat(), conv2d(X, kernel).flat()]
      const same = right.every((value, index) => Math.abs(value - left[index]!) < 1e-9)
      expect(same).toBe(kernelFacts(kernel).symmetric)
    }
  })

  it('find the row and the column', () => {
    expect(kernelFacts(sobelY).separable).toEqual([
      [1, 0, -1],
      [-1, -2, -1],
    ])
    expect(kernelFacts(gaussian3).separable).toEqual([
      [1, 2, 1],
      [1 / 16, 2 / 16, 1 / 16],
    ])
    expect(kernelFacts(laplacian4).separable).toBeUndefined()
    expect(kernelFacts(laplacian8)).toEqual({ size: [3, 3], sum: 0, symmetric: true })
    expect(kernelFacts([[0, 0]])).toEqual({ size: [1, 2], sum: 0, symmetric: true })
    expect(kernelFacts(sobelX).symmetric).toBe(false)
  })
})

it.each<[string, () => unknown]>([
  ['The size of the box is 0.', () => box(0)],
  ['sigma is 0. Use a positive number.', () => gaussian(3, 0)],
  ['The size of the motion blur is 4. Use an odd one', () => motionBlur(4, 0)],
  ['The angle is NaN.', () => motionBlur(3, Number.NaN)],
  ['The wavelength is -1.', () => gabor({ size: 3, wavelength: -1 })],
  ['The order of the derivative is 0.', () => derivative(0)],
  ['The order of the derivative is 51. Use at most 50', () => derivative(51)],
  ['The amount is Infinity.', () => unsharp(Number.POSITIVE_INFINITY)],
])('refuses: %s', (message, make) => {
  expect(make).toThrow(RangeError)
  expect(make).toThrow(message)
})
