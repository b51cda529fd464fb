// Which pictures a tensor holds, if it looks like pictures: a photograph, a batch of them, feature maps, or kernels.
// Rule: a tile says where its pixels are in the tensor's data (start and strides); nothing is copied.
// Layouts are tfjs's own: images are [height, width, channels] or [batch, height, width, channels], the kernels of conv2d
// are [height, width, in, out].

/** One picture in the data. Pixel (row, column) is at start + row · rowStride + column · columnStride. */
export interface Tile {
  start: number
  rowStride: number
  columnStride: number
}

/** Pictures of one size. `channels` is 3 or 4 for colour (neighbours in the data), 1 for grey maps. */
export interface Tiles {
  height: number
  width: number
  channels: 1 | 3 | 4
  tiles: Tile[]
  total: number
  kind: 'image' | 'map' | 'kernel'
}

/** Below so many pixels a side, numbers say more than a picture. */
const smallestSide = 5
/** A picture is at most so many times as long as it is wide; [batch, words, features] mostly is longer. */
const longestForm = 8
const mostTiles = 16
const mostMapsOfOneImage = 8

/**
 * The pictures in a tensor of `shape`, at most sixteen; undefined if it does not look like pictures.
 * `colours` says whether its values can be colours.
 */
export function tilesOf(shape: number[], colours: boolean): Tiles | undefined {
  if (shape.length !== 3 && shape.length !== 4) return undefined
  if (shape.length === 4 && shape[0] === shape[1] && shape[1] !== shape[2]) return kernelTiles(shape)
  const [batch, height, width, channels] = shape.length === 3 ? [1, ...shape] : shape
  return imageTiles(batch!, height!, width!, channels!, colours)
}

function imageTiles(
  batch: number,
  height: number,
  width: number,
  channels: number,
  colours: boolean,
): Tiles | undefined {
  if (Math.min(height, width) < Math.max(smallestSide, Math.max(height, width) / longestForm)) return undefined
  const size = height * width * channels
  const place = { rowStride: width * channels, columnStride: channels }
  if ((channels === 3 || channels === 4) && colours) {
    const tiles = firstPlaces(batch, mostTiles).map((image) => ({ start: image * size, ...place }))
    return { height, width, channels, tiles, total: batch, kind: 'image' }
  }
  const shownMaps = batch === 1 ? mostTiles : mostMapsOfOneImage
  const maps = firstPlaces(channels, shownMaps)
  const images = firstPlaces(batch, Math.max(1, Math.floor(mostTiles / maps.length)))
  const tiles = images.flatMap((image) => maps.map((map) => ({ start: image * size + map, ...place })))
  return { height, width, channels: 1, tiles, total: batch * channels, kind: channels === 1 ? 'image' : 'map' }
}

/** Square kernels: a tile for each pair of an input and an output channel, the output channels running fastest. */
function kernelTiles(shape: number[]): Tiles | undefined {
  const [height, width, inputs, outputs] = shape
  if (height! < smallestSide) return undefined
  const total = inputs! * outputs!
  const tiles = firstPlaces(total, mostTiles).map((start) => ({
    start,
    rowStride: width! * total,
    columnStride: total,
  }))
  return { height: height!, width: width!, channels: 1, tiles, total, kind: 'kernel' }
}

function firstPlaces(count: number, most: number): number[] {
  return Array.from({ length: Math.min(count, most) }, (_, place) => place)
}
