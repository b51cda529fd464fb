// A hostile notebook in a browser: whatever its Markdown, formulas, outputs and names contain, no script of it runs.
// Rule: pages are opened here without a content security policy, so that this wall is tested without the one behind it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf, type Book, encoded } from '../src/notes/book.ts'
import { renderPage } from '../src/notes/page.ts'
import { siteOf } from '../src/notes/site.ts'
import { htmlAttacks, markdownAttacks, terminalAttacks } from './notes-attacks.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  page = await browser.newPage()
  await page.route('**', (route) =>
    route.request().url() === start ? route.fulfill({ body: '', contentType: 'text/html' }) : route.abort(),
  )
  await page.goto(start)
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const folder = mkdtempSync(join(tmpdir(), 'notes-attacks-'))

const start = 'http://lesson.test/'
const attacks = [...htmlAttacks, ...markdownAttacks, ...terminalAttacks]

it.each(attacks)('runs nothing of %j', async (attack) => {
  const { html, slides } = renderPage(hostile(attack), { file: `${attack}.ipynb`, language: 'en', trusted: false })
  await open(html + slides.flat().join(''))
  expect(await page.evaluate<string[]>(suspects)).toEqual([])
  expect(await page.evaluate<number>(provoke)).toBe(0)
})

it.each([`<img src=x onerror=attack()>`, `" onmouseover="attack()" x="`, `' onmouseover='attack()' x='`])(
  'runs nothing in the whole site of a notebook that is called %s',
  async (name) => {
    const book = hostileBook(name)
    for (const [path, content] of siteOf(book)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const context = await browser.newContext({ bypassCSP: true })
    await context.addInitScript('attacks = 0; attack = () => { attacks++ }')
    const site = await context.newPage()
    for (const address of [
      addressOf(book.chapters[0]!),
      addressOf(book.chapters[0]!).replace('.html', '.slides.html'),
      'index.html',
    ]) {
      await site.goto(`${pathToFileURL(folder)}/${encoded(address)}`)
      await site.evaluate('globalThis.notesDrawAll?.()')
      await site.evaluate(`(async () => {
      document.querySelector('.search-open')?.click()
      const input = document.querySelector('dialog.search input')
      if (input) input.value = 'attack'
      input?.dispatchEvent(new Event('input'))
    })()`)
      if (!address.includes('slides')) await site.waitForSelector('.results li')
      expect(await site.evaluate<number>(provoke)).toBe(0)
    }
    await context.close()
  },
)

it('would see a script that runs', async () => {
  const { html } = renderPage(hostile('<img src=x onerror=attack()>'), { file: 'a', language: 'en', trusted: true })
  await open(html)
  expect(await page.evaluate<number>(provoke)).toBeGreaterThan(0)
})

/** A book whose title, file names, headings, figures and search index are all hostile. */
function hostileBook(name: string): Book {
  const file = `${name}.ipynb`
  const text = { text: name, font: { family: name, color: name } }
  const figure = {
    data: [
      {
        type: 'bar',
        x: [name, `<a href="javascript:attack()">${name}</a>`],
        y: [1, 2],
        text: [name, name],
        hovertemplate: name,
        name,
      },
    ],
    layout: {
      title: text,
      xaxis: { title: text },
      annotations: [text],
      images: [{ source: 'javascript:attack()' }],
      height: 300,
    },
    config: { plotlyServerURL: 'javascript:attack()', showLink: true, showSendToCloud: true, linkText: name },
  }
  const output = {
    output_type: 'display_data',
    metadata: {},
    data: { 'application/vnd.plotly.v1+json': figure, 'text/plain': name },
  }
  const cells = [
    { cell_type: 'markdown', source: `# \\${name}`, metadata: { tags: ['slide'] } },
    ...[...htmlAttacks, ...markdownAttacks].map((attack) => ({
      cell_type: 'markdown',
      source: `## x ${attack}`,
      metadata: { tags: ['slide'] },
    })),
    { cell_type: 'code', source: name, outputs: [output], metadata: { tags: ['slide'] } },
  ]
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map((cell, index) => ({ id: `c${index}`, ...cell })),
  }
  const page = renderPage(notebook, { file, language: 'en', trusted: false })
  return { titles: { en: name }, chapters: [{ path: file, language: 'en', page, notebook: '{}' }] }
}

/** Opens the HTML as part of a page, as a browser parses it when it comes over the net. */
async function open(html: string): Promise<void> {
  const whole = `<!doctype html><script>attacks = 0; attack = () => { attacks++ }</script><main>${html}</main>`
  await page.setContent(whole, { waitUntil: 'load' })
}

/** What nothing but a script, or something that leads to one, is made of. */
const suspects = `(() => {
  const found = [...document.querySelectorAll('main :is(script, style, link, meta, base, iframe, frame, embed, form, input, select, textarea, template, noscript, video, audio, foreignObject)')]
  const addresses = [...document.querySelectorAll('main *')].filter((element) => [...element.attributes].some(({ name, value }) =>
    /^on/i.test(name) || (/href|src|action|data$/i.test(name) && /^[\\s\\x00-\\x20]*(javascript|vbscript|data:(?!image|application.pdf))/i.test(value)) || /position|url\\(/.test(element.closest('.katex') ? '' : element.getAttribute('style') ?? '')))
  return [...found, ...addresses].map((element) => element.outerHTML.slice(0, 300))
})()`

/** How many attacks ran, once pictures have failed and everything has been pointed at, focused and clicked. */
const provoke = `(async () => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a')
    if (link && link.protocol !== 'javascript:') event.preventDefault()
  })
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['mouseover', 'mouseenter', 'focus', 'toggle', 'click']) element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
  }
  await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => { image.onload = image.onerror = done })))
  await new Promise((done) => setTimeout(done, 0))
  return attacks
})()`

/** A notebook with the attack in every place that an author, or a kernel, can write to. */
function hostile(attack: string): object {
  const cell = (more: object, index: number): object => ({
    id: `c${index}`,
    metadata: { tags: ['slide', attack], slideshow: attack },
    source: attack,
    ...more,
  })
  const output = (data: object): object => ({
    output_type: 'display_data',
    data,
    metadata: { 'image/png': { width: attack, height: attack } },
  })
  const outputs = [
    { output_type: 'stream', name: attack, text: attack },
    { output_type: 'error', ename: attack, evalue: attack, traceback: [attack] },
    { output_type: 'error', ename: attack, evalue: attack, traceback: [] },
    ...[
      'text/html',
      'text/markdown',
      'text/latex',
      'text/plain',
      'image/svg+xml',
      'image/png',
      'application/json',
      'text/vnd.mermaid',
    ].map((mime) => output({ [mime]: attack, 'text/plain': attack })),
    output({ 'image/png': `AAAA" onerror="attack()`, 'text/plain': attack }),
    output({
      'image/svg+xml': `<svg xmlns="http://www.w3.org/2000/svg" onload="attack()"><script>parent.attack()</script>${attack}</svg>`,
    }),
    output({ 'application/pdf': attack, 'text/plain': attack }),
    output({ 'application/javascript': 'attack()', 'text/javascript': 'attack()', 'text/plain': attack }),
    output({
      'application/vnd.plotly.v1+json': { data: [], layout: { height: attack } },
      'image/svg+xml': attack,
      'text/plain': attack,
    }),
    output({ [attack]: attack }),
  ]
  const attachments = {
    evil: { 'image/png': `AAAA" onerror="attack()`, [`image/${attack}`]: attack },
    [attack]: { [attack]: attack },
  }
  const cells = [
    { cell_type: 'markdown', attachments },
    {
      cell_type: 'markdown',
      source: `x ${attack}\n\n- ${attack}\n\n> ${attack}\n\n|a|\n|--|\n|${attack}|`,
      attachments,
    },
    {
      cell_type: 'markdown',
      source: `![${attack}](x.png "${attack}") [${attack}](<${attack}>) ![x](<attachment:${attack}>)`,
      attachments,
    },
    { cell_type: 'code', execution_count: attack, outputs },
    { cell_type: 'raw' },
  ]
  const metadata = { title: attack, kernelspec: { language: attack, name: attack }, language_info: { name: attack } }
  return { nbformat: 4, nbformat_minor: 5, metadata, cells: cells.map(cell) }
}
