// Completion and inspection with the real language server: a case is a text, with `|` where the cursor is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surroundingsOf } from '../runtime/surroundings.ts'
import { Checker } from './checker.ts'
import { complete } from './complete.ts'
import { inspect } from './inspect.ts'

const folder = mkdtempSync(join(tmpdir(), 'complete-test-'))
const checker = new Checker(folder, surroundingsOf(folder))

const notebook = `import * as tf from '@tensorflow/tfjs-node'
const image = tf.ones([2, 2])
type Mode = 'train' | 'test'
interface Options { kernelSize: number; filters?: number }
/**
 * Doubles a number.
 *
 * @param n the number
 * @example
 * twice(2) // 4
 */
function twice(n: number, options?: Options) { return n * 2 }
function mode(m: Mode) {}
class Model { predict() {} }
enum Color { Red }
let counter = 1
const thrower = { get boom() { throw new Error('evaluated') } }`

beforeAll(async () => {
  mkdirSync(join(folder, 'lib'))
  writeFileSync(join(folder, 'lib', 'net.ts'), 'export const net = 1')
  expect((await checker.check(notebook)).mistakes).toEqual([])
})

afterAll(() => {
  checker.stop()
  rmSync(folder, { recursive: true })
})

describe('completes', () => {
  it.each<[text: string, first: string, from: number]>([
    ['image.resh|', 'reshape method', 6],
    ["'😀😀'; image.resh|", 'reshape method', 12],
    ["const cat = '😀'\nimage.resh| // 😀", 'reshape method', 22],
    ['twi|', 'twice function', 0],
    ['const a = <b>{twi|}</b>', 'twice function', 14],
    ['const a = <b>{image.resh|}</b', 'reshape method', 20],
    ['Mode|', 'Model class', 0],
    ['let o: Opt|', 'Options interface', 7],
    ['Colo|', 'Color enum', 0],
    ['Color.|', 'Red enum', 6],
    ['coun|', 'counter variable', 0],
    ['retur|', 'return keyword', 0],
    ['funct|', 'function keyword', 0],
    ["mode('|", 'test constant', 6],
    ["mode('tr|')", 'train constant', 6],
    ['twice(1, { |', 'kernelSize property', 11],
    ['twice(1, { fil|', 'filters property', 11],
    ["({ 'a-b': 1 })['a|", 'a-b property', 16],
    ["import { net } from './|", 'lib folder', 23],
    ["import { net } from './lib/|'", 'net.ts file', 27],
    ["import fs from 'node:f|'", 'node:fs module', 16],
    ["import { readFileS| } from 'node:fs'", 'readFileSync function', 9],
    ['thrower.bo|', 'boom property', 8],
    ['#| echo: false\nimage.resh|', 'reshape method', 21],
    ['const here = 5\nher|', 'here variable', 15],
  ])('%j', async (text, first, from) => {
    const [code, cursor] = cursorIn(text)
    const { matches, cursor_start, cursor_end, metadata } = await complete(checker, code, cursor)
    const [{ type } = { type: '' }] = metadata._jupyter_types_experimental as { type: string }[]
    expect([`${matches[0]} ${type}`, cursor_start, cursor_end]).toEqual([first, from, cursor])
  })

  it.each(['nothingLikeThis|', '"text|', '// comment |', "const o = { 'a-b': 1 }; o.|"])(
    'nothing at %j',
    async (text) => {
      expect((await complete(checker, ...cursorIn(text))).matches).toEqual([])
    },
  )

  it('shows no name of ours', async () => {
    const { matches } = await complete(checker, '', 0)
    expect(matches.filter((name) => /\$\d|^__(?!dirname|filename)/.test(name))).toEqual([])
  })
})

describe('inspects', () => {
  const twice = '```typescript\nfunction twice(n: number, options?: Options): number\n```\nDoubles a number.'

  it.each<[text: string, markdown: string]>([
    ['twice|', twice],
    ['tw|ice(1)', twice],
    ['|twice(1)', twice],
    [
      'twice(|',
      '```typescript\ntwice(n: number, options?: Options): number\n```\n\n* **`n: number`**: the number\n* `options?: Options`\n\nDoubles a number.',
    ],
    ['twice(1, |)', '* `n: number`: the number\n* **`options?: Options`**'],
    ['twice((1), { kernelSize: |', 'options?: Options'],
    ['tf.conv2d|', 'Computes a 2D convolution over the input x.'],
    ['tf.conv2d(image as tf.Tensor3D, |', '**`filter: tf.Tensor4D | tf.TensorLike`**: The filter, rank 4'],
    ['counter|', '```typescript\nlet counter: number\n```'],
    ['tf|', 'module "@tensorflow/tfjs-node"'],
    ['image|', 'const image: Tensor<Rank>'],
    ['new Model().predict|', 'Model.predict(): void'],
  ])('%j', async (text, markdown) => {
    const { found, data } = await inspect(checker, ...cursorIn(text))
    expect([found, data['text/markdown']]).toEqual([true, expect.stringContaining(markdown)])
  })

  it('as text, without marks', async () => {
    const { data } = await inspect(checker, 'twice', 5)
    expect(data['text/plain']).toBe(
      'function twice(n: number, options?: Options): number\nDoubles a number.\n\n@param `n` — the number\n\n@example\ntwice(2) // 4',
    )
  })

  it.each(['|', '1 + |', 'missing|'])('nothing at %j', async (text) => {
    expect((await inspect(checker, ...cursorIn(text))).found).toBe(false)
  })
})

/** The text without the `|`, and where it was, in code points. */
function cursorIn(text: string): [code: string, cursor: number] {
  const at = text.lastIndexOf('|')
  return [text.slice(0, at) + text.slice(at + 1), [...text.slice(0, at)].length]
}
