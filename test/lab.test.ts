// The proof for a learner: JupyterLab as `npm start` opens it, in a real browser, on our kernel.
// Rule: it works on a copy of the lessons, presses what a person presses, and, as LESSON_PICTURE=docs/lesson-05.png, paints the README's picture.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebooks, root } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'lab-test-'))
/** Empty, so that tabs of an earlier start are not opened again. */
const workspaces = mkdtempSync(join(tmpdir(), 'lab-workspaces-'))
const minuteMs = 60_000
/** One of our own for each run, so that two clones can be tested at the same time. */
const port = String(20_000 + (process.pid % 20_000))

let server: ChildProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  cpSync(notebooks, folder, { recursive: true })
  const args = ['dist/cli/main.js', 'lab', folder, '--no-browser', '--port', port]
  const env = { ...process.env, JUPYTERLAB_WORKSPACES_DIR: workspaces }
  server = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = new URL(await printedAddress(server))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  })
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  address.pathname = '/lab/tree/05-cross-correlation.ipynb'
  await page.goto(address.href)
  await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor({ timeout: minuteMs })
  await page.getByText('| Idle').first().waitFor({ timeout: minuteMs })
}, 3 * minuteMs)

afterAll(async () => {
  await browser?.close()
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
  rmSync(folder, { recursive: true })
  rmSync(workspaces, { recursive: true })
})

describe('JupyterLab, as npm start opens it', () => {
  it('runs every cell of notebook 05 without an error', { timeout: 3 * minuteMs }, async () => {
    await menu('Run', 'Run All Cells')
    await page.waitForFunction(allCellsRan, undefined, { timeout: 2 * minuteMs })
    expect(await page.locator('[data-mime-type="application/vnd.jupyter.error"]').count()).toBe(0)
    expect(await page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count()).toBe(0)
  })

  it('shows [[19, 25], [37, 43]] and draws a Plotly heat map', { timeout: minuteMs }, async () => {
    await scrollTo('.jp-OutputArea-output:has-text("[[19, 25], [37, 43]]")')
    await scrollTo('.js-plotly-plot .heatmaplayer image')
    await page.screenshot({ path: process.env.LESSON_PICTURE ?? join(folder, 'lesson.png') })
  })

  it('stops an endless cell by the Stop button, and keeps the state', { timeout: 2 * minuteMs }, async () => {
    await runNewCell('const kept: number = 40')
    await runNewCell('while (true) {}')
    await page.getByText('| Busy').first().waitFor()
    await page.locator('[data-command="notebook:interrupt-kernel"], [data-jp-item-name="interrupt"]').first().click()
    await page.getByText('Interrupted: the cell was stopped.').waitFor()
    await runNewCell('kept + 2')
    const answer = page.locator('.jp-OutputArea-executeResult', { hasText: /^\s*(?:\[\d+\]:)?\s*42\s*$/ })
    await answer.waitFor()
    expect(await answer.count()).toBe(1)
  })
})

/** The line of `tensorcell lab` that has the address. */
function printedAddress(lab: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    lab.stdout!.on('data', (text: Buffer) => {
      printed += text
      const address = /https?:\/\/\S+token=\S+/.exec(printed)
      if (address) resolve(address[0])
    })
    lab.once('exit', (code) => reject(new Error(`JupyterLab did not start (exit ${code}):\n${printed}`)))
  })
}

/** In the browser: every code cell has a number beside it, and none still has its star. */
const allCellsRan = `
  [...document.querySelectorAll('.jp-CodeCell .jp-InputArea-prompt')].every((prompt) => /^\\[\\d+\\]:$/.test(prompt.textContent))
`

async function menu(name: string, item: string): Promise<void> {
  await page.getByRole('menuitem', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Scrolls down from the top until the element can be seen; JupyterLab draws only the cells near the window. */
async function scrollTo(selector: string): Promise<void> {
  const element = page.locator(selector).first()
  const view = { top: 120, bottom: 860 }
  await page.mouse.move(800, 500)
  await page.mouse.wheel(0, -1e6)
  for (let step = 0; step < 100; step++) {
    await page.waitForTimeout(150)
    const box = (await element.isVisible()) ? await element.boundingBox() : null
    if (box && box.y >= view.top && box.y + box.height <= view.bottom) return
    await page.mouse.wheel(0, 200)
  }
  throw new Error(`Nothing like ${selector} could be seen in the whole notebook.`)
}

/** Types a cell below the last one and runs it. */
async function runNewCell(code: string): Promise<void> {
  await page.locator('.jp-Notebook-footer').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type(code, { delay: 5 })
  await page.keyboard.press('Control+Enter')
}
