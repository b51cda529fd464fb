// An axis: what range it covers, and where a value stands on it in pixels.
// Rule: a place on an axis is a number: the value itself, its power of ten on a logarithmic axis, a date's
// milliseconds, the index of a category.
import { isDate, timeOf } from './dates.ts'
import { type Fields, listOf, numberOf, pairOf } from './fields.ts'

/** The numbers or names that traces put on an axis, and how much room they want around them. */
export interface Extent {
  values: readonly unknown[]
  /** Half a cell or half a bar, in units of the axis. */
  reach: number
  fromZero: boolean
  padded: boolean
}

/** An axis in its place. `range` and `pixels` go from its left to its right end, or from the bottom to the top. */
export interface Axis {
  letter: 'x' | 'y'
  fields: Fields
  kind: 'linear' | 'log' | 'date' | 'category'
  categories: readonly string[]
  range: [number, number]
  pixels: [number, number]
}

/** The axis that these fields describe, around these extents; its pixels are given to it later. */
export function axisOf(letter: 'x' | 'y', fields: Fields, extents: readonly Extent[]): Axis {
  const kind = kindOf(fields, extents)
  const categories = kind === 'category' ? [...new Set(extents.flatMap(({ values }) => values.map(String)))] : []
  const axis: Axis = { letter, fields, kind, categories, range: [0, 1], pixels: [0, 1] }
  const [low, high] = autoRange(axis, extents)
  axis.range = givenRange(axis) ?? (fields.autorange === 'reversed' ? [high, low] : [low, high])
  return axis
}

/** The range that an axis is given, as places; undefined if it is none. */
function givenRange({ kind, fields }: Axis): [number, number] | undefined {
  const [from, to] = listOf(fields.range)
  const range = kind === 'date' && isDate(from) && isDate(to) ? [timeOf(from), timeOf(to)] : pairOf(fields.range)
  const [start = 0, end = 0] = range ?? []
  return start !== end && Math.max(Math.abs(start), Math.abs(end)) < farthest[kind] ? [start, end] : undefined
}

/** Places beyond these are not drawn: no float64 is 10^308, and no date is later than the year 275760. */
const farthest = { linear: 1e150, log: 300, date: 8e15, category: 1e9 }

/** Where a value stands: its number on the axis; NaN if it has no place there. */
export function placeOf(axis: Pick<Axis, 'kind' | 'categories'>, value: unknown): number {
  if (axis.kind === 'category') {
    const index = axis.categories.indexOf(String(value))
    return index < 0 ? numberOf(value, Number.NaN) : index
  }
  if (axis.kind === 'date') return timeOf(value)
  const number = typeof value === 'string' && value !== '' ? Number(value) : numberOf(value, Number.NaN)
  if (axis.kind === 'linear') return number
  return number > 0 ? Math.log10(number) : Number.NaN
}

/** Pixels from the left or from the top of a place on the axis. */
export function pixelOf({ range, pixels }: Axis, place: number): number {
  return pixels[0] + ((place - range[0]) / (range[1] - range[0])) * (pixels[1] - pixels[0])
}

/** Pixels of one unit of the axis. */
export function pixelsPerUnit({ range, pixels }: Axis): number {
  return Math.abs((pixels[1] - pixels[0]) / (range[1] - range[0]))
}

function kindOf(fields: Fields, extents: readonly Extent[]): Axis['kind'] {
  if (fields.type === 'log' || fields.type === 'linear' || fields.type === 'category') return fields.type
  const dates = fields.type === 'date' || fields.type === undefined
  if (dates && extents.some(({ values }) => values.length > 0) && extents.every(({ values }) => values.every(isDate)))
    return 'date'
  const names = extents.flatMap(({ values }) => values).filter((value) => typeof value === 'string')
  return names.some((name) => Number.isNaN(Number(name))) ? 'category' : 'linear'
}

function autoRange(axis: Axis, extents: readonly Extent[]): [number, number] {
  if (axis.kind === 'category') return [-0.5, Math.max(1, axis.categories.length) - 0.5]
  let [low, high] = boundsOf(axis, extents)
  if (low > high) return [0, 1]
  if (low === high) return [low - 0.5, high + 0.5]
  if (axis.fields.rangemode === 'tozero') [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  const room = (high - low) * 0.06
  const [lowPadded, highPadded] = boundsOf(
    axis,
    extents.filter(({ padded }) => padded),
  )
  const grounded = extents.some(({ fromZero }) => fromZero)
  return [
    grounded && low === 0 ? 0 : Math.min(low, lowPadded - room),
    grounded && high === 0 ? 0 : Math.max(high, highPadded + room),
  ]
}

/** The lowest and the highest place that these extents reach. */
function boundsOf(axis: Axis, extents: readonly Extent[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const { values, reach, fromZero } of extents) {
    for (const value of values) {
      const place = placeOf(axis, value)
      if (!(Math.abs(place) < farthest[axis.kind])) continue
      low = Math.min(low, place - reach)
      high = Math.max(high, place + reach)
    }
    if (fromZero && axis.kind === 'linear') [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  }
  return [low, high]
}
