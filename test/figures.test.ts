// Every figure of tensorcell/plot in a real browser: Plotly accepts it without a complaint, and draws it.
// Rule: a figure that a lesson can show has its line in the table below.
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  corr2d,
  edge,
  edgeImage,
  gaussian3,
  laplacian8,
  learnKernel,
  sharpen,
  sobelX,
  sobelY,
  transpose,
} from '../src/conv.ts'
import { photograph } from '../src/data.ts'
import { eachFields, fieldsOf } from '../src/display/svg/fields.ts'
import { figureSvg } from '../src/display/svg/figure.ts'
import { type Figure, featureMaps, heatmap, image, images, kernel, lossCurve, parameterCounts } from '../src/plot.ts'

const boats = photograph('boats')
const X = edgeImage()
const Y = corr2d(X, edge)
const learn = (reduction: 'sum' | 'mean') =>
  learnKernel(X, Y, { init: [[0, 0]], lr: 0.03, steps: 10, reduction }).history

const figures: Record<string, Figure> = {
  'heatmap-signed': heatmap(Y, { title: 'Edges: +1 white to black, −1 black to white' }),
  'heatmap-positive': heatmap([
    [19, 25],
    [37, 43],
  ]),
  'heatmap-fractions': heatmap(gaussian3, { title: 'Gaussian' }),
  'heatmap-large': heatmap(corr2d(boats, laplacian8), { title: 'Laplacian of a photograph' }),
  'image-photograph': image(boats, { title: 'Boats in a river, Nagasaki, about 1865' }),
  'image-small': image(X, { title: 'X' }),
  'kernel-edge': kernel(edge, { title: 'The edge kernel' }),
  'kernel-laplacian': kernel(laplacian8),
  'feature-maps-kernels': featureMaps(
    { Gaussian: gaussian3, sharpen, Laplacian: laplacian8 },
    { title: 'Three kernels' },
  ),
  'feature-maps-heights': featureMaps({ tall: corr2d(transpose(X), edge), wide: Y }),
  'feature-maps-one': featureMaps({ edges: Y }),
  'feature-maps-two': featureMaps(
    { 'vertical edges': corr2d(boats, sobelX), 'horizontal edges': corr2d(boats, sobelY) },
    { title: 'Sobel' },
  ),
  'feature-maps-eight': featureMaps(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`channel ${n}`, Y]))),
  'images-four': images({
    photograph: boats,
    blurred: corr2d(boats, gaussian3),
    sharpened: corr2d(boats, sharpen),
    edges: corr2d(boats, laplacian8),
  }),
  'parameter-counts': parameterCounts(
    {
      'MLP on a 12-megapixel photograph': 3_600_000_100,
      'dense, 1 megapixel to 1 megapixel': 1e12,
      'shared weights': 3_996_001,
      'local, Δ = 10': 441,
      'local, Δ = 1': 9,
    },
    { title: 'What each idea saves' },
  ),
  'loss-one': lossCurve(learn('sum'), { title: 'Learning [1, −1]' }),
  'loss-two': lossCurve({ 'sum of squares': learn('sum'), 'mean of squares': learn('mean') }),
}

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
  await page.setContent('<body><div id="figure"></div><img id="picture"></body>')
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('plotly.js-dist') })
})

afterAll(() => browser?.close())

describe.each(Object.entries(figures))('%s', (name, figure) => {
  it('is plain JSON of at most 300 kB', () => {
    const json = JSON.stringify(figure)
    expect(JSON.parse(json)).toEqual(figure)
    expect(json.length).toBeLessThanOrEqual(300_000)
  })

  it('has a static picture of the same size, which a browser reads', async () => {
    const svg = figureSvg({ data: eachFields(figure.data), layout: fieldsOf(figure.layout) }) ?? ''
    expect(svg.length).toBeLessThanOrEqual(300_000)
    const size = await page.evaluate<[number, number]>(decoding(svg))
    expect(size).toEqual([figure.layout.width, figure.layout.height])
    const folder = process.env.FIGURES_FOLDER
    if (folder !== undefined) await page.locator('#picture').screenshot({ path: `${folder}/${name}-static.png` })
  })

  it('passes Plotly.validate and is drawn', async () => {
    const { complaints, traces } = await page.evaluate<{ complaints: string[]; traces: number }>(drawing(figure))
    expect(complaints).toEqual([])
    expect(traces).toBe(figure.data.length)
    const folder = process.env.FIGURES_FOLDER
    if (folder !== undefined) await page.locator('#figure').screenshot({ path: `${folder}/${name}.png` })
  })
})

/** Rejects unless the SVG is well-formed, then gives its size. */
function decoding(svg: string): string {
  return `(async () => {
    const picture = document.getElementById('picture')
    picture.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)}
    await picture.decode()
    return [picture.naturalWidth, picture.naturalHeight]
  })()`
}

/** The page's side, as text: this project's types have no DOM. */
function drawing({ data, layout }: Figure): string {
  return `(async () => {
    const figure = ${JSON.stringify({ data, layout })}
    const complaints = (Plotly.validate(figure.data, figure.layout) ?? []).map((complaint) => complaint.msg)
    const target = document.getElementById('figure')
    await Plotly.newPlot(target, figure.data, figure.layout)
    const traces = target.querySelectorAll('.heatmaplayer image, .trace.bars, .trace.scatter').length
    return { complaints, traces }
  })()`
}
