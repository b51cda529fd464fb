// The ticks of an axis: where they are, what is written beside them, and how much room that needs.
// Rule: ticks are at round places, and never so many that their labels run into each other.
import { type Axis, pixelOf, pixelsPerUnit, placeOf } from './axis.ts'
import { dateTicks } from './dates.ts'
import { fieldsOf, listOf, numberOf, textOf } from './fields.ts'
import { formatted, powerText, tickText } from './number.ts'
import { textWidth } from './text.ts'

/** A line across an axis and what is written beside it. */
export interface Tick {
  place: number
  text: string
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
  const given = numberOf(axis.fields.dtick, 0)
  const step = given > (largest - least) / 200 ? given : niceStep((largest - least) / Math.max(1, wanted))
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
  const count = Math.min(200, Math.max(0, Math.floor((largest - first) / step + 1e-9) + 1))
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
