// Sizes, units and well-known places of the photographs, the film, the volume and the map.
import { describe, expect, it } from 'vitest'
import { corr2d } from '../conv/correlate.ts'
import { colorPhotograph, film, mri, photograph, rain } from './pictures.ts'

function shape(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shape(value[0])] : []
}

function range(value: number[][] | number[][][]): [number, number] {
  const numbers = value.flat(2)
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))]
}

describe.each([
  ['boats', () => photograph('boats'), [205, 256], [12 / 255, 250 / 255]],
  ['airplane', () => photograph('airplane'), [179, 256], [30 / 255, 227 / 255]],
  ['raccoon', () => colorPhotograph('raccoon'), [192, 256, 3], [0, 1]],
  ['film', film, [24, 56, 88], [50 / 255, 215 / 255]],
  ['mri', mri, [24, 96, 128], [0, 1]],
  ['rain', rain, [168, 360], [0, 20195]],
] as const)('%s', (_name, read, size, limits) => {
  const value = read()

  it('has the size that its description states, and equal rows', () => {
    expect(shape(value)).toEqual(size)
    expect(value.flat(2).length).toBe(size.reduce((product, length) => product * length, 1))
  })

  it('has the unit that its description states', () => {
    expect(range(value)).toEqual(limits)
  })
})

it('green leaves are green', () => {
  const [red, green, blue] = colorPhotograph('raccoon')[120]![60]!
  expect(green).toBeGreaterThan(red! + 0.1)
  expect(green).toBeGreaterThan(blue! + 0.1)
})

it('it rains more in Borneo than in the Sahara', () => {
  const map = rain()
  const at = (north: number, east: number) => map[87 - north]![180 + east]!
  expect(at(1, 114)).toBeGreaterThan(2000)
  expect(at(23, 10)).toBeLessThan(100)
})

it('the round mark of one wing finds the one of the other', () => {
  const airplane = photograph('airplane')
  const mark = airplane.slice(45, 78).map((row) => row.slice(48, 81))
  const mean = mark.flat().reduce((sum, grey) => sum + grey) / 33 ** 2
  const template = mark.map((row) => row.map((grey) => grey - mean))
  const response = corr2d(airplane, template, { method: 'im2col' })
  const right = response.map((row) => row.slice(128))
  const best = (map: number[][]) => {
    const largest = map.flat().reduce((a, b) => Math.max(a, b))
    const row = map.findIndex((values) => values.includes(largest))
    return [row, map[row]!.indexOf(largest)]
  }
  expect(best(response)).toEqual([45, 48])
  expect(best(right)).toEqual([48, 201 - 128])
})

it('the cat moves: neighbouring frames differ, but little', () => {
  const frames = film().map((frame) => frame.flat())
  for (const [before, after] of frames.slice(1).map((frame, index) => [frames[index]!, frame] as const)) {
    const difference = after.reduce((sum, grey, pixel) => sum + Math.abs(grey - before[pixel]!), 0) / after.length
    expect(difference).toBeGreaterThan(0.005)
    expect(difference).toBeLessThan(0.15)
  }
})

it('names the photographs that there are', () => {
  // @ts-expect-error the types refuse it too
  expect(() => photograph('ships')).toThrow("There is no photograph 'ships' here. There is 'boats' and 'airplane'.")
  // @ts-expect-error
  expect(() => colorPhotograph('boats')).toThrow("There is no photograph 'boats' here. There is 'raccoon'.")
})
