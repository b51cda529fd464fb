// Parameter counts as bars: numbers that differ by powers of ten, each written out.
// Rule: the axis is logarithmic and the exact number stands at the bar, because a logarithm hides factors.

import { sayIn, type Text } from '../words/language.ts'
import { axisTitle, colors, type Figure, frame, grid, headline, written } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'

/** What a figure of counts may be told. */
export interface CountsOptions extends FigureOptions {
  /** What is counted; parameters unless told. */
  unit?: Text
}

/**
 * One horizontal bar for each named count, the first on top, on a logarithmic axis with the exact number at the bar.
 *
 * Throws a RangeError for no count, or for one that is not positive. Lesson 01 compares a dense layer's 3,600,000,100
 * parameters with a convolution's 9.
 *
 * @example
 * ```ts
 * plot.parameterCounts({ 'dense, 1 megapixel': 1e12, 'shared weights': 3_996_001, 'local, Δ = 10': 441 })
 * plot.parameterCounts({ Adam: 57_600_000_000 }, { unit: 'bytes' })
 * plot.parameterCounts({ none: 0 }) // throws The count of 'none' is 0.
 * ```
 */
export function parameterCounts(counts: Readonly<Record<string, number>>, options: CountsOptions = {}): Figure {
  const names = Object.keys(counts)
  const values = Object.values(counts)
  requirePositive(counts)
  const say = sayIn(options)
  const unit = say(options.unit ?? { en: 'parameters', zh: '参数个数' })
  const texts = values.map(written)
  const largest = Math.ceil(Math.log10(Math.max(2, ...values)))
  const step = Math.max(1, Math.ceil(largest / 8))
  const powers = Array.from({ length: Math.floor(largest / step) + 1 }, (_, tick) => tick * step)
  return {
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: values,
        y: names,
        text: texts,
        textposition: 'outside',
        cliponaxis: false,
        marker: { color: colors[0] },
        hovertemplate: '%{y}: %{text}<extra></extra>',
      },
    ],
    layout: {
      ...frame(headline(options, { en: 'How many', zh: '数量' }, []), {
        width: 620,
        height: 46 * names.length + 20,
        right: 24,
        bottom: 52,
      }),
      xaxis: {
        ...grid,
        ...axisTitle(say({ en: `${unit} (logarithmic)`, zh: `${unit}（对数刻度）` })),
        type: 'log',
        range: [Math.min(...values) < 2 ? -0.3 : 0, rangeEnd(values, texts)],
        tickvals: powers.map((power) => 10 ** power),
        ticktext: powers.map((power) => (power === 0 ? '1' : power === 1 ? '10' : `10<sup>${power}</sup>`)),
      },
      yaxis: { type: 'category', autorange: 'reversed', automargin: true, ticksuffix: '  ' },
    },
  }
}

function requirePositive(counts: Readonly<Record<string, number>>): void {
  const names = Object.keys(counts)
  const wrong = names.find((name) => !(counts[name]! > 0 && counts[name]! < Infinity))
  if (names.length === 0) throw new RangeError('There are no counts to draw. Give at least one, as { name: count }.')
  if (wrong !== undefined) throw new RangeError(`The count of '${wrong}' is ${counts[wrong]}. Give a positive number.`)
}

/** The power of ten at the right end: the number written after each bar, 7.5 pixels a digit, fits in 400 pixels. */
function rangeEnd(values: readonly number[], texts: readonly string[]): number {
  const ends = values.map(
    (value, index) => Math.log10(Math.max(1, value)) / (1 - (texts[index]!.length * 7.5 + 8) / 400),
  )
  return Math.max(1, ...ends)
}
