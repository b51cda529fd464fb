// One matrix as a picture: any matrix as a heat map, a grey image, a kernel.
// Rule: row 0 is at the top and cells are square, as in the formulas; numbers stand in the cells of small matrices.
import type { ColorScale, Data } from 'plotly.js'
import { type Figure, frame, greyScale, signedScale, titled } from './figure.ts'
import { type Drawable, fit, rangeOf, rowsOf } from './grid.ts'

/** What a figure of one matrix may be told. */
export interface HeatmapOptions {
  title?: string
  /** Write the numbers into the cells; unless told, up to 12 × 12. */
  text?: boolean
}

/**
 * A heat map of any matrix. With negative numbers in it: blue below zero, white zero, red above; else dark to bright.
 *
 *     plot.heatmap(corr2d(edgeImage(), edge), { title: 'Edges' })
 */
export function heatmap(X: Drawable, options: HeatmapOptions = {}): Figure {
  const rows = rowsOf(X, 'X')
  return draw([...rows], scaleFor(rangeOf([rows])), options, '')
}

/**
 * A grey image: 0 is black, 1 is white, and what lies outside is drawn as black or white.
 *
 *     plot.image(photograph('boats'), { title: 'Nagasaki, about 1865' })
 */
export function image(X: Drawable, options: { title?: string } = {}): Figure {
  const rows = rowsOf(X, 'X')
  const figure = draw([...rows], imageScale, { ...options, text: false }, '')
  return {
    data: figure.data,
    layout: { ...figure.layout, xaxis: { ...hidden, constrain: 'domain' }, yaxis: imageRows },
  }
}

/**
 * A kernel with its numbers; white is zero. The note under the title tells the size and the sum, which says what the
 * kernel does to a flat region: 1 keeps it, 0 blackens it.
 *
 *     plot.kernel(sobelX, { title: 'Sobel, horizontal' })
 */
export function kernel(K: Drawable, options: { title?: string } = {}): Figure {
  const rows = rowsOf(K, 'K')
  const sum = rows.flat().reduce((total, value) => total + value, 0)
  const note = `${rows.length} × ${rows[0]!.length}, sum ${Number(sum.toFixed(4)) + 0}`
  return draw([...rows], signedScaleFor(rangeOf([rows])), { title: options.title ?? 'Kernel' }, note)
}

/** Colours and the numbers at their ends. */
export interface Scale {
  colorscale: ColorScale
  zmin: number
  zmax: number
}

/** Greys from 0 to 1. */
export const imageScale: Scale = { colorscale: greyScale, zmin: 0, zmax: 1 }

/** The scale for numbers in this range: the signed one as soon as one is negative. */
export function scaleFor([least, largest]: readonly [number, number]): Scale {
  if (least < 0) return signedScaleFor([least, largest])
  return { colorscale: 'Viridis', zmin: least, zmax: largest === least ? least + 1 : largest }
}

/** Blue, white, red, with white at zero. */
function signedScaleFor([least, largest]: readonly [number, number]): Scale {
  const reach = Math.max(-least, largest) || 1
  return { colorscale: signedScale, zmin: -reach, zmax: reach }
}

/** The bar that tells which number a colour means. */
export const colorbar = { thickness: 14, outlinewidth: 0 }

const hidden = { visible: false } as const
const imageRows = { ...hidden, autorange: 'reversed', scaleanchor: 'x', constrain: 'domain' } as const

function draw(rows: readonly (readonly number[])[], scale: Scale, options: HeatmapOptions, about: string): Figure {
  const { maps, note } = fit([rows])
  const z = maps[0]!
  const [height, width] = [z.length, z[0]!.length]
  const text = options.text ?? Math.max(height, width) <= 12
  const trace: Data = {
    type: 'heatmap',
    z,
    ...scale,
    ...(text ? { texttemplate: '%{z}' } : {}),
    hovertemplate: 'row %{y}, column %{x}: %{z}<extra></extra>',
    colorbar,
  }
  const cell = Math.min(56, 420 / Math.max(height, width))
  const ticks = { showgrid: false, zeroline: false, constrain: 'domain', ...(text ? { dtick: 1 } : {}) } as const
  return {
    data: [trace],
    layout: {
      ...frame(titled(options.title ?? '', [about, note].filter(Boolean).join(', ')), {
        width: Math.max(240, Math.round(width * cell)),
        height: Math.max(112, Math.round(height * cell)),
      }),
      xaxis: ticks,
      yaxis: { ...ticks, autorange: 'reversed', scaleanchor: 'x' },
    },
  }
}
