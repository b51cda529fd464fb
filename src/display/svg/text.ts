// Text in an SVG: escaped, measured, and with the few HTML tags that Plotly allows.
// Rule: text of a figure enters the SVG only through this file.
import { escapeHtml } from '../html.ts'

/** What a line of text looks like and where it hangs. `y` is its baseline. */
export interface TextStyle {
  x: number
  y: number
  size: number
  color: string
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  /** Degrees, clockwise about (x, y). */
  turned?: number
}

/** The width of the longest line in pixels, estimated: Chinese characters are square, others about half as wide. */
export function textWidth(text: string, size: number): number {
  const widths = linesOf(text).map((line) =>
    [...plain(line)].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.56), 0),
  )
  return Math.max(0, ...widths) * size
}

/** The lines of a text; Plotly breaks them at <br>. */
export function linesOf(text: string): string[] {
  return text.split(/<br\s*\/?>/i)
}

/** One `<text>` element; the first line's baseline is at `y`, and the others follow below it. */
export function textElement(text: string, style: TextStyle): string {
  const { x, y, size, color, anchor = 'start', bold, turned } = style
  const turn = turned === undefined || turned === 0 ? '' : ` transform="rotate(${turned} ${round(x)} ${round(y)})"`
  const weight = bold ? ' font-weight="bold"' : ''
  const lines = linesOf(text).map((line, index) =>
    index === 0 ? markup(line) : `<tspan x="${round(x)}" dy="${round(size * 1.3)}">${markup(line)}</tspan>`,
  )
  const place = `x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${round(size)}"`
  return `<text ${place}${weight} ${paint('fill', color)}${turn}>${lines.join('')}</text>`
}

/**
 * A colour as an SVG attribute; the opacity of `rgba(…)` stands apart, because not every SVG viewer knows CSS colours.
 */
export function paint(attribute: 'fill' | 'stroke', color: string): string {
  const [, red, green, blue, opacity] = /^rgba\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)[,/ ]+([\d.]+)\)$/.exec(color) ?? []
  if (opacity === undefined) return `${attribute}="${escapeHtml(color)}"`
  return `${attribute}="rgb(${red},${green},${blue})" ${attribute}-opacity="${opacity}"`
}

/** A coordinate with two decimals, a hundredth of a pixel not being seen; what is far outside stays a number. */
export function round(value: number): number {
  if (Number.isNaN(value)) return 0
  return Math.round(Math.min(1e6, Math.max(-1e6, value)) * 100) / 100
}

/** What stands between the tags. */
export function plain(text: string): string {
  return text.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => characters[name]!)
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

const spans: Record<string, string> = {
  b: '<tspan font-weight="bold">',
  i: '<tspan font-style="italic">',
  em: '<tspan font-style="italic">',
  sup: '<tspan dy="-0.5em" font-size="70%">',
  sub: '<tspan dy="0.3em" font-size="70%">',
}

/** After a raised or lowered piece the line goes back to where it was; U+200B carries the step. */
const stepsBack: Record<string, string> = {
  sup: '</tspan><tspan dy="0.35em">\u200b</tspan>',
  sub: '</tspan><tspan dy="-0.21em">\u200b</tspan>',
}

function markup(line: string): string {
  const open: string[] = []
  const pieces = line.split(/(<[^>]*>)/).map((piece) => {
    const [, closing, tag = ''] = /^<(\/?)(\w+)/.exec(piece) ?? []
    if (closing === undefined) return escapeHtml(plain(piece))
    const name = tag.toLowerCase()
    if (closing === '') {
      const span = name === 'span' ? sizedSpan(piece) : spans[name]
      if (span !== undefined) open.push(name)
      return span ?? ''
    }
    if (open.at(-1) !== name) return ''
    open.pop()
    return stepsBack[name] ?? '</tspan>'
  })
  return pieces.join('') + '</tspan>'.repeat(open.length)
}

function sizedSpan(tag: string): string {
  const size = /font-size:\s*([\d.]+)px/.exec(tag)?.[1]
  return size === undefined ? '<tspan>' : `<tspan font-size="${size}">`
}
