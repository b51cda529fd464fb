// The door to fast-png: pixels become the base64 text of a PNG file.
// Rule: only this file of display/ knows how a PNG is made.
import { encode } from 'fast-png'
import { toBase64 } from './image.ts'

/** Pixels in row-major order, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** The PNG file of `pixels` as base64, as a MIME bundle carries it. */
export function encodePng({ width, height, data }: Pixels): string {
  return toBase64(encode({ width, height, data, channels: 4, depth: 8 }))
}
