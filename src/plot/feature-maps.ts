// Several matrices side by side: feature maps with their signs, or images in greys.
// Rule: all maps of a figure share one scale and one colour bar, so that equal colours are equal numbers. The scale is
// repeated in each trace: Plotly.validate (4.1.1) calls every `coloraxis` of a trace invalid.
import type { Data } from 'plotly.js'
import type { Matrix } from '../conv/shape.ts'
import { imageScale, type NotedScale, scaleFor } from './color.ts'
import { border, type Figure, frame, ink, titled } from './figure.ts'
import { channelsOf, type Drawable, fit, isTensorLike, rowsOf, type TensorLike } from './grid.ts'
import { colorbar, textFor } from './heatmap.ts'

/** Maps by name, in the order in which they are drawn. */
export type NamedMaps = Readonly<Record<string, Drawable>>

/**
 * Feature maps, at most 24: by name, or the channels of a [height, width, channels] tensor (a batch of 1 may stand in
 * front). With negative numbers: blue, white zero, red.
 *
 * @example
 * ```ts
 * const X = photograph('boats')
 * plot.featureMaps({ 'vertical edges': corr2d(X, sobelX), 'horizontal edges': corr2d(X, sobelY) })
 * const filters = tf.randomUniform<tf.Rank.R4>([3, 3, 1, 6], -1, 1, 'float32', 0)
 * plot.featureMaps(tf.conv2d(tf.tensor2d(X).as3D(205, 256, 1), filters, 1, 'valid'), { title: 'First layer' })
 * ```
 */
export function featureMaps(maps: NamedMaps | TensorLike, options: { title?: string } = {}): Figure {
  const named = isTensorLike(maps)
    ? channelsOf(maps).map((map, channel): [string, Matrix] => [`channel ${channel}`, map])
    : entriesOf(maps)
  return drawAll(named, scaleFor, options.title ?? '')
}

/**
 * Grey images by name, at most 24: 0 is black, 1 is white, and what lies outside is drawn as black or white.
 *
 * @example
 * ```ts
 * const X = photograph('boats')
 * plot.images({ photograph: X, blurred: corr2d(X, gaussian3) })
 * ```
 */
export function images(maps: NamedMaps, options: { title?: string } = {}): Figure {
  return drawAll(entriesOf(maps), () => ({ scale: imageScale, note: '' }), options.title ?? '')
}

function entriesOf(maps: NamedMaps): [string, Matrix][] {
  return Object.entries(maps).map(([name, map]) => [name, rowsOf(map, `'${name}'`)])
}

/** Where one map stands: its column and row in the figure, as parts of the width and of the height. */
interface Place {
  x: [number, number]
  y: [number, number]
}

function drawAll(named: readonly [string, Matrix][], choose: (maps: Matrix[]) => NotedScale, title: string): Figure {
  if (named.length === 0 || named.length > 24) {
    throw new RangeError(`There are ${named.length} maps to draw. Give 1 to 24, for example the first channels only.`)
  }
  const { maps, note } = fit(named.map(([, map]) => map))
  const { scale, note: clipping } = choose(maps)
  const columns = columnsFor(maps.length)
  const rows = Math.ceil(maps.length / columns)
  const width = Math.min(300, Math.floor(widest / columns))
  const tallest = Math.max(...maps.map((map) => map.length / map[0]!.length))
  const height = Math.min(1.5, tallest) * width + captionHeight
  const names = named.map(([name]) => name)
  const text = longestSide(maps) * 36 <= width ? { texttemplate: textFor(maps) } : {}
  const size = { width: columns * width, height: Math.round(rows * height), right: 88, bottom: 16 }
  return {
    data: maps.map((z, index) => ({ ...traceOf(z, index, names[index]!), ...scale, ...text })),
    layout: Object.assign(
      frame(titled(title, [note, clipping]), size),
      { annotations: names.map(captionOf) },
      Object.fromEntries(
        names.flatMap((_, index) => axesOf(placeOf(index, columns, rows, captionHeight / height), index)),
      ),
    ),
  }
}

const captionHeight = 26

/** Pixels of all columns together: with the colour bar it fits beside JupyterLab's side bar in a window of 1150. */
const widest = 660

function longestSide(maps: readonly Matrix[]): number {
  return Math.max(...maps.map((map) => Math.max(map.length, map[0]!.length)))
}

function columnsFor(count: number): number {
  if (count <= 3) return count
  if (count === 4) return 2
  if (count <= 6) return 3
  return count <= 12 ? 4 : 6
}

function traceOf(z: number[][], index: number, name: string): Data {
  return {
    type: 'heatmap',
    z,
    name,
    xaxis: `x${ordinal(index)}`,
    yaxis: `y${ordinal(index)}`,
    ...(index === 0 ? { colorbar } : { showscale: false }),
    hovertemplate: `${name}: row %{y}, column %{x}: %{z}<extra></extra>`,
  }
}

/** The name over a map. */
function captionOf(text: string, index: number): object {
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
