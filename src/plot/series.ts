// Lines over time or over any other numbers: what was measured, and what a filter made of it.
// Rule: points that would be dropped to keep a figure small are chosen so that peaks stay, and the note says so.
import type { Data } from 'plotly.js'
import { sayIn, type Text } from '../words/language.ts'
import { axisTitle, colors, type Figure, frame, grid, headline, written } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'

/** The values of one line; typed arrays and the data of tensors fit. */
export type Values = ArrayLike<number>

/** What a figure of series may be told. */
export interface SeriesOptions extends FigureOptions {
  /** Where the values stand: numbers, or dates such as '1958-03'; 0, 1, 2, … unless told. Shorter lines end earlier. */
  x?: readonly (number | string)[]
  /** What the horizontal axis means, with its unit. */
  xTitle?: Text
  /** What the vertical axis means, with its unit. */
  yTitle?: Text
}

/**
 * One line for each named series of numbers, at most five, or a single one without a name.
 *
 * Throws a RangeError for no series, more than five, or one that is empty or longer than `x`. Lesson 07.
 *
 * @example
 * ```ts
 * const { month, ppm } = co2()
 * plot.series(ppm, { x: month, xTitle: 'month', yTitle: 'CO₂ (parts per million)', title: 'Mauna Loa' })
 * plot.series({ even: [2, 4, 6], odd: [1, 3, 5] }).data.length // → 2
 * ```
 */
export function series(lines: Values | Readonly<Record<string, Values>>, options: SeriesOptions = {}): Figure {
  const named = isValues(lines) ? [['', lines] as const] : Object.entries(lines)
  if (named.length === 0 || named.length > colors.length) {
    throw new RangeError(`There are ${named.length} series to draw. Give 1 to ${colors.length}.`)
  }
  const say = sayIn(options)
  const points = Math.floor(mostPoints / named.length)
  const drawn = named.map(([name, values], index) => lineOf(name, values, index, points, options.x))
  const longest = Math.max(...named.map(([, values]) => values.length))
  const thinned = {
    en: `the peaks of ${written(longest)} values`,
    zh: `从 ${written(longest)} 个值中保留峰谷`,
  }
  return {
    data: drawn,
    layout: {
      ...frame(headline(options, { en: 'Series', zh: '序列' }, [longest > points ? thinned : '']), {
        width: 620,
        height: 300,
        left: 72,
        right: named.length > 1 ? 170 : 24,
        bottom: 56,
      }),
      xaxis: {
        ...grid,
        ...axisTitle(
          say(options.xTitle ?? (options.x === undefined ? { en: 'place in the series', zh: '序列中的位置' } : 'x')),
        ),
      },
      yaxis: { ...grid, ...axisTitle(say(options.yTitle ?? { en: 'value', zh: '值' })), automargin: true },
      showlegend: named.length > 1,
    },
  }
}

/** Points of one figure, at about 16 characters each. */
const mostPoints = 12_000

function lineOf(name: string, values: Values, index: number, most: number, x: SeriesOptions['x']): Data {
  const title = name === '' ? 'The series' : `'${name}'`
  if (values.length === 0) throw new RangeError(`${title} is empty. Give at least one number.`)
  if (x !== undefined && x.length < values.length) {
    throw new RangeError(`${title} has ${values.length} values, but x has ${x.length}. Give a place for each value.`)
  }
  const places = placesOf(values, most)
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: places.map((place) => x?.[place] ?? place),
    y: places.map((place) => Number(values[place]!.toPrecision(6))),
    line: { color: colors[index]!, width: 1.5 },
    hovertemplate: `${name === '' ? '' : `${name}: `}%{x}, %{y}<extra></extra>`,
  }
}

/** All indices, or of each stretch that of its lowest and of its highest value. */
function placesOf(values: Values, most: number): number[] {
  const stretch = Math.ceil((2 * values.length) / most)
  if (values.length <= most) return Array.from({ length: values.length }, (_, index) => index)
  return Array.from({ length: Math.ceil(values.length / stretch) }, (_, part) => {
    const [start, end] = [part * stretch, Math.min(values.length, (part + 1) * stretch)]
    let [lowest, highest] = [start, start]
    for (let place = start; place < end; place++) {
      if (values[place]! < values[lowest]!) lowest = place
      if (values[place]! > values[highest]!) highest = place
    }
    return lowest === highest ? [lowest] : [Math.min(lowest, highest), Math.max(lowest, highest)]
  }).flat()
}

function isValues(lines: Values | Readonly<Record<string, Values>>): lines is Values {
  return Array.isArray(lines) || ArrayBuffer.isView(lines)
}
