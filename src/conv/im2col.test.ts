// The rows of the matrix, by hand, and the sizes that cs231n states for AlexNet's first layer.
import { expect, it } from 'vitest'
import { im2col } from './im2col.ts'

it('lays out windows in reading order, channels last, padding included', () => {
  expect(im2col([1, 2, 3], { kernel: [2], padding: [[1, 0]] })).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
  expect(im2col([1, 2, 3], { kernel: [2], padding: 1, paddingMode: 'circular', stride: 2 })).toEqual([
    [3, 1],
    [2, 3],
  ])
  expect(
    im2col(
      [
        [
          [1, 10],
          [2, 20],
        ],
        [
          [3, 30],
          [4, 40],
        ],
      ],
      { kernel: [1, 2] },
    ),
  ).toEqual([
    [1, 10, 2, 20],
    [3, 30, 4, 40],
  ])
  expect(im2col([[[[1], [2]]], [[[3], [4]]]], { kernel: [1, 1] })).toEqual([[1], [2], [3], [4]])
})

it('makes 3,025 rows of 363 of an image for AlexNet', () => {
  const image = Array.from({ length: 227 }, () => Array.from({ length: 227 }, () => [1, 1, 1]))
  const rows = im2col(image, { kernel: [11, 11], stride: 4 })
  expect([rows.length, rows[0]!.length]).toEqual([3025, 363])
})

it.each<[string, () => unknown]>([
  ['The kernel [1, 1, 1, 1] has 4 axes.', () => im2col([1], { kernel: [1, 1, 1, 1] })],
  ['The kernel [4] does not fit into the input [3]', () => im2col([1, 2, 3], { kernel: [4] })],
  ['An input [2] and a kernel [1, 1] do not go together', () => im2col([1, 2], { kernel: [1, 1] })],
])('refuses: %s', (message, action) => {
  expect(action).toThrow(message)
})
