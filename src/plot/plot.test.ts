// The choices that a figure makes for its reader: colours, numbers in cells, names, refusals.
import { describe, expect, it } from 'vitest'
import { parameterCounts } from './counts.ts'
import { featureMaps, images } from './feature-maps.ts'
import { heatmap, kernel } from './heatmap.ts'
import { image } from './image.ts'
import { lossCurve } from './loss.ts'

const ramp = (size: number) =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => row - column))

describe('heatmap', () => {
  it('puts row 0 at the top and keeps cells square', () => {
    expect(heatmap([[1]]).layout.yaxis).toMatchObject({ autorange: 'reversed', scaleanchor: 'x' })
  })

  it('puts white at zero as soon as a number is negative', () => {
    expect(heatmap([[-1, 3]]).data[0]).toMatchObject({ zmin: -3, zmax: 3 })
    expect(heatmap([[1, 3]]).data[0]).toMatchObject({ zmin: 1, zmax: 3, colorscale: 'Viridis' })
  })

  it('writes numbers into the cells up to 12 × 12, unless told otherwise', () => {
    expect(heatmap(ramp(12)).data[0]).toHaveProperty('texttemplate', '%{z}')
    expect(heatmap(ramp(13)).data[0]).not.toHaveProperty('texttemplate')
    expect(heatmap(ramp(13), { text: true }).data[0]).toHaveProperty('texttemplate', '%{z}')
    expect(heatmap(ramp(12), { text: false }).data[0]).not.toHaveProperty('texttemplate')
  })

  it('numbers rows and columns from where it is told', () => {
    expect(heatmap(ramp(2), { first: [-1, -2] }).data[0]).toMatchObject({ x0: -2, dx: 1, y0: -1, dy: 1 })
    expect(heatmap(ramp(2)).data[0]).not.toHaveProperty('x0')
  })

  it('says where the colours of a large map end', () => {
    const map = ramp(40).map((row) => row.map((value) => Math.sign(value)))
    map[0]![0] = 50
    expect(heatmap(map).data[0]).toMatchObject({ zmin: -1, zmax: 1 })
    expect(JSON.stringify(heatmap(map).layout.title)).toContain('colours end at ±1, the largest is 50')
    const positive = heatmap(map.map((row) => row.map(Math.abs)))
    expect(JSON.stringify(positive.layout.title)).toContain('colours end at 1, the largest is 50')
  })
})

it('an image goes from 0 to 1 whatever its numbers are', () => {
  expect(image([[-2, 5]]).data[0]).toMatchObject({ zmin: 0, zmax: 1 })
})

it('a kernel tells its size and its sum', () => {
  const figure = kernel(
    [
      [0.1, 0.2],
      [0.3, 0.4],
    ],
    { title: 'K' },
  )
  expect(figure.layout.title).toMatchObject({ text: 'K<br><span style="font-size: 12px">2 × 2, sum 1</span>' })
})

describe('several maps', () => {
  it('share one scale and show one colour bar', () => {
    const { data } = featureMaps({ weak: [[-1, 1]], strong: [[-4, 2]] })
    expect(data).toMatchObject([
      { zmin: -4, zmax: 4, name: 'weak' },
      { zmin: -4, zmax: 4, name: 'strong', showscale: false },
    ])
    expect(data[0]).not.toHaveProperty('showscale')
  })

  it('number at least 1 and at most 24', () => {
    expect(() => images({})).toThrow('There are 0 maps to draw. Give 1 to 24')
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`map ${index}`, [[0]]]))
    expect(() => featureMaps(many)).toThrow('There are 25 maps to draw. Give 1 to 24')
  })

  it('are named in an error', () => {
    expect(() => images({ good: [[1]], bad: [] })).toThrow("'bad' is not a matrix.")
  })
})

it('counts are written out exactly on a logarithmic axis', () => {
  const { data, layout } = parameterCounts({ dense: 3_600_000_100, local: 9 })
  expect(data[0]).toMatchObject({ x: [3_600_000_100, 9], text: ['3,600,000,100', '9'] })
  expect(layout.xaxis).toMatchObject({ type: 'log' })
  expect(() => parameterCounts({ none: 0 })).toThrow("The count of 'none' is 0. Give a positive number.")
})

it('losses are drawn by run, with a legend for more than one', () => {
  const run = [
    { step: 1, loss: 12 },
    { step: 2, loss: 4.91520001 },
  ]
  expect(lossCurve(run).data).toMatchObject([{ x: [1, 2], y: [12, 4.9152] }])
  expect(lossCurve(run).layout.showlegend).toBe(false)
  expect(lossCurve({ sum: run, mean: run }).layout.showlegend).toBe(true)
  const { data } = lossCurve(run, { theory: run })
  expect(data).toMatchObject([
    { name: 'theory', line: { dash: 'dash' } },
    { name: 'measured', mode: 'markers' },
  ])
  expect(() => lossCurve({})).toThrow('There are 0 runs to draw.')
})

it('every figure shows the page behind it', () => {
  for (const { layout } of [
    heatmap([[1]]),
    images({ a: [[1]] }),
    parameterCounts({ a: 1 }),
    lossCurve([{ step: 1, loss: 1 }]),
  ]) {
    expect([layout.paper_bgcolor, layout.plot_bgcolor]).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'])
  }
})
