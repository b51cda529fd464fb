// The shipped photograph, and what is said about a damaged one.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { photograph, readGrey } from './data.ts'

const file = new URL('../../data/boats.png', import.meta.url)

it('is 205 rows of 256 greys in 0…1', () => {
  const boats = photograph('boats')
  expect(boats.length).toBe(205)
  expect(new Set(boats.map((row) => row.length))).toEqual(new Set([256]))
  expect(Math.min(...boats.flat())).toBe(12 / 255)
  expect(Math.max(...boats.flat())).toBe(250 / 255)
})

it('is refused when it is cut short or altered', () => {
  const png = readFileSync(file)
  expect(() => readGrey(png.subarray(0, 2000))).toThrow()
  const altered = Buffer.from(png)
  altered[5000] = altered[5000]! ^ 0xff
  expect(() => readGrey(altered)).toThrow(/crc/i)
})

it('names the photographs that there are', () => {
  // @ts-expect-error the types refuse it too
  expect(() => photograph('ships')).toThrow("There is no photograph 'ships'. There is 'boats'.")
})
