// Lines, markers and texts of scatter traces.
// Rule: a point that has no place (a gap, a zero on a logarithmic axis) breaks the line, as in Plotly.
import { type Axis, pixelOf, placeOf } from './axis.ts'
import { colorRange, cssOf, scaleOf } from './color.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf } from './fields.ts'
import { paint, round, textElement } from './text.ts'
import { modeOf, valuesOf } from './traces.ts'

type Point = readonly [x: number, y: number]

/** One scatter trace. */
export function drawLines(trace: Fields, x: Axis, y: Axis, color: string, ink: string): string {
  const [xs, ys] = [valuesOf(trace, 'x'), valuesOf(trace, 'y')]
  const points = xs.map(
    (value, index): Point => [pixelOf(x, placeOf(x, value)), pixelOf(y, placeOf(y, ys[index] ?? null))],
  )
  const mode = modeOf(trace)
  const opacity = numberOf(trace.opacity, 1)
  const shapes = [
    filledUnder(points, trace, color, pixelOf(y, y.kind === 'log' ? Math.min(...y.range) : 0)),
    mode.includes('lines') ? lineThrough(thinned(points), trace, color) : '',
    mode.includes('markers') ? markersAt(points, trace, color) : '',
    mode.includes('text') ? textsAt(points, trace, ink) : '',
  ].join('')
  return opacity === 1 ? shapes : `<g opacity="${opacity}">${shapes}</g>`
}

/** A line's attributes: colour, width, dashes. */
export function strokeOf(line: Fields, color: string): string {
  const dash = dashes[textOf(line.dash)]
  const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
  return `fill="none" ${paint('stroke', textOf(line.color, color))} stroke-width="${numberOf(line.width, 2)}"${dashed}`
}

/** One marker. */
export function marker(symbol: string, [x, y]: Point, size: number, color: string): string {
  const half = size / 2
  const path = symbolPaths[symbol.replace('-open', '')]
  const look = symbol.endsWith('-open')
    ? `fill="none" ${paint('stroke', color)} stroke-width="2"`
    : paint('fill', color)
  if (path === undefined) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(half)}" ${look}/>`
  return `<path transform="translate(${round(x)} ${round(y)}) scale(${round(half)})" d="${path}" ${look}/>`
}

function lineThrough(points: readonly Point[], trace: Fields, color: string): string {
  const steps = fieldsOf(trace.line).shape === 'hv'
  let path = ''
  let drawing = false
  points.forEach(([x, y], index) => {
    const exists = Number.isFinite(x) && Number.isFinite(y)
    if (exists && drawing && steps) path += `L${round(x)} ${round(points[index - 1]![1])}`
    if (exists) path += `${drawing ? 'L' : 'M'}${round(x)} ${round(y)}`
    drawing = exists
  })
  return path === '' ? '' : `<path d="${path}" stroke-linejoin="round" ${strokeOf(fieldsOf(trace.line), color)}/>`
}

/** The area down to zero, where the trace asks for it. */
function filledUnder(points: readonly Point[], trace: Fields, color: string, ground: number): string {
  const places = points.filter((point) => point.every(Number.isFinite))
  if (trace.fill !== 'tozeroy' || places.length === 0) return ''
  const line = thinned(places).map(([x, y]) => `L${round(x)} ${round(y)}`)
  const path = `M${round(places[0]![0])} ${round(ground)}${line.join('')}V${round(ground)}Z`
  const given = textOf(trace.fillcolor)
  return `<path d="${path}" ${paint('fill', given || color)}${given === '' ? ' fill-opacity="0.5"' : ''}/>`
}

/**
 * Of the many points in one column of pixels: the first, the lowest, the highest and the last, which draw the same
 * line.
 */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= 2000) return points
  const kept: Point[] = []
  for (let start = 0, end = 0; start < points.length; start = end) {
    const column = Math.floor(points[start]![0])
    let [lowest, highest] = [start, start]
    for (end = start + 1; end < points.length && Math.floor(points[end]![0]) === column; end++) {
      if (points[end]![1] < points[highest]![1]) highest = end
      if (points[end]![1] > points[lowest]![1]) lowest = end
    }
    const places = [start, Math.min(lowest, highest), Math.max(lowest, highest), end - 1]
    kept.push(...new Set(places.map((place) => points[place]!)))
  }
  return kept
}

function markersAt(points: readonly Point[], trace: Fields, color: string): string {
  const fields = fieldsOf(trace.marker)
  const colors = colorsOf(fields)
  return points
    .map((point, index) => {
      if (!point.every(Number.isFinite)) return ''
      const size = numberOf(listOf(fields.size)[index], numberOf(fields.size, 6))
      const symbol = textOf(listOf(fields.symbol)[index], textOf(fields.symbol, 'circle'))
      return marker(symbol, point, size, colors[index] ?? color)
    })
    .join('')
}

/** A colour for each marker, where they are given as colours or as numbers on a scale. */
function colorsOf(fields: Fields): (string | undefined)[] {
  const given = listOf(fields.color)
  const numbers = given.filter((value) => typeof value === 'number')
  if (numbers.length === 0) return given.map((value) => (typeof value === 'string' ? value : undefined))
  const [low, high] = colorRange(fields, 'c', Math.min(...numbers), Math.max(...numbers))
  const scale = scaleOf(fields.colorscale, fields.reversescale === true)
  return given.map((value) => cssOf(scale((numberOf(value, low) - low) / (high - low))))
}

function textsAt(points: readonly Point[], trace: Fields, ink: string): string {
  const font = fieldsOf(trace.textfont)
  const [size, color] = [numberOf(font.size, 12), textOf(font.color, ink)]
  return points
    .map(([x, y], index) => {
      const text = textOf(Array.isArray(trace.text) ? trace.text[index] : trace.text)
      if (text === '' || !Number.isFinite(x) || !Number.isFinite(y)) return ''
      const position = textOf(listOf(trace.textposition)[index], textOf(trace.textposition, 'middle center'))
      const anchor = position.endsWith('right') ? 'start' : position.endsWith('left') ? 'end' : 'middle'
      const shift = position.startsWith('top') ? -8 : position.startsWith('bottom') ? size + 6 : size * 0.36
      const aside = anchor === 'middle' || !position.startsWith('middle') ? 0 : anchor === 'start' ? 8 : -8
      return textElement(text, { x: x + aside, y: y + shift, size, color, anchor })
    })
    .join('')
}

const dashes: Record<string, string> = { dash: '9 6', dot: '2 4', dashdot: '9 4 2 4', longdash: '14 6' }

/** In a square from −1 to 1, y downwards. */
const symbolPaths: Record<string, string> = {
  square: 'M-0.9-0.9H0.9V0.9H-0.9Z',
  diamond: 'M0-1.3L1.3 0L0 1.3L-1.3 0Z',
  cross: 'M-0.4-1.2H0.4V-0.4H1.2V0.4H0.4V1.2H-0.4V0.4H-1.2V-0.4H-0.4Z',
  x: 'M-1.1-0.6L-0.6-1.1L0-0.5L0.6-1.1L1.1-0.6L0.5 0L1.1 0.6L0.6 1.1L0 0.5L-0.6 1.1L-1.1 0.6L-0.5 0Z',
  'triangle-up': 'M0-1.2L1.1 0.7H-1.1Z',
  'triangle-down': 'M0 1.2L1.1-0.7H-1.1Z',
  star: 'M0-1.4L0.4-0.5L1.3-0.4L0.6 0.2L0.8 1.1L0 0.6L-0.8 1.1L-0.6 0.2L-1.3-0.4L-0.4-0.5Z',
}
