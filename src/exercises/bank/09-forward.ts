// Exercise of lesson 09: the forward pass of a whole convolutional layer, a small project.
// Rule: [image][channel][row][column], as PyTorch and Stanford's CS231n have it.
import { conv2d, corr2d } from '../../conv/correlate.ts'
import type { Rng } from '../../conv/random.ts'
import { code } from '../definition.ts'
import { stack, vector, whole } from './inputs.ts'

type Image = number[][]
type Batch = Image[][]
type Forward = (x: Batch, w: Batch, b: number[], stride: number, pad: number) => Batch
type Operate = (channel: Image, kernel: Image, stride: number, pad: number) => Image

const correlated: Operate = (channel, kernel, stride, padding) => corr2d(channel, kernel, { stride, padding }) as Image

/** The layer, with another operation for a channel or another bias at each place. */
const forwardBy =
  (operate: Operate, bias: (b: number[], filter: number) => number): Forward =>
  (x, w, b, stride, pad) =>
    x.map((image) =>
      w.map((kernel, filter) =>
        kernel
          .map((channel, c) => operate(image[c]!, channel, stride, pad))
          .reduce((sum, part) => sum.map((row, i) => row.map((value, j) => value + part[i]![j]!)))
          .map((row) => row.map((value) => value + bias(b, filter))),
      ),
    )

const own = (b: number[], filter: number): number => b[filter]!

/** `count` numbers from `from` to `to` in equal steps. */
const linspace = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))

/** The numbers in the order of [images, channels, rows, columns]. */
const shaped = (numbers: number[], channels: number, rows: number, columns: number): Batch =>
  grouped(grouped(grouped(numbers, columns), rows), channels)

const grouped = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: items.length / size }, (_, index) => items.slice(index * size, (index + 1) * size))

const batch = (rng: Rng, images: number, channels: number, rows: number, columns: number): Batch =>
  Array.from({ length: images }, () => stack(rng, channels, rows, columns))

export const forward = {
  '09.6': code({
    title: { en: 'The forward pass of a convolutional layer', zh: '卷积层的前向传播' },
    statement: {
      en: `Put everything together. \`convForward(x, w, b, stride, pad)\` takes a batch \`x\` of images, \`[image][channel][row][column]\`, the kernels
\`w\`, \`[filter][channel][row][column]\`, one bias for each filter, a stride and the zeros added on each side, both for rows and columns
alike. It returns \`[image][filter][row][column]\`.

The first example is that of the second assignment of Stanford's CS231n (2022): \`x\` is 2 × 3 × 4 × 4 numbers from −0.1 to 0.5, \`w\` is
3 × 3 × 4 × 4 from −0.2 to 0.3, \`b\` = −0.1, 0.05, 0.2, stride 2, padding 1. The first of the 24 results is −0.08759809.`,
      zh: `把学过的都用上。\`convForward(x, w, b, stride, pad)\` 的输入是一批图像 \`x\`：\`[图像][通道][行][列]\`，核 \`w\`：\`[滤波器][通道][行][列]\`，
每个滤波器一个偏置，步幅，以及每侧填充的零的个数（行列相同）。返回 \`[图像][滤波器][行][列]\`。

第一个例子取自斯坦福 CS231n（2022）的第二次作业：\`x\` 是从 −0.1 到 0.5 的 2 × 3 × 4 × 4 个数，\`w\` 是从 −0.2 到 0.3 的 3 × 3 × 4 × 4 个数，
\`b\` = −0.1、0.05、0.2，步幅 2，填充 1。24 个结果中的第一个是 −0.08759809。`,
    },
    name: 'convForward',
    points: 3,
    starter: `type Batch = number[][][][]

function convForward(x: Batch, w: Batch, b: number[], stride: number, pad: number): Batch {
  return todo()
}`,
    solution: `type Batch = number[][][][]

function convForward(x: Batch, w: Batch, b: number[], stride: number, pad: number): Batch {
  const places = (size: number, window: number) => Math.floor((size + 2 * pad - window) / stride) + 1
  const height = places(x[0][0].length, w[0][0].length)
  const width = places(x[0][0][0].length, w[0][0][0].length)
  const numberAt = (image: number[][][], kernel: number[][][], i: number, j: number): number => {
    let sum = 0
    kernel.forEach((channel, c) => {
      channel.forEach((row, a) => {
        row.forEach((weight, k) => {
          sum += weight * (image[c][i * stride + a - pad]?.[j * stride + k - pad] ?? 0)
        })
      })
    })
    return sum
  }
  return x.map((image) =>
    w.map((kernel, f) =>
      Array.from({ length: height }, (_, i) =>
        Array.from({ length: width }, (_, j) => numberAt(image, kernel, i, j) + b[f]),
      ),
    ),
  )
}`,
    hints: [
      {
        en: 'Work out the size of the output first, as in 08.1. Then write the sum for one number of one filter.',
        zh: '先像 08.1 那样算出输出的大小，再写出一个滤波器的一个数的求和式。',
      },
      {
        en: 'The window of place (i, j) begins at row i · stride − pad, column j · stride − pad. Outside the image stands 0.',
        zh: '位置 (i, j) 的窗口从第 i · stride − pad 行、第 j · stride − pad 列开始。图像之外是 0。',
      },
      {
        en: 'y[n][f][i][j] = b[f] + Σ_c Σ_a Σ_k w[f][c][a][k] · x[n][c][i · stride + a − pad][j · stride + k − pad]; use ?. and ?? 0 for the padding.',
        zh: 'y[n][f][i][j] = b[f] + Σ_c Σ_a Σ_k w[f][c][a][k] · x[n][c][i · stride + a − pad][j · stride + k − pad]；用 ?. 和 ?? 0 处理填充。',
      },
    ],
    reference: forwardBy(correlated, own),
    examples: [
      [
        shaped(linspace(-0.1, 0.5, 96), 3, 4, 4),
        shaped(linspace(-0.2, 0.3, 144), 3, 4, 4),
        linspace(-0.1, 0.2, 3),
        2,
        1,
      ],
    ],
    cases: (rng) => [
      {
        input: [batch(rng, 2, 2, 4, whole(rng, 5, 6)), batch(rng, 3, 2, 2, 3), vector(rng, 3), 1, 0],
        about: { en: 'stride 1 and no padding', zh: '步幅 1，没有填充' },
      },
      {
        input: [batch(rng, 2, 1, whole(rng, 5, 7), 5), batch(rng, 2, 1, 3, 2), vector(rng, 2), 2, 0],
        about: { en: 'stride 2', zh: '步幅 2' },
      },
      {
        input: [batch(rng, 1, 3, 4, 5), batch(rng, 2, 3, 3, 3), vector(rng, 2), 1, 1],
        about: { en: 'padding that keeps the size', zh: '保持尺寸的填充' },
      },
      {
        input: [batch(rng, 2, 1, 1, 5), batch(rng, 1, 1, 1, 2), vector(rng, 1), 1, 0],
        about: { en: 'one channel in and out, images of one row', zh: '输入输出各一个通道，图像只有一行' },
      },
    ],
    misconceptions: [
      {
        id: 'no-bias',
        answer: forwardBy(correlated, () => 0),
        message: {
          en: 'The bias is missing: each filter adds b[f] to all of its numbers.',
          zh: '缺少偏置：每个滤波器要给它的所有数加上 b[f]。',
        },
      },
      {
        id: 'bias-for-each-channel',
        answer: (x, w, b, stride, pad) =>
          forwardBy(correlated, (all, filter) => x[0]!.length * own(all, filter))(x, w, b, stride, pad),
        message: {
          en: 'You added the bias once for each input channel. It is added once, after the sum over channels.',
          zh: '你对每个输入通道都加了一次偏置。应在对通道求和之后只加一次。',
        },
      },
      {
        id: 'first-bias-only',
        answer: forwardBy(correlated, (b) => b[0]!),
        message: {
          en: 'Every filter of yours has the bias b[0]. Filter f has b[f].',
          zh: '你的每个滤波器都用了偏置 b[0]。滤波器 f 的偏置是 b[f]。',
        },
      },
      {
        id: 'no-padding',
        answer: forwardBy((channel, kernel, stride) => correlated(channel, kernel, stride, 0), own),
        message: {
          en: 'The padding has no effect. Windows begin at −pad.',
          zh: '填充没有起作用。窗口应从 −pad 开始。',
        },
      },
      {
        id: 'no-stride',
        answer: forwardBy((channel, kernel, _, pad) => correlated(channel, kernel, 1, pad), own),
        message: {
          en: 'The stride has no effect: your windows move by one.',
          zh: '步幅没有起作用：你的窗口每次只移动一格。',
        },
      },
      {
        id: 'flipped',
        answer: forwardBy(
          (channel, kernel, stride, padding) => conv2d(channel, kernel, { stride, padding }) as Image,
          own,
        ),
        message: { en: 'You flipped the kernels. Layers cross-correlate.', zh: '你翻转了核。卷积层做的是互相关。' },
      },
      {
        id: 'one-image',
        answer: (x, w, b, stride, pad) => x.map(() => forwardBy(correlated, own)(x, w, b, stride, pad)[0]!),
        message: { en: 'All images of the batch give what the first gives.', zh: '整批图像的结果都与第一幅相同。' },
      },
    ],
  }),
}
