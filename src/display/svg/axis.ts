// An axis: what range it covers, where a value stands on it in pixels, and its ticks.
// Rule: a place on an axis is a number: the value itself, its power of ten on a logarithmic axis, a date's
// milliseconds, the index of a category.
import { dateTicks, isDate, timeOf } from './dates.ts'
import { type Fields, fieldsOf, listOf, numberOf, pairOf, textOf } from './fields.ts'
import { formatted, powerText, tickText } from './number.ts'
import { textWidth } from './text.ts'

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

/** A line across an axis and what is written beside it. */
export interface Tick {
  place: number
  text: string
}

/** The axis that these fields describe, around these extents; its pixels are given to it later. */
export function axisOf(letter: 'x' | 'y', fields: Fields, extents: readonly Extent[]): Axis {
  const kind = kindOf(fields, extents)
  const categories = kind === 'category' ? [...new Set(extents.flatMap(({ values }) => values.map(String)))] : []
  const axis: Axis = { letter, fields, kind, categories, range: [0, 1], pixels: [0, 1] }
  const [low, high] = autoRange(axis, extents)
  axis.range = rangeOf(axis) ?? (fields.autorange === 'reversed' ? [high, low] : [low, high])
  return axis
}

/** The range that an axis is given, as places. */
function rangeOf({ kind, fields }: Axis): [number, number] | undefined {
  const [from, to] = listOf(fields.range)
  if (kind !== 'date' || !isDate(from) || !isDate(to)) return pairOf(fields.range)
  return [timeOf(from), timeOf(to)]
}

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

/** The ticks within the range; none where the labels are switched off. */
export function ticksOf(axis: Axis): Tick[] {
  const [least, largest] = [Math.min(...axis.range), Math.max(...axis.range)]
  const slack = (largest - least) * 1e-9
  const affix = (text: string) => `${textOf(axis.fields.tickprefix)}${text}${textOf(axis.fields.ticksuffix)}`
  return allTicks(axis, least, largest)
    .filter(({ place }) => place >= least - slack && place <= largest + slack)
    .map(({ place, text }) => ({ place, text: affix(text) }))
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
      if (Number.isNaN(place)) continue
      low = Math.min(low, place - reach)
      high = Math.max(high, place + reach)
    }
    if (fromZero && axis.kind === 'linear') [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  }
  return [low, high]
}

function allTicks(axis: Axis, least: number, largest: number): Tick[] {
  const { fields, kind, categories } = axis
  const chosen = listOf(fields.tickvals)
  if (chosen.length > 0) {
    const texts = listOf(fields.ticktext)
    return chosen.map((value, index) => ({ place: placeOf(axis, value), text: textOf(texts[index], textOf(value)) }))
  }
  if (kind === 'category') return thinned(axis, categories)
  if (kind === 'date') return dateTicks(least, largest, Math.abs(axis.pixels[1] - axis.pixels[0]) / 70)
  return kind === 'log' ? logTicks(axis, least, largest) : linearTicks(axis, least, largest)
}

/** Every category, or every n-th where their names would run into each other. */
function thinned(axis: Axis, categories: readonly string[]): Tick[] {
  const widest = Math.max(0, ...categories.map((name) => textWidth(name, tickSize(axis))))
  const wanted = axis.letter === 'y' || categories.length <= 12 ? 14 : widest + 12
  const step = Math.max(1, numberOf(axis.fields.dtick, 1), Math.ceil(wanted / pixelsPerUnit(axis)))
  return categories.map((text, place) => ({ place, text })).filter(({ place }) => place % step === 0)
}

function linearTicks(axis: Axis, least: number, largest: number): Tick[] {
  const wanted = Math.abs(axis.pixels[1] - axis.pixels[0]) / (axis.letter === 'x' ? 70 : 40)
  const step = numberOf(axis.fields.dtick, niceStep((largest - least) / Math.max(1, wanted)))
  const format = textOf(axis.fields.tickformat)
  const first = Math.ceil(least / step - 1e-9)
  const count = Math.min(200, Math.floor(largest / step + 1e-9) - first + 1)
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const value = (first + index) * step
    return {
      place: value,
      text: format === '' ? tickText(value, step, Math.max(-least, largest)) : formatted(value, format),
    }
  })
}

/** 1, 2 or 5 times a power of ten, and at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * 0.999) ?? 10 * power
}

function logTicks(axis: Axis, least: number, largest: number): Tick[] {
  const power = axis.fields.exponentformat === 'power'
  const format = textOf(axis.fields.tickformat)
  const textAt = (place: number) => (format === '' ? powerText(place, power) : formatted(10 ** place, format))
  const room = Math.abs(axis.pixels[1] - axis.pixels[0]) / (axis.letter === 'x' ? 45 : 25)
  const step = Math.max(1, numberOf(axis.fields.dtick, 1), Math.ceil((largest - least) / room))
  const first = Math.ceil(least / step - 1e-9) * step
  const count = Math.max(0, Math.floor((largest - first) / step + 1e-9) + 1)
  const powers = Array.from({ length: count }, (_, index) => first + index * step)
  if (largest - least >= 2) return powers.map((place) => ({ place, text: textAt(place) }))
  const decades = Array.from({ length: 4 }, (_, index) => Math.floor(least) + index)
  return decades.flatMap((decade) =>
    [1, 2, 5].map((factor) => {
      const place = decade + Math.log10(factor)
      return { place, text: factor === 1 ? textAt(place) : tickText(factor * 10 ** decade, 10 ** decade, 10 ** decade) }
    }),
  )
}

/** The pixels that the tick labels need across the axis: beside a vertical one, below a horizontal one. */
export function labelRoom(axis: Axis): number {
  if (axis.fields.showticklabels === false || axis.fields.visible === false) return 0
  const size = tickSize(axis)
  const widest = Math.max(0, ...ticksOf(axis).map(({ text }) => textWidth(text, size)))
  if (axis.letter === 'y') return widest + 6
  return labelsCollide(axis) ? widest * 0.75 + size : size * 1.3 + 4
}

/** Whether the labels below an axis must be turned, because a level one would run into its neighbour. */
export function labelsCollide(axis: Axis): boolean {
  const ticks = ticksOf(axis)
  const widest = Math.max(0, ...ticks.map(({ text }) => textWidth(text, tickSize(axis))))
  const gap = ticks.length < 2 ? Infinity : Math.abs(pixelOf(axis, ticks[1]!.place) - pixelOf(axis, ticks[0]!.place))
  return axis.letter === 'x' && widest + 6 > gap
}

/** The font size of tick labels. */
export function tickSize({ fields }: Axis): number {
  return numberOf(fieldsOf(fields.tickfont).size, 12)
}
