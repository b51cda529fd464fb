// What is put over a figure: its title, annotations, and shapes.
// Rule: as in Plotly, a place is a value on an axis (`x`), a part of an axis (`x domain`) or a part of all panels
// (`paper`); on a logarithmic axis an annotation gives the power of ten, a shape the value.
import { type Axis, pixelOf, placeOf } from './axis.ts'
import { eachFields, type Fields, fieldsOf, numberOf, textOf, titleOf } from './fields.ts'
import { strokeOf } from './lines.ts'
import { rectangle } from './panel.ts'
import type { Plan } from './plan.ts'
import { linesOf, paint, round, textElement, textWidth } from './text.ts'

/** The figure's title. */
export function drawTitle({ layout, width, area, ink }: Plan): string {
  const text = titleOf(layout.title)
  if (text === '') return ''
  const title = fieldsOf(layout.title)
  const size = numberOf(fieldsOf(title.font).size, 17)
  const x = numberOf(title.x, 0.5)
  const left = title.xref === 'paper' ? area.left + x * (area.right - area.left) : 8 + x * (width - 16)
  const anchor = anchorAt(textOf(title.xanchor, 'auto'), x)
  const more = linesOf(text).length - 1
  const y = area.top / 2 + size * 0.36 - (more * size * 1.3) / 2
  return textElement(text, { x: left, y, size, color: textOf(fieldsOf(title.font).color, ink), anchor })
}

/** The annotations. */
export function drawAnnotations(plan: Plan): string {
  return eachFields(plan.layout.annotations)
    .map((annotation) => drawAnnotation(annotation, plan))
    .join('')
}

/** What a slider shows of an animation: which step it is. */
export function drawSliders({ layout, area, ink, height }: Plan): string {
  return eachFields(layout.sliders)
    .map((slider) => {
      const steps = eachFields(slider.steps)
      const step = textOf(steps[numberOf(slider.active, 0)]?.label)
      const text = `${textOf(fieldsOf(slider.currentvalue).prefix)}${step} / ${textOf(steps.at(-1)?.label)}`
      const y = Math.min(height - 8, area.bottom - numberOf(slider.y, 0) * (area.bottom - area.top) + 28)
      return step === '' ? '' : textElement(text, { x: area.left, y, size: 13, color: ink })
    })
    .join('')
}

/** The shapes above the traces, or those below them. */
export function drawShapes(plan: Plan, layer: 'above' | 'below'): string {
  return eachFields(plan.layout.shapes)
    .filter((shape) => textOf(shape.layer, 'above') === layer)
    .map((shape) => drawShape(shape, plan))
    .join('')
}

function drawAnnotation(annotation: Fields, plan: Plan): string {
  const text = textOf(annotation.text)
  const font = fieldsOf(annotation.font)
  const size = numberOf(font.size, 12)
  const [refX, refY] = [textOf(annotation.xref, 'x'), textOf(annotation.yref, 'y')]
  const tip = { x: pixelAt('x', annotation.x, refX, plan, false), y: pixelAt('y', annotation.y, refY, plan, false) }
  if (!Number.isFinite(tip.x + tip.y)) return ''
  const points = annotation.showarrow !== false
  const x = tip.x + numberOf(annotation.xshift, 0) + (points ? numberOf(annotation.ax, -10) : 0)
  const y = tip.y - numberOf(annotation.yshift, 0) + (points ? numberOf(annotation.ay, -30) : 0)
  const free = points || refX !== 'paper' ? 0.5 : numberOf(annotation.x, 0.5)
  const anchor = anchorAt(textOf(annotation.xanchor, 'auto'), free)
  const high = linesOf(text).length * size * 1.3
  const above = { top: 0, bottom: 1 }[textOf(annotation.yanchor)] ?? 0.5
  const top = y - above * high
  const ink = textOf(font.color, plan.ink)
  const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * textWidth(text, size)
  const box = { left: left - 3, right: left + textWidth(text, size) + 3, top: top - 1, bottom: top + high + 1 }
  const ground = rectangle(box, textOf(annotation.bgcolor, 'transparent'))
  const turned = numberOf(annotation.textangle, 0)
  const line = points ? arrow({ x, y }, tip, textOf(annotation.arrowcolor, ink)) : ''
  return line + ground + textElement(text, { x, y: top + size, size, color: ink, anchor, turned })
}

interface Point {
  x: number
  y: number
}

function arrow(from: Point, tip: Point, color: string): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length]
  const wing = (side: number) => `${round(tip.x - 8 * dx + side * dy)} ${round(tip.y - 8 * dy - side * dx)}`
  const line = `M${round(from.x)} ${round(from.y)}L${round(tip.x)} ${round(tip.y)}`
  const head = `M${round(tip.x)} ${round(tip.y)}L${wing(4)}L${wing(-4)}Z`
  return `<path d="${line}" ${paint('stroke', color)}/><path d="${head}" ${paint('fill', color)}/>`
}

function drawShape(shape: Fields, plan: Plan): string {
  const [refX, refY] = [textOf(shape.xref, 'x'), textOf(shape.yref, 'y')]
  const [x0, x1] = [pixelAt('x', shape.x0, refX, plan, true), pixelAt('x', shape.x1, refX, plan, true)]
  const [y0, y1] = [pixelAt('y', shape.y0, refY, plan, true), pixelAt('y', shape.y1, refY, plan, true)]
  if (![x0, x1, y0, y1].every(Number.isFinite)) return ''
  const stroke = strokeOf(fieldsOf(shape.line), '#444').replace('fill="none" ', '')
  const fill = paint('fill', textOf(shape.fillcolor, 'none'))
  const opacity = ` opacity="${numberOf(shape.opacity, 1)}"`
  if (shape.type === 'line')
    return `<path d="M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}" ${stroke}${opacity}/>`
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (shape.type === 'circle') {
    const center = `cx="${round((x0 + x1) / 2)}" cy="${round((y0 + y1) / 2)}"`
    return `<ellipse ${center} rx="${round(width / 2)}" ry="${round(height / 2)}" ${fill} ${stroke}${opacity}/>`
  }
  if (shape.type !== 'rect') return ''
  const corner = `x="${round(Math.min(x0, x1))}" y="${round(Math.min(y0, y1))}"`
  return `<rect ${corner} width="${round(width)}" height="${round(height)}" ${fill} ${stroke}${opacity}/>`
}

function pixelAt(letter: 'x' | 'y', value: unknown, reference: string, plan: Plan, isValue: boolean): number {
  const { area, axes } = plan
  const [id, domain] = reference.split(' ')
  const axis: Axis | undefined = axes.get(id!)
  const part = numberOf(value, Number.NaN)
  if (axis !== undefined && domain === 'domain') return axis.pixels[0] + part * (axis.pixels[1] - axis.pixels[0])
  if (axis !== undefined) return pixelOf(axis, axis.kind === 'log' && !isValue ? part : placeOf(axis, value))
  const [start, length] = letter === 'x' ? [area.left, area.right - area.left] : [area.bottom, area.top - area.bottom]
  return start + part * length
}

function anchorAt(anchor: string, x: number): 'start' | 'middle' | 'end' {
  if (anchor === 'auto') return x < 1 / 3 ? 'start' : x > 2 / 3 ? 'end' : 'middle'
  return { left: 'start' as const, right: 'end' as const }[anchor] ?? 'middle'
}
