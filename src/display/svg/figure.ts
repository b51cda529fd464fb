// A Plotly figure as a static SVG picture, without a browser: what GitHub, nbconvert and PDF show.
// Rule: it says the same as the interactive figure, to the reader's eye: same panels, colours, numbers, names; a figure
// with a trace that is not drawn here has no picture at all. An animation is drawn as it stands before it is
// played, and says which of its steps that is.
import { escapeHtml } from '../html.ts'
import { drawBars } from './bars.ts'
import { drawCells } from './cells.ts'
import { type Fields, type FigureFields, textOf, titleOf } from './fields.ts'
import { colorOf, drawColorBar, drawLegend } from './keys.ts'
import { drawLines } from './lines.ts'
import { drawAnnotations, drawShapes, drawSliders, drawTitle } from './notes.ts'
import { drawAxes, drawGrounds, rectangle } from './panel.ts'
import { type Area, type Plan, panelOf, planOf } from './plan.ts'
import { plain, round } from './text.ts'
import { axisIdOf, isCells, isDrawable, isVisible, typeOf } from './traces.ts'

/**
 * The SVG text of a figure, or undefined for one with a trace of another type than bar, histogram, scatter, heatmap,
 * contour, image.
 *
 *     figureSvg({ data: [{ y: [1, 3, 2] }], layout: {} })  →  '<svg xmlns=…'
 */
export function figureSvg(figure: FigureFields): string | undefined {
  if (!figure.data.every(isDrawable) || !figure.data.some(isVisible)) return undefined
  const plan = planOf(figure)
  const { width, height, layout, traces, area, ink } = plan
  const font = 'font-family="Open Sans, Verdana, Arial, sans-serif"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>`,
    `<title>${escapeHtml(plain(titleOf(layout.title).replace(/<br>/g, ', ')))}</title>`,
    rectangle({ left: 0, top: 0, right: width, bottom: height }, textOf(layout.paper_bgcolor, '#fff')),
    drawGrounds(plan),
    drawShapes(plan, 'below'),
    ...layers.flatMap((isIn) => traces.map((trace, index) => (isIn(trace) ? drawTrace(trace, index, plan) : ''))),
    drawAxes(plan),
    drawShapes(plan, 'above'),
    ...traces.map((trace) => drawColorBar(trace, area, ink)),
    drawLegend(traces, layout, area, ink),
    drawAnnotations(plan),
    drawSliders(plan),
    drawTitle(plan),
    '</svg>',
  ].join('')
}

/** Plotly draws cells below bars, and these below lines, whatever their order in the figure. */
const layers: ((trace: Fields) => boolean)[] = [
  isCells,
  (trace) => typeOf(trace) === 'bar',
  (trace) => !isCells(trace) && typeOf(trace) !== 'bar',
]

function drawTrace(trace: Fields, index: number, { axes, layout, traces, ink }: Plan): string {
  const [x, y] = [axes.get(axisIdOf(trace, 'x'))!, axes.get(axisIdOf(trace, 'y'))!]
  const panel = panelOf(x, y)
  const clipped = trace.cliponaxis === false ? (content: string) => content : (content: string) => clip(content, panel)
  if (isCells(trace)) return clipped(drawCells(trace, x, y))
  const color = colorOf(trace, index, layout)
  if (typeOf(trace) !== 'bar') return clipped(drawLines(trace, x, y, color, ink))
  const bars = traces.filter((other) => typeOf(other) === 'bar')
  const beside = textOf(layout.barmode, 'group') === 'group'
  const turn = beside ? { index: bars.indexOf(trace), count: bars.length } : { index: 0, count: 1 }
  return clipped(drawBars(trace, x, y, turn, color, ink))
}

/**
 * A nested SVG shows nothing outside itself; a clip path would need an id, which two figures of one page would share.
 */
function clip(content: string, { left, top, right, bottom }: Area): string {
  const [x, y, width, height] = [left, top, right - left, bottom - top].map(round)
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${content}</svg>`
}
