// A Plotly figure is plain data: an object with an array `data` and an object `layout` is shown as a plot.
// Rule: the bundle always has a `layout`, because JupyterLab's renderer reads it without asking (plotly 7.1,
// mimeExtension), and a picture for pages without Plotly: SVG, because with a PNG beside it that renderer shows the PNG
// until it is hovered.
import type { MimeBundle } from '../protocol/messages.ts'
import { toJson } from './json.ts'
import { eachFields, fieldsOf } from './svg/fields.ts'
import { figureSvg } from './svg/figure.ts'

interface Figure {
  data: object[]
  layout: object
  config?: unknown
  frames?: unknown
}

/**
 * The bundle of a Plotly figure, or undefined if `value` is something else. Throws a TypeError if it contains itself.
 */
export function renderFigure(value: object): MimeBundle | undefined {
  if (!isFigure(value)) return undefined
  const { data, layout, config, frames } = value
  const json = toJson({ data, layout, config, frames })
  const { data: traces, layout: look } = fieldsOf(json)
  const svg = figureSvg({ data: eachFields(traces), layout: fieldsOf(look) })
  const picture = svg === undefined || svg.length > largestPicture ? {} : { 'image/svg+xml': svg }
  return { 'application/vnd.plotly.v1+json': json, ...picture, 'text/plain': describe(value) }
}

/**
 * Characters of a picture: a hundred thousand markers would make a notebook ten times as heavy as the figure itself.
 */
const largestPicture = 1_000_000

function isFigure(value: object): value is Figure {
  return (
    'data' in value &&
    Array.isArray(value.data) &&
    value.data.every((trace) => typeof trace === 'object' && trace !== null) &&
    'layout' in value &&
    typeof value.layout === 'object' &&
    value.layout !== null
  )
}

const describedTraces = 4

/** The figure in one line: `Figure: Feature map (heatmap 6×8)`. */
function describe({ data, layout }: Figure): string {
  const title = titleOf(layout)
  const traces = data.slice(0, describedTraces).map(describeTrace)
  if (data.length > describedTraces) traces.push(`${data.length - describedTraces} more`)
  return `Figure${title === '' ? '' : `: ${title}`} (${traces.join(', ') || 'empty'})`
}

/** The title as text, whichever of Plotly's two forms it has: `title: 'x'` or `title: { text: 'x' }`. */
function titleOf(layout: object): string {
  const title = 'title' in layout ? layout.title : ''
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : title
  return typeof text === 'string' ? text.replace(/<[^>]*>/g, ' ') : ''
}

function describeTrace(trace: object): string {
  const type = 'type' in trace && typeof trace.type === 'string' ? trace.type : 'scatter'
  const { z, y, x, values }: { z?: unknown; y?: unknown; x?: unknown; values?: unknown } = trace
  const rows = lengthOf(z)
  if (rows === undefined) return [type, lengthOf(y) ?? lengthOf(x) ?? lengthOf(values)].filter(Boolean).join(' ')
  const columns = lengthOf(Reflect.get(Object(z), 0))
  return `${type} ${columns === undefined ? rows : `${rows}×${columns}`}`
}

function lengthOf(series: unknown): number | undefined {
  return Array.isArray(series) || (ArrayBuffer.isView(series) && 'length' in series) ? Number(series.length) : undefined
}
