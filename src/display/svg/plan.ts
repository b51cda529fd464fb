// Where everything of a figure goes: its size, its margins, and every axis in pixels.
// Rule: margins only grow, so that no label is cut; cells that shall be square are square.
import { type Axis, axisOf, pixelsPerUnit } from './axis.ts'
import { type Fields, type FigureFields, fieldsOf, numberOf, pairOf, textOf, titleOf } from './fields.ts'
import { barRoom, legendRoom } from './keys.ts'
import { prepared } from './prepare.ts'
import { labelRoom } from './ticks.ts'
import { axisIdOf, extentOf, isVisible, typeOf } from './traces.ts'

/** A rectangle in pixels. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

/** Everything that has a place. Axes are named as in traces: `x`, `y`, `x2`, … */
export interface Plan {
  width: number
  height: number
  area: Area
  axes: ReadonlyMap<string, Axis>
  traces: readonly Fields[]
  layout: Fields
  /** The colour of text that has no colour of its own. */
  ink: string
}

/** The plan of a figure. Sizes and margins that it does not give are Plotly's own: 700 × 450, 80, 80, 100, 80. */
export function planOf({ data, layout }: FigureFields): Plan {
  const traces = prepared(data.filter(isVisible), layout)
  const axes = axesOf(traces, layout)
  const [width, height] = [sizeOf(layout.width, 700), sizeOf(layout.height, 450)]
  const given = marginsOf(layout)
  placeAxes(axes, areaWithin(width, height, given))
  const needed = neededMargins(axes, traces, layout)
  const area = areaWithin(width, height, {
    left: Math.max(given.left, needed.left),
    right: Math.max(given.right, needed.right),
    top: given.top,
    bottom: Math.max(given.bottom, needed.bottom),
  })
  placeAxes(axes, area)
  return { width, height, area, axes, traces, layout, ink: textOf(fieldsOf(layout.font).color, '#444') }
}

/** Plotly's own limits: at least 10 pixels; and at most what a page can show. */
function sizeOf(given: unknown, otherwise: number): number {
  const size = numberOf(given, otherwise)
  return size >= 10 && size <= 10_000 ? size : otherwise
}

/** The rectangle that two axes span. */
export function panelOf(x: Axis, y: Axis): Area {
  return {
    left: Math.min(...x.pixels),
    right: Math.max(...x.pixels),
    top: Math.min(...y.pixels),
    bottom: Math.max(...y.pixels),
  }
}

/** The other axis of an axis' panel. */
export function anchorOf(axis: Axis, axes: ReadonlyMap<string, Axis>): Axis {
  const other = axis.letter === 'x' ? 'y' : 'x'
  return axes.get(textOf(axis.fields.anchor, other)) ?? axes.get(other)!
}

/** Whether an axis is written at the right or at the top, instead of at the left or at the bottom. */
export function isOpposite(axis: Axis): boolean {
  return axis.fields.side === 'right' || axis.fields.side === 'top'
}

/** Pixels between the panel and the far side of an axis' title. */
function axisRoom(axis: Axis): number {
  const title = titleOf(axis.fields.title)
  const room = labelRoom(axis) + (title === '' ? 0 : titleSize(axis) * 1.3 + 6)
  return room === 0 ? 0 : room + 4
}

/** The font size of an axis' title. */
export function titleSize({ fields }: Axis): number {
  return numberOf(fieldsOf(fieldsOf(fields.title).font).size, 14)
}

function axesOf(traces: readonly Fields[], layout: Fields): Map<string, Axis> {
  const named = Object.keys(layout).flatMap((key) => /^([xy])axis(\d*)$/.exec(key)?.slice(1).join('') ?? [])
  const used = traces.flatMap((trace) => [axisIdOf(trace, 'x'), axisIdOf(trace, 'y')])
  const ids = [...new Set(['x', 'y', ...named, ...used])]
  return new Map(
    ids.map((id) => {
      const letter = id.startsWith('x') ? 'x' : 'y'
      const own = traces.filter((trace) => axisIdOf(trace, letter) === id)
      const image = own.find((trace) => typeOf(trace) === 'image')
      const fields = {
        ...(image === undefined ? {} : imageAxis(letter, axisIdOf(image, 'x'))),
        ...fieldsOf(layout[`${letter}axis${id.slice(1)}`]),
      }
      return [
        id,
        axisOf(
          letter,
          fields,
          own.map((trace) => extentOf(trace, letter)),
        ),
      ]
    }),
  )
}

/** Plotly draws the pixels of an `image` trace square, and its first row at the top. */
function imageAxis(letter: 'x' | 'y', x: string): Fields {
  const across = letter === 'x' ? {} : { autorange: 'reversed', scaleanchor: x }
  return { constrain: 'domain', ...across }
}

function marginsOf(layout: Fields): Area {
  const margin = fieldsOf(layout.margin)
  return {
    left: numberOf(margin.l, 80),
    right: numberOf(margin.r, 80),
    top: numberOf(margin.t, 100),
    bottom: numberOf(margin.b, 80),
  }
}

function areaWithin(width: number, height: number, { left, top, right, bottom }: Area): Area {
  return { left, top, right: Math.max(left + 20, width - right), bottom: Math.max(top + 20, height - bottom) }
}

/** The part of the area that an axis covers, 0 to 1 unless it has a sensible one of its own. */
function domainOf({ fields }: Axis): [number, number] {
  const [low, high] = pairOf(fields.domain) ?? [0, 1]
  return low >= 0 && low < high && high <= 1 ? [low, high] : [0, 1]
}

function placeAxes(axes: ReadonlyMap<string, Axis>, area: Area): void {
  for (const axis of axes.values()) {
    const [low, high] = domainOf(axis)
    const [start, length] =
      axis.letter === 'x' ? [area.left, area.right - area.left] : [area.bottom, area.top - area.bottom]
    axis.pixels = [start + low * length, start + high * length]
  }
  for (const axis of axes.values()) {
    const partner = axes.get(textOf(axis.fields.scaleanchor))
    if (partner !== undefined) equalize(axis, partner)
  }
}

/** Gives both axes the same number of pixels for one unit: the larger scale shrinks its axis, or widens its range. */
function equalize(axis: Axis, partner: Axis): void {
  const scale = Math.min(pixelsPerUnit(axis), pixelsPerUnit(partner))
  for (const each of [axis, partner]) {
    const spare = 1 - scale / pixelsPerUnit(each)
    if (!(spare > 0 && spare < 0.999)) continue
    if (each.fields.constrain === 'domain') shrink(each, spare)
    else widen(each, spare)
  }
}

function shrink(axis: Axis, spare: number): void {
  const [start, end] = axis.pixels
  const before = shareBefore[textOf(axis.fields.constraintoward)] ?? 0.5
  const taken = (end - start) * spare
  axis.pixels = [start + taken * before, end - taken * (1 - before)]
}

/** The share of the spare room that stays at the start of an axis: at its left, or below it. */
const shareBefore: Record<string, number> = { left: 0, right: 1, bottom: 0, top: 1 }

function widen(axis: Axis, spare: number): void {
  const [start, end] = axis.range
  const added = (end - start) * (spare / (1 - spare))
  axis.range = [start - added / 2, end + added / 2]
}

function neededMargins(axes: ReadonlyMap<string, Axis>, traces: readonly Fields[], layout: Fields): Omit<Area, 'top'> {
  const room = (letter: 'x' | 'y', opposite: boolean) => {
    const outer = [...axes.values()].filter((axis) => {
      const [low, high] = domainOf(anchorOf(axis, axes))
      return axis.letter === letter && isOpposite(axis) === opposite && (opposite ? high > 0.97 : low < 0.03)
    })
    return Math.max(0, ...outer.map(axisRoom))
  }
  return {
    left: room('y', false),
    bottom: room('x', false),
    right: Math.max(room('y', true), ...traces.map(barRoom), legendRoom(traces, layout)),
  }
}
