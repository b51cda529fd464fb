// TypeScript through the real kernel: what a learner writes in cells and files, and exactly what is seen of it.
// Rule: one kernel for all cases of a folder, so each case also shows that the ones before it left the kernel well.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontEnd } from './front-end.ts'

const folder = mkdtempSync(join(tmpdir(), 'language-test-'))
let frontEnd: FrontEnd
const run = (code: string) => frontEnd.run(code)

beforeAll(async () => {
  write(
    'tsconfig.json',
    '{\n  // the learner\'s own\n  "compilerOptions": { "paths": { "@/*": ["./lib/*"] }, "noImplicitAny": true, },\n}',
  )
  write('lib/net.ts', "import { scale } from '@/scale'\nexport const twice = (n: number) => n * scale\n")
  write('lib/scale.ts', 'export const scale: number = 2\n')
  write('counter.ts', 'export let count = 0\nexport function increment() { count++ }\n')
  write(
    'decorated.ts',
    'export function twice(method: (n: number) => number, _: ClassMethodDecoratorContext) {\n  return function (this: unknown, n: number) { return method.call(this, n) * 2 }\n}\nexport class Model { @twice predict(n: number) { return n } }\n',
  )
  write(
    'thrower.ts',
    '// a comment\nexport interface Unused { a: 1 }\n\nexport function fail(): never {\n  throw new Error("inside")\n}\n',
  )
  write(
    'uses-tf.ts',
    "import * as tf from '@tensorflow/tfjs-node'\nimport { corr2d } from 'tensorcell/conv'\nexport const ones = (): tf.Tensor => tf.ones([2])\nexport const corr = corr2d\n",
  )
  write('plain.js', 'export const plain = 1\n')
  write('part.mts', 'export const part = 5\n')
  write('numbers.json', '{ "values": [1, 2] }')
  write(
    'node_modules/react/package.json',
    '{ "name": "react", "version": "0.0.0", "type": "module", "exports": { "./jsx-runtime": { "types": "./jsx-runtime.d.ts", "default": "./jsx-runtime.js" } } }',
  )
  write(
    'node_modules/react/jsx-runtime.js',
    'export const jsx = (type, props) => ({ type, props }); export const jsxs = jsx',
  )
  write(
    'node_modules/react/jsx-runtime.d.ts',
    'export namespace JSX { interface IntrinsicElements { b: { children?: unknown; id?: string } } interface Element { type: string; props: object } }\nexport const jsx: unknown, jsxs: unknown',
  )
  frontEnd = await FrontEnd.start(folder)
})

afterAll(() => frontEnd.stop())

describe('the language', () => {
  it.each([
    [
      '{ using file = { [Symbol.dispose]: () => console.log("closed") }; console.log("open") }',
      ['stdout open\nclosed\n'],
    ],
    ['await using late = { [Symbol.asyncDispose]: async () => console.log("closed") }', ['stdout closed\n']],
    [
      'const log = (value: Function, context: ClassDecoratorContext) => console.log(context.kind, context.name)\n@log class Seen { @field n = 1 }\nfunction field(_: undefined, context: ClassFieldDecoratorContext) { return (n: number) => n + 1 }\nnew Seen().n',
      ['stdout class Seen\n', 'result 2'],
    ],
    ['new Seen().n + 1', ['result 3']],
    ['namespace Counted { export let n = 1; export const more = () => ++n }\nCounted.more(); Counted.n', ['result 2']],
    ['namespace Deep.er { export const a = 3 }\nDeep.er.a', ['result 3']],
    ['const enum Level { Low = 4 }\nLevel.Low', ['result 4']],
    [
      'function pick(a: string): string\nfunction pick(a: number): number\nfunction pick(a: unknown) { return a }\npick(5)',
      ['result 5'],
    ],
    ['const bold = <b id="x">hi</b>\nbold.type', ["result 'b'"]],
    ['bold.props', ["result { id: 'x', children: 'hi' }"]],
    ['const same = <T,>(t: T) => t; same<number>(6)', ['result 6']],
    ['let grown = 1\nconst grow = () => grown', []],
    ['grown = 7', ['result 7']],
    ['grow()', ['result 7']],
    ["let grown = 'new'", []],
    ['grow()', ["result 'new'"]],
    [
      'class Base { greet() { return 1 } }\nclass Kind extends Base { override greet() { return super.greet() + 7 } }\nnew Kind().greet()',
      ['result 8'],
    ],
    [
      'abstract class Shape { declare area: number; constructor(readonly side: number) {} }\nclass Square extends Shape {}\nnew Square(9).side',
      ['result 9'],
    ],
    [
      'declare global { interface Number { plus(n: number): number } }\nNumber.prototype.plus = function (n) { return Number(this) + n }\n;(4).plus(6)',
      ['result 10'],
    ],
    ['// @ts-expect-error\nconst wrong: number = "x"; wrong', ["result 'x'"]],
    ['// @ts-nocheck\nconst unchecked: number = "y"; unchecked', ["result 'y'"]],
    ['function loose(a) { return a }', ["TS7006 Parameter 'a' implicitly has an 'any' type."]],
    ['class LearnerError extends Error {}\nthrow new LearnerError("own")', ['LearnerError own']],
    ["const s = 'a' satisfies string; s + '!'", ["result 'a!'"]],
    ['label: for (const a of [1, 2]) { if (a === 2) break label }', []],
    ["'use strict'; 12", ['result 12']],
  ])('%s', { timeout: 60_000 }, async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

it('a name whose cell failed says which cell to run again', async () => {
  expect(await run('const half = (() => { throw new Error("half-way") })() as number')).toEqual(['Error half-way'])
  const [failure] = await run('half')
  expect(failure).toMatch(
    /^ReferenceError half is not defined. Cell \[\d+\], which declares it, ended before half got its value. Run that cell again first.$/,
  )
})

describe('modules', () => {
  it.each([
    ["import { twice } from '@/net'\ntwice(4)", ['result 8']],
    ["import { count, increment } from './counter.ts'\nincrement(); count", ['result 1']],
    ['increment(); increment(); count', ['result 3']],
    ["import { Model } from './decorated.ts'\nnew Model().predict(5)", ['result 10']],
    ["import { plain } from './plain.js'\nimport { part } from './part.mts'\n[plain, part]", ['result [ 1, 5 ]']],
    ["import numbers from './numbers.json' with { type: 'json' }\nnumbers.values", ['result [ 1, 2 ]']],
    ["import bare from './numbers.json'\nbare.values[0]", ['result 1']],
    [
      "import { ones, corr } from './uses-tf.ts'\nimport * as tf from '@tensorflow/tfjs-node'\n[ones() instanceof tf.Tensor, typeof corr]",
      ["result [ true, 'function' ]"],
    ],
    ["import { basename } from 'node:path'\nbasename(import.meta.url)", ["result 'notebook.ts'"]],
    [
      "const { readFileSync } = require('node:fs') as typeof import('node:fs')\nreadFileSync('plain.js', 'utf8').length",
      ['result 23'],
    ],
    ["import path = require('node:path')\npath.basename(__dirname) === path.basename(process.cwd())", ['result true']],
    ["import type { Stats } from 'node:fs'\nlet stats: Stats | undefined; stats", []],
    ["import 'node:fs'", []],
    ["export * from './plain.js'", []],
  ])('%s', { timeout: 60_000 }, async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })

  it('are loaded again, with their types, when a file that they import has changed', async () => {
    write('lib/scale.ts', 'export const scale: number = 3\n')
    expect(await run("import { twice } from '@/net'\ntwice(4)")).toEqual(['result 12'])
    write('lib/scale.ts', "export const scale: string = 'x'\n")
    expect(await run("import { scale } from '@/scale'\nscale.length")).toEqual(['result 1'])
  })

  it('that are wrong are refused like a cell, before anything runs', async () => {
    write('wrong.ts', "export const a: number = 'x'\n")
    write('uses-wrong.ts', "export { a } from './wrong.ts'\n")
    write('broken.ts', 'export const = 1\n')
    const mistake = "TS2322 Type 'string' is not assignable to type 'number'."
    expect(await run("import { a } from './uses-wrong.ts'\nconsole.log('never')")).toEqual([mistake])
    const { traceback } = frontEnd.heard.find(({ type }) => type === 'error')!.content as { traceback: string[] }
    expect(stripVTControlCharacters(traceback.join('\n'))).toContain(
      `${join(folder, 'wrong.ts')}, line 1, column 14\n→ 1 │ export const a`,
    )
    expect(await run("import './broken.ts'")).toEqual(['TS1134 Variable declaration expected.'])
    write('wrong.ts', 'export const a: number = 1\n')
    expect(await run("import { a } from './uses-wrong.ts'\na")).toEqual(['result 1'])
  })

  it('that are missing are named with the command that installs them here', async () => {
    write('pnpm-lock.yaml', '')
    const [failure] = await run("import { scaleLinear } from 'd3/scale'")
    expect(failure).toMatch(/^TS2307 Cannot find module 'd3\/scale'/)
    expect(failure).toContain(`The package d3 is not installed here. In a terminal: cd ${folder} && pnpm add d3`)
    expect(await run("await import(['d', '3'].join(''))")).toEqual([
      `Error Cannot find package 'd3'. The package d3 is not installed here. In a terminal: cd ${folder} && pnpm add d3`,
    ])
    rmSync(join(folder, 'pnpm-lock.yaml'))
  })

  it('that are missing are found once they are installed', async () => {
    expect((await run("import { late } from 'late-package'\nlate"))[0]).toMatch(/^TS2307/)
    write('node_modules/late-package/package.json', '{ "name": "late-package", "type": "module", "main": "index.js" }')
    write('node_modules/late-package/index.js', 'export const late = 1')
    expect(await run("import { late } from 'late-package'\nlate")).toEqual(['result 1'])
  })
})

describe('packages from npm that are ES modules only', { timeout: 240_000 }, () => {
  const place = mkdtempSync(join(tmpdir(), 'language-npm-'))
  let other: FrontEnd

  beforeAll(async () => {
    const packages = ['d3@7', '@types/d3@7', 'node-fetch@3']
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--prefix', place, ...packages], {
      cwd: place,
    })
    other = await FrontEnd.start(place)
  }, 240_000)

  afterAll(() => other.stop())

  it.each([
    ["import * as d3 from 'd3'\nd3.mean([1, 2, 3])", ['result 2']],
    ['const scale = d3.scaleLinear([0, 1], [0, 100]); scale(0.5).toFixed(1)', ["result '50.0'"]],
    ["d3.mean('text')", [expect.stringMatching(/^TS2345 Argument of type 'string'/)]],
    [
      "import fetch, { Headers } from 'node-fetch'\n[typeof fetch, new Headers({ a: 'b' }).get('a')]",
      ["result [ 'function', 'b' ]"],
    ],
  ])('%s', async (code, seen) => {
    expect(await other.run(code)).toEqual(seen)
  })
})

/** Writes a file of the notebook's folder, at a time that no earlier version of it has. */
function write(path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const time = new Date(Date.now() + ++written * 1000)
  utimesSync(file, time, time)
}

let written = 0
