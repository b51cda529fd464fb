// What a static picture says: places, colours, names, ticks; and that nothing of a figure can break it.
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import type { Fields, FigureFields } from './fields.ts'
import { figureSvg } from './figure.ts'

const plain = {
  width: 200,
  height: 100,
  margin: { l: 0, r: 0, t: 0, b: 0 },
  xaxis: { visible: false },
  yaxis: { visible: false },
}
const svgOf = (data: Fields[], layout: Fields = {}) => figureSvg({ data, layout }) ?? ''
const labelsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text)
const pictureIn = (svg: string) => {
  const [, base64] = /href="data:image\/png;base64,([^"]+)"/.exec(svg) ?? []
  return decode(Buffer.from(base64 ?? '', 'base64'))
}

describe('cells', () => {
  const layout = { ...plain, yaxis: { visible: false, autorange: 'reversed' } }
  const map = { type: 'heatmap', showscale: false, zmin: 0, zmax: 1, colorscale: 'Greys' }

  it('are pixels in their order, row 0 at the top when the axis is reversed', () => {
    const { width, height, data } = pictureIn(svgOf([{ ...map, z: [[0, 1]] }], layout))
    expect([width, height]).toEqual([256, 128])
    expect([data[0], data[255 * 4]]).toEqual([0, 255])
    const column = { ...map, z: [[0], [1]] }
    expect(pictureIn(svgOf([column], layout)).data[0]).toBe(0)
    expect(pictureIn(svgOf([column], plain)).data[0]).toBe(255)
  })

  it('of a large map are thinned', () => {
    const { width, height } = pictureIn(svgOf([{ ...map, z: Array(3).fill(Array(3000).fill(0)) }], layout))
    expect([width, height]).toEqual([512, 3])
  })

  it('that are no numbers are holes', () => {
    expect(pictureIn(svgOf([{ ...map, z: [[null, 1]] }], layout)).data[3]).toBe(0)
  })

  it('carry numbers in a colour that is read on them', () => {
    const svg = svgOf([{ ...map, z: [[0, 0.25]], texttemplate: '%{z:.1f}' }], layout)
    expect(labelsOf(svg)).toEqual(['0.0', '0.3'])
    expect(svg).toContain('fill="#fff">0.0')
    expect(svgOf([{ ...map, z: [[1]], texttemplate: '%{z}' }], layout)).toContain('fill="#000">1')
  })

  it('are square where the axes say so', () => {
    const square = { ...plain, xaxis: { visible: false, constrain: 'domain' } }
    const yaxis = { visible: false, constrain: 'domain', scaleanchor: 'x' }
    const svg = svgOf(
      [
        {
          ...map,
          z: [
            [0, 0],
            [0, 0],
          ],
        },
      ],
      { ...square, yaxis },
    )
    expect(svg).toContain('<image x="50" y="0" width="100" height="100"')
  })

  it('of an image trace are its colours', () => {
    expect([...pictureIn(svgOf([{ type: 'image', z: [[[9, 8, 7]]] }], plain)).data.slice(0, 4)]).toEqual([9, 8, 7, 255])
  })

  it('have a colour bar with ticks', () => {
    const svg = svgOf([{ type: 'heatmap', z: [[0, 4]] }], { ...plain, height: 200 })
    expect(labelsOf(svg)).toEqual(['0', '1', '2', '3', '4'])
  })
})

describe('bars', () => {
  it('start at zero and end at their number', () => {
    const layout = { ...plain, yaxis: { visible: false, range: [0, 4] } }
    const svg = svgOf([{ type: 'bar', x: ['a', 'b'], y: [1, 2] }], layout)
    expect(svg).toContain('<rect x="10" y="75" width="80" height="25" fill="#1f77b4"/>')
    expect(svg).toContain('<rect x="110" y="50" width="80" height="50" fill="#1f77b4"/>')
  })

  it('are as wide on dates as these are apart', () => {
    const layout = { ...plain, yaxis: { visible: false, range: [0, 1] } }
    const svg = svgOf([{ type: 'bar', x: ['2016-01-01', '2016-01-02'], y: [1, 1] }], layout)
    expect(svg).toContain('<rect x="10" y="0" width="80" height="100"')
  })

  it('lie on a logarithmic axis, with their text outside', () => {
    const bar = { type: 'bar', orientation: 'h', x: [10], y: ['a'], text: ['ten'], textposition: 'outside' }
    const svg = svgOf([bar], { ...plain, xaxis: { visible: false, type: 'log', range: [0, 2] } })
    expect(svg).toContain('<rect x="0" y="10" width="100" height="80"')
    expect(svg).toContain('<text x="105"')
  })
})

describe('bars', () => {
  const boxes = (svg: string) => [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#(?:1f77b4|ff7f0e)/g),
  ]
  const ranged = (range: number[], more: Fields = {}) => ({ ...plain, yaxis: { visible: false, range }, ...more })

  it('are lifted onto each other when stacked, negative ones downwards', () => {
    const data = [
      { type: 'bar', y: [1, -1] },
      { type: 'bar', y: [2, -2] },
    ]
    const tops = boxes(svgOf(data, ranged([-5, 5], { barmode: 'stack' }))).map(([, , top, , height]) => [top, height])
    expect(tops).toEqual([
      ['40', '10'],
      ['50', '10'],
      ['20', '20'],
      ['60', '20'],
    ])
  })

  it('count the values of a histogram', () => {
    const x = [0.1, 0.2, 1.5, 2.5]
    const counted = boxes(svgOf([{ type: 'histogram', x, xbins: { size: 1 } }], ranged([0, 2])))
    expect(counted.map(([, , , , height]) => height)).toEqual(['100', '50', '50'])
    const named = boxes(svgOf([{ type: 'histogram', x: ['a', 'b', 'a'], histnorm: 'percent' }], ranged([0, 100])))
    expect(named.map(([, , , , height]) => height)).toEqual(['66.67', '33.33'])
  })
})

it('an area is filled down to zero', () => {
  const layout = { ...plain, xaxis: { visible: false, range: [0, 1] }, yaxis: { visible: false, range: [0, 1] } }
  expect(svgOf([{ y: [1, 0.5], fill: 'tozeroy' }], layout)).toContain('d="M0 100L0 0L200 50V100Z"')
})

it('bars stand before lines, whatever the order of the traces', () => {
  const svg = svgOf(
    [
      { y: [1, 2], mode: 'lines' },
      { type: 'bar', y: [1, 2] },
    ],
    plain,
  )
  expect(svg.indexOf('stroke="#1f77b4"')).toBeGreaterThan(svg.indexOf('fill="#ff7f0e"'))
})

describe('lines', () => {
  it('go through their points and break at a gap', () => {
    const layout = { ...plain, xaxis: { visible: false, range: [0, 4] }, yaxis: { visible: false, range: [0, 1] } }
    const svg = svgOf([{ y: [0, 1, null, 0, 1], mode: 'lines' }], layout)
    expect(svg).toContain('d="M0 100L50 0M150 100L200 0"')
  })

  it('of many points are thinned, and keep their peaks', () => {
    const layout = { ...plain, xaxis: { visible: false, range: [0, 1e5] }, yaxis: { visible: false, range: [0, 1] } }
    const svg = svgOf(
      [{ y: Array.from({ length: 1e5 }, (_, index) => (index === 777 ? 1 : 0.5)), mode: 'lines' }],
      layout,
    )
    expect(svg.length).toBeLessThan(20_000)
    expect(svg).toContain('L1.55 0L')
  })

  it('have a legend when there are several', () => {
    expect(
      labelsOf(
        svgOf(
          [
            { y: [1], name: 'one' },
            { y: [2], name: 'two' },
          ],
          plain,
        ),
      ),
    ).toEqual(['one', 'two'])
    expect(labelsOf(svgOf([{ y: [1], name: 'one' }], plain))).toEqual([])
  })
})

describe('ticks', () => {
  const ticksOf = (xaxis: Fields) => labelsOf(svgOf([{ y: [] }], { ...plain, width: 400, xaxis }))

  it.each([
    ['even steps', { range: [0, 10] }, ['0', '2', '4', '6', '8', '10']],
    ['a minus sign', { range: [-1, 1], dtick: 1 }, ['−1', '0', '1']],
    ['thousands by letter', { range: [0, 40000], dtick: 20000 }, ['0', '20k', '40k']],
    ['small steps', { range: [0, 0.3], dtick: 0.1 }, ['0', '0.1', '0.2', '0.3']],
    ['chosen ones', { range: [0, 1], tickvals: [0, 1], ticktext: ['no', 'yes'] }, ['no', 'yes']],
    ['within a decade', { type: 'log', range: [0, 1] }, ['1', '2', '5', '10']],
    ['a d3 format', { range: [0, 1], dtick: 1, tickformat: '.0%' }, ['0%', '100%']],
  ])('%s', (_, axis, labels) => {
    expect(ticksOf(axis)).toEqual(labels)
  })

  it.each([
    ['years', '1958-03', '2020-04', ['1960', '1970', '1980', '1990', '2000', '2010', '2020']],
    ['months', '2016-01-15', '2016-06-20', ['2016-02', '2016-03', '2016-04', '2016-05', '2016-06']],
    ['days', '2016-01-01', '2016-01-05', ['2016-01-01', '2016-01-02', '2016-01-03', '2016-01-04', '2016-01-05']],
    ['hours', '2016-01-01 00:00', '2016-01-01 12:00', ['01-01 00:00', '01-01 06:00', '01-01 12:00']],
  ])('%s', (_, from, to, labels) => {
    const line = { x: [from, to], y: [1, 1], mode: 'lines' }
    const layout = { ...plain, width: 560, xaxis: {} }
    expect(labelsOf(svgOf([line], layout))).toEqual(labels)
  })

  it('powers of ten are raised', () => {
    const [first, second] = ticksOf({ type: 'log', range: [0, 3], exponentformat: 'power' }).slice(1)
    expect(first).toBe('10')
    expect(second).toMatch(/^10<tspan dy="-0.5em" font-size="70%">2<\/tspan>/)
  })
})

describe('what stands over a figure', () => {
  it('a shape in values, an annotation in powers of ten', () => {
    const layout = {
      ...plain,
      xaxis: { visible: false, type: 'log', range: [0, 2] },
      yaxis: { visible: false, range: [0, 1] },
      shapes: [{ type: 'rect', x0: 1, x1: 10, y0: 0, y1: 1 }],
      annotations: [{ text: 'here', x: 1, y: 0.5, showarrow: false }],
    }
    const svg = svgOf([{ y: [] }], layout)
    expect(svg).toContain('<rect x="0" y="0" width="100" height="100"')
    expect(svg).toContain('<text x="100"')
  })

  it('text is escaped; <br> and <b> are kept, other tags are not', () => {
    const svg = svgOf([{ y: [1] }], { ...plain, title: { text: 'a < b & "c"<br><b>d</b><script>e' } })
    expect(svg).toContain(
      'a &lt; b &amp; &quot;c&quot;<tspan x="100" dy="22.1"><tspan font-weight="bold">d</tspan>e</tspan>',
    )
  })
})

describe('nothing breaks it', () => {
  const odd: [string, FigureFields][] = [
    ['nothing in it', { data: [{}], layout: {} }],
    [
      'fields of the wrong types',
      { data: [{ x: 'no', y: { a: 1 }, marker: 3, name: [] }], layout: { title: 4, xaxis: 'x' } },
    ],
    ['ragged rows', { data: [{ type: 'heatmap', z: [[1], [2, 3], null] }], layout: {} }],
    ['no rows', { data: [{ type: 'heatmap', z: [] }], layout: {} }],
    ['a size of zero', { data: [{ y: [1, 2] }], layout: { width: 0, height: 0 } }],
    ['one number everywhere', { data: [{ x: [1, 1], y: [0, 0] }], layout: { yaxis: { type: 'log' } } }],
  ]

  it.each(odd)('%s', (_, figure) => {
    const svg = figureSvg(figure) ?? ''
    expect(svg).toMatch(/^<svg .*<\/svg>$/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('a trace that is not drawn here leaves the figure without a picture', () => {
    expect(figureSvg({ data: [{ y: [1] }, { type: 'scatter3d' }], layout: {} })).toBeUndefined()
  })
})
