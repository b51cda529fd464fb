// What each kernel promises: its sum, and what it does to the photograph.
import { describe, expect, it } from 'vitest'
import { photograph } from '../data/pictures.ts'
import { corr2d } from './correlate.ts'
import { edge, gaussian3, identity, laplacian8, sharpen, sobelX, sobelY } from './kernels.ts'
import { box } from './made-kernels.ts'
import type { Matrix } from './shape.ts'

const mean = (matrix: Matrix) => matrix.flat().reduce((sum, value) => sum + value, 0) / matrix.flat().length

/** Mean absolute difference of neighbours in a row. */
const variation = (matrix: Matrix) => mean(corr2d(matrix, edge).map((row) => row.map(Math.abs)))

it.each<[string, Matrix, number]>([
  ['identity', identity, 1],
  ['box', box(3), 1],
  ['gaussian3', gaussian3, 1],
  ['sharpen', sharpen, 1],
  ['laplacian8', laplacian8, 0],
  ['sobelX', sobelX, 0],
  ['sobelY', sobelY, 0],
  ['edge', edge, 0],
])('%s sums to its promise', (_, kernel, sum) => {
  expect(kernel.flat().reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 12)
})

it('cannot be changed', () => {
  expect(() => {
    edge[0]![0] = 2
  }).toThrow(TypeError)
  expect(() => edge.push([0, 0])).toThrow(TypeError)
})

it('refuses a box without a size', () => {
  expect(() => box(0)).toThrow('The size of the box is 0. Use a whole number from 1')
})

describe('on the photograph', () => {
  const boats = photograph('boats')

  it('the mean of the response is the mean times the sum', () => {
    expect(mean(boats)).toBeCloseTo(0.552, 3)
    expect(mean(corr2d(boats, laplacian8))).toBeCloseTo(0, 2)
    expect(mean(corr2d(boats, sharpen))).toBeCloseTo(0.552, 2)
    expect(mean(corr2d(boats, gaussian3))).toBeCloseTo(0.552, 2)
  })

  it('blur lowers the variation, sharpen raises it', () => {
    expect(variation(corr2d(boats, gaussian3))).toBeLessThan(0.7 * variation(boats))
    expect(variation(corr2d(boats, sharpen))).toBeGreaterThan(2 * variation(boats))
  })
})
