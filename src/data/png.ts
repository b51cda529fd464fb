// A stored picture as numbers: one matrix, a matrix of colours, or the equal tiles of a montage.
// Rule: numbers as they are stored (0…255 or 0…65535); the caller, who knows their unit, scales them.
import { decode } from 'fast-png'
import { type DataFile, readDataFile } from './files.ts'

/** The pixels of a picture, row by row, `channels` numbers each. */
export interface Pixels {
  width: number
  height: number
  channels: number
  data: ArrayLike<number>
}

/** Reads one of the PNG files. Throws a DataFileError when it is damaged. */
export function readPixels(file: Extract<DataFile, `${string}.png`>): Pixels {
  const { width, height, channels, data } = decode(readDataFile(file))
  return { width, height, channels, data }
}

/** The matrix that starts at (`top`, `left`), each number divided by `unit`. The picture has one channel. */
export function matrixAt(
  { width, data }: Pixels,
  place: { top: number; left: number; height: number; width: number },
  unit = 1,
): number[][] {
  return Array.from({ length: place.height }, (_, i) => {
    const start = (place.top + i) * width + place.left
    return Array.from({ length: place.width }, (_, j) => data[start + j]! / unit)
  })
}

/** The pictures of a montage, row by row from the top left, each `height` × `width`. */
export function tiles(montage: Pixels, height: number, width: number, unit: number): number[][][] {
  const columns = montage.width / width
  const count = (montage.height / height) * columns
  return Array.from({ length: count }, (_, index) => {
    const top = Math.floor(index / columns) * height
    return matrixAt(montage, { top, left: (index % columns) * width, height, width }, unit)
  })
}
