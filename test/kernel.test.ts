// The kernel process over real zeromq, from a notebook's folder that has files and packages of its own.
// Rule: a case is a cell and exactly what is seen of it, in order; one kernel for all, so each case also shows that the
// ones before it left the kernel well.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontEnd } from './front-end.ts'

const folder = mkdtempSync(join(tmpdir(), 'kernel-test-'))
let frontEnd: FrontEnd
const run = (code: string) => frontEnd.run(code)

beforeAll(async () => {
  writeFileSync(join(folder, 'local.ts'), 'export enum Size { Small, Large }\nexport const answer: number = 42\n')
  writePackage('plain-cjs', 'commonjs', "const part = 'o' + 'ne'; module.exports = { [part]: 1, two: 2 }")
  writePackage('plain-esm', 'module', 'export const three = 3; export default 4')
  frontEnd = await FrontEnd.start(folder)
})

afterAll(() => frontEnd.stop())

describe('a cell', () => {
  it.each([
    ['1 + 1', ['result 2']],
    ['const a: number = 20; a', ['result 20']],
    ["const a = 'again'; a", ["result 'again'"]],
    ['function a() { return 3 }\na()', ['result 3']],
    ['class a { static n = 4 }\na.n', ['result 4']],
    ['enum a { One = 5 }\na.One', ['result 5']],
    ['const a = 20', []],
    [
      "console.log('out'); console.error('err'); await null; console.log('late')",
      ['stdout out\n', 'stderr err\n', 'stdout late\n'],
    ],
    ['await new Promise((r) => setTimeout(() => r(a + 1), 5))', ['result 21']],
    ["console.log('never'); const b: number = 'x'", ["TS2322 Type 'string' is not assignable to type 'number'."]],
    ['b', ["TS2304 Cannot find name 'b'."]],
    ['const = 1', ['TS1134 Variable declaration expected.']],
    ["throw new RangeError('on purpose')", ['RangeError on purpose']],
    ['throw null', ['Thrown null']],
    ["import { answer, Size } from './local.ts'\n[answer, Size.Large]", ['result [ 42, 1 ]']],
    ["import cjs, { two } from 'plain-cjs'\n[cjs.one, two]", ['result [ 1, 2 ]']],
    ["import four, { three } from 'plain-esm'\n[three, four]", ['result [ 3, 4 ]']],
    ["const { three: again } = await import('plain-esm')\nagain", ['result 3']],
    [
      "import { corr2d } from 'tensorcell/conv'\ncorr2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])",
      ['result [ [ 19, 25 ], [ 37, 43 ] ]'],
    ],
    ["import * as tf from '@tensorflow/tfjs-node'\ntf.zeros([2]).shape", ['result [ 2 ]']],
    ["setTimeout(() => { throw new Error('stray') }, 5); await new Promise((r) => setTimeout(r, 30))", ['Error stray']],
  ])('%s', { timeout: 60_000 }, async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })

  it('is told the line and the place that the user wrote', async () => {
    await run('// first\n// second\nthrow new Error("here")')
    const failure = frontEnd.heard.find(({ type }) => type === 'error')!.content as { traceback: string[] }
    const text = stripVTControlCharacters(failure.traceback.join('\n'))
    expect(text).toContain('→ 3 │ throw new Error("here")')
    expect(text).toMatch(/at Cell \[\d+\], line 3, column 7/)
    expect(text).not.toContain('node:')
  })

  it('sees a local file again after it changed, and its new types', async () => {
    writeFileSync(join(folder, 'local.ts'), "export enum Size { Small, Large }\nexport const answer: string = 'new'\n")
    expect(await run("const { answer } = await import('./local.ts')\nanswer.toUpperCase()")).toEqual(["result 'NEW'"])
  })
})

function writePackage(name: string, type: 'module' | 'commonjs', code: string): void {
  const home = join(folder, 'node_modules', name)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name, version: '1.0.0', type, main: 'index.js' }))
  writeFileSync(join(home, 'index.js'), code)
}
