// The lecture notes for everyone: axe-core on each kind of page in both themes, on a phone and on paper.
// Rule: no violation that axe calls serious or critical; with NOTES_FOLDER set, pages are photographed there, to be looked at.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixtures, notebooks, tensorcell } from './environment.ts'

const folder = process.env.NOTES_FOLDER ?? mkdtempSync(join(tmpdir(), 'notes-access-'))
const site = join(folder, 'access')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const minuteMs = 60_000

/** One page of each kind; `prepare` runs in the page before axe looks at it. */
const kinds: { name: string; address: string; prepare?: string }[] = [
  { name: 'front', address: 'index.html' },
  { name: 'lesson', address: 'notebooks/09-channels.html', prepare: 'notesDrawAll()' },
  { name: 'chinese', address: 'notebooks/exercises/zh/ex-01-counting.html' },
  { name: 'zoo', address: 'test/fixtures/zoo.html', prepare: 'notesDrawAll()' },
  { name: 'slides', address: 'test/fixtures/zoo.slides.html' },
  { name: 'search', address: 'notebooks/09-channels.html', prepare: search('kernel') },
]
const devices = { desktop: { width: 1300, height: 900 }, phone: { width: 390, height: 844 } }
const looks = (['light', 'dark'] as const).flatMap((theme) =>
  Object.entries(devices).flatMap(([device, viewport]) => kinds.map((kind) => ({ ...kind, theme, device, viewport }))),
)

let browser: Browser

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const files = ['09-channels.ipynb', 'exercises/ex-01-counting.ipynb', 'exercises/zh/ex-01-counting.ipynb']
  const paths = [...files.map((file) => join(notebooks, file)), join(fixtures, 'zoo.ipynb')]
  const { code, stderr } = await tensorcell(['notes', ...paths, '--out', site, '--slides', '--pdf'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
}, 4 * minuteMs)

afterAll(async () => {
  await browser?.close()
  if (process.env.NOTES_FOLDER === undefined) rmSync(folder, { recursive: true })
})

it.each(looks)('$name, $theme, $device: no serious violation', { timeout: 2 * minuteMs }, async (look) => {
  const context = await browser.newContext({
    offline: true,
    bypassCSP: true,
    colorScheme: look.theme,
    viewport: look.viewport,
  })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(site, look.address)).href)
  await page.evaluate(look.prepare ?? '')
  expect(await violations(page)).toEqual([])
  if (process.env.NOTES_FOLDER !== undefined) {
    const path = join(folder, `${look.name}-${look.theme}-${look.device}.png`)
    await page.screenshot({ path, fullPage: look.name !== 'search' })
  }
  await context.close()
})

it('prints A4 pages with every figure', () => {
  const pdf = readFileSync(join(site, 'notebooks/09-channels.pdf'), 'latin1')
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(sizes.length).toBeGreaterThan(5)
  expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']))
})

/** What axe finds, with the place and the reason. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 160) + ' (' + (any[0]?.message ?? '') + ')')))`)
}

function search(words: string): string {
  return `(async () => {
    document.querySelector('.search-open').click()
    const input = document.querySelector('dialog input')
    input.value = '${words}'
    input.dispatchEvent(new Event('input'))
    while (!document.querySelector('.results a')) await new Promise((resolve) => setTimeout(resolve, 50))
  })()`
}
