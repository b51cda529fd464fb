// What a classifier mistakes for what.
// Rule: colours are parts of each row, so that a rare class is read like a frequent one; the counts stand in the cells.

import { sayIn } from '../words/language.ts'
import { axisTitle, border, type Figure, frame, headline, ink, written } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { type Drawable, rowsOf } from './grid.ts'
import { colorbar } from './heatmap.ts'

/** What a confusion matrix may be told. */
export interface ConfusionOptions extends FigureOptions {
  /** The names of the classes; 0, 1, 2, … unless told. */
  labels?: readonly string[]
}

/**
 * A confusion matrix, [classes, classes]: in row i and column j how often class i was taken for class j. The note tells
 * the accuracy.
 *
 * Throws a TypeError for what is no matrix, a RangeError when it is not square, when a count is negative or no whole
 * number, or for a wrong number of labels. Lesson 11.
 *
 * @example
 * ```ts
 * const counts = [[48, 2], [5, 45]]
 * plot.confusionMatrix(counts, { labels: ['cat', 'dog'] }).layout.title?.text?.includes('93 % of 100 are right') // → true
 * ```
 */
export function confusionMatrix(counts: Drawable, options: ConfusionOptions = {}): Figure {
  const rows = rowsOf(counts, 'counts')
  const labels = options.labels ?? rows.map((_, index) => String(index))
  requireCounts(rows, labels)
  const say = sayIn(options)
  const total = rows.flat().reduce((sum, count) => sum + count, 0)
  const right = rows.reduce((sum, row, index) => sum + row[index]!, 0)
  const accuracy = total === 0 ? 0 : Number(((100 * right) / total).toFixed(1))
  const note = { en: `${accuracy} % of ${written(total)} are right`, zh: `${written(total)} 个中 ${accuracy} % 正确` }
  const cell = Math.max(34, Math.min(52, 420 / labels.length))
  const side = Math.round(cell * labels.length)
  const longest = Math.max(...labels.map((label) => label.length))
  const axis = { ...border, tickcolor: ink, type: 'category', constrain: 'domain', automargin: true } as const
  const of = [say({ en: 'true class', zh: '真实类别' }), say({ en: 'predicted class', zh: '预测类别' })] as const
  return {
    data: [
      {
        type: 'heatmap',
        x: [...labels],
        y: [...labels],
        z: rows.map(partsOf),
        text: rows.map((row) => row.map((count) => (count === 0 ? '' : String(count)))) as unknown as string[],
        texttemplate: '%{text}',
        zmin: 0,
        zmax: 1,
        colorscale: shades,
        colorbar: { ...colorbar(say, { en: 'part of the row', zh: '占该行的比例' }), tickformat: '.0%' },
        hovertemplate: `${of[0]} %{y}, ${of[1]} %{x}: %{text}<extra></extra>`,
      },
    ],
    layout: {
      ...frame(headline(options, { en: 'Confusion matrix', zh: '混淆矩阵' }, [note]), {
        width: side,
        height: side,
        left: 56 + 7 * longest,
        right: 110,
        bottom: 64,
      }),
      xaxis: { ...axis, ...axisTitle(of[1]) },
      yaxis: { ...axis, ...axisTitle(of[0]), autorange: 'reversed', scaleanchor: 'x' },
    },
  }
}

/** From white to a dark blue: the order is seen by the colour-blind too, and in print. */
const shades: [number, string][] = [
  [0, '#f7fbff'],
  [0.5, '#6baed6'],
  [1, '#08306b'],
]

function requireCounts(rows: readonly (readonly number[])[], labels: readonly string[]): void {
  if (rows.length !== rows[0]!.length) {
    throw new RangeError(
      `The confusion matrix is ${rows.length} × ${rows[0]!.length}. Give one row and column for each class.`,
    )
  }
  const wrong = rows.flat().find((count) => !(Number.isInteger(count) && count >= 0))
  if (wrong !== undefined) throw new RangeError(`A count is ${wrong}. Give whole numbers from 0 on.`)
  if (labels.length !== rows.length) {
    throw new RangeError(`There are ${labels.length} labels for ${rows.length} classes. Give one for each.`)
  }
}

function partsOf(row: readonly number[]): number[] {
  const total = row.reduce((sum, count) => sum + count, 0)
  return row.map((count) => (total === 0 ? 0 : Number((count / total).toFixed(4))))
}
