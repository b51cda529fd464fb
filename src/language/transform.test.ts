import { describe, expect, it } from 'vitest'
import { transform } from './transform.ts'

/** The script without its strict directive, its name, and the end of one that shows nothing. */
function scriptOf(source: string): string {
  const { code } = transform(source, 'cell-1.ts')
  return code
    .replace("'use strict';await void 0;", '')
    .replace(/(?:;void 0)?\n\/\/# sourceURL=cell-1.ts$/, '')
    .trim()
}

describe('transform', () => {
  it.each([
    ['const a: number = 1; a', 'let a = 1;\na;'],
    ['let x: string', 'let x;'],
    ['var a = 1', 'let a;\nvoid (a = 1);'],
    ['for (var i = 0; i < 2; i++) {}', 'let i;\nfor (i = 0; i < 2; i++) {}'],
    ['for (var k of [1]) {}', 'let k;\nfor (k of [1]) {}'],
    ['var { a, b: [c] } = o', 'let a, c;\nvoid ({ a, b: [c] } = o);'],
    ['function f(x: number): number { return x }', 'let f = function (x) {\n\treturn x;\n};'],
    ['async function* g() {}', 'let g = async function* () {};'],
    ['class A<T> { constructor(private x: T) {} }', 'class A {\n\tx;\n\tconstructor(x) {\n\t\tthis.x = x;\n\t}\n}'],
    ['interface I { a: 1 }\ntype T = I', ''],
    ["import * as tf from 'x'", 'let tf = await __tensorcell__.import("x");'],
    [
      "import d, { a, b as c } from 'x'",
      "__tensorcell__.bind({ d: 'default', a: 'a', c: 'b' }, await __tensorcell__.import(\"x\"));",
    ],
    [
      "import d, * as n from 'x'",
      'let n = await __tensorcell__.import("x"); __tensorcell__.bind({ d: \'default\' }, n);',
    ],
    ["import { URL } from 'x'", 'let { URL: URL } = await __tensorcell__.import("x");'],
    ["import 'x'", 'void await __tensorcell__.import("x");'],
    ["import type { A } from 'x'", ''],
    ["import { type A, b } from 'x'", '__tensorcell__.bind({ b: \'b\' }, await __tensorcell__.import("x"));'],
    [
      "import j from './a.json' with { type: 'json' }",
      '__tensorcell__.bind({ j: \'default\' }, await __tensorcell__.import("./a.json", { with: { type: "json" } }));',
    ],
    ["const m = await import('x')", 'let m = __tensorcell__.step(await __tensorcell__.import("x"));'],
    ['for await (const x of xs) x', 'for await (const x of __tensorcell__.steps(xs)) x;'],
    ['export default await a', '(__tensorcell__.step(await a));'],
    ['var b = await (await a)', 'let b; void (b = __tensorcell__.step(await __tensorcell__.step(await a)));'],
    ["function f() { return import('x') }", 'let f = function () {\n\treturn __tensorcell__.import("x");\n};'],
    ['import.meta.url', '__tensorcell__.meta.url;'],
    ['export const a = 1', 'let a = 1;'],
    ['export default 5', '(5);'],
    ['export default class A {}', 'class A {}'],
    ['const a = 1\nexport { a }', 'let a = 1;'],
    [
      'enum E { A }',
      'let E;\nvoid (E = /* @__PURE__ */ function(E) {\n\tE[E["A"] = 0] = "A";\n\treturn E;\n}(E || {}));',
    ],
  ])('%s', (source, script) => {
    const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ')
    expect(squeezed(scriptOf(source))).toBe(squeezed(script))
  })

  it.each([
    ['const a: number = 1\nthrow new Error("x")', 'throw', { line: 1, column: 0 }],
    ["import * as x from 'x'\ntype A = 1\n\nboom()", 'boom', { line: 3, column: 0 }],
    ['1\nfunction f(): void {\n  boom()\n}', 'boom', { line: 2, column: 2 }],
    ["1\nimport x from 'gone'", 'import', { line: 1, column: 0 }],
  ])('leads back from the script to the cell: %j', (source, word, place) => {
    const script = transform(source, 'cell-1.ts')
    const lines = script.code.split('\n')
    const line = lines.findIndex((text) => text.includes(word))
    expect(script.origin({ line, column: lines[line]!.indexOf(word) })).toEqual(place)
  })

  it.each([
    ['1', true],
    ['const a = 1; a', true],
    ["'text'", true],
    ['export default 1', true],
    ['a = 1;', true],
    ['1; const a = 1', false],
    ['for (const a of [1]) a', false],
    ['if (true) 1', false],
    ['{ 1 }', false],
    ['class A {}', false],
    ['1; interface A {}', true],
    ['f()\nfunction f() {}', true],
    ["import 'x'", false],
  ])('shows the value of a last expression only: %s', (source, shows) => {
    expect(!transform(source, 'cell-1.ts').code.includes(';void 0\n//#')).toBe(shows)
  })

  it.each([
    ['__dirname', '__tensorcell__.meta.dirname;'],
    ['f(__filename, a.__filename)', 'f(__tensorcell__.meta.filename, a.__filename);'],
    ['({ __dirname })', '({ __dirname: __tensorcell__.meta.dirname });'],
    ['({ __dirname: 1 })', '({ __dirname: 1 });'],
    ['class A { __dirname = 1 }', 'class A { __dirname = 1; }'],
  ])('%s is of the notebook', (source, script) => {
    expect(scriptOf(source).replaceAll(/\s+/g, ' ')).toBe(script)
  })

  it('never makes an empty script of a text that it cannot compile', () => {
    expect(() => transform('const = 1', 'cell-1.ts')).toThrow(SyntaxError)
  })
})
