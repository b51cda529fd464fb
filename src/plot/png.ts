// The door to fast-png: photographs and slices become the PNG inside a figure, a tenth of their numbers as JSON.
// Rule: only this file of plot/ knows how a PNG is made.
import { encode } from 'fast-png'

/** Red, green and blue of one pixel, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * The PNG of rows of pixels, as the address that an image trace's `source` takes. Grey ones need a third of the room.
 */
export function pngAddress(pixels: readonly (readonly Rgb[])[]): string {
  const flat = pixels.flat()
  const isGrey = flat.every(([red, green, blue]) => red === green && green === blue)
  const bytes = encode({
    height: pixels.length,
    width: pixels[0]!.length,
    data: Uint8Array.from(isGrey ? flat.map(([shade]) => shade) : flat.flat()),
    channels: isGrey ? 1 : 3,
    depth: 8,
  })
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}
