// Bars, lying or standing, beside each other or on top of each other, with what is written at them.
// Rule: a text that Plotly would put outside a bar stands outside; all others stand inside if they fit.
import { type Axis, pixelOf, pixelsPerUnit, placeOf } from './axis.ts'
import { readableOn, rgbOf } from './color.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf } from './fields.ts'
import { rectangle } from './panel.ts'
import { textElement, textWidth } from './text.ts'
import { endsOfBars, isHorizontal, stepOf, valuesOf } from './traces.ts'

/** Which of several bars at one place this trace draws. */
export interface Turn {
  index: number
  count: number
}

/** One bar trace. */
export function drawBars(trace: Fields, x: Axis, y: Axis, turn: Turn, color: string, ink: string): string {
  const lies = isHorizontal(trace)
  const [along, across] = lies ? [y, x] : [x, y]
  const places = valuesOf(trace, along.letter)
  const ends = endsOfBars(trace, across.letter)
  const bases = listOf(trace.base)
  const room = stepOf(along.kind === 'category' ? [] : places) * pixelsPerUnit(along) * numberOf(trace.thickness, 0.8)
  const thickness = room / turn.count
  const ground = across.kind === 'log' ? Math.min(...across.range) : 0
  const colors = listOf(fieldsOf(trace.marker).color)
  const bars = places.map((place, index) => {
    const middle = pixelOf(along, placeOf(along, place))
    const end = pixelOf(across, placeOf(across, ends[index]))
    const base = pixelOf(across, numberOf(bases[index], ground))
    if (!Number.isFinite(middle) || !Number.isFinite(end)) return ''
    const start = middle - room / 2 + turn.index * thickness
    const fill = textOf(colors[index], color)
    const box = { start, thickness, from: Math.min(base, end), to: Math.max(base, end), end }
    return boxOf(box, lies, fill) + labelOf(trace, index, box, lies, fill, ink)
  })
  return bars.join('')
}

/** A bar in pixels: `from` to `to` along its growth, `end` being its tip. */
interface Bar {
  start: number
  thickness: number
  from: number
  to: number
  end: number
}

function boxOf({ start, thickness, from, to }: Bar, lies: boolean, fill: string): string {
  const end = start + thickness
  const area = lies
    ? { left: from, right: to, top: start, bottom: end }
    : { left: start, right: end, top: from, bottom: to }
  return rectangle(area, fill)
}

function labelOf(trace: Fields, index: number, bar: Bar, lies: boolean, fill: string, ink: string): string {
  const text = textOf(Array.isArray(trace.text) ? trace.text[index] : trace.text)
  if (text === '') return ''
  const size = numberOf(fieldsOf(trace.textfont).size, 12)
  const fits = lies ? textWidth(text, size) + 8 < bar.to - bar.from : size * 1.6 < bar.to - bar.from
  const inside = trace.textposition !== 'outside' && fits
  const color = inside ? readableOn(rgbOf(fill)) : ink
  const middle = bar.start + bar.thickness / 2
  if (lies) {
    const x = inside ? bar.end - 5 : bar.end + 5
    return textElement(text, { x, y: middle + size * 0.36, size, color, anchor: inside ? 'end' : 'start' })
  }
  const y = inside ? bar.end + size * 1.2 : bar.end - 4
  return textElement(text, { x: middle, y, size, color, anchor: 'middle' })
}
