// The proof for a learner: JupyterLab as `npm start` opens it, in a real browser, on our kernel.
// Rule: it works on a copy of the lessons, presses what a person presses, and, as LESSON_PICTURE=docs/lesson-05.png, paints the README's picture.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page, type WebSocket } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebooks, root } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'lab-test-'))
/** Empty, so that tabs of an earlier start are not opened again. */
const workspaces = mkdtempSync(join(tmpdir(), 'lab-workspaces-'))
const minuteMs = 60_000
/** Errors, and what is printed to stderr; JupyterLab 4.6 gives both the same type. */
const reddened = ['error', 'stderr'].map((kind) => `[data-mime-type="application/vnd.jupyter.${kind}"]`).join()
const lessons = readdirSync(notebooks).filter((file) => file.endsWith('.ipynb'))
/** One of our own for each run, so that two clones can be tested at the same time. */
const port = String(20_000 + (process.pid % 20_000))

const kernelspec = { name: 'tensorcell', language: 'typescript', display_name: 'TypeScript (TensorCell)' }
const firstCell = { cell_type: 'code', id: 'first', source: '1', metadata: {}, outputs: [], execution_count: null }
const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [firstCell] }

let server: ChildProcess
let browser: Browser
let page: Page
let address: URL
/** What the page talks to the server through. */
const sockets: WebSocket[] = []

beforeAll(async () => {
  cpSync(notebooks, folder, { recursive: true })
  writeFileSync(join(folder, 'written.ipynb'), JSON.stringify(notebook))
  const args = ['dist/cli/main.js', 'lab', folder, '--no-browser', '--port', port]
  const env = { ...process.env, JUPYTERLAB_WORKSPACES_DIR: workspaces }
  server = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  address = new URL(await printedAddress(server))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  })
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  page.on('websocket', (socket) => sockets.push(socket))
  await open('05-cross-correlation.ipynb')
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
  it('runs every cell of notebook 05 without an error but the two on purpose', { timeout: 3 * minuteMs }, async () => {
    await menu('Run', 'Run All Cells')
    await page.waitForFunction(allCellsRan, undefined, { timeout: 2 * minuteMs })
    const errors = await page.locator(reddened).allTextContents()
    expect(errors.filter((text) => !/TS2322.*\[6, 7\]|TS2345.*\[2, 2\]/.test(text))).toEqual([])
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

describe('JupyterLab, with a notebook that is written in it', () => {
  beforeAll(() => open('written.ipynb'), minuteMs)

  it('redraws what is cleared, and shows only the last of it', { timeout: minuteMs }, async () => {
    const wait = 'await new Promise((resolve) => setTimeout(resolve, 50))'
    await runNewCell("import { clearOutput, newDisplay } from 'tensorcell'")
    await runNewCell(`for (const n of [1, 2, 3]) { clearOutput(true); console.log('step ' + n); ${wait} }`)
    await page.locator('.jp-OutputArea-output', { hasText: 'step 3' }).waitFor()
    expect(await page.locator('.jp-OutputArea-output', { hasText: 'step' }).allInnerTexts()).toEqual(['step 3\n'])
  })

  it('changes a display where it stands, from another cell too', { timeout: minuteMs }, async () => {
    await runNewCell("const progress = newDisplay(); progress.text('epoch 1'); progress.text('epoch 2')")
    await page.locator('.jp-OutputArea-output', { hasText: 'epoch 2' }).waitFor()
    await runNewCell("progress.text('epoch 3')")
    await page.locator('.jp-OutputArea-output', { hasText: 'epoch 3' }).waitFor()
    expect(await page.locator('.jp-OutputArea-output', { hasText: 'epoch' }).allInnerTexts()).toEqual(['epoch 3'])
  })

  it('restarts the kernel and runs all cells in order', { timeout: minuteMs }, async () => {
    await menu('Kernel', 'Restart Kernel and Run All Cells…')
    await page.locator('.jp-Dialog .jp-mod-accept').click()
    await page.waitForFunction(allCellsRan, undefined, { timeout: minuteMs })
    expect(await page.locator('.jp-CodeCell .jp-InputArea-prompt').allInnerTexts()).toEqual([
      '[1]:',
      '[2]:',
      '[3]:',
      '[4]:',
      '[5]:',
    ])
    expect(await page.locator(reddened).count()).toBe(0)
  })

  it('asks by its input box, and hides a password', { timeout: minuteMs }, async () => {
    await runNewCell(
      "const name = prompt('Your name?'); const word = prompt('Word?', '', { password: true }); [name, word]",
    )
    await answer(page.locator('.jp-Stdin-input:not([type="password"])'), 'Ada')
    await answer(page.locator('.jp-Stdin-input[type="password"]'), 'secret')
    await page.locator('.jp-OutputArea-executeResult', { hasText: "[ 'Ada', 'secret' ]" }).waitFor()
  })

  // JupyterLab does not draw the output of a cell that it did not start itself; that it arrives is seen on the wire.
  it('is reloaded while a cell runs: the output arrives, the kernel keeps its state', {
    timeout: minuteMs,
  }, async () => {
    const waiting = "while (!existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 50))"
    await runNewCell("import { existsSync } from 'node:fs'")
    await runNewCell(`let state = 'old'; ${waiting}; state = 'new'; console.log('late', 'output')`)
    await page.getByText('| Busy').first().waitFor()
    await page.keyboard.press('Control+s')
    const connected = received('kernel_info_reply')
    await page.reload()
    await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor({ timeout: minuteMs })
    await connected
    const arrived = received('late output')
    writeFileSync(join(folder, 'go'), '')
    await arrived
    await runNewCell("'state: ' + state")
    await page.locator('.jp-OutputArea-executeResult', { hasText: 'state: new' }).waitFor()
  })
})

describe('JupyterLab, with every lesson', () => {
  beforeAll(async () => {
    // So high that JupyterLab draws all cells: it leaves out those far from the window.
    await page.setViewportSize({ width: 1400, height: 16_000 })
  })

  it.each(lessons)(
    'runs %s; with LESSON_PHOTOS=FOLDER it is photographed',
    { timeout: 4 * minuteMs },
    async (lesson) => {
      await open(lesson)
      await menu('Run', 'Run All Cells')
      await page.waitForTimeout(500)
      await page.waitForFunction(allCellsRan, undefined, { timeout: 3 * minuteMs })
      const failing = page.locator('.jp-CodeCell', { has: page.locator(reddened) })
      // The number beside a cell may be drawn before its error.
      await expect.poll(() => failing.count(), { timeout: minuteMs / 2 }).toBe(mayFail(lesson))
      if (!process.env.LESSON_PHOTOS) return
      await page.waitForTimeout(2000)
      await page.screenshot({ path: join(process.env.LESSON_PHOTOS, lesson.replace('.ipynb', '.png')) })
    },
  )
})

/** How many cells of a lesson fail on purpose. */
function mayFail(lesson: string): number {
  const { cells } = JSON.parse(readFileSync(join(notebooks, lesson), 'utf8'))
  const tags = (cell: { metadata: { tags?: string[] } }) => cell.metadata.tags ?? []
  return cells.filter((cell: { metadata: { tags?: string[] } }) => tags(cell).includes('raises-exception')).length
}

/** Resolves when the page gets a message from a kernel with this text in it. */
function received(text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ payload }: { payload: string | Buffer }) => payload.includes(text) && resolve()
    for (const socket of sockets) socket.on('framereceived', look)
    page.on('websocket', (socket) => socket.on('framereceived', look))
  })
}

/** Types into an input box that appears, as a person does. */
async function answer(box: Locator, text: string): Promise<void> {
  await box.waitFor()
  await box.fill(text)
  await box.press('Enter')
}

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

/** Opens a notebook of the folder in the page, in a workspace without other tabs; waits until its kernel has started. */
async function open(notebook: string): Promise<void> {
  address.pathname = `/lab/workspaces/${notebook.replace('.ipynb', '')}/tree/${notebook}`
  await page.goto(address.href)
  await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor({ timeout: minuteMs })
  await page.getByText('| Idle').first().waitFor({ timeout: minuteMs })
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
  await page.keyboard.insertText(code)
  await page.keyboard.press('Control+Enter')
}
