// papermill's parameters in TypeScript notebooks, by the package in python/.
// Rule: the package is installed as a user would, by pip, into a folder of its own that nothing else sees.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute, python, root } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'papermill-test-'))
const packages = join(folder, 'packages')
const [input, output] = [join(folder, 'in.ipynb'), join(folder, 'out.ipynb')]

beforeAll(async () => {
  // A copy: pip leaves a build folder beside what it builds.
  cpSync(join(root, 'python'), join(folder, 'python'), { recursive: true })
  const quiet = ['--quiet', '--disable-pip-version-check']
  const install = ['-m', 'pip', 'install', ...quiet, '--no-deps', '--target', packages, join(folder, 'python')]
  const { code, stderr } = await execute(python('python'), install)
  expect(code, stderr).toBe(0)
  const kernelspec = { name: 'tensorcell', language: 'typescript', display_name: 'TypeScript (TensorCell)' }
  const metadata = { kernelspec, language_info: { name: 'typescript' } }
  const declarations = "const epochs: number = 10 // how often\nlet name = 'nobody'"
  const cells = [cell(declarations, ['parameters']), cell('[epochs, name, layers, rate, nothing, options]')]
  writeFileSync(input, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('puts parameters of every kind into the notebook, over declarations of the same name', async () => {
  const more = '{ layers: [1, 2], rate: 2.5, nothing: null, options: { deep: true, "a b": 0.5 } }'
  const { code, stderr } = await papermill('-p', 'epochs', '3', '-p', 'name', 'it\'s "Ada"', '-y', more)
  expect(code, stderr).toBe(0)
  const { cells } = JSON.parse(readFileSync(output, 'utf8'))
  expect(cells[1].source.join('')).toContain('let epochs = 3\n')
  const shown = cells[2].outputs[0].data['text/plain'].join('').replaceAll(/\s+/g, ' ')
  expect(shown).toBe("[ 3, `it's \"Ada\"`, [ 1, 2 ], 2.5, null, { deep: true, 'a b': 0.5 } ]")
})

it('says which parameters a notebook has', async () => {
  const { stdout } = await papermill('--help-notebook')
  expect(stdout).toMatch(/epochs: number \(default 10\)\s+how often/)
  expect(stdout).toContain("name: Unknown type (default 'nobody')")
})

function papermill(...args: string[]) {
  return execute(python('papermill'), ['--no-progress-bar', input, output, ...args], { PYTHONPATH: packages })
}

function cell(source: string, tags: string[] = []) {
  const id = tags[0] ?? 'values'
  return { cell_type: 'code', id, source, metadata: { tags }, outputs: [], execution_count: null }
}
