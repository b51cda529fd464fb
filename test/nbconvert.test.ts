// Notebooks run from the command line by the programs that schools and CI use: nbconvert and papermill.
// Rule: a notebook that fails makes the command fail, and its error is where that program's users look for it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { execute, fixtures, notebooks, python } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'nbconvert-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('jupyter nbconvert --execute', () => {
  it('writes a notebook with the outputs, which it can make a .ts file of', async () => {
    await succeeds(nbconvert('notebook', `${fixtures}/good.ipynb`))
    const [first, second, third] = outputsOf('good.ipynb')
    expect(first).toEqual([{ output_type: 'stream', name: 'stdout', text: ['one\n', 'two\n'] }])
    expect(second).toMatchObject([{ output_type: 'error', ename: 'RangeError', evalue: 'on purpose' }])
    expect(third).toMatchObject([{ output_type: 'execute_result', data: { 'text/plain': ['21'] } }])
    await succeeds(execute(python('jupyter-nbconvert'), ['--to', 'script', join(folder, 'good.ipynb')]))
    expect(readFileSync(join(folder, 'good.ts'), 'utf8')).toContain('const answer: number = 42')
  })

  it('writes a page with a lesson and its results, the code coloured', async () => {
    await succeeds(nbconvert('html', `${notebooks}/05-cross-correlation.ipynb`))
    const page = readFileSync(join(folder, '05-cross-correlation.html'), 'utf8')
    expect(page).toContain('[[19, 25], [37, 43]]')
    expect(page).toContain('data-mime-type="image/svg+xml"')
    expect(page).toMatch(/<span class="kd?">(?:const|import)<\/span>/)
  })

  it('fails on a notebook with a failing cell, and names the error', async () => {
    const { code, stderr } = await nbconvert('notebook', `${fixtures}/failing.ipynb`)
    expect(code).toBe(1)
    expect(stripVTControlCharacters(stderr)).toContain('RangeError: no half of 21')
  })
})

describe('papermill', () => {
  it('runs a notebook and writes its outputs', async () => {
    await succeeds(papermill(notebooks, '01-mlp-parameter-counts'))
    const outputs = outputsOf('01-mlp-parameter-counts-run.ipynb')
    expect(outputs.length).toBeGreaterThan(0)
    expect(outputs.flat()).not.toContainEqual(expect.objectContaining({ output_type: 'error' }))
  })

  it('fails on a failing cell, with the error in the notebook that it writes', async () => {
    const { code, stderr } = await papermill(fixtures, 'failing')
    expect(code).toBe(1)
    expect(stderr).toContain('RangeError: no half of 21')
    expect(outputsOf('failing-run.ipynb')).toContainEqual([
      expect.objectContaining({ output_type: 'error', ename: 'RangeError', evalue: 'no half of 21' }),
    ])
  })
})

function nbconvert(format: string, notebook: string) {
  return execute(python('jupyter-nbconvert'), ['--execute', '--to', format, '--output-dir', folder, notebook])
}

function papermill(place: string, name: string) {
  const places = [join(place, `${name}.ipynb`), join(folder, `${name}-run.ipynb`)]
  return execute(python('papermill'), ['--no-progress-bar', ...places])
}

async function succeeds(ended: ReturnType<typeof execute>): Promise<void> {
  const { code, stderr } = await ended
  expect(code, stderr).toBe(0)
}

/** The outputs of each code cell of a notebook that was written. */
function outputsOf(notebook: string): object[][] {
  const { cells } = JSON.parse(readFileSync(join(folder, notebook), 'utf8')) as {
    cells: { cell_type: string; outputs: object[] }[]
  }
  return cells.filter(({ cell_type }) => cell_type === 'code').map(({ outputs }) => outputs)
}
