// One matrix as a picture: any matrix as a heat map, a grey image, a kernel.
// Rule: row 0 is at the top and cells are square, as in the formulas; numbers stand in the cells of small matrices.
import type { Data } from 'plotly.js'
import type { Matrix } from '../conv/shape.ts'
import { imageScale, type Scale, scaleFor, signedScaleFor } from './color.ts'
import { border, type Figure, frame, titled } from './figure.ts'
import { type Drawable, fit, rowsOf } from './grid.ts'

/** What a figure of one matrix may be told. */
export interface HeatmapOptions {
  title?: string
  /** Write the numbers into the cells, instead of a colour bar beside them; unless told, up to 12 × 12. */
  text?: boolean
}

/**
 * A heat map of any matrix. With negative numbers in it: blue below zero, white zero, red above; else dark to bright.
 *
 * @example
 * ```ts
 * plot.heatmap(corr2d(edgeImage(), edge), { title: 'Edges' })
 * ```
 */
export function heatmap(X: Drawable, options: HeatmapOptions = {}): Figure {
  const { maps, note } = fit([rowsOf(X, 'X')])
  const { scale, note: clipping } = scaleFor(maps)
  return draw(maps[0]!, scale, titled(options.title ?? '', [note, clipping]), options.text)
}

/**
 * A grey image: 0 is black, 1 is white, and what lies outside is drawn as black or white.
 *
 * @example
 * ```ts
 * plot.image(photograph('boats'), { title: 'Nagasaki, about 1865' })
 * ```
 */
export function image(X: Drawable, options: { title?: string } = {}): Figure {
  const { maps, note } = fit([rowsOf(X, 'X')])
  const { data, layout } = draw(maps[0]!, imageScale, titled(options.title ?? '', [note]), false)
  const unmarked = { showticklabels: false, ticks: '' } as const
  return {
    data,
    layout: { ...layout, xaxis: { ...layout.xaxis, ...unmarked }, yaxis: { ...layout.yaxis, ...unmarked } },
  }
}

/**
 * A kernel with its numbers; white is zero. The note under the title tells the size and the sum, which says what the
 * kernel does to a flat region: 1 keeps it, 0 blackens it.
 *
 * @example
 * ```ts
 * plot.kernel(sobelX, { title: 'Sobel, horizontal' })
 * ```
 */
export function kernel(K: Drawable, options: { title?: string } = {}): Figure {
  const rows = rowsOf(K, 'K')
  const sum = rows.flat().reduce((total, value) => total + value, 0)
  const about = `${rows.length} × ${rows[0]!.length}, sum ${Number(sum.toFixed(4)) + 0}`
  const { maps, note } = fit([rows])
  return draw(maps[0]!, signedScaleFor(maps).scale, titled(options.title ?? 'Kernel', [about, note]))
}

/** Numbers in cells: whole ones in full, others with four significant digits. */
export function textFor(maps: readonly Matrix[]): string {
  return maps.flat(2).every(Number.isInteger) ? '%{z}' : '%{z:.4~g}'
}

/** The bar that tells which number a colour means. */
export const colorbar = { thickness: 14, outlinewidth: 0 }

function draw(z: number[][], scale: Scale, title: string, wanted?: boolean): Figure {
  const [height, width] = [z.length, z[0]!.length]
  const text = wanted ?? Math.max(height, width) <= 12
  const trace: Data = {
    type: 'heatmap',
    z,
    ...scale,
    ...(text ? { texttemplate: textFor([z]), showscale: false } : { colorbar }),
    hovertemplate: 'row %{y}, column %{x}: %{z}<extra></extra>',
  }
  const axis = { ...border, constrain: 'domain', ...(text ? { dtick: 1 } : {}) } as const
  const cell = Math.min(52, 420 / Math.max(height, width))
  const size = { width: Math.round(width * cell), height: Math.round(height * cell), right: text ? 24 : 88, bottom: 40 }
  return {
    data: [trace],
    layout: {
      ...frame(title, size),
      xaxis: axis,
      yaxis: { ...axis, autorange: 'reversed', scaleanchor: 'x' },
    },
  }
}
