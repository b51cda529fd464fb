// Every figure of tensorcell/plot in a real browser: Plotly accepts it without a complaint, and draws it; so is its
// picture for pages without Plotly.
// Rule: with FIGURES_FOLDER set, each figure is photographed on a light and on a dark page, to be looked at; with
// FIGURES_PICTURE=docs/figures.png, the README's picture is painted.
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eachFields, fieldsOf } from '../src/display/svg/fields.ts'
import { figureSvg } from '../src/display/svg/figure.ts'
import type { Figure } from '../src/plot.ts'
import { galleryIn } from './gallery.ts'

const figures = (['en', 'zh'] as const).flatMap((language) =>
  Object.entries(galleryIn(language)).map(([name, figure]) => [`${name}-${language}`, figure] as const),
)

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

describe.each(figures)('%s', (name, figure) => {
  it('is plain JSON of at most 300 kB', () => {
    const json = JSON.stringify(figure)
    expect(JSON.parse(json)).toEqual(figure)
    expect(json.length).toBeLessThanOrEqual(300_000)
  })

  it('speaks one language, and has a title', () => {
    const text = JSON.stringify([figure.layout.title, figure.layout.xaxis?.title, figure.layout.yaxis?.title])
    expect(text.length).toBeGreaterThan(20)
    if (name.endsWith('-en')) expect(JSON.stringify(figure.layout)).not.toMatch(/[\u2e80-\uffef]/)
    else expect(text).toMatch(/[\u4e00-\u9fff]/)
  })

  it('has a static picture of the same size, which a browser reads', async () => {
    const svg = figureSvg({ data: eachFields(figure.data), layout: fieldsOf(figure.layout) }) ?? ''
    expect(svg.length).toBeLessThanOrEqual(300_000)
    const size = await page.evaluate<[number, number]>(decoding(svg))
    expect(size).toEqual([figure.layout.width, figure.layout.height])
    await photograph('#picture', `${name}-static`)
  })

  it('passes Plotly.validate and is drawn', async () => {
    const { complaints, traces } = await page.evaluate<{ complaints: string[]; traces: number }>(drawing(figure))
    expect(complaints).toEqual([])
    expect(traces).toBe(figure.data.length)
    await photograph('#figure', name)
  })
})

it.runIf(process.env.FIGURES_PICTURE)('paints the README picture', async () => {
  const chosen = [
    'sliding-window',
    'equivariance-photograph',
    'parameter-counts',
    'weight-path',
    'receptive-field',
    'volume-head',
  ]
  const pictures = chosen.map((name) => {
    const figure = figures.find(([named]) => named === `${name}-en`)![1]
    return figureSvg({ data: eachFields(figure.data), layout: fieldsOf(figure.layout) })
  })
  const sheet = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const style = 'background:#fff;margin:0;display:grid;grid-template-columns:repeat(3,480px);align-items:center'
  const images = pictures.map(
    (svg) => `<img style="width:460px;margin:10px" src="data:image/svg+xml;base64,${base64(svg)}">`,
  )
  await sheet.setContent(`<body style="${style}">${images.join('')}</body>`)
  await sheet.locator('body').screenshot({ path: process.env.FIGURES_PICTURE! })
  await sheet.close()
})

function base64(text = ''): string {
  return Buffer.from(text).toString('base64')
}

async function photograph(what: string, name: string): Promise<void> {
  const folder = process.env.FIGURES_FOLDER
  if (folder === undefined) return
  for (const [tone, color] of [
    ['light', '#fff'],
    ['dark', '#111'],
  ]) {
    await page.evaluate(`document.body.style.background = '${color}'`)
    await page.locator(what).screenshot({ path: `${folder}/${name}-${tone}.png` })
  }
}

/** Rejects unless the SVG is well-formed, then gives its size. */
function decoding(svg: string): string {
  return `(async () => {
    const picture = document.getElementById('picture')
    picture.src = ${JSON.stringify(`data:image/svg+xml;base64,${base64(svg)}`)}
    await picture.decode()
    return [picture.naturalWidth, picture.naturalHeight]
  })()`
}

/**
 * The page's side, as text: this project's types have no DOM. Plotly.validate (4.1.1) copies the arguments of buttons
 * and sliders, compares the copy with the original by identity and so complains of every animation there is: a
 * complaint of an argument that "got reset" to what it was is left out.
 */
function drawing({ data, layout, frames = [] }: Figure): string {
  return `(async () => {
    const figure = ${JSON.stringify({ data, layout, frames })}
    const complaints = (Plotly.validate(figure.data, figure.layout) ?? [])
      .filter(({ code, astr }) => !(code === 'dynamic' && /\\.args\\[\\d\\]$/.test(astr)))
      .map((complaint) => complaint.msg)
    const target = document.getElementById('figure')
    await Plotly.newPlot(target, figure.data, figure.layout)
    await Plotly.addFrames(target, figure.frames)
    const traces = target.querySelectorAll('.heatmaplayer image, .imagelayer image, .trace.bars, .trace.scatter').length
    return { complaints, traces }
  })()`
}
