import { encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { differingLines, differingValues, samePicture } from './compare-values.ts'

describe('differingValues', () => {
  const figure = {
    data: [
      {
        type: 'heatmap',
        z: [
          [1000, 0.00001],
          [2, 3],
        ],
      },
    ],
    layout: { title: { text: 'Y' } },
  }

  it('names the place, in words that a person can follow', () => {
    const other = structuredClone(figure)
    other.data[0]!.z[1]![0] = 2.1
    other.layout.title.text = 'Z'
    expect(differingValues(figure, other, 1e-4)).toEqual([
      { place: 'data[0].z[1][0]', committed: '2', now: '2.1' },
      { place: 'layout.title.text', committed: '"Y"', now: '"Z"' },
    ])
  })

  it('measures a number by the largest of its list', () => {
    const other = structuredClone(figure)
    other.data[0]!.z[0] = [1000.05, 0.00002]
    expect(differingValues(figure, other, 1e-4)).toEqual([])
    expect(differingValues(figure, other, 1e-6)).toHaveLength(1)
  })

  it.each<[string, unknown, unknown, string]>([
    ['a list of another length', [1, 2], [1], '.length'],
    ['a missing key', { a: 1 }, {}, 'a'],
    ['another kind', { a: 1 }, { a: '1' }, 'a'],
    ['null and a number', [null], [0], '[0]'],
  ])('sees %s', (_, committed, now, place) => {
    expect(differingValues(committed, now, 1).map((difference) => difference.place)).toEqual([place])
  })
})

describe('differingLines', () => {
  it.each<[string, string, number, string[]]>([
    ['loss 0.4121', 'loss 0.4122', 0, ['line 1']],
    ['loss 0.4121', 'loss 0.4122', 0.01, []],
    ['loss 0.4121', 'loss 0.4522', 0.01, ['line 1']],
    ['3,600,000 weights', '3,600,100 weights', 0.01, []],
    ['3 weights', '3 biases', 1, ['line 1']],
    ['step  9', 'step 10', 0.2, []],
    ['a\nb\nc', 'a\nx', 0, ['line 2', 'line 3']],
  ])('%j against %j, tolerance %d', (committed, now, tolerance, places) => {
    expect(differingLines(committed, now, tolerance).map(({ place }) => place)).toEqual(places)
  })
})

describe('samePicture', () => {
  const png = (gray: number, width = 2) =>
    Buffer.from(encode({ width, height: 1, channels: 1, data: new Uint8Array(width).fill(gray) })).toString('base64')

  it('compares pixels and sizes', () => {
    expect(samePicture(png(100), png(101), 0.01)).toBe(true)
    expect(samePicture(png(100), png(120), 0.01)).toBe(false)
    expect(samePicture(png(100), png(100, 3), 1)).toBe(false)
  })
})
