// The part of a tensor that is shown: at most twelve places an axis, else ten and a gap in their middle.
// Rule: only what is shown is turned into text, so that a tensor of a million values is as quick as one of a hundred.
import { inspect } from 'node:util'
import { formatNumbers } from './numbers.ts'

/** A nested array of cells, flat in row-major order. `places` names, per axis, the index of each cell; undefined is the gap. */
export interface Part {
  places: (number | undefined)[][]
  cells: string[]
}

/** An axis up to so long is shown whole. */
const longest = 12
/** Of a longer one, so many indexes from each end: ten columns of `-1.2345` fill JupyterLab's width on a laptop. */
const ends = 5

/** The cell that stands for all that are left out. */
export const gap = '…'

/**
 * The values of a tensor as text, long axes shortened.
 *
 *     elide([2], 'float32', [0.5, 1])  →  { places: [[0, 1]], cells: ['0.5', '1.0'] }
 */
export function elide(shape: number[], dtype: string, values: ArrayLike<number> | string[]): Part {
  const places = shape.map(placesOf)
  const offsets = offsetsOf(shape, places)
  const shown = offsets.filter((offset) => offset !== undefined)
  const texts = textsOf(dtype, shown, values)
  let next = 0
  return { places, cells: offsets.map((offset) => (offset === undefined ? gap : texts[next++]!)) }
}

function placesOf(length: number): (number | undefined)[] {
  if (length <= longest) return Array.from({ length }, (_, place) => place)
  const start = Array.from({ length: ends }, (_, place) => place)
  return [...start, undefined, ...start.map((place) => length - ends + place)]
}

/** For each cell, where its value is in the tensor's data; undefined in a gap. */
function offsetsOf(shape: number[], places: (number | undefined)[][]): (number | undefined)[] {
  let offsets: (number | undefined)[] = [0]
  for (const [axis, indexes] of places.entries()) {
    offsets = offsets.flatMap((offset) =>
      indexes.map((index) => (offset === undefined || index === undefined ? undefined : offset * shape[axis]! + index)),
    )
  }
  return offsets
}

function textsOf(dtype: string, offsets: number[], values: ArrayLike<number> | string[]): string[] {
  if (dtype === 'complex64') return complexTexts(offsets, values)
  const shown = offsets.map((offset) => values[offset]!)
  if (dtype === 'bool') return shown.map((value) => String(Boolean(value)))
  const numbers = shown.filter((value) => typeof value === 'number')
  if (numbers.length === shown.length) return formatNumbers(numbers)
  return shown.map((value) => inspect(String(value), { maxStringLength: 40 }))
}

/** tfjs gives complex numbers as pairs, real then imaginary. */
function complexTexts(offsets: number[], values: ArrayLike<number> | string[]): string[] {
  const real = formatNumbers(offsets.map((offset) => Number(values[2 * offset])))
  const imaginary = formatNumbers(offsets.map((offset) => Number(values[2 * offset + 1])))
  return real.map((text, cell) => `${text} ${imaginary[cell]!.replace(/^-?/, (sign) => (sign ? '- ' : '+ '))}i`)
}
