// What scripts do in V8's REPL mode, as the runtime evaluates them: a case is some cells and the value of the last.
// Rule: the host does what the runtime's does as far as scripts can tell, without a kernel around it.
import { type Runtime, Session } from 'node:inspector'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostName } from './rewrite.ts'
import { transform } from './transform.ts'

const session = new Session()
const lexical = new Set<string>()

const host = {
  import: async (specifier: string, options?: ImportCallOptions) => import(specifier, options),
  bind(names: Record<string, string>, namespace: Record<string, unknown>) {
    for (const [local, imported] of Object.entries(names)) {
      Object.defineProperty(globalThis, local, { get: () => namespace[imported], configurable: true })
    }
  },
  step: <T>(operand: T) => operand,
  steps: <T>(iterable: T) => iterable,
  meta: { url: 'file:///lessons/notebook.ts', dirname: '/lessons', filename: '/lessons/notebook.ts' },
}

beforeAll(() => {
  session.connect()
  Object.assign(globalThis, { [hostName]: host })
})

afterAll(() => session.disconnect())

describe('a name declared in one way, then in another', () => {
  const ways: Record<string, string> = {
    const: 'const NAME = () => VALUE',
    let: 'let NAME = () => VALUE',
    var: 'var NAME = () => VALUE',
    function: 'function NAME() { return VALUE }',
    'async function': 'async function NAME() { return VALUE }',
    class: 'class NAME { static call() { return VALUE } }',
    enum: 'enum NAME { a = VALUE }',
    namespace: 'namespace NAME { export const a = VALUE }',
    'a pattern': 'const { NAME } = { NAME: () => VALUE }',
    import: "import { join as NAME } from 'node:path'",
    'import *': "import * as NAME from 'node:path'",
  }
  const pairs = Object.keys(ways).flatMap((first) => Object.keys(ways).map((second) => [first, second] as const))

  it.each(pairs)('%s, then %s', async (first, second) => {
    const name = `name${++named}`
    const cell = (way: string, value: number) => ways[way]!.replaceAll('NAME', name).replaceAll('VALUE', String(value))
    await run(cell(first, 1))
    await run(cell(second, 2))
    const shape = { class: 'function', enum: 'object', namespace: 'object', 'import *': 'object' }[second] ?? 'function'
    expect(await run(`typeof ${name}`)).toBe(shape)
  })
})

describe('cells', () => {
  it.each<[cells: string[], value: unknown]>([
    [['1 + 1'], 2],
    [['const a = 1', 'a + 1'], 2],
    [['let b = 1', 'b = 2', 'b++', 'b'], 3],
    [['var c = 1', 'c += 1; c'], 2],
    [['for (var d = 0; d < 3; d++) {}', 'd'], 3],
    [['if (true) { var e = 4 }', 'e'], 4],
    [['function f() { return g() }\nfunction g() { return 5 }', 'f()'], 5],
    [['f2()\nfunction f2() { return 6 }'], 6],
    [['function f3() { return 1 }', 'const f4 = () => f3()', 'function f3() { return 7 }', 'f4()'], 7],
    [['const h = 1', 'const i = () => h', 'const h = 8', 'i()'], 8],
    [['await Promise.resolve(9)'], 9],
    [['const j = await Promise.resolve(10)', 'j'], 10],
    [['const k = async () => 11', 'await k()'], 11],
    [['let l = 0; for await (const x of [Promise.resolve(5), 7]) l += x; l'], 12],
    [['class M { #x = 13; get x() { return this.#x } }', 'new M().x'], 13],
    [['class N { static x = 14 }\nN.x'], 14],
    [['class O { constructor(public x: number) {} }', 'new O(15).x'], 15],
    [['enum P { A = 16, B }', 'P.B'], 17],
    [['enum P2 { A = 1, B }', 'P2[2]'], 'B'],
    [["enum P3 { A = 'x' }", 'P3.A'], 'x'],
    [['const enum Q { A = 18 }', 'Q.A'], 18],
    [['namespace R { export const a = 19 }', 'R.a'], 19],
    [['namespace R2.S { export const a = 20 }', 'R2.S.a'], 20],
    [['namespace R3 { export let a = 1; export function set(n: number) { a = n } }', 'R3.set(21); R3.a'], 21],
    [['function T() { return T.a }\nnamespace T { export const a = 22 }', 'T()'], 22],
    [['interface U { a: 1 }\ntype V = U', '23'], 23],
    [['declare const w: number', '24'], 24],
    [['const [x1, , ...x2] = [1, 2, 3, 4]', 'x1 + x2.length'], 3],
    [['const { y1, y2: { y3 = 5 } = {}, ...y4 } = { y1: 1, z: 2 } as any', 'y1 + y3 + y4.z'], 8],
    [["import { basename } from 'node:path'", "basename('/a/b')"], 'b'],
    [["import path from 'node:path'", "path.basename('/a/b')"], 'b'],
    [["import path2, { sep as s1 } from 'node:path'", 'path2.sep === s1'], true],
    [["import * as path3 from 'node:path'", "path3.basename('/a/c')"], 'c'],
    [["import { 'sep' as s2 } from 'node:path'", 's2'], '/'],
    [["import type { ParsedPath } from 'node:path'", '25'], 25],
    [["const { sep: s3 } = await import('node:path')", 's3'], '/'],
    [['export const exported = 26', 'exported'], 26],
    [['export function ef() { return 27 }', 'ef()'], 27],
    [['const inner = 28\nexport { inner as outer }', 'inner'], 28],
    [['export default 29'], 29],
    [['export default function named() { return 30 }', 'named()'], 30],
    [['export default class Named { static a = 31 }', 'Named.a'], 31],
    [['import.meta.url'], 'file:///lessons/notebook.ts'],
    [['import.meta.dirname'], '/lessons'],
    [['__dirname'], '/lessons'],
    [["const __filename = 'own'", '__filename'], 'own'],
    [['const shadow = (__dirname: string) => __dirname.length', "shadow('ab')"], 2],
    [['const as1 = 32 as unknown as string; as1'], 32],
    [['const nn: number | undefined = 33; nn!'], 33],
    [['const sat = { a: 34 } satisfies object; sat.a'], 34],
    [['const opt = { a: { b: 35 } } as { a?: { b: number } }; opt?.a?.b ?? 0'], 35],
    [['let lg: number | undefined; lg ??= 36; lg'], 36],
    [['2n ** 10n'], 1024n],
    [['1_000'], 1000],
    [['`a\\n`'], 'a\n'],
    [['(function () { return this })()'], undefined],
    [['label: for (;;) { break label }\n37'], 37],
    [['/a(?<n>b)/.exec("ab")!.groups!.n'], 'b'],
    [['const gen = function* () { yield 38 }; [...gen()][0]'], 38],
    [["'text'"], 'text'],
    [["'use strict'; 39"], 39],
    [['// only a comment'], undefined],
    [['const shown = 40'], undefined],
    [['for (const each of [41]) each'], undefined],
    [['if (true) 42'], undefined],
    [['{ 43 }'], undefined],
    [['try { 44 } catch {}'], undefined],
    [['; 45 ;'], 45],
    [['({ a: 46 }).a'], 46],
    [['46; interface After {}'], 46],
    [
      [
        'const closed: string[] = []',
        '{ using u = { [Symbol.dispose]() { closed.push("u") } }; closed.push("in") }',
        'closed.join()',
      ],
      'in,u',
    ],
    [['using top1 = { n: 47, [Symbol.dispose]() { this.n++ } }', 'top1.n'], 48],
    [['await using top2 = { n: 48, async [Symbol.asyncDispose]() { this.n++ } }', 'top2.n'], 49],
    [
      [
        'const plus = (value: Function, _: unknown) => function (this: any) { return value.call(this) + 1 }\nclass Dec { @plus method() { return 49 } }',
        'new Dec().method()',
      ],
      50,
    ],
    [
      ['const init = (_: undefined, __: unknown) => (n: number) => n + 1\nclass Dec2 { @init a = 50 }', 'new Dec2().a'],
      51,
    ],
    [['class Acc { accessor a = 51 }', 'new Acc().a'], 51],
    [['const make = <T,>(t: T): T => t; make<number>(52)'], 52],
    [
      [
        'function over(a: string): string\nfunction over(a: number): number\nfunction over(a: unknown) { return a }',
        'over(53)',
      ],
      53,
    ],
    [
      [
        'abstract class Sh { abstract a(): number; b() { return this.a() } }\nclass Sq extends Sh { a() { return 54 } }',
        'new Sq().b()',
      ],
      54,
    ],
    [['class Fi { declare a: number; b?: number }', "'a' in new Fi()"], false],
    [['class Fi2 { b?: number }', "'b' in new Fi2()"], true],
    [
      [
        'const obj = { async *[Symbol.asyncIterator]() { yield 55 } }\nlet got = 0\nfor await (const g of obj) got = g\ngot',
      ],
      55,
    ],
    [['let live = 1; const read = () => live', "let live = 'new'", 'read()'], 'new'],
    [['#| echo: false'.replace('#|', '//')], undefined],
  ])('%j', async (cells, value) => {
    let last: unknown
    for (const cell of cells) last = await run(cell)
    expect(last).toEqual(value)
  })

  it.each<[cells: string[], message: string]>([
    [['throw new Error("thrown")'], 'Error: thrown'],
    [['const once = (() => { throw new Error("half") })()'], 'Error: half'],
    [['unknownName'], 'ReferenceError: unknownName is not defined'],
    [["import { sep as fixed } from 'node:path'", '// @ts-ignore\nfixed = 1'], 'TypeError: Cannot set property fixed'],
    [["await import('no-such-package')"], "Error: Cannot find package 'no-such-package'"],
  ])('%j throws', async (cells, message) => {
    for (const cell of cells.slice(0, -1)) await run(cell)
    await expect(run(cells.at(-1)!)).rejects.toThrow(message)
  })
})

let named = 0

/** Evaluates a cell as runtime/evaluate.ts does; primitive values only. */
function run(source: string): Promise<unknown> {
  const { code } = transform(source, 'cell.ts', { lexical })
  return new Promise((resolve, reject) => {
    session.post('Runtime.evaluate', { expression: code, replMode: true, awaitPromise: true }, (error, reply) => {
      const { result, exceptionDetails } = reply as Runtime.EvaluateReturnType
      if (error || exceptionDetails) reject(new Error(exceptionDetails?.exception?.description ?? String(error)))
      else resolve(result.unserializableValue ? BigInt(result.unserializableValue.slice(0, -1)) : result.value)
    })
  })
}
