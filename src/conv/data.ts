// The photographs that ship with the package (data/, notices in data/LICENSES.md).
// Rule: read from the package's own folder, never from the network; a damaged file is named.
import { readFileSync } from 'node:fs'
import { decode } from 'fast-png'

/** The photographs that there are: `boats` is Nagasaki about 1865, 205 rows of 256 pixels. */
export type PhotographName = 'boats'

/**
 * A grey photograph as a matrix, 0 black to 1 white. Each call reads the file anew, so the caller may change the result.
 *
 * Throws a RangeError for a name that is none, an Error naming the file when it is missing or damaged.
 *
 * @example
 * ```ts
 * const boats = photograph('boats');
 * [boats.length, boats[0].length] // → [205, 256]
 * ```
 */
export function photograph(name: PhotographName): number[][] {
  if (name !== 'boats') throw new RangeError(`There is no photograph '${name}'. There is 'boats'.`)
  const file = new URL(`../../data/${name}.png`, import.meta.url)
  try {
    return readGrey(readFileSync(file))
  } catch (error) {
    throw new Error(`The photograph ${file.pathname} cannot be read. Install tensorcell again.`, { cause: error })
  }
}

/** The pixels of an 8-bit grey PNG as a matrix in 0…1. Throws an Error when the bytes are no such image. */
export function readGrey(png: Uint8Array): number[][] {
  const { width, height, data, channels, depth } = decode(png, { checkCrc: true })
  if (channels !== 1 || depth !== 8) {
    throw new Error(`The image has ${channels} channels of ${depth} bits. Store it as one channel of 8 bits.`)
  }
  return Array.from({ length: height }, (_, row) =>
    Array.from(data.subarray(row * width, (row + 1) * width), (grey) => grey / 255),
  )
}
