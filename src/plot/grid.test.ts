// What is read, what is rounded, what is averaged, and that tensors are left alone.
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { channelsOf, fit, rangeOf, rowsOf } from './grid.ts'

const square = (size: number, value: (row: number, column: number) => number) =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => value(row, column)))

describe('reading', () => {
  it('a tensor of rank 2, without making or freeing one', () => {
    const tensor = tf.tensor2d([
      [1, 2, 3],
      [4, 5, 6],
    ])
    const before = tf.memory().numTensors
    expect(rowsOf(tensor, 'X')).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
    expect(tf.memory().numTensors).toBe(before)
  })

  it('the channels of [height, width, channels], with and without a batch of one', () => {
    const tensor = tf.tensor3d([
      [
        [1, 10],
        [2, 20],
      ],
    ])
    expect(channelsOf(tensor)).toEqual([[[1, 2]], [[10, 20]]])
    expect(channelsOf(tensor.expandDims())).toEqual([[[1, 2]], [[10, 20]]])
  })

  it('nothing of another rank', () => {
    expect(() => rowsOf(tf.tensor1d([1, 2]), 'X')).toThrow('X has shape [2]. Give a matrix, for example X.squeeze().')
    expect(() => channelsOf(tf.ones([2, 3, 3, 1]))).toThrow('The feature maps have shape [2, 3, 3, 1].')
  })
})

describe('fitting', () => {
  it('keeps small numbers to six digits, and never writes −0', () => {
    const { maps, note } = fit([[[1 / 3, -0, 1e-9, 20]]])
    expect(maps).toEqual([[[0.33333, 0, 0, 20]]])
    expect(Object.is(maps[0]![0]![1], 0)).toBe(true)
    expect(note).toBe('')
  })

  it('averages squares of a map that is too large, and says so', () => {
    const { maps, note } = fit([square(301, (row, column) => 0.25 + ((row + column) % 2) * 0.5)])
    expect(note).toMatchObject({ en: 'each point is the mean of 2 × 2 values' })
    expect(maps[0]!.length).toBe(151)
    expect(maps[0]![0]![0]).toBe(0.5)
  })

  it('keeps a photograph of 205 × 256 whole', () => {
    expect(fit([square(229, (row, column) => ((row * 31 + column * 17) % 100) / 100)]).note).toBe('')
  })
})

it('ignores what is not finite in a range', () => {
  expect(rangeOf([[[Number.NaN, 2, Infinity, -1]]])).toEqual([-1, 2])
  expect(rangeOf([[[Number.NaN]]])).toEqual([0, 0])
})
