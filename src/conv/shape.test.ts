// What is no matrix is refused, by the place that differs.
import { expect, it } from 'vitest'
import { matrixShape } from './shape.ts'

it.each<[string, unknown]>([
  ['X is not a matrix. Give rows of numbers, such as [[0, 1], [2, 3]].', []],
  ['X is not a matrix. Give rows of numbers, such as [[0, 1], [2, 3]].', [1, 2]],
  ['Row 1 of X differs in length from row 0 (2). Make all rows equally long.', [[1, 2], [3]]],
  ['X[0][1] is not a number. Put numbers only.', [[1, 'two']]],
])('a matrix it is not: %s', (message, matrix) => {
  expect(() => matrixShape(matrix as number[][], 'X')).toThrow(new TypeError(message))
})
