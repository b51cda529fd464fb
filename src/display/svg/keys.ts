// What explains colours: the colour bar of a heat map, and the legend of several traces.
// Rule: a key never stands in the panel's way: its room is asked for before the axes are placed.
import { encodePng } from '../png.ts'
import { type Axis, pixelOf } from './axis.ts'
import { rangeOfCells } from './cells.ts'
import { colorRange, colorway, scaleOf } from './color.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf, titleOf } from './fields.ts'
import { marker, strokeOf } from './lines.ts'
import type { Area } from './plan.ts'
import { round, textElement, textWidth } from './text.ts'
import { labelRoom, ticksOf } from './ticks.ts'
import { isCells, modeOf, typeOf } from './traces.ts'

/** Pixels that a trace's colour bar needs beside the panel; 0 without one. */
export function barRoom(trace: Fields): number {
  const bar = colorBarOf(trace)
  if (bar === undefined) return 0
  const axis = barAxis(bar, 0, 200)
  return 16 + bar.thickness + labelRoom(axis) + (isTitledAside(bar) ? 20 : 0)
}

/** The colour bar of a trace, if it has one. `area` is that of all panels. */
export function drawColorBar(trace: Fields, area: Area, ink: string): string {
  const bar = colorBarOf(trace)
  if (bar === undefined) return ''
  const length = (area.bottom - area.top) * numberOf(bar.fields.len, 1)
  const middle = (area.top + area.bottom) / 2
  const aside = isTitledAside(bar)
  const titleRoom = bar.title === '' || aside ? 0 : 26
  const [top, bottom] = [middle - length / 2 + titleRoom, middle + length / 2]
  const left = area.right + 12
  const axis = barAxis(bar, bottom, top)
  const box = `x="${round(left)}" y="${round(top)}" width="${bar.thickness}" height="${round(bottom - top)}"`
  const labels = ticksOf(axis).map(({ place, text }) =>
    textElement(text, { x: left + bar.thickness + 5, y: pixelOf(axis, place) + 4, size: 12, color: ink }),
  )
  const place = {
    x: left + bar.thickness + labelRoom(axis) + 16,
    y: (top + bottom) / 2,
    anchor: 'middle' as const,
    turned: -90,
  }
  const title = textElement(bar.title, { x: left, y: top - 12, size: 12, color: ink, ...(aside ? place : {}) })
  const href = `data:image/png;base64,${gradient(bar)}`
  return `<image ${box} preserveAspectRatio="none" href="${href}"/>${labels.join('')}${bar.title === '' ? '' : title}`
}

/** Pixels that the legend needs at the right; 0 if there is none, or if it stands elsewhere. */
export function legendRoom(traces: readonly Fields[], layout: Fields): number {
  const entries = entriesOf(traces, layout)
  if (entries.length === 0 || numberOf(fieldsOf(layout.legend).x, 1.02) < 1) return 0
  if (fieldsOf(layout.legend).orientation === 'h') return 0
  return 62 + Math.max(...entries.map(({ name }) => textWidth(name, 12)))
}

/** The legend: at the right of the panels, or in one line where `orientation` is h. */
export function drawLegend(traces: readonly Fields[], layout: Fields, area: Area, ink: string): string {
  const legend = fieldsOf(layout.legend)
  const lies = legend.orientation === 'h'
  const [width, height] = [area.right - area.left, area.bottom - area.top]
  const entries = entriesOf(traces, layout)
  const widths = entries.map(({ name }) => textWidth(name, 12) + 60)
  const whole = lies ? widths.reduce((sum, each) => sum + each, 0) : Math.max(0, ...widths)
  const aside = { center: 0.5, right: 1 }[textOf(legend.xanchor)] ?? 0
  const left = area.left + numberOf(legend.x, lies ? 0 : 1.02) * width - aside * whole
  const under = legend.yanchor === 'bottom' ? (lies ? 20 : entries.length * 20) : 0
  const top = area.bottom - numberOf(legend.y, lies ? -0.1 : 1) * height - under
  const title = titleOf(legend.title)
  const head = title === '' || lies ? '' : textElement(title, { x: left, y: top + 16, size: 13, color: ink })
  const shapes = entries
    .map(({ trace, name, color }, index) => {
      const x = left + (lies ? widths.slice(0, index).reduce((sum, each) => sum + each, 0) : 0)
      const y = top + 14 + (lies ? 0 : (index + (head === '' ? 0 : 1)) * 20)
      return sample(trace, x + 5, y, color) + textElement(name, { x: x + 42, y: y + 4, size: 12, color: ink })
    })
    .join('')
  return entries.length === 0 ? '' : head + shapes
}

/** The colour of a trace: its own, else the next of the figure's colours. */
export function colorOf(trace: Fields, index: number, layout: Fields): string {
  const colors = listOf(layout.colorway).length > 0 ? listOf(layout.colorway) : colorway
  const own = typeOf(trace) === 'bar' ? [trace.marker] : [trace.line, trace.marker]
  const given = own.map((part) => fieldsOf(part).color).find((color) => typeof color === 'string')
  return textOf(given, textOf(colors[index % colors.length]))
}

/** A title at the right of the labels is turned, as Plotly does it; others stand above the bar. */
function isTitledAside({ fields, title }: ColorBar): boolean {
  return title !== '' && fieldsOf(fields.title).side === 'right'
}

interface ColorBar {
  fields: Fields
  trace: Fields
  range: [number, number]
  thickness: number
  title: string
}

function colorBarOf(trace: Fields): ColorBar | undefined {
  const cells = isCells(trace) && typeOf(trace) !== 'image' && trace.showscale !== false
  const markers = fieldsOf(trace.marker)
  if (!cells && markers.showscale !== true) return undefined
  const owner = cells ? trace : markers
  const numbers = listOf(markers.color).filter((value) => typeof value === 'number')
  const range = cells ? rangeOfCells(trace) : colorRange(markers, 'c', Math.min(...numbers), Math.max(...numbers))
  const fields = fieldsOf(owner.colorbar)
  return { fields, trace: owner, range, thickness: numberOf(fields.thickness, 30), title: titleOf(fields.title) }
}

function barAxis({ fields, range }: ColorBar, bottom: number, top: number): Axis {
  return { letter: 'y', fields, kind: 'linear', categories: [], range, pixels: [bottom, top] }
}

function gradient({ trace }: ColorBar): string {
  const scale = scaleOf(trace.colorscale, trace.reversescale === true)
  const steps = 256
  const data = new Uint8Array(steps * 4)
  for (let step = 0; step < steps; step++) data.set([...scale(1 - step / (steps - 1)), 255], step * 4)
  return encodePng({ width: 1, height: steps, data })
}

interface Entry {
  trace: Fields
  name: string
  color: string
}

function entriesOf(traces: readonly Fields[], layout: Fields): Entry[] {
  if (layout.showlegend === false) return []
  const entries = traces
    .map(
      (trace, index): Entry => ({
        trace,
        name: textOf(trace.name, `trace ${index}`),
        color: colorOf(trace, index, layout),
      }),
    )
    .filter(({ trace }) => !isCells(trace) && trace.showlegend !== false)
  return entries.length > 1 || layout.showlegend === true ? entries : []
}

function sample(trace: Fields, x: number, y: number, color: string): string {
  const look = fieldsOf(trace.marker)
  if (typeOf(trace) === 'bar') return marker('square', [x + 15, y], 12, color)
  const line = modeOf(trace).includes('lines')
    ? `<path d="M${round(x)} ${round(y)}h30" ${strokeOf(fieldsOf(trace.line), color)}/>`
    : ''
  if (!modeOf(trace).includes('markers')) return line
  return (
    line +
    marker(textOf(look.symbol, 'circle'), [x + 15, y], Math.min(10, numberOf(look.size, 6)), textOf(look.color, color))
  )
}
