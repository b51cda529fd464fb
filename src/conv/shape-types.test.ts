// What TypeScript knows of shapes: the sizes are those that `outputShape` computes, and a shape that does not fit is an error,
// word for word: the sentence is what a learner reads under the cell.
// Rule: one run of tsc over all cases; a case without a message must be accepted.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRng } from './random.ts'
import { outputShape, type Padding } from './window.ts'

const root = join(import.meta.dirname, '../..')

const messages: Record<string, string | undefined> = {
  'corr2d(zeros([3, 3]), zeros([5, 2]))': 'kernel height 5 is larger than input height 3',
  'corr2d(zeros([3, 3]), zeros([3, 4]), { padding: [1, 0] })': 'kernel width 4 is larger than input width 3',
  'corr2d(zeros([3, 3]), zeros([6, 2]), { padding: 1 })': 'kernel height 6 is larger than padded input height 5',
  'corr2d(zeros([3, 3]), zeros([2, 2]), { dilation: 3 })': 'dilated kernel height 4 is larger than input height 3',
  'corr2d(corr2d(zeros([6, 8]), zeros([1, 2])), zeros([7, 7]))': 'kernel height 7 is larger than input height 6',
  'corr2d([[0, 1], [2, 3]], [[1, 2, 3]])': 'kernel width 3 is larger than input width 2',
  'corr2d(zeros([8, 28, 28, 3]), zeros([5, 5, 1, 6]))': 'kernel reads 1 channels, but the input has 3',
  'corr2d(zeros([28, 28, 4]), zeros([5, 5, 2, 6]), { groups: 2 })': undefined,
  'conv2d(zeros([3, 3]), zeros([5, 2]))': 'kernel height 5 is larger than input height 3',
  'corr1d(zeros([3]), zeros([5]))': 'kernel length 5 is larger than input length 3',
  'corr3d(zeros([24, 56, 88]), zeros([25, 1, 1]))': 'kernel depth 25 is larger than input depth 24',
  'corr2d(edgeImage(), box(7))': 'kernel height 7 is larger than input height 6',
  '[sobelX, edge, box(2)].map((K) => corr2d(edgeImage(), K)[0])': undefined,
  'Object.values({ sobelX, edge }).map((K) => corr2d(rows, K)[0])': undefined,
  '{ let K: number[][] = sobelX; K = edge; corr2d(corr2d(rows, K), flip(K)) }': undefined,
  '{ let Y = edgeImage(); Y = corr2d(Y, sobelX, { padding: 1 }) }': undefined,
  '{ let K = zeros([3, 3]); K = rows; K = rng.matrix(3, 3) }': undefined,
  '((X: number[][], stride: number) => corr2d(X, sobelX, { stride })[0])': undefined,
  '((K: readonly (readonly number[])[]) => corr2d(rows, K))': undefined,
  'learnKernel(edgeImage(), corr2d(edgeImage(), edge), { init: zeros([1, 2]), lr: 0.03, steps: 10 })': undefined,
  'tf.tensor2d(corr2d(edgeImage(), edge))': undefined,
  'corr2d(tf.tensor2d(rows), tf.tensor2d(rows)).print()': undefined,
  'corr2d(tf.ones([8, 8]), tf.ones([3, 3])).print()': undefined,
  'corr2d(tf.tensor2d(rows), tf.ones([2, 2])).arraySync().flat()': undefined,
  'corr2d(tf.ones([8, 8, 3]), tf.variable(tf.ones<tf.Rank.R4>([3, 3, 3, 6])))': undefined,
  'corr2d(tf.tensor1d([1, 2]), tf.tensor1d([1]))': 'input has rank 1, not 2, 3 or 4',
  'corr1d(tf.tensor1d([1, 2]), tf.tensor2d(rows))': 'kernel has rank 2, not 1 or 3',
  'corr2d(tf.tensor2d(rows), tf.ones<tf.Rank.R4>([1, 1, 1, 1]))': 'kernel has channels, but the input has none',
  'corr2d(tf.ones<tf.Rank.R4>([1, 4, 4, 1]), tf.tensor2d(rows))': 'input has channels, but the kernel has none',
  'corr2d(rows, zeros([50, 50]))': undefined,
  'corr2d(zeros([3, 3]), rows, { stride: some })': undefined,
  'corr2d(zeros([3, 3]), zeros([5, 5]), { padding: some })': undefined,
  'corr2d(zeros([some, 3]), zeros([5, 4]))': 'kernel width 4 is larger than input width 3',
  'outputShape([3, 3], { kernel: [5, 2] })': 'kernel height 5 is larger than input height 3',
  'outputShape([3, 3], { kernel: [5, 2], padding: "same" })': undefined,
  'new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 400, units: 10, rng })])':
    'dense layer takes 400 numbers, but gets 576',
  'new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 576, units: 10, rng })])': undefined,
  'new Sequential([5, 5, 16], [new Dense({ inputs: 400, units: 10, rng })])':
    'dense layer takes 400 numbers, but gets [5, 5, 16]: put a Flatten before it',
  'new Sequential([10], [new Dense({ inputs: 10, units: 5, rng }), new Dense({ inputs: 4, units: 1, rng })])':
    'dense layer takes 4 numbers, but gets 5',
  'new Sequential([4, 4, 1], [new MaxPool2D(2), new Conv2D({ kernelSize: 3, rng })])':
    'kernel height 3 is larger than input height 2',
  'new Sequential([4, 3, 1], [new AvgPool2D([2, 4])])': 'kernel width 4 is larger than input width 3',
  'new Sequential([28, 28, 6], [new Conv2D({ kernelSize: 5, outChannels: 16, rng })])':
    'convolution has inChannels 1, but gets [28, 28, 6]',
  'new Sequential([784], [new ReLU(), new GlobalMaxPool2D()])': 'layer takes [height, width, channels], but gets [784]',
  'new Sequential([28, some, 1], [new Flatten(), new Dense({ inputs: 7, units: 10, rng })])': undefined,
  'new Sequential([28, 28, 1], [own, new Dense({ inputs: 7, units: 10, rng })])': undefined,
  'new Sequential([28, 28, 1], [own, own] as Layer[])': undefined,
}

const before = `import * as conv from '../../src/conv.ts'
import type { Layer } from '../../src/conv.ts'
import * as tf from '@tensorflow/tfjs'
const { AvgPool2D, Conv2D, Dense, Flatten, GlobalMaxPool2D, MaxPool2D, ReLU, Sequential, createRng } = conv
const { box, conv2d, corr1d, corr2d, corr3d, edge, edgeImage, flip, learnKernel, outputShape, sobelX, zeros } = conv
const rng = createRng(0)
const some: number = 28
const rows = [[0, 1], [2, 3]]
const own: Layer = new ReLU()
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function equal<A, B>(_same: Equal<A, B>): void {}
`

const cases = [...Object.keys(messages), ...randomWindows(150)]
const said = diagnostics()

it.each(Object.entries(messages))('%s', (code, message) => {
  const lines = said.get(cases.indexOf(code)) ?? []
  if (message === undefined) expect(lines).toEqual([])
  else expect(lines).toEqual([expect.stringContaining(`'"${message}"'`)])
})

it('sizes in the types are those that are computed, for 150 random windows', () => {
  const wrong = cases.filter((code, index) => !(code in messages) && said.has(index))
  expect(wrong).toEqual([])
})

// A cell of 10,000 instantiations takes about 20 ms in the kernel, of 60 that it may (measured: LeNet 23, corr2d 24).
it('costs the checker little: all of LeNet and a large image', () => {
  const lesson = `new Sequential([28, 28, 1], [
  new Conv2D({ kernelSize: 5, outChannels: 6, padding: 2, rng }), new ReLU(), new AvgPool2D(2),
  new Conv2D({ kernelSize: 5, inChannels: 6, outChannels: 16, rng }), new ReLU(), new AvgPool2D(2), new Flatten(),
  new Dense({ inputs: 400, units: 120, rng }), new ReLU(), new Dense({ inputs: 120, units: 84, rng }), new ReLU(),
  new Dense({ inputs: 84, units: 10, rng }),
])
corr2d(zeros([1024, 768]), zeros([7, 7]), { stride: 2, padding: 3 })`
  const instantiations = (code: string) =>
    Number(/Instantiations:\s*(\d+)/.exec(output(code, ['--extendedDiagnostics']))?.[1])
  expect(instantiations(lesson) - instantiations('')).toBeLessThan(15_000)
})

/** Code that compares the type of a random `outputShape` with its value. */
function randomWindows(count: number): string[] {
  const rng = createRng(0)
  const whole = (least: number, most: number) => Math.floor(rng.uniform(least, most + 1))
  return Array.from({ length: count }, () => {
    const input: [number, number] = [whole(1, 1200), whole(1, 40)]
    const kernel: [number, number] = [whole(1, Math.min(input[0], 30)), whole(1, input[1])]
    const paddings: Padding[] = ['same', 'valid', whole(0, 12), [whole(0, 120), [whole(0, 3), whole(0, 3)]]]
    const options = { kernel, stride: [whole(1, 13), whole(1, 4)], padding: paddings[whole(0, 3)]! }
    const code = `outputShape([${input}], ${JSON.stringify(options)})`
    return `{ const size = ${code}; equal<typeof size, ${JSON.stringify(outputShape(input, options))}>(true) }`
  })
}

/** The lines that tsc prints about each case. */
function diagnostics(): Map<number, string[]> {
  const first = before.split('\n').length
  const found = new Map<number, string[]>()
  for (const [, line, text] of output(cases.map((code) => `;${code}`).join('\n')).matchAll(
    /^\S+\((\d+),\d+\): error (.*)$/gm,
  )) {
    const index = Number(line) - first
    found.set(index, [...(found.get(index) ?? []), text!])
  }
  return found
}

/** What tsc prints about this code. */
function output(code: string, flags: string[] = []): string {
  const folder = mkdtempSync(join(root, 'node_modules/.shape-types-'))
  writeFileSync(join(folder, 'cases.ts'), before + code)
  const compilerOptions = { allowImportingTsExtensions: true, noUnusedLocals: false }
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(root, 'node_modules/.bin/tsc')
  try {
    return execFileSync(tsc, ['-p', folder, '--pretty', 'false', ...flags], { encoding: 'utf8' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
