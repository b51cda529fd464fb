// Where a layer is not translation-equivariant: shifting before it, shifting after it, and the difference.
// Rule: all five maps share one scale, so that a difference as strong as an edge looks as strong as an edge.
import type * as tfjs from '@tensorflow/tfjs'
import { type EquivarianceOptions, equivarianceError, response, type ShiftError } from '../conv/equivariance.ts'
import type { Matrix, Size } from '../conv/shape.ts'
import { shift } from '../conv/shift.ts'
import { sayIn } from '../words/language.ts'
import { scaleFor } from './color.ts'
import { drawMaps, type MapsOptions } from './feature-maps.ts'
import type { Figure } from './figure.ts'
import { type Drawable, rowsOf } from './grid.ts'

/** What a figure of equivariance may be told: what `equivarianceError` is told, and how to draw. */
export interface EquivarianceMapsOptions extends MapsOptions, EquivarianceOptions {}

/**
 * The input [height, width] and what `f` makes of it, shifted by [down, right] before and after: five maps, the last
 * one being f(shift(X)) − shift(f(X)). The note tells the relative error that `equivarianceError` gives, and the
 * columns or rows where it arises; a layer that shares its weights everywhere has 0. Tensors that `f` makes are
 * disposed of.
 *
 * Throws the errors of `equivarianceError` and of `f`. Lesson 03.
 *
 * @example
 * ```ts
 * const padded = (X: number[][]) => corr2d(X, sobelX, { padding: 1 })
 * const { layout } = plot.equivarianceMaps(padded, edgeImage(), [0, 1])
 * layout.title?.text?.includes('only in columns 0, 1, 7') // → true
 * ```
 */
export function equivarianceMaps(
  f: (X: number[][]) => number[][] | tfjs.Tensor2D,
  X: Drawable,
  by: Size,
  options: EquivarianceMapsOptions = {},
): Figure {
  const input = rowsOf(X, 'X').map((row) => [...row])
  const error = equivarianceError(f, input, by, options)
  const shifted = shift(input, by, options)
  const [before, still] = [response<number[][]>(f, shifted), response<number[][]>(f, input)]
  const [after, difference] = nearestShift(before, still, by, options)
  const say = sayIn(options)
  const maps = [
    [say({ en: 'input', zh: '输入' }), input],
    [say({ en: 'shifted input', zh: '平移后的输入' }), shifted],
    [say({ en: 'layer after shift', zh: '先平移后计算' }), before],
    [say({ en: 'shift after layer', zh: '先计算后平移' }), after],
    [say({ en: 'difference', zh: '差' }), difference],
  ] as const
  const kind = { en: 'Is the layer equivariant?', zh: '这一层等变吗？' }
  return drawMaps(maps, scaleFor, options, kind, [noteOf(error)])
}

/** The output moved by a whole number of its own pixels, so that it comes closest to `before`; and the difference. */
function nearestShift(before: Matrix, still: Matrix, [down, right]: Size, options: EquivarianceMapsOptions) {
  const { outputStride = 1 } = options
  const nearest = (distance: number) => [Math.floor(distance / outputStride), Math.ceil(distance / outputStride)]
  const candidates = nearest(down).flatMap((rows) =>
    nearest(right).map((columns) => {
      const after = shift(still, [rows, columns], options)
      const difference = before.map((row, i) => row.map((value, j) => value - after[i]![j]!))
      return { after, difference, size: difference.flat().reduce((sum, value) => sum + value * value, 0) }
    }),
  )
  const { after, difference } = candidates.reduce((best, each) => (each.size < best.size ? each : best))
  return [after, difference] as const
}

/** The error, and where it arises if that is in a few columns or rows. */
function noteOf({ relative, where }: ShiftError) {
  if (where.length === 0) return { en: 'yes: no difference anywhere', zh: '等变：处处没有差别' }
  const size = Number(relative.toPrecision(3))
  const unique = (places: number[]) => [...new Set(places)].sort((left, right) => left - right)
  const [rows, columns] = [unique(where.map(([row]) => row)), unique(where.map(([, column]) => column))]
  const few = columns.length <= rows.length ? columns : rows
  if (few.length > 4) return { en: `no: relative error ${size}`, zh: `不等变：相对误差 ${size}` }
  return {
    en: `no: relative error ${size}, only in ${few === columns ? 'columns' : 'rows'} ${few.join(', ')}`,
    zh: `不等变：相对误差 ${size}，只在第 ${few.join('、')} ${few === columns ? '列' : '行'}`,
  }
}
