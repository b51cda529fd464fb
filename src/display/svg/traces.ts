// The traces that can be drawn without a browser, and what they put on their axes.
// Rule: a trace of any other type leaves the figure without a static picture, rather than with a wrong one.
import type { Extent } from './axis.ts'
import { isDate, timeOf } from './dates.ts'
import { type Fields, listOf, numberOf, textOf } from './fields.ts'

/** The type of a trace; Plotly takes a missing one for a scatter. */
export function typeOf(trace: Fields): string {
  return textOf(trace.type, 'scatter')
}

/** Whether the trace is drawn here. A contour is drawn as the heat map of its values. */
export function isDrawable(trace: Fields): boolean {
  return ['scatter', 'scattergl', 'bar', 'histogram', 'heatmap', 'contour', 'image'].includes(typeOf(trace))
}

/** Whether the trace is a field of cells. */
export function isCells(trace: Fields): boolean {
  return ['heatmap', 'contour', 'image'].includes(typeOf(trace))
}

/** A trace that is not switched off. */
export function isVisible(trace: Fields): boolean {
  return trace.visible === undefined || trace.visible === true
}

/** The values along one axis, one for each point, bar, column or row; their indices where none are given. */
export function valuesOf(trace: Fields, letter: 'x' | 'y'): readonly unknown[] {
  const given = listOf(trace[letter])
  if (given.length > 0) return given
  const length = isCells(trace) ? cellsAlong(trace, letter) : listOf(trace[letter === 'x' ? 'y' : 'x']).length
  const [first, step] = [numberOf(trace[`${letter}0`], 0), numberOf(trace[`d${letter}`], 1)]
  return Array.from({ length }, (_, index) => first + index * step)
}

/** What a scatter trace draws; Plotly marks the points of a short one without being told. */
export function modeOf(trace: Fields): string {
  const points = Math.max(listOf(trace.x).length, listOf(trace.y).length)
  return textOf(trace.mode, typeOf(trace) === 'scatter' && points < 20 ? 'lines+markers' : 'lines')
}

/** What the trace needs of an axis. */
export function extentOf(trace: Fields, letter: 'x' | 'y'): Extent {
  const values = valuesOf(trace, letter)
  if (isCells(trace)) return { values, reach: stepOf(values) / 2, fromZero: false, padded: false }
  if (typeOf(trace) !== 'bar') {
    const marked = /markers|text/.test(modeOf(trace))
    return { values, reach: 0, fromZero: false, padded: letter === 'y' || marked }
  }
  const isAcross = (letter === 'x') === isHorizontal(trace)
  return isAcross
    ? { values: endsOfBars(trace, letter), reach: 0, fromZero: true, padded: true }
    : { values, reach: stepOf(values) / 2, fromZero: false, padded: false }
}

/** Whether bars lie: they then grow along x. */
export function isHorizontal(trace: Fields): boolean {
  return trace.orientation === 'h'
}

/** Where the bars end: at their lengths, counted from their bases if they have any. */
export function endsOfBars(trace: Fields, letter: 'x' | 'y'): readonly unknown[] {
  const bases = listOf(trace.base)
  const lengths = valuesOf(trace, letter)
  return bases.length === 0 ? lengths : lengths.map((length, index) => numberOf(length, 0) + numberOf(bases[index], 0))
}

/** The distance of neighbouring cells or bars; 1 for names. */
export function stepOf(values: readonly unknown[]): number {
  const [first, second] = values.slice(0, 2).map((value) => (isDate(value) ? timeOf(value) : value))
  return typeof first === 'number' && typeof second === 'number' ? Math.abs(second - first) || 1 : 1
}

/** The axis on which the trace stands: `x`, `y2`, … */
export function axisIdOf(trace: Fields, letter: 'x' | 'y'): string {
  return textOf(trace[`${letter}axis`], letter)
}

function cellsAlong(trace: Fields, letter: 'x' | 'y'): number {
  const [, start] = /^data:image\/png;base64,(.{32})/.exec(textOf(trace.source)) ?? []
  // The first chunk of a PNG holds its width at byte 16 and its height at byte 20
  // (https://www.w3.org/TR/png-3/#11IHDR).
  if (start !== undefined) return Buffer.from(start, 'base64').readUInt32BE(letter === 'x' ? 16 : 20)
  const rows = listOf(trace.z)
  return letter === 'y' ? rows.length : listOf(rows[0]).length
}
