// A tensor's pictures on one sheet of pixels, in rows, with a thin grey line between them.
// Rule: all tiles share one scale, from the smallest value (black) to the largest (white), so that they can be compared.
import type { Pixels } from './png.ts'
import { statisticsOf } from './statistics.ts'
import { type Tiles, tilesOf } from './tiles.ts'

/** A sheet of pictures, and what they are, in words. */
export interface Montage extends Pixels {
  caption: string
}

/** How values become brightness: `dark` is black (0), `bright` is white (255). */
interface Scale {
  dark: number
  bright: number
}

const space = 2
/** The grey between tiles, seen on a light page and on a dark one: red, green, blue and opacity are all half. */
const spaceLevel = 128
/** A sheet is at most so many pixels wide, which fits beside JupyterLab's side bar, and so many tiles. */
const mostWidth = 760
const mostColumns = 8
/** The side, in pixels, that a single picture and one tile of several are brought near to. */
const singleSide = 256
const tileSide = 92

/** The pictures that a tensor of `shape` holds, or undefined if it does not look like pictures. */
export function montageOf(shape: number[], values: ArrayLike<number | string>): Montage | undefined {
  if (shape.length !== 3 && shape.length !== 4) return undefined
  const { min, max, count } = statisticsOf(values)
  const colours = min >= 0 && max <= 255
  const tiles = count === 0 ? undefined : tilesOf(shape, colours)
  if (tiles === undefined) return undefined
  const scale = tiles.channels === 1 ? { dark: min, bright: max } : { dark: 0, bright: max <= 1 ? 1 : 255 }
  return draw(tiles, values, scale)
}

/** Each pixel of the sheet is fetched from the data: nearest neighbour, both when enlarging and when shrinking. */
function draw(tiles: Tiles, values: ArrayLike<number | string>, scale: Scale): Montage {
  const zoom = zoomOf(Math.max(tiles.height, tiles.width), tiles.tiles.length === 1 ? singleSide : tileSide)
  const tileHeight = Math.ceil(tiles.height / zoom.step) * zoom.repeat
  const tileWidth = Math.ceil(tiles.width / zoom.step) * zoom.repeat
  const rows = Math.ceil(tiles.tiles.length / Math.min(mostColumns, Math.floor(mostWidth / tileWidth)))
  const columns = Math.ceil(tiles.tiles.length / rows)
  const width = columns * (tileWidth + space) - space
  const height = rows * (tileHeight + space) - space
  const data = new Uint8Array(width * height * 4).fill(spaceLevel)
  for (const [position, tile] of tiles.tiles.entries()) {
    const top = Math.floor(position / columns) * (tileHeight + space)
    const left = (position % columns) * (tileWidth + space)
    for (let y = 0; y < tileHeight; y++) {
      const row = tile.start + Math.floor(y / zoom.repeat) * zoom.step * tile.rowStride
      for (let x = 0; x < tileWidth; x++) {
        const source = row + Math.floor(x / zoom.repeat) * zoom.step * tile.columnStride
        paint(data, ((top + y) * width + left + x) * 4, values, source, tiles.channels, scale)
      }
    }
  }
  return { width, height, data, caption: captionOf(tiles, zoom, scale) }
}

/** Every `step`-th pixel is shown, `repeat` times in each direction; one of the two is 1, so all pixels are treated alike. */
interface Zoom {
  repeat: number
  step: number
}

function zoomOf(side: number, wanted: number): Zoom {
  if (side <= wanted) return { repeat: Math.floor(wanted / side), step: 1 }
  return { repeat: 1, step: Math.ceil(side / (2 * wanted)) }
}

/** Sets the four bytes of one pixel. A value that is not a number becomes a hole. */
function paint(
  data: Uint8Array,
  target: number,
  values: ArrayLike<number | string>,
  source: number,
  channels: number,
  { dark, bright }: Scale,
): void {
  data[target + 3] = 255
  for (let channel = 0; channel < Math.max(3, channels); channel++) {
    const value = Number(values[source + (channels === 1 ? 0 : channel)])
    const level = bright > dark ? (value - dark) / (bright - dark) : 0.5
    if (Number.isNaN(value)) data[target + 3] = 0
    else data[target + channel] = Math.round(255 * Math.min(1, Math.max(0, level)))
  }
}

/** `8 of 64 maps, black is min, white is max, every 2nd pixel`. */
function captionOf({ tiles, total, kind, channels }: Tiles, { step }: Zoom, { dark, bright }: Scale): string {
  const count = tiles.length < total ? `${tiles.length} of ${total}` : `${total}`
  const noun = `${kind}${total === 1 ? '' : 's'}`
  const parts = [`${count} ${noun}`]
  if (channels === 1) parts.push(dark === bright ? 'all values are equal' : 'black is min, white is max')
  if (step > 1) parts.push(`every ${ordinal(step)} pixel`)
  return parts.join(', ')
}

function ordinal(count: number): string {
  return count === 2 ? '2nd' : count === 3 ? '3rd' : `${count}th`
}
