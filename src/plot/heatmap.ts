// One matrix as a picture: any matrix as a heat map, a kernel.
// Rule: row 0 is at the top and cells are square, as in the formulas; numbers stand in the cells of small matrices.
import type { ColorBar, Data } from 'plotly.js'
import type { Matrix, Size } from '../conv/shape.ts'
import { type Say, sayIn, type Text } from '../words/language.ts'
import { type Scale, scaleFor, signedScaleFor } from './color.ts'
import { axisTitle, border, type Figure, frame, headline, ink, rowsAndColumns, timesOf } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { type Drawable, fit, placed, rowsOf } from './grid.ts'

/** What a figure of one matrix may be told. */
export interface HeatmapOptions extends FigureOptions {
  /** Write the numbers into the cells, instead of a colour bar beside them; unless told, up to 12 × 12. */
  text?: boolean
  /** What the numbers count, such as 'mm a year'. */
  unit?: Text
  /** The row and column numbers of the first cell, for a map of offsets; [0, 0] unless told. */
  first?: Size
}

/**
 * A heat map of a matrix, [height, width], as rows or as a tensor of rank 2. With negative numbers in it: blue below
 * zero, white zero, red above; else dark to bright. A matrix of more than 280 kB is averaged, and the note below the
 * title says so.
 *
 * Throws a TypeError for what is no matrix. The colours keep the sign, as lesson 05 reads edges.
 *
 * @example
 * ```ts
 * plot.heatmap(corr2d(edgeImage(), edge), { title: { en: 'Edges', zh: '边缘' } })
 * plot.heatmap([[19, 25], [37, 43]]).layout.title?.text // → 'Heat map<br><span style="font-size: 12px">2 × 2</span>'
 * ```
 */
export function heatmap(X: Drawable, options: HeatmapOptions = {}): Figure {
  const rows = rowsOf(X, 'X')
  const { maps, side, note } = fit([rows])
  const { scale, note: clipping } = scaleFor(maps)
  const title = headline(options, { en: 'Heat map', zh: '热图' }, [shapeOf(rows), note, clipping])
  return drawMap(maps[0]!, scale, title, options, side)
}

/**
 * A kernel, [height, width], with its numbers; white is zero. The note under the title tells the size and the sum,
 * which says what the kernel does to a flat region: 1 keeps it, 0 blackens it.
 *
 * Throws a TypeError for what is no matrix. Lesson 05.
 *
 * @example
 * ```ts
 * const { layout } = plot.kernel(sobelX, { title: 'Sobel, horizontal' })
 * layout.title?.text // → 'Sobel, horizontal<br><span style="font-size: 12px">3 × 3, sum 0</span>'
 * ```
 */
export function kernel(K: Drawable, options: FigureOptions = {}): Figure {
  const rows = rowsOf(K, 'K')
  const total =
    Number(
      rows
        .flat()
        .reduce((sum, value) => sum + value, 0)
        .toFixed(4),
    ) + 0
  const about = { en: `${shapeOf(rows)}, sum ${total}`, zh: `${shapeOf(rows)}，和 ${total}` }
  const { maps, side, note } = fit([rows])
  const title = headline(options, { en: 'Kernel', zh: '卷积核' }, [about, note])
  return drawMap(maps[0]!, signedScaleFor(maps).scale, title, options, side)
}

/** One heat map with rows and columns numbered. */
export function drawMap(
  z: (number | null)[][],
  scale: Scale,
  title: string,
  options: HeatmapOptions,
  side: number,
): Figure {
  const say = sayIn(options)
  const [height, width] = [z.length, z[0]!.length]
  const text = options.text ?? Math.max(height, width) <= 12
  const names = rowsAndColumns(say)
  const trace: Data = {
    type: 'heatmap',
    z,
    ...placed(side, options.first),
    ...scale,
    ...(text ? { texttemplate: textFor(z), showscale: false } : { colorbar: colorbar(say, options.unit) }),
    hovertemplate: `${names.y} %{y}, ${names.x} %{x}: %{z}<extra></extra>`,
  }
  return { data: [trace], layout: { ...frame(title, mapSize(height, width, text ? 24 : 96)), ...mapAxes(say, text) } }
}

/** The size of a drawing with square cells: at most 52 pixels each, and 420 in all. */
export function mapSize(height: number, width: number, right: number) {
  const cell = Math.min(52, 420 / Math.max(height, width))
  return { width: Math.round(width * cell), height: Math.round(height * cell), left: 64, right, bottom: 52 }
}

/** Axes of a map: rows downwards, columns to the right, square cells; every one is numbered in a small map. */
export function mapAxes(say: Say, numbered: boolean) {
  const names = rowsAndColumns(say)
  const axis = { ...border, tickcolor: ink, constrain: 'domain', ...(numbered ? { dtick: 1 } : {}) } as const
  return {
    xaxis: { ...axis, ...axisTitle(names.x) },
    yaxis: { ...axis, ...axisTitle(names.y), autorange: 'reversed', scaleanchor: 'x' },
  } as const
}

/** Numbers in cells: whole ones in full, others with four significant digits. */
export function textFor(map: readonly (readonly (number | null)[])[]): string {
  return map.flat().every(Number.isInteger) ? '%{z}' : '%{z:.4~g}'
}

/** The bar that tells which number a colour means. */
export function colorbar(say: Say, unit: Text = ''): Partial<ColorBar> {
  const title = say(unit)
  return {
    thickness: 14,
    outlinewidth: 0,
    tickcolor: ink,
    ...(title === '' ? {} : { title: { text: title, side: 'right' } }),
  }
}

/** `3 × 5`: a matrix's size. */
export function shapeOf(rows: Matrix): string {
  return timesOf([rows.length, rows[0]!.length])
}
