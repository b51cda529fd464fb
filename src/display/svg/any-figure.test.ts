// Any figure at all, however odd, is drawn without an exception and without a coordinate that is none.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { figureSvg } from './figure.ts'

const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double(), fc.constantFrom(0, -0, 1e-300, 1e300, 1e12))
const word = fc.constantFrom(
  '',
  'a',
  'b',
  '2016-01',
  '2016-01-02 03:04',
  '<b>x</b><',
  'reversed',
  'x',
  'y',
  'x2',
  'log',
  '7',
)
const value = fc.oneof(number, word, fc.constant(null), fc.boolean())
const values = fc.oneof(fc.array(value, { maxLength: 6 }), fc.array(number, { maxLength: 6 }), value)
const odd = fc.oneof(value, values)

const trace = fc.record(
  {
    type: fc.constantFrom('bar', 'scatter', 'heatmap', 'contour', 'image', 'histogram'),
    x: values,
    y: values,
    z: fc.array(values, { maxLength: 4 }),
    text: odd,
    texttemplate: fc.constantFrom('%{z}', '%{z:.2f}', '%{text}'),
    mode: fc.constantFrom('lines', 'markers', 'text', 'lines+markers+text'),
    marker: fc.record({ color: odd, size: odd, symbol: odd, showscale: fc.boolean() }, { requiredKeys: [] }),
    orientation: fc.constantFrom('h', 'v'),
    xaxis: word,
    yaxis: word,
    base: values,
    zmin: odd,
    zmid: odd,
    x0: odd,
    dx: odd,
    nbinsx: odd,
    xbins: fc.record({ size: odd, start: odd, end: odd }, { requiredKeys: [] }),
    source: odd,
    fill: fc.constant('tozeroy'),
    colorscale: odd,
    colorbar: fc.record({ title: odd, len: odd, dtick: odd }, { requiredKeys: [] }),
  },
  { requiredKeys: ['type'] },
)

const axis = fc.record(
  {
    type: fc.constantFrom('log', 'linear', 'category', 'date', 'other'),
    range: values,
    autorange: odd,
    dtick: odd,
    tickvals: values,
    domain: values,
    scaleanchor: word,
    constrain: fc.constantFrom('domain', 'range'),
    tickformat: fc.constantFrom('.2f', ',d', '.0%', '~', ''),
    anchor: word,
    side: odd,
    tickfont: fc.record({ size: odd }),
  },
  { requiredKeys: [] },
)

const layout = fc.record(
  {
    xaxis: axis,
    yaxis: axis,
    xaxis2: axis,
    title: odd,
    width: odd,
    height: odd,
    margin: fc.record({ l: odd, r: odd, t: odd, b: odd }, { requiredKeys: [] }),
    barmode: fc.constantFrom('stack', 'group', 'relative'),
    shapes: fc.array(
      fc.record({ type: fc.constantFrom('rect', 'line', 'circle'), x0: odd, x1: odd, y0: odd, y1: odd, xref: odd }),
    ),
    annotations: fc.array(fc.record({ text: odd, x: odd, y: odd, ax: odd, xref: odd, font: fc.record({ size: odd }) })),
    legend: fc.record({ x: odd, y: odd, orientation: fc.constantFrom('h', 'v') }),
    sliders: fc.array(fc.record({ active: odd, steps: fc.array(fc.record({ label: odd })) }), { maxLength: 1 }),
  },
  { requiredKeys: [] },
)

it('is drawn', () => {
  fc.assert(
    fc.property(fc.array(trace, { maxLength: 3 }), layout, (data, look) => {
      const svg = figureSvg({ data, layout: look }) ?? '<svg></svg>'
      expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/)
      expect(svg.replace(/>[^<]*</g, '><')).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
})
