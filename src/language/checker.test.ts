// The checker with the real language server: a case is the cells of a notebook and what is wrong with the last of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { surroundingsOf } from '../runtime/surroundings.ts'
import { Checker, type Strictness } from './checker.ts'

const folder = mkdtempSync(join(tmpdir(), 'checker-test-'))
const checkers: Checker[] = []
const shared = start()

afterAll(() => {
  for (const checker of checkers) checker.stop()
  rmSync(folder, { recursive: true })
})

describe('types across cells', () => {
  it.each<[cells: string[], mistakes: string[]]>([
    [['const n = 1', 'n.toFixed()'], []],
    [['const n = 1', "const n = 'a'", 'n.toUpperCase()'], []],
    [['const n = 1', 'n.toUpperCase()'], ["TS2339 Property 'toUpperCase' does not exist on type '1'."]],
    [['let m = 1', 'm = 2', 'm++'], []],
    [['let m = 1', "m = 'a'"], ["TS2322 Type 'string' is not assignable to type 'number'."]],
    [['const c = 1', 'c = 2'], ["TS2588 Cannot assign to 'c' because it is a constant."]],
    [['function fixed() {}', 'fixed = 2'], ["TS2630 Cannot assign to 'fixed' because it is a function."]],
    [['var v = 1', 'v = 2'], []],
    [['let later: string', "later = 'a'"], []],
    [['interface Point { x: number }', 'const p: Point = { x: 1 }', 'p.x'], []],
    [['type Pair<T> = [T, T]', 'const q: Pair<number> = [1, 2]', 'q[1].toFixed()'], []],
    [['enum Color { Red }', 'const color: Color = Color.Red', 'Color[color]'], []],
    [['const enum Flag { On = 1 }', 'Flag.On.toFixed()'], []],
    [['namespace Space { export const a = 1; export type T = string }', "const t: Space.T = 'a'; Space.a"], []],
    [['namespace Outer.Inner { export const a = 1 }', 'Outer.Inner.a'], []],
    [['class A<T> { constructor(public t: T) {} }', 'class B extends A<string> {}', "new B('x').t.length"], []],
    [
      ['abstract class Shape { abstract area(): number }', 'new Shape()'],
      ['TS2511 Cannot create an instance of an abstract class.'],
    ],
    [
      [
        'function f(a: string): string\nfunction f(a: number): number\nfunction f(a: any) { return a }',
        'f(1).toFixed()',
      ],
      [],
    ],
    [['function g<T extends object>(t: T) { return t }', 'g({ a: 1 }).a'], []],
    [['declare const injected: { k: number }', 'injected.k'], []],
    [['declare function outside(): string', 'outside().length'], []],
    [["import type { Stats } from 'node:fs'", 'const s: Stats | undefined = undefined'], []],
    [["import { readFileSync, type Stats as Status } from 'node:fs'", "let s2: Status; readFileSync('x')"], []],
    [["import fs = require('node:fs')", "fs.existsSync('.')"], []],
    [['const o = { a: 1 } satisfies Record<string, number>', 'o.a'], []],
    [
      ["const w = { a: 'x' } satisfies Record<string, number>"],
      ["TS2322 Type 'string' is not assignable to type 'number'."],
    ],
    [['const [d, { e }] = [1, { e: [2] }] as const', 'e[0] + d'], []],
    [['declare global { interface Array<T> { second(): T } }', '[1, 2].second().toFixed()'], []],
    [
      ["declare module 'node:fs' { export const extra: number }", "import { extra } from 'node:fs'", 'extra.toFixed()'],
      [],
    ],
    [['export const visible = 1', 'visible.toFixed()'], []],
    [['export default class Named {}', 'new Named()'], []],
    [['const $dollar = 1, ünïcode = 2', '$dollar + ünïcode'], []],
    [['const first = 1', 'const second = first + 1', "const first = 'x'", 'second.toFixed() + first.length'], []],
    [['const self = 1', 'const self = 2', 'self.toFixed()'], []],
    [['function outerF() { return innerF() }\nfunction innerF() { return 1 }', 'outerF().toFixed()'], []],
    [['// @ts-expect-error\nconst bad: string = 1'], []],
    [['// @ts-expect-error\nconst good: number = 1'], ["TS2578 Unused '@ts-expect-error' directive."]],
    [['// @ts-nocheck\nconst wrong: string = 1', 'wrong.length'], []],
    [['// about\n\n// @ts-nocheck\nconst wrong: string = 1'], []],
    [['// @ts-nocheck\nconst = 1'], ['SyntaxError Unexpected token']],
    [['const twice: string = 1; twice.nothing; 5 5'], ["TS1005 ';' expected."]],
    [['undeclared'], ["TS2304 Cannot find name 'undeclared'."]],
    [['await Promise.resolve(1)'], []],
    [['import defer'], ['TS1109 Expression expected.']],
    [['using u = { [Symbol.dispose]() {} }', 'u'], []],
    [['#| echo: false\nconst n2 = 1', 'n2'], []],
  ])('%j', async (cells, mistakes) => {
    const checker = await shared
    for (const cell of cells.slice(0, -1)) expect(await said(checker, cell)).toEqual([])
    expect(await said(checker, cells.at(-1)!)).toEqual(mistakes)
  })
})

describe('a cell that runs again', () => {
  it('replaces what it declared before', async () => {
    const checker = start()
    await checker.check('const a = 1, b = 2', { id: 'x' })
    await checker.check('const a = 1', { id: 'x' })
    expect(await said(checker, 'a + 1')).toEqual([])
    expect(await said(checker, 'b')).toEqual(["TS2304 Cannot find name 'b'."])
  })

  it('may go on with what it declared before', async () => {
    const checker = start()
    await checker.check('const a = [1]', { id: 'x' })
    for (const _ of [1, 2]) expect((await checker.check('a.length', { id: 'x' })).mistakes).toEqual([])
  })

  it('replaces the global types that it declared before', async () => {
    const checker = start()
    await checker.check('declare global { var shared: number }', { id: 'x' })
    expect((await checker.check('declare global { var shared: string }', { id: 'x' })).mistakes).toEqual([])
    expect(await said(checker, 'shared.length')).toEqual([])
  })

  it('keeps what it declared when it does not pass', async () => {
    const checker = start()
    await checker.check('const a = 1', { id: 'x' })
    expect((await checker.check('const b: string = 1', { id: 'x' })).mayRun).toBe(false)
    expect(await said(checker, 'a')).toEqual([])
  })
})

describe('a cell that failed half-way', () => {
  it.each<[before: string, failed: string, use: string, mistakes: string[]]>([
    [
      'const a = 1',
      "const a = 'x'",
      'a.length',
      ["TS2339 Property 'length' does not exist on type '\"x\" | 1'.\n  Property 'length' does not exist on type '1'."],
    ],
    ['const a = 1', "const a = 'x'", 'a.toString()', []],
    ['let a = 1', "let a = 'x'", "a = 2; a = 'y'", []],
    ['1', "const a = 'x'", 'a.length', []],
    ['class A { x = 1 }', 'class A { y = 1 }', 'new A().y', []],
  ])('%s, then %s', async (before, failed, use, mistakes) => {
    const checker = start()
    await checker.check(before)
    await checker.check(failed)
    checker.failed()
    expect(await said(checker, use)).toEqual(mistakes)
  })

  it('changes nothing for the cells before it', async () => {
    const checker = start()
    for (const cell of ['const a = 1', "const a = 'x'", 'throw 1']) await checker.check(cell)
    checker.failed()
    expect(await said(checker, 'a.length')).toEqual([])
  })
})

describe('how strictly', () => {
  it.each<[Strictness, boolean, string[]]>([
    ['error', false, ["TS2322 Type 'string' is not assignable to type 'number'."]],
    ['warn', true, ["TS2322 Type 'string' is not assignable to type 'number'."]],
    ['off', true, []],
  ])('%s', async (strictness, mayRun, mistakes) => {
    const checker = start(strictness)
    const verdict = await checker.check("const n: number = 'x'")
    expect(verdict.mayRun).toBe(mayRun)
    expect(verdict.mistakes.map(({ name, message }) => `${name} ${message}`)).toEqual(mistakes)
    expect((await checker.check('const = 1')).mayRun).toBe(false)
  })
})

describe('the language server', () => {
  it('is replaced when it was killed, and knows the notebook', async () => {
    const { checker, signal } = await startAlone()
    expect(await said(checker, "import * as tf from '@tensorflow/tfjs-node'")).toEqual([])
    signal('SIGKILL')
    expect(await said(checker, 'before.toFixed(); const after = tf.ones([2])')).toEqual([])
    expect(await said(checker, 'after.shape')).toEqual([])
  })

  it.each(['while it prepares', 'while it checks'])('that hangs %s is replaced after Stop', async (when) => {
    const { checker, signal } = await startAlone()
    if (when === 'while it checks') await sleep(500)
    signal('SIGSTOP')
    const stop = new AbortController()
    const check = checker.check('const stopped = 1', { signal: stop.signal })
    setTimeout(() => stop.abort(), 100)
    await expect(check).rejects.toThrow('aborted')
    expect(await said(checker, 'before.toFixed()')).toEqual([])
  })

  it('forgets a cell that was stopped while it was checked', async () => {
    const checker = start()
    const stop = new AbortController()
    const check = checker.check('const stopped = 1', { signal: stop.signal })
    stop.abort()
    await expect(check).rejects.toThrow()
    expect(await said(checker, 'stopped')).toEqual(["TS2304 Cannot find name 'stopped'."])
  })
})

function start(strictness?: Strictness): Checker {
  const checker = new Checker(folder, surroundingsOf(folder), strictness)
  checkers.push(checker)
  return checker
}

async function said(checker: Checker, code: string): Promise<string[]> {
  return (await checker.check(code)).mistakes.map(({ name, message }) => `${name} ${message}`)
}

/** The only checker left, which knows one cell, and how to signal its language server. */
async function startAlone(): Promise<{ checker: Checker; signal: (name: NodeJS.Signals) => void }> {
  for (const other of checkers) other.stop()
  while (ownServers().length > 0) await sleep(10)
  const checker = start()
  await checker.check('const before = 1')
  const [own = 0] = ownServers()
  return { checker, signal: (name) => void process.kill(own, name) }
}

/** The language servers of this process, by what Linux says of its processes. */
function ownServers(): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.filter((id) => parentOf(id) === process.pid).map(Number)
}

function parentOf(id: string): number | undefined {
  try {
    return Number(/\(tsc\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}
