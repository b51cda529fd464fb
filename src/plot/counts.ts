// Parameter counts as bars: numbers that differ by powers of ten, each written out.
// Rule: the axis is logarithmic and the exact number stands at the bar, because a logarithm hides factors.
import { colors, type Figure, frame, grid, ink } from './figure.ts'

/**
 * One horizontal bar for each named count, the first on top. Throws a RangeError for a count that is not positive.
 *
 * @example
 * ```ts
 * plot.parameterCounts({ 'dense, 1 megapixel': 1e12, 'shared weights': 3_996_001, 'local, Δ = 10': 441 })
 * ```
 */
export function parameterCounts(counts: Readonly<Record<string, number>>, options: { title?: string } = {}): Figure {
  const names = Object.keys(counts)
  const values = Object.values(counts)
  const wrong = names.find((name) => !(counts[name]! > 0 && counts[name]! < Infinity))
  if (names.length === 0) throw new RangeError('There are no counts to draw. Give at least one, as { name: count }.')
  if (wrong !== undefined) throw new RangeError(`The count of '${wrong}' is ${counts[wrong]}. Give a positive number.`)
  const largest = Math.ceil(Math.log10(Math.max(...values)))
  return {
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: values,
        y: names,
        text: values.map((count) => count.toLocaleString('en-US')),
        textposition: 'outside',
        cliponaxis: false,
        marker: { color: colors[0] },
        hovertemplate: '%{y}: %{text}<extra></extra>',
      },
    ],
    layout: {
      ...frame(options.title ?? '', { width: 620, height: 46 * names.length + 20, right: 24, bottom: 44 }),
      xaxis: {
        type: 'log',
        range: [0, largest * 1.3 + 1],
        dtick: Math.max(1, Math.ceil(largest / 8)),
        exponentformat: 'power',
        ...grid,
        title: { text: 'parameters (logarithmic)', font: { color: ink } },
      },
      yaxis: { autorange: 'reversed', automargin: true, ticksuffix: '  ' },
    },
  }
}
