// What cells show, over real zeromq: the display API, values that show themselves, console, and other kernels' APIs.
// Rule: a case is a cell and exactly what is seen of it, in order: `TYPE MIME content`, the richest form alone.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontEnd } from './front-end.ts'

const folder = mkdtempSync(join(tmpdir(), 'display-test-'))
let frontEnd: FrontEnd
const run = (code: string) => frontEnd.run(code)

beforeAll(async () => {
  writeFileSync(join(folder, 'dot.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  const home = join(folder, 'node_modules', 'needs-tensorflow')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'index.js'), "exports.tf = require('@tensorflow/tfjs-node')")
  frontEnd = await FrontEnd.start(folder)
})

afterAll(() => frontEnd.stop())

describe('display', () => {
  it.each([
    [
      "display('a'); console.log('b'); display.html('<i>c</i>')",
      ["display 'a'", 'stdout b\n', 'display html <i>c</i>'],
    ],
    ["display.mime({ 'text/html': '<b>1</b>', 'text/plain': '1' })", ['display html <b>1</b>']],
    [
      "import { newDisplay } from 'tensorcell'\nconst place = newDisplay()\nplace.text('a')\nplace(2)",
      ['display a', 'update 2'],
    ],
    ["display(1, { id: 'x' }); display(2, { id: 'x', update: true })", ['display 1', 'update 2']],
    [
      "import { clearOutput } from 'tensorcell'\nconsole.log('a'); clearOutput(true); console.log('b')",
      ['stdout a\n', 'clear true', 'stdout b\n'],
    ],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

describe('tags', () => {
  it.each([
    [`const word = '<pad>'; html\`<b>\${word}</b>\``, ['result html <b>&lt;pad&gt;</b>']],
    ['md`# 1`', ['result markdown # 1']],
    ['svg`<svg/>`', ['result svg+xml <svg/>']],
    ['tex`\\frac{1}{2}`', ['result latex $\\displaystyle \\frac{1}{2}$']],
    ["import { image } from 'tensorcell'\nimage('dot.png')", ['result png iVBORw0KGgo=']],
    ["image('none.png')", [`Error none.png is not there. It was looked for at ${join(folder, 'none.png')}.`]],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

describe('progress', () => {
  const cells: [code: string, last: RegExp][] = [
    ['for (const x of progress([1, 2])) {}', /^update html <div.*2\/2 in \d+\.\d s/],
    ['for await (const x of progress(3)) {}', /3\/3 in/],
    ["async function* f() { yield 1 }\nfor await (const x of progress(f(), { label: 'f' })) {}", /f<.*1 step in/],
    ['for (const x of progress(3)) if (x === 1) break', /1\/3, left after/],
  ]

  it.each(cells)('%s', async (code, last) => {
    const seen = await run(code)
    expect(seen[0]).toMatch(/^display html/)
    expect(seen.slice(1)).toEqual([expect.stringMatching(last)])
  })

  it('is plain text where a loop was stopped', async () => {
    const ended = run('for (const x of progress(3)) if (x === 1) throw new Error("in the loop")')
    expect((await ended).at(-1)).toBe('Error in the loop')
    const texts = frontEnd.heard.flatMap(({ type, content }) =>
      type === 'update_display_data' ? content.data['text/plain'] : [],
    )
    expect(texts).toEqual([expect.stringMatching(/^\|█{6}░{14}\| 1\/3, left after 0\.\d s$/)])
  })
})

describe('console', () => {
  it.each([
    [
      "console.table([{ a: 1, b: 'x' }]); console.log('after')",
      [expect.stringMatching(/^display html <table.*<td[^>]*>x</), 'stdout after\n'],
    ],
    ['console.table(1)', ['stdout 1\n']],
    ["console.group('a'); console.log('b'); console.groupEnd(); console.log('c')", ['stdout a\n  b\nc\n']],
    ["console.group('a'); console.group('b')", ['stdout a\n  b\n']],
    ["console.log('the groups of the cell before have ended')", ['stdout the groups of the cell before have ended\n']],
    ["console.time('t')", []],
    ["console.timeEnd('t')", [expect.stringMatching(/^stdout t: [\d.]+m?s\n$/)]],
    ['console.count(); console.count()', ['stdout default: 1\ndefault: 2\n']],
    ["console.assert(true, 'a'); console.assert(1 > 2, 'b')", ['stderr Assertion failed: b\n']],
    ['console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })', ['stdout { a: [Object] }\n']],
    ["console.log('%s is %d', 'a', 1, new Map([[1, 2]]))", ['stdout a is 1 Map(1) { 1 => 2 }\n']],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

it('a package that requires TensorFlow itself shares it', { timeout: 60_000 }, async () => {
  expect(await run("import { tf as theirs } from 'needs-tensorflow'\ntypeof theirs.tensor")).toEqual([
    "result 'function'",
  ])
  expect(await run("import * as tf from '@tensorflow/tfjs-node'\ntheirs === tf")).toEqual(['result true'])
})

describe('the memory of TensorFlow.js', { timeout: 60_000 }, () => {
  it.each([
    ["import { memory } from 'tensorcell'\nmemory()", ['result TensorFlow.js holds no tensors.']],
    ["import * as tf from '@tensorflow/tfjs-node'\nconst X = tf.zeros([1000])", []],
    [
      "console.log('X', X, tf.scalar(3))",
      ['stdout X Tensor float32 [1000] [0, 0, 0, 0, 0, …, 0, 0, 0, 0, 0] Tensor float32 [] 3\n'],
    ],
    ['[tf.scalar(1)].map((loss) => ({ loss }))', ['result [ { loss: Tensor float32 [] 1 } ]']],
    [
      'tf.disposeVariables(); tf.dispose([]); for (const n of [0]) { tf.tidy(() => tf.ones([2])).dispose(); void n }',
      [],
    ],
    [
      'const { tensors, bytes, cells } = memory(); [tensors, bytes, cells.length, cells[0]?.biggest]',
      ["result [ 3, 4008, 3, [ 'float32 [1000]' ] ]"],
    ],
    [
      'for (let n = 0; n < 1000; n++) { tf.ones([1]); void 0 }',
      [expect.stringMatching(/^display html .*This cell left 1,000 tensors/)],
    ],
    ['tf.tidy(() => { for (let n = 0; n < 5000; n++) tf.ones([1]) })', []],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

describe('an error as a value, and a promise', () => {
  it.each([
    [
      "// first\nconst f = () => new RangeError('no'); f()",
      ['result RangeError: no\n    at f (Cell [N], line 2, column 17)\n    at Cell [N], line 2, column 39'],
    ],
    [
      "display(Object.assign(new Error('no'), { code: 1 }))",
      ['display Error: no\n    at Cell [N], line 1, column 23 {\n  code: 1\n}'],
    ],
    ["console.error(new TypeError('no'))", ['stderr TypeError: no\n    at Cell [N], line 1, column 15\n']],
    ["console.trace('here')", ['stderr Trace: here\n    at Cell [N], line 1, column 9\n']],
    ['Promise.resolve(1)', ['result Promise { 1 }']],
    ['console.log({ a: new Promise(() => {}) })', ['stdout { a: Promise { <pending> } }\n']],
  ])('%s', async (code, seen) => {
    expect((await run(code)).map((text) => text.replace(/Cell \[\d+\]/g, 'Cell [N]'))).toEqual(seen)
  })
})

describe('a notebook written for tslab', () => {
  const bytes = 'new Uint8Array([1, 2])'

  it.each([
    ["import * as tslab from 'tslab'\ntslab.display.html('<b>1</b>')", ['display html <b>1</b>']],
    ["const { display: shown } = require('tslab'); shown.html('<b>2</b>')", ['display html <b>2</b>']],
    ['typeof require.resolve', ["result 'function'"]],
    ["tslab.display.javascript('1')", ['display javascript 1']],
    ["tslab.display.markdown('*1*')", ['display markdown *1*']],
    ["tslab.display.latex('$1$')", ['display latex $1$']],
    ["tslab.display.svg('<svg/>')", ['display svg+xml <svg/>']],
    [`tslab.display.png(${bytes})`, ['display png AQI=']],
    [`tslab.display.jpeg(${bytes})`, ['display jpeg AQI=']],
    [`tslab.display.gif(${bytes})`, ['display gif AQI=']],
    [`tslab.display.pdf(${bytes})`, ['display pdf AQI=']],
    ["tslab.display.text('1')", ['display 1']],
    [`tslab.display.raw('a/b', ${bytes})`, ['display b AQI=']],
    ["let place: tslab.Display = tslab.newDisplay()\nplace.text('1'); place.html('2')", ['display 1', 'update html 2']],
    [
      'Object.values<string>(tslab.versions).every((version) => /^v?\\d+\\.\\d+\\.\\d+/.test(version))',
      ['result true'],
    ],
    ['const scale = (values, factor) => values.map((value) => value * factor); scale([1, 2], 3)', ['result [ 3, 6 ]']],
    ['let missing: number = null; missing', ['result null']],
    ['tslab.display.html(1)', ["TS2345 Argument of type 'number' is not assignable to parameter of type 'string'."]],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

describe('a notebook written for Deno', () => {
  it.each([
    ["import { Deno } from 'tensorcell/deno'\nawait Deno.jupyter.display('a')", ["display 'a'"]],
    ["await Deno.jupyter.display({ 'text/html': '<b>1</b>' }, { raw: true })", ['display html <b>1</b>']],
    [
      "await Deno.jupyter.display(1, { display_id: 'a' }); await Deno.jupyter.display(2, { display_id: 'a', update: true })",
      ['display 1', 'update 2'],
    ],
    ['const { html, md, svg, image, display } = Deno.jupyter', []],
    ['md`V8 $' + '{Deno.version.v8.length > 3}`', ['result markdown V8 true']],
    ["const word = '<b>1</b>'; html`<p>\u0024{word}</p>`", ['result html <p><b>1</b></p>']],
    ['md`*1*`', ['result markdown *1*']],
    ['svg`<svg/>`', ['result svg+xml <svg/>']],
    ["image('dot.png')", ['result png iVBORw0KGgo=']],
    [
      "const own: Deno.jupyter.Displayable = { [Deno.jupyter.$display]: async () => ({ 'text/html': '1' }) }; own",
      ['result html 1'],
    ],
    [
      "class Shown { [Symbol.for('Jupyter.display')]() { return { 'text/html': '2' } } }\nnew Shown()",
      ['result html 2'],
    ],
    ['await Deno.jupyter.format(own)', [expect.stringContaining("'text/html': '1'")]],
    [
      "await Deno.jupyter.broadcast('display_data', { data: { 'text/plain': 'b' }, metadata: {}, transient: {} })",
      ['display b'],
    ],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})

describe("a name of the learner's own", () => {
  it.each([
    ["const display = 'own'; display", ["result 'own'"]],
    ["function html(text: string) { return text }\nhtml('own')", ["result 'own'"]],
    ['class md { own = 1 }\nnew md().own', ['result 1']],
    ['var svg = 3; let [tex] = [4]; const progress = [5]; [svg, tex, progress]', ['result [ 3, 4, [ 5 ] ]']],
    ['[display, progress]', ["result [ 'own', [ 5 ] ]"]],
  ])('%s', async (code, seen) => {
    expect(await run(code)).toEqual(seen)
  })
})
