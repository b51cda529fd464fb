// Where a matrix is not zero: the bands of a convolution written as a dense layer.
// Rule: a zero is the light ground; of a large matrix each drawn point is the strongest of its square, so
// that no entry is lost, and the note says so.
import type { Matrix } from '../conv/shape.ts'
import { scaleFor } from './color.ts'
import { type Figure, headline, written } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { type Drawable, rowsOf } from './grid.ts'
import { drawMap, shapeOf } from './heatmap.ts'

/**
 * A spy plot of a matrix, [rows, columns], usually large: only what is not zero is drawn, in its colour. The note
 * counts those entries and how many different values they have.
 *
 * Throws a TypeError for what is no matrix. Lesson 04: `convAsDense` shows two values in 84 of 2,016 places.
 *
 * @example
 * ```ts
 * const shifted = [[1, -1, 0], [0, 1, -1]]
 * plot.spy(shifted).layout.title?.text?.includes('4 of 6 are not zero, 2 different values') // → true
 * ```
 */
export function spy(W: Drawable, options: FigureOptions = {}): Figure {
  const rows = rowsOf(W, 'W')
  const entries = rows.flat().filter((value) => value !== 0)
  const [count, all, different] = [entries.length, rows.length * rows[0]!.length, new Set(entries).size]
  const about = {
    en: `${shapeOf(rows)}: ${written(count)} of ${written(all)} are not zero, ${written(different)} different values`,
    zh: `${shapeOf(rows)}：${written(all)} 个中 ${written(count)} 个非零，共 ${written(different)} 种值`,
  }
  const side = Math.ceil(Math.sqrt(all / mostPoints))
  const thinning = {
    en: `each point is the strongest of ${side} × ${side}`,
    zh: `每点是 ${side} × ${side} 个中绝对值最大的`,
  }
  const drawn = side === 1 ? rows : strongest(rows, side)
  const { scale } = scaleFor([entries.length === 0 ? [0] : entries].map((row) => [row]))
  const title = headline(options, { en: 'Entries that are not zero', zh: '非零元素' }, [
    about,
    side === 1 ? '' : thinning,
  ])
  const z = drawn.map((row) => row.map((value) => (value === 0 ? null : Number(value.toPrecision(4)))))
  const { data, layout } = drawMap(z, scale, title, { ...options, text: false }, side)
  return { data, layout: { ...layout, plot_bgcolor: '#f7f7f7' } }
}

/** Points of one figure: at most 8 characters each. */
const mostPoints = 35_000

function strongest(rows: Matrix, side: number): number[][] {
  const [height, width] = [Math.ceil(rows.length / side), Math.ceil(rows[0]!.length / side)]
  const drawn = Array.from({ length: height }, () => Array<number>(width).fill(0))
  rows.forEach((row, i) => {
    const into = drawn[Math.floor(i / side)]!
    row.forEach((value, j) => {
      const place = Math.floor(j / side)
      if (Math.abs(value) > Math.abs(into[place]!)) into[place] = value
    })
  })
  return drawn
}
