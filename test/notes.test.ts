// The course as lecture notes in a real browser: opened from the disk, with the network cut.
// Rule: the site is the one that `tensorcell notes` writes from the committed notebooks; with NOTES_FOLDER set, it is kept
// there with photographs of it, to be looked at.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebooks, tensorcell } from './environment.ts'

const folder = process.env.NOTES_FOLDER ?? mkdtempSync(join(tmpdir(), 'notes-test-'))
const site = join(folder, 'site')
const minuteMs = 60_000

let browser: Browser
let context: BrowserContext
/** What the browser complained of, and every address outside the site that was asked for. */
const complaints: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const { code, stderr } = await tensorcell(['notes', '--out', site, '--slides'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
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
        if (!files().includes(file) && existsSync(notebook)) lost.push(`${address} → ${link}`)
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
