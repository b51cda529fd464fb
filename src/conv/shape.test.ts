// Output sizes against known networks and against brute force, and the refusals.
import { expect, it } from 'vitest'
import { createRng } from './random.ts'
import { matrixShape, outputShape, ShapeError, type Size, type WindowOptions } from './shape.ts'

it.each<[Size, WindowOptions & { kernel: Size }, Size]>([
  [[3, 3], { kernel: [2, 2] }, [2, 2]],
  [[6, 8], { kernel: [1, 2] }, [6, 7]],
  [[28, 28], { kernel: [5, 5] }, [24, 24]],
  [[28, 28], { kernel: [5, 5], padding: 2 }, [28, 28]],
  [[224, 224], { kernel: [7, 7], stride: 2, padding: 3 }, [112, 112]],
  [[227, 227], { kernel: [11, 11], stride: 4 }, [55, 55]],
  [[8, 8], { kernel: [3, 5], padding: [0, 1], stride: [3, 4] }, [2, 2]],
  [[7, 7], { kernel: [3, 3], dilation: 2 }, [3, 3]],
])('%j with %j gives %j', (input, options, expected) => {
  expect(outputShape(input, options)).toEqual(expected)
})

it('counts the places where the window fits, for 500 random cases', () => {
  const rng = createRng(28)
  const whole = (low: number, high: number) => Math.floor(rng.uniform(low, high + 1))
  for (let trial = 0; trial < 500; trial++) {
    const [n, k, stride, padding, dilation] = [whole(8, 40), whole(1, 4), whole(1, 4), whole(0, 3), whole(1, 2)]
    let places = 0
    for (let start = 0; start + dilation * (k - 1) < n + 2 * padding; start += stride) places++
    expect(outputShape([n, n], { kernel: [k, k], stride, padding, dilation })).toEqual([places, places])
  }
})

it('refuses a kernel that does not fit, naming both shapes and the remedy', () => {
  const tooLarge = () => outputShape([3, 3], { kernel: [5, 2] })
  expect(tooLarge).toThrow(ShapeError)
  expect(tooLarge).toThrow(
    'The kernel [5, 2] does not fit into the input [3, 3]: its height covers 5, the input has 3. ' +
      'Use a smaller kernel, or at least 2 more of padding in all.',
  )
})

it.each<[string, WindowOptions]>([
  ['The vertical stride is 0. Use a whole number from 1 to 2^53 − 1.', { stride: 0 }],
  ['The horizontal padding is -1. Use a whole number from 0 to 2^53 − 1.', { padding: [0, -1] }],
  ['The vertical dilation is 1.5. Use a whole number from 1 to 2^53 − 1.', { dilation: 1.5 }],
])('refuses: %s', (message, options) => {
  expect(() => outputShape([9, 9], { kernel: [3, 3], ...options })).toThrow(message)
})

it.each<[string, unknown]>([
  ['X is not a matrix. Give rows of numbers, such as [[0, 1], [2, 3]].', []],
  ['X is not a matrix. Give rows of numbers, such as [[0, 1], [2, 3]].', [1, 2]],
  ['Row 1 of X differs in length from row 0 (2). Make all rows equally long.', [[1, 2], [3]]],
  ['X[0][1] is not a number. Put numbers only.', [[1, 'two']]],
])('a matrix it is not: %s', (message, matrix) => {
  expect(() => matrixShape(matrix as number[][], 'X')).toThrow(new TypeError(message))
})
