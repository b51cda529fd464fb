// Where a layer is not translation-equivariant: shifting before it, shifting after it, and the difference.
// Rule: all five maps share one scale, so that a difference as strong as an edge looks as strong as an edge.
import { type Matrix, matrixShape, ShapeError, type Size } from '../conv/shape.ts'
import { scaleFor } from './color.ts'
import { drawMaps, type MapsOptions } from './feature-maps.ts'
import type { Figure } from './figure.ts'
import { type Drawable, rowsOf } from './grid.ts'
import { sayIn } from './language.ts'

/** What a figure of equivariance may be told. */
export interface EquivarianceOptions extends MapsOptions {
  /** What enters at the edge: the other edge (unless told), or zeros. */
  mode?: 'circular' | 'zeros'
  /** How many input pixels one output pixel stands for, such as the stride of `f`; 1 unless told. */
  outputStride?: number
}

/**
 * The input [height, width] and what `f` makes of it, shifted by [rows down, columns right] before and after: five maps, the
 * last one being f(shifted X) − shifted f(X). The note tells its largest number and its columns and rows; a layer that shares
 * its weights everywhere has 0.
 *
 * Throws a ShapeError when the shift is not a multiple of `outputStride`, else the errors of `f`. Lesson 03.
 *
 * @example
 * ```ts
 * const padded = (X: number[][]) => corr2d(X, sobelX, { padding: 1 })
 * const { layout } = plot.equivarianceMaps(padded, edgeImage(), [0, 1])
 * layout.title?.text?.includes('only in columns 0, 1, 7') // → true
 * ```
 */
export function equivarianceMaps(
  f: (X: number[][]) => Matrix,
  X: Drawable,
  shift: Size,
  options: EquivarianceOptions = {},
): Figure {
  const { mode = 'circular', outputStride = 1 } = options
  const input = rowsOf(X, 'X').map((row) => [...row])
  const [down, right] = [shift[0] / outputStride, shift[1] / outputStride]
  if (!Number.isInteger(down) || !Number.isInteger(right)) {
    throw new ShapeError(
      `A shift by [${shift.join(', ')}] is no whole number of output pixels. Use multiples of ${outputStride}.`,
    )
  }
  const shifted = moved(input, shift, mode)
  const [before, after] = [f(shifted), moved(f(input), [down, right], mode)]
  const difference = before.map((row, i) => row.map((value, j) => value - after[i]![j]!))
  const say = sayIn(options)
  const maps = [
    [say({ en: 'input', zh: '输入' }), input],
    [say({ en: 'shifted input', zh: '平移后的输入' }), shifted],
    [say({ en: 'layer after shift', zh: '先平移后计算' }), before],
    [say({ en: 'shift after layer', zh: '先计算后平移' }), after],
    [say({ en: 'difference', zh: '差' }), difference],
  ] as const
  const kind = { en: 'Is the layer equivariant?', zh: '这一层等变吗?' }
  return drawMaps(maps, scaleFor, options, kind, [noteOf(difference)])
}

/** The rows moved down and to the right. */
function moved(rows: Matrix, [down, right]: Size, mode: 'circular' | 'zeros'): number[][] {
  const [height, width] = matrixShape(rows, 'the output of f')
  const around = (place: number, length: number) => ((place % length) + length) % length
  const from = (place: number, length: number) => (mode === 'circular' ? around(place, length) : place)
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => rows[from(i - down, height)]?.[from(j - right, width)] ?? 0),
  )
}

/** The largest difference, and where there are any. */
function noteOf(difference: Matrix) {
  const largest = Math.max(...difference.flat().map(Math.abs))
  if (largest < 1e-6) return { en: 'yes: no difference anywhere', zh: '等变：处处没有差别' }
  const matters = (value: number) => Math.abs(value) > 1e-6
  const columns = difference[0]!.map((_, j) => j).filter((j) => difference.some((row) => matters(row[j]!)))
  const rows = difference.map((_, i) => i).filter((i) => difference[i]!.some(matters))
  const size = Number(largest.toPrecision(3))
  const few = columns.length <= 4 && columns.length < rows.length ? columns : rows.length <= 4 ? rows : undefined
  if (few === undefined) return { en: `no: differences up to ${size}`, zh: `不等变：差别最大 ${size}` }
  const [en, zh] = few === columns ? ['columns', '列'] : ['rows', '行']
  return {
    en: `no: differences up to ${size}, only in ${en} ${few.join(', ')}`,
    zh: `不等变：差别最大 ${size}，只在第 ${few.join('、')} ${zh}`,
  }
}
