// The panels: their ground, grid, frame and labels.
// Rule: the defaults are Plotly's own, so that a figure without any styling looks as it does in JupyterLab.
import { type Axis, pixelOf } from './axis.ts'
import { fieldsOf, numberOf, textOf, titleOf } from './fields.ts'
import { type Area, anchorOf, isOpposite, type Plan, panelOf, titleSize } from './plan.ts'
import { paint, round, textElement } from './text.ts'
import { labelRoom, labelsCollide, tickSize, ticksOf } from './ticks.ts'

/** The ground and the grid of all panels: what lies under the traces. */
export function drawGrounds({ axes, layout }: Plan): string {
  const ground = textOf(layout.plot_bgcolor, '#fff')
  const panels = [...axes.values()].filter(({ letter, fields }) => letter === 'y' && fields.overlaying === undefined)
  const grounds = panels.map((y) => rectangle(panelOf(anchorOf(y, axes), y), ground))
  const grids = [...axes.values()].map((axis) => gridOf(axis, panelOf(...pairWith(axis, axes))))
  return grounds.join('') + grids.join('')
}

/** Lines, labels and titles of all axes. */
export function drawAxes({ axes, ink }: Plan): string {
  return [...axes.values()]
    .filter(({ fields }) => fields.visible !== false)
    .map((axis) => {
      const panel = panelOf(...pairWith(axis, axes))
      return frameOf(axis, panel) + labelsOf(axis, panel, ink) + titleOfAxis(axis, panel, ink)
    })
    .join('')
}

/** A filled rectangle; nothing if the colour is transparent. */
export function rectangle({ left, top, right, bottom }: Area, color: string): string {
  if (color === 'transparent' || /^rgba\(.*,\s*0\)$/.test(color)) return ''
  const place = `x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}"`
  return `<rect ${place} ${paint('fill', color)}/>`
}

function pairWith(axis: Axis, axes: ReadonlyMap<string, Axis>): [Axis, Axis] {
  const other = anchorOf(axis, axes)
  return axis.letter === 'x' ? [axis, other] : [other, axis]
}

function gridOf(axis: Axis, panel: Area): string {
  if (axis.fields.visible === false) return ''
  const across = (place: number, color: string) => lineAcross(axis, panel, pixelOf(axis, place), color)
  const hasGrid = axis.fields.showgrid !== false && axis.kind !== 'category'
  const lines = hasGrid ? ticksOf(axis).map(({ place }) => across(place, textOf(axis.fields.gridcolor, '#eee'))) : []
  const [low, high] = [Math.min(...axis.range), Math.max(...axis.range)]
  const hasZero = axis.fields.zeroline !== false && axis.kind === 'linear' && low < 0 && high > 0
  return lines.join('') + (hasZero ? across(0, textOf(axis.fields.zerolinecolor, '#444')) : '')
}

function lineAcross(axis: Axis, { left, top, right, bottom }: Area, pixel: number, color: string): string {
  const at = round(pixel)
  const path = axis.letter === 'x' ? `M${at} ${round(top)}V${round(bottom)}` : `M${round(left)} ${at}H${round(right)}`
  return `<path d="${path}" fill="none" ${paint('stroke', color)}/>`
}

function frameOf(axis: Axis, panel: Area): string {
  if (axis.fields.showline !== true) return ''
  const color = textOf(axis.fields.linecolor, '#444')
  const sides = axis.letter === 'x' ? [panel.bottom, panel.top] : [panel.left, panel.right]
  const along = axis.letter === 'x' ? `H${round(panel.right)}` : `V${round(panel.bottom)}`
  return (axis.fields.mirror === true ? sides : [sides[isOpposite(axis) ? 1 : 0]!])
    .map((side) => {
      const start = axis.letter === 'x' ? `M${round(panel.left)} ${round(side)}` : `M${round(side)} ${round(panel.top)}`
      return `<path d="${start}${along}" fill="none" ${paint('stroke', color)}/>`
    })
    .join('')
}

function labelsOf(axis: Axis, panel: Area, ink: string): string {
  if (axis.fields.showticklabels === false) return ''
  const size = tickSize(axis)
  const color = textOf(fieldsOf(axis.fields.tickfont).color, ink)
  const turned = numberOf(axis.fields.tickangle, labelsCollide(axis) ? 45 : 0)
  return ticksOf(axis)
    .map(({ place, text }) => {
      const at = pixelOf(axis, place)
      if (axis.letter === 'y') {
        const [x, anchor] = isOpposite(axis) ? [panel.right + 5, 'start' as const] : [panel.left - 5, 'end' as const]
        return textElement(text, { x, y: at + size * 0.36, size, color, anchor })
      }
      const y = isOpposite(axis) ? panel.top - 6 : panel.bottom + size * 1.2 + 1
      return textElement(text, { x: at, y, size, color, turned, anchor: turned === 0 ? 'middle' : 'start' })
    })
    .join('')
}

function titleOfAxis(axis: Axis, panel: Area, ink: string): string {
  const title = titleOf(axis.fields.title)
  if (title === '') return ''
  const size = titleSize(axis)
  const color = textOf(fieldsOf(fieldsOf(axis.fields.title).font).color, ink)
  const away = labelRoom(axis) + 4
  const look = { size, color, anchor: 'middle' as const }
  if (axis.letter === 'x') {
    const y = isOpposite(axis) ? panel.top - away - 4 : panel.bottom + away + size
    return textElement(title, { x: (panel.left + panel.right) / 2, y, ...look })
  }
  const x = isOpposite(axis) ? panel.right + away + size : panel.left - away - 4
  return textElement(title, { x, y: (panel.top + panel.bottom) / 2, turned: -90, ...look })
}
