// What is seen: photographs, a film, a volume of the head, a map of the rain.
// Rule: plain arrays, rows first; the sizes and units stand at each function. Each call reads the file anew, so the caller
// may change the result.
import type { Shaped } from '../conv/shaped.ts'
import { matrixAt, readPixels, tiles } from './png.ts'

interface PhotographSizes {
  boats: [205, 256]
  airplane: [179, 256]
}

const photographs = { boats: 'boats.png', airplane: 'airplane.png' } as const

const colorPhotographs = { raccoon: 'raccoon.png' } as const

/** The grey photographs that there are. */
export type PhotographName = keyof typeof photographs

/** The colour photographs that there are. */
export type ColorPhotographName = keyof typeof colorPhotographs

/**
 * A grey photograph as a matrix, [height, width], 0 black to 1 white.
 *
 * `boats`: a river in Nagasaki about 1865, [205, 256]. `airplane`: seen from above, between 1914 and 1929, with the same
 * round mark on both wings, [179, 256].
 *
 * Throws a RangeError for a name that is none, a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const boats = photograph('boats');
 * [boats.length, boats[0].length] // → [205, 256]
 * ```
 */
export function photograph<const Name extends PhotographName>(name: Name): Shaped<number[][], PhotographSizes[Name]>
export function photograph(name: PhotographName): number[][] {
  requireName(name, photographs)
  const pixels = readPixels(photographs[name])
  return matrixAt(pixels, { top: 0, left: 0, height: pixels.height, width: pixels.width }, 255)
}

/**
 * A colour photograph, [height, width, 3]: red, green and blue of each pixel in 0…1. `raccoon`: [192, 256, 3].
 *
 * Throws a RangeError for a name that is none, a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const raccoon = colorPhotograph('raccoon');
 * [raccoon.length, raccoon[0].length, raccoon[0][0].length] // → [192, 256, 3]
 * ```
 */
export function colorPhotograph(name: ColorPhotographName): Shaped<number[][][], [192, 256, 3]> {
  requireName(name, colorPhotographs)
  const { height, width, channels, data } = readPixels(colorPhotographs[name])
  const color = (pixel: number) => Array.from({ length: channels }, (_, c) => data[pixel * channels + c]! / 255)
  return Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => color(i * width + j)))
}

/**
 * A film: a house cat, photographed 24 times in one run by Eadweard Muybridge in 1887. [frame, height, width] =
 * [24, 56, 88], 0 black to 1 white. The cat runs to the right; the time between frames is not known.
 *
 * Throws a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * film().length // → 24
 * ```
 */
export function film(): Shaped<number[][][], [24, 56, 88]> {
  return tiles(readPixels('cat.png'), 56, 88, 255)
}

/**
 * A magnetic resonance image of a human head, [slice, row, column] = [24, 96, 128], 0 to 1 (intensity as a part of the
 * largest; it has no unit). Slices go up from the base of the skull, 2.2 mm apart; pixels are 2 mm wide and high. The
 * forehead is at the top, the person's right on the left.
 *
 * Throws a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const head = mri();
 * [head.length, head[0].length, head[0][0].length] // → [24, 96, 128]
 * ```
 */
export function mri(): Shaped<number[][][], [24, 96, 128]> {
  return tiles(readPixels('head.png'), 96, 128, 255)
}

/**
 * The rain and snow of the year 2016 all over the Earth as a weather model has it, [latitude, longitude] = [168, 360], in
 * millimetres a year, 0 to 20195. One cell is one degree: row 0 is at 87° north, row 167 at 80° south; column 0 is at 180°
 * west, and the last column touches the first.
 *
 * Throws a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const [equator, greenwich] = [87, 180]
 * rain()[equator][greenwich] // → 844
 * ```
 */
export function rain(): Shaped<number[][], [168, 360]> {
  const pixels = readPixels('rain.png')
  return matrixAt(pixels, { top: 0, left: 0, height: pixels.height, width: pixels.width })
}

function requireName(name: string, names: object): void {
  if (Object.hasOwn(names, name)) return
  const known = Object.keys(names).map((known) => `'${known}'`)
  throw new RangeError(`There is no photograph '${name}' here. There is ${known.join(' and ')}.`)
}
