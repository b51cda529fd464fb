// Several matrices side by side: feature maps with their signs, or images in greys.
// Rule: all maps of a figure share one scale and one colour bar, so that equal colours are equal numbers. The scale is
// repeated in each trace: Plotly.validate (4.1.1) calls every `coloraxis` of a trace invalid.
import type { Data } from 'plotly.js'
import type { Matrix } from '../conv/shape.ts'
import { type Say, sayIn, type Text } from '../words/language.ts'
import { imageScale, type NotedScale, scaleFor } from './color.ts'
import { border, type Figure, frame, headline, ink, rowsAndColumns } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { channelsOf, type Drawable, fit, isTensorLike, placed, rowsOf, type TensorLike } from './grid.ts'
import { colorbar, textFor } from './heatmap.ts'

/** Maps by name, in the order in which they are drawn. */
export type NamedMaps = Readonly<Record<string, Drawable>>

/** What a figure of several maps may be told. */
export interface MapsOptions extends FigureOptions {
  /** What the numbers count, such as 'mm a year'. */
  unit?: Text
}

/**
 * Feature maps, at most 24, by name (each [height, width]), or the channels of a [height, width, channels] tensor (a
 * batch of 1 may stand in front). With negative numbers: blue, white zero, red.
 *
 * Throws a RangeError for no map or more than 24, a TypeError for what is no map. Lessons 05 and 09.
 *
 * @example
 * ```ts
 * const X = photograph('boats')
 * plot.featureMaps({ 'vertical edges': corr2d(X, sobelX), 'horizontal edges': corr2d(X, sobelY) })
 * const filters = tf.randomUniform<tf.Rank.R4>([3, 3, 1, 6], -1, 1, 'float32', 0)
 * plot.featureMaps(tf.conv2d(tf.tensor2d(X).as3D(205, 256, 1), filters, 1, 'valid'), { title: 'First layer' })
 * ```
 */
export function featureMaps(maps: NamedMaps | TensorLike, options: MapsOptions = {}): Figure {
  const say = sayIn(options)
  const named = isTensorLike(maps)
    ? channelsOf(maps).map((map, channel): [string, Matrix] => [
        say({ en: `channel ${channel}`, zh: `通道 ${channel}` }),
        map,
      ])
    : entriesOf(maps)
  return drawMaps(named, scaleFor, options, { en: 'Feature maps', zh: '特征图' })
}

/**
 * Grey images by name, at most 24, each [height, width]: 0 is black, 1 is white, and what lies outside is drawn as
 * black or white.
 *
 * Throws a RangeError for no image or more than 24, a TypeError for what is no matrix.
 *
 * @example
 * ```ts
 * const X = photograph('boats')
 * plot.images({ photograph: X, blurred: corr2d(X, gaussian3) })
 * ```
 */
export function images(maps: NamedMaps, options: FigureOptions = {}): Figure {
  const grey = () => ({ scale: imageScale, note: '' })
  const unit = { en: 'brightness', zh: '亮度' }
  return drawMaps(entriesOf(maps), grey, { ...options, unit }, { en: 'Images', zh: '图像' })
}

function entriesOf(maps: NamedMaps): [string, Matrix][] {
  return Object.entries(maps).map(([name, map]) => [name, rowsOf(map, `'${name}'`)])
}

/** Where one map stands: its column and row in the figure, as parts of the width and of the height. */
interface Place {
  x: [number, number]
  y: [number, number]
}

/** Named maps in a grid, in the colours that `choose` finds for all of them; `notes` stand below the title. */
export function drawMaps(
  named: readonly (readonly [name: string, map: Matrix])[],
  choose: (maps: Matrix[]) => NotedScale,
  options: MapsOptions,
  kind: Text,
  notes: readonly Text[] = [],
): Figure {
  if (named.length === 0 || named.length > 24) {
    throw new RangeError(`There are ${named.length} maps to draw. Give 1 to 24, for example the first channels only.`)
  }
  const say = sayIn(options)
  const { maps, side, note } = fit(named.map(([, map]) => map))
  const { scale, note: clipping } = choose(maps)
  const columns = columnsFor(maps.length)
  const rows = Math.ceil(maps.length / columns)
  const width = Math.min(300, Math.floor(widest / columns))
  const tallest = Math.max(...maps.map((map) => map.length / map[0]!.length))
  const height = Math.min(1.5, tallest) * width + captionHeight
  const names = named.map(([name]) => name)
  const text = numbersFit(maps, width) ? { texttemplate: textFor(maps.flat()) } : {}
  const size = { width: columns * width, height: Math.round(rows * height), right: 96, bottom: 16 }
  const bar = { colorbar: colorbar(say, options.unit) }
  return {
    data: maps.map((z, index) => ({
      ...traceOf(z, index, names[index]!, say),
      ...placed(side),
      ...scale,
      ...text,
      ...(index === 0 ? bar : {}),
    })),
    layout: Object.assign(
      frame(headline(options, kind, [...notes, note, clipping]), size),
      { annotations: names.map((name, index) => captionOf(shortened(name, width), index)) },
      Object.fromEntries(
        names.flatMap((_, index) => axesOf(placeOf(index, columns, rows, captionHeight / height), index)),
      ),
    ),
  }
}

/** A name that fits over its map: about 7 pixels a letter, 13 a Chinese one. */
function shortened(name: string, width: number): string {
  let room = width - 8
  const end = [...name].findIndex((letter) => {
    room -= letter > '\u2e7f' ? 13 : 7
    return room < 0
  })
  return end < 0 ? name : `${[...name].slice(0, end - 1).join('')}…`
}

const captionHeight = 26

/**
 * Pixels of all columns together: with the colour bar it fits between the side bars of JupyterLab in a window of 1200.
 */
const widest = 600

/** Whether every number has room in its cell: 7 pixels a character, and at least 20 in all. */
function numbersFit(maps: readonly Matrix[], width: number): boolean {
  const side = Math.max(...maps.map((map) => Math.max(map.length, map[0]!.length)))
  if (side * 20 > width) return false
  const longest = Math.max(...maps.flat(2).map((value) => String(Number(value.toPrecision(4))).length))
  return side * (longest * 7 + 6) <= width
}

function columnsFor(count: number): number {
  if (count <= 3) return count
  if (count === 4) return 2
  if (count <= 6) return 3
  return count <= 12 || count === 16 ? 4 : 6
}

function traceOf(z: number[][], index: number, name: string, say: Say): Data {
  const names = rowsAndColumns(say)
  return {
    type: 'heatmap',
    z,
    name,
    xaxis: `x${ordinal(index)}`,
    yaxis: `y${ordinal(index)}`,
    ...(index === 0 ? {} : { showscale: false }),
    hovertemplate: `${name}: ${names.y} %{y}, ${names.x} %{x}: %{z}<extra></extra>`,
  }
}

/** The name over a map. */
export function captionOf(text: string, index: number): object {
  const n = ordinal(index)
  const above = { xanchor: 'center', yanchor: 'bottom', showarrow: false }
  return { text, x: 0.5, y: 1, xref: `x${n} domain`, yref: `y${n} domain`, ...above, font: { size: 13, color: ink } }
}

/** Where map `index` stands, with room for its caption, a part of the row, above it. */
function placeOf(index: number, columns: number, rows: number, caption: number): Place {
  const column = index % columns
  const row = Math.floor(index / columns)
  return {
    x: [(column + 0.02) / columns, (column + 0.98) / columns],
    y: [1 - (row + 0.98) / rows, 1 - (row + caption) / rows],
  }
}

/** The two unmarked axes of one subplot: square cells, row 0 at the top. */
function axesOf(place: Place, index: number): [string, object][] {
  const n = ordinal(index)
  const axis = { ...border, showticklabels: false, ticks: '', constrain: 'domain' }
  return [
    [`xaxis${n}`, { ...axis, domain: place.x, anchor: `y${n}` }],
    [`yaxis${n}`, { ...axis, ...rowsDown, domain: place.y, anchor: `x${n}`, scaleanchor: `x${n}` }],
  ]
}

const rowsDown = { autorange: 'reversed', constraintoward: 'top' }

/** Plotly's number of a subplot in axis names: none for the first, then 2, 3, … */
function ordinal(index: number): string {
  return index === 0 ? '' : String(index + 1)
}
