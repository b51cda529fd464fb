// A volume or a film, slice by slice.
// Rule: all slices share one scale, which the note tells: the slices are pictures, a tenth of their numbers as JSON.
import { type Matrix, ShapeError } from '../conv/shape.ts'
import { sayIn, type Text } from '../words/language.ts'
import { animated } from './animation.ts'
import { type Figure, frame, headline, type PictureTrace, timesOf } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { isTensorLike, placed, rangeOf, rowsOf, type TensorLike } from './grid.ts'
import { mapAxes, mapSize } from './heatmap.ts'
import { pngAddress, type Rgb } from './png.ts'

/** A volume or a film: matrices of one size. */
export type Volume = readonly Matrix[]

/** What a figure of slices may be told. */
export interface VolumeOptions extends FigureOptions {
  /** What one step along the first axis is; a slice unless told. */
  sliceName?: Text
}

/**
 * The slices of a volume or the frames of a film, [depth, height, width], as rows of matrices or as a tensor of rank 3,
 * with a slider; the middle one is shown first. Grey from the smallest to the largest number; with negative numbers
 * blue below zero, white zero, red above. Large volumes are thinned, and the note says so.
 *
 * Throws a ShapeError for another rank or for slices of different sizes. Lesson 07.
 *
 * @example
 * ```ts
 * plot.volumeSlices(mri(), { title: 'A head' }).frames?.length // → 24
 * plot.volumeSlices(film(), { sliceName: { en: 'frame', zh: '帧' } })
 * ```
 */
export function volumeSlices(volume: Volume | TensorLike, options: VolumeOptions = {}): Figure {
  const slices = slicesOf(volume)
  const [depth, height, width] = [slices.length, slices[0]!.length, slices[0]![0]!.length]
  const { colorOf, note } = shadesOf(rangeOf(slices))
  const say = sayIn(options)
  const shown = slices.map((_, index) => index).filter((index) => index % Math.ceil(depth / mostSlices) === 0)
  const pictures = picturesOf(
    shown.map((index) => slices[index]!),
    colorOf,
  )
  const step = pictures[0]!.dx ?? 1
  const names = shown.map(String)
  const middle = Math.floor(shown.length / 2)
  const every = shown[1] ?? 1
  const thinned = {
    en: `one value of every ${timesOf([every, step, step])}`,
    zh: `每 ${timesOf([every, step, step])} 个值取一个`,
  }
  const kind = { en: 'Slices of a volume', zh: '体数据的切片' }
  const notes = [timesOf([depth, height, width]), note, every * step === 1 ? '' : thinned]
  const figure: Figure = {
    data: [pictures[middle]!],
    layout: { ...frame(headline(options, kind, notes), mapSize(height, width, 24)), ...mapAxes(say, false) },
  }
  const frames = pictures.map(({ source }, index) => ({ name: names[index]!, data: [{ source }], traces: [0] }))
  const label = options.sliceName ?? { en: 'slice', zh: '切片' }
  return animated(figure, frames, { label, shown: middle, duration: 150 }, say)
}

/** More steps than these are hard to reach with a slider. */
const mostSlices = 50
/** Characters of all pictures together. */
const mostCharacters = 270_000

function slicesOf(volume: Volume | TensorLike): Volume {
  const slices = isTensorLike(volume)
    ? tensorSlices(volume)
    : volume.map((slice, index) => rowsOf(slice, `Slice ${index}`))
  const [first] = slices
  if (first === undefined) throw new ShapeError('The volume has no slices. Give [depth, height, width].')
  const odd = slices.findIndex((slice) => slice.length !== first.length || slice[0]!.length !== first[0]!.length)
  if (odd < 0) return slices
  throw new ShapeError(`Slice ${odd} has another size than slice 0. Make all slices equally large.`)
}

function tensorSlices(tensor: TensorLike): Volume {
  const [depth, height, width, ...more] = tensor.shape
  if (depth === undefined || height === undefined || width === undefined || more.length > 0) {
    throw new ShapeError(`The volume has shape [${tensor.shape.join(', ')}]. Give [depth, height, width].`)
  }
  const values = tensor.dataSync()
  const at = (k: number, i: number) => Array.from({ length: width }, (_, j) => values[(k * height + i) * width + j]!)
  return Array.from({ length: depth }, (_, k) => Array.from({ length: height }, (_, i) => at(k, i)))
}

interface Shades {
  colorOf: (value: number) => Rgb
  note: Text
}

function shadesOf([least, largest]: readonly [number, number]): Shades {
  const [from, to] = [least, largest].map((value) => String(Number(value.toPrecision(3))).replace('-', '−'))
  if (least >= 0) {
    const span = largest - least || 1
    const colorOf = (value: number): Rgb => grey((value - least) / span)
    return { colorOf, note: { en: `black ${from}, white ${to}`, zh: `黑 ${from}，白 ${to}` } }
  }
  const reach = Math.max(-least, largest)
  const end = Number(reach.toPrecision(3))
  return {
    colorOf: (value) => signed(value / reach),
    note: { en: `blue −${end}, white 0, red ${end}`, zh: `蓝 −${end}，白 0，红 ${end}` },
  }
}

function grey(part: number): Rgb {
  const shade = Math.round(255 * part)
  return [shade, shade, shade]
}

/** From blue over white to red, as the heat maps have it. */
function signed(part: number): Rgb {
  const [red, green, blue] = part < 0 ? [31, 78, 156] : [163, 32, 31]
  const mixed = (end: number) => Math.round(247 + Math.min(1, Math.abs(part)) * (end - 247))
  return [mixed(red!), mixed(green!), mixed(blue!)]
}

/** The slices as pictures; of every `dx` × `dx` values one is left, so that all are small enough together. */
function picturesOf(slices: Volume, colorOf: Shades['colorOf']): PictureTrace[] {
  for (let step = 1; ; step++) {
    const pictures = slices.map((slice) => pictureOf(slice, step, colorOf))
    if (pictures.reduce((sum, { source }) => sum + source.length, 0) <= mostCharacters) return pictures
  }
}

function pictureOf(slice: Matrix, step: number, colorOf: Shades['colorOf']): PictureTrace {
  const rows = slice.filter((_, i) => i % step === 0)
  const pixels = rows.map((row) => row.filter((_, j) => j % step === 0).map(colorOf))
  return { type: 'image', source: pngAddress(pixels), ...placed(step), hoverinfo: 'x+y' }
}
