// The course as lecture notes in a real browser: opened from the disk, with the network cut.
// Rule: the site is the one that `tensorcell notes` writes from the committed notebooks; with NOTES_FOLDER set, it is kept
// there with photographs of it, to be looked at.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebooks, tensorcell } from './environment.ts'

const folder = process.env.NOTES_FOLDER ?? mkdtempSync(join(tmpdir(), 'notes-test-'))
const site = join(folder, 'site')
const small = join(folder, 'small')
const minuteMs = 60_000
const kernelspec = { name: 'tensorcell', language: 'typescript', display_name: 'TypeScript (TensorCell)' }

let browser: Browser
let context: BrowserContext
/** What the browser complained of, and every address outside the site that was asked for. */
const complaints: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const { code, stderr } = await tensorcell(['notes', '--out', site, '--slides'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await makeSmallSite()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  context = await newContext()
}, 3 * minuteMs)

afterAll(async () => {
  await browser?.close()
  if (process.env.NOTES_FOLDER === undefined) rmSync(folder, { recursive: true })
})

describe('the site', () => {
  it('opens every page without a complaint, asks for nothing outside, and draws every figure', {
    timeout: 5 * minuteMs,
  }, async () => {
    for (const address of pages()) {
      const page = await open(address)
      const figures = await page.evaluate<number>("document.querySelectorAll('[data-figure]').length")
      await page.evaluate('notesDrawAll()')
      const drawn = await page.evaluate<number>("document.querySelectorAll('[data-drawn] .main-svg').length")
      expect(drawn, address).toBeGreaterThanOrEqual(figures)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), address).toBe(true)
      await page.close()
    }
    expect(complaints).toEqual([])
  })

  it('has no link that leads nowhere, unless to a notebook that is not there', async () => {
    const lost: string[] = []
    const page = await context.newPage()
    for (const address of pages()) {
      await page.goto(urlOf(address))
      const links = await page.evaluate<string[]>(
        "[...document.querySelectorAll('a[href], img[src]')].map((a) => a.href ?? a.src)",
      )
      for (const link of links.filter((link) => link.startsWith('file:'))) {
        const file = decodeURIComponent(new URL(link).pathname)
        const notebook = join(notebooks, relative(site, file).replace(/\.html$/, '.ipynb'))
        if (!existsSync(file) && existsSync(notebook)) lost.push(`${address} → ${link}`)
      }
    }
    await page.close()
    expect([...new Set(lost)]).toEqual([])
  })

  it('is the same, byte for byte, when it is made again', { timeout: minuteMs }, async () => {
    const again = join(folder, 'again')
    await tensorcell(['notes', '--out', again, '--slides'])
    const differing = files().filter((file) => !readFileSync(file).equals(readFileSync(file.replace(site, again))))
    expect(differing).toEqual([])
  })
})

describe('a reader', () => {
  it('finds a passage by its words, and goes there by the keyboard', async () => {
    const page = await open('../small/01-first.html')
    await page.keyboard.press('/')
    await page.keyboard.type('kernel slid')
    await page.locator('.results a').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/small/02-second.html#Sliding')
    expect(await page.locator(':target').textContent()).toContain('Sliding')
    await page.close()
  })

  it('finds Chinese by any two characters, and is told when there is nothing', async () => {
    const page = await open('../small/zh/01-first.html')
    await page.locator('.search-open').click()
    await page.locator('dialog input').fill('积核')
    await page.locator('.results mark').first().waitFor()
    expect(await page.locator('.results mark').allTextContents()).toEqual(['积核'])
    await page.locator('dialog input').fill('没有这样的字')
    await page.getByText('没有找到。').waitFor()
    await page.close()
  })

  it('changes the language and stays at the cell', async () => {
    const page = await open('../small/02-second.html')
    await page.evaluate("document.querySelector('#cell-sliding').scrollIntoView()")
    await page.locator('a.language').click()
    await page.waitForURL('**/small/zh/02-second.html#cell-sliding')
    const top = await page.evaluate<number>("document.querySelector('#cell-sliding').getBoundingClientRect().top")
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(100)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.close()
  })

  it('has the theme of the device until another one is chosen, which is remembered', async () => {
    const dark = await newContext({ colorScheme: 'dark' })
    const page = await dark.newPage()
    await page.goto(urlOf('../small/index.html'))
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await background()).toBe('rgb(21, 24, 29)')
    await page.locator('button.theme').click()
    expect(await background()).toBe('rgb(255, 255, 255)')
    await page.goto(urlOf('../small/02-second.html'))
    expect(await background()).toBe('rgb(255, 255, 255)')
    await dark.close()
  })

  it('copies the code of a cell, hides all code, and shows it again', async () => {
    const page = await open('../small/02-second.html')
    await page.locator('#cell-code button.copy').click()
    await page.locator('.search-open').click()
    await page.keyboard.press('Control+v')
    expect(await page.locator('dialog input').inputValue()).toBe("const answer: string = '42'")
    await page.keyboard.press('Escape')
    await page.locator('.code-switch').click()
    expect(await page.locator('#cell-code pre').isVisible()).toBe(false)
    await page.locator('.code-switch').click()
    expect(await page.locator('#cell-code pre').isVisible()).toBe(true)
    await page.close()
  })

  it('opens the contents on a phone, and leaves by them', async () => {
    const phone = await newContext({ viewport: { width: 390, height: 844 } })
    const page = await phone.newPage()
    await page.goto(urlOf('../small/02-second.html'))
    expect(await page.locator('.contents').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Contents' }).click()
    await page.locator('.contents').getByRole('link', { name: 'Sliding' }).click()
    expect(await page.locator('.contents').isVisible()).toBe(false)
    expect(page.url()).toMatch(/#Sliding$/)
    await phone.close()
  })

  it('turns slides by the keyboard, to the last one and not further, and comes back to the text', async () => {
    const page = await open('../small/02-second.slides.html')
    const seen = async () => [
      await page.locator('.slide:visible h2').textContent(),
      await page.locator('.place').textContent(),
    ]
    expect(await seen()).toEqual(['Sliding#', '1 / 2'])
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    expect(await seen()).toEqual(['Summing#', '2 / 2'])
    await page.keyboard.press('Home')
    expect(await seen()).toEqual(['Sliding#', '1 / 2'])
    await page.getByRole('link', { name: 'Back to the text' }).click()
    await page.waitForURL('**/small/02-second.html')
    await page.close()
  })
})

/** A context in which a request that leaves the disk is a complaint, and fails. */
async function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const made = await browser.newContext({ offline: true, ...options })
  made.on('console', (message) => complaints.push(`${message.page()?.url()}: ${message.text()}`))
  made.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
  made.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`)
  })
  return made
}

/** Two lessons in two languages, of which every word stands here. */
async function makeSmallSite(): Promise<void> {
  const filling = Array.from({ length: 40 }, (_, line) => `Line ${line}.`).join('\n\n')
  const lessons = {
    '01-first': [markdown('title', '# First'), markdown('text', 'The kernel is small.')],
    '02-second': [
      markdown('title', `# Second\n\n${filling}`),
      markdown('sliding', '## Sliding\n\nThe **kernel** slides.', ['slide']),
      code('code', "const answer: string = '42'"),
      markdown('summing', `## Summing\n\n${filling}`, ['slide']),
    ],
    'zh/01-first': [markdown('title', '# 第一课'), markdown('text', '卷积核很小。')],
    'zh/02-second': [markdown('title', `# 第二课\n\n${filling}`), markdown('sliding', `## 滑动\n\n${filling}`)],
  }
  const written = Object.entries(lessons).map(([name, cells]) => {
    const file = join(folder, 'lessons', `${name}.ipynb`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells }))
    return file
  })
  writeFileSync(join(folder, 'lessons', 'zh', 'tensorcell.json'), '{ "language": "zh", "title": "书" }')
  const { code: exit, stderr } = await tensorcell(['notes', ...written, '--out', small, '--slides'])
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
}

function markdown(id: string, source: string, tags: string[] = []) {
  return { cell_type: 'markdown', id, source, metadata: { tags } }
}

function code(id: string, source: string) {
  return { cell_type: 'code', id, source, metadata: {}, outputs: [], execution_count: null }
}

async function open(address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(urlOf(address))
  return page
}

function urlOf(address: string): string {
  return pathToFileURL(join(site, address)).href
}

function pages(): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
}

function files(): string[] {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
