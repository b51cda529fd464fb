// Exercises of lesson 11 that are functions: what LeNet's layers hold, a modern block, and the maps that its first layers make.
// Rule: one grey image, channels first; poolings are 2 × 2 without overlap.
import { conv2d, corr2d } from '../../conv/correlate.ts'
import { avgPool2d, maxPool2d } from '../../conv/pool.ts'
import { code } from '../definition.ts'
import { counting, matrix, whole } from './inputs.ts'

type Image = number[][]

/** A layer to count: `window` is the side of its kernel, 0 for a dense layer. */
type Counted = { window: number; from: number; to: number }

const lenetLayers: Counted[] = [
  { window: 5, from: 1, to: 6 },
  { window: 5, from: 6, to: 16 },
  { window: 0, from: 400, to: 120 },
  { window: 0, from: 120, to: 84 },
  { window: 0, from: 84, to: 10 },
]

const countBy =
  (weights: (layer: Counted) => number, biases: (layer: Counted) => number) =>
  (layers: Counted[]): number[] =>
    layers.map((layer) => weights(layer) + biases(layer))

const weightsOf = ({ window, from, to }: Counted): number => (window || 1) ** 2 * from * to

const mapped = (X: Image, change: (value: number) => number): Image => X.map((row) => row.map(change))
const relu = (value: number): number => Math.max(0, value)
const positive = (X: Image): Image => mapped(X, (value) => Math.abs(value) + 1)
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

type Block = (X: Image, K: Image, b: number) => Image

const block =
  (
    activation: (value: number) => number,
    pool: (X: Image, k: number) => Image,
    operate = corr2d as (X: Image, K: Image) => Image,
  ): Block =>
  (X, K, b) =>
    pool(
      mapped(operate(X, K), (value) => activation(value + b)),
      2,
    )

export const lenetFunctions = {
  '11.1': code({
    title: { en: 'A table of parameters', zh: '参数表' },
    statement: {
      en: `Write \`parameterTable(layers)\`: for each layer, how many numbers it has to learn, weights and biases together. A layer is
\`{ window, from, to }\`: a convolution with a window × window kernel from \`from\` to \`to\` channels, or, with \`window\` 0, a dense layer from
\`from\` to \`to\` units. Every output channel and every unit has one bias.

For LeNet: \`[156, 2416, 48120, 10164, 850]\`, 61,706 in all.`,
      zh: `写出 \`parameterTable(layers)\`：每层要学习多少个数，权重与偏置合计。每层是 \`{ window, from, to }\`：从 \`from\` 个通道到 \`to\` 个通道、
核为 window × window 的卷积；\`window\` 为 0 时，是从 \`from\` 个到 \`to\` 个单元的全连接层。每个输出通道、每个单元各有一个偏置。

对 LeNet：\`[156, 2416, 48120, 10164, 850]\`，一共 61,706。`,
    },
    name: 'parameterTable',
    starter: `function parameterTable(layers: { window: number; from: number; to: number }[]): number[] {
  return todo()
}`,
    solution: `function parameterTable(layers: { window: number; from: number; to: number }[]): number[] {
  return layers.map(({ window, from, to }) => {
    const perPair = window === 0 ? 1 : window * window
    return perPair * from * to + to
  })
}`,
    hints: [
      { en: 'How many weights does one output channel have?', zh: '一个输出通道有多少个权重？' },
      { en: 'window² · from; a dense unit has from.', zh: 'window² · from 个；全连接的一个单元有 from 个。' },
      { en: 'Times to, and one bias more for each of them.', zh: '乘以 to，再为每个加一个偏置。' },
    ],
    reference: countBy(weightsOf, ({ to }) => to),
    examples: [[lenetLayers]],
    cases: (rng) => [
      {
        input: [[1, 2, 3].map(() => ({ window: whole(rng, 2, 7), from: whole(rng, 2, 9), to: whole(rng, 2, 9) }))],
        about: { en: 'convolutions', zh: '卷积层' },
      },
      {
        input: [[1, 2].map(() => ({ window: 0, from: whole(rng, 20, 90), to: whole(rng, 5, 15) }))],
        about: { en: 'dense layers', zh: '全连接层' },
      },
      {
        input: [[{ window: 1, from: whole(rng, 5, 9), to: whole(rng, 2, 4) }]],
        about: { en: 'a 1 × 1 convolution', zh: '1 × 1 卷积' },
      },
    ],
    misconceptions: [
      {
        id: 'no-biases',
        answer: countBy(weightsOf, () => 0),
        message: {
          en: 'You counted weights only. Each output channel and each unit has a bias too.',
          zh: '你只数了权重。每个输出通道、每个单元还有一个偏置。',
        },
      },
      {
        id: 'one-bias',
        answer: countBy(weightsOf, () => 1),
        message: {
          en: 'You counted one bias for a whole layer. There is one for each output channel or unit.',
          zh: '你每层只数了一个偏置。每个输出通道或单元各有一个。',
        },
      },
      {
        id: 'bias-for-each-pair',
        answer: countBy(weightsOf, ({ from, to }) => from * to),
        message: {
          en: 'You counted a bias for each pair of channels. The sum over input channels gets one.',
          zh: '你为每对通道数了一个偏置。对输入通道求和之后只加一个。',
        },
      },
      {
        id: 'no-input-channels',
        answer: countBy(
          ({ window, from, to }) => (window ? window ** 2 * to : from * to),
          ({ to }) => to,
        ),
        message: {
          en: 'Your convolutions ignore the input channels: each output channel has a kernel for every one of them.',
          zh: '你的卷积层忽略了输入通道：每个输出通道对每个输入通道都有一个核。',
        },
      },
      {
        id: 'window-not-squared',
        answer: countBy(
          ({ window, from, to }) => (window || 1) * from * to,
          ({ to }) => to,
        ),
        message: { en: 'A kernel has window · window numbers.', zh: '一个核有 window · window 个数。' },
      },
      {
        id: 'bias-for-each-input',
        answer: countBy(weightsOf, ({ from }) => from),
        message: {
          en: 'You counted a bias for each input. Biases are added to outputs.',
          zh: '你为每个输入数了一个偏置。偏置是加在输出上的。',
        },
      },
    ],
  }),

  '11.2': code({
    title: { en: 'Modernise a block', zh: '把模块现代化' },
    statement: {
      en: `LeNet’s block of 1998 is a convolution, a sigmoid, and average pooling. Since AlexNet it is a convolution, ReLU, and **max** pooling. The
cell has the old one; make it modern: \`block(X, K, b)\` cross-correlates the image \`X\` with \`K\`, adds the bias \`b\`, applies ReLU, and pools with
2 × 2 windows without overlap.

For \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\`, \`K = [[0, 1], [2, 3]]\` and b = −30 the result is \`[[13]]\`: 43 − 30.`,
      zh: `1998 年 LeNet 的模块是卷积、sigmoid、平均汇聚。自 AlexNet 以来则是卷积、ReLU、**最大**汇聚。单元格里是旧的模块，请把它现代化：
\`block(X, K, b)\` 让图像 \`X\` 与 \`K\` 作互相关，加上偏置 \`b\`，用 ReLU，再以 2 × 2 的窗口（不重叠）汇聚。

\`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\`、\`K = [[0, 1], [2, 3]]\`、b = −30 时，结果是 \`[[13]]\`：43 − 30。`,
    },
    name: 'block',
    starter: `function block(X: number[][], K: number[][], b: number): number[][] {
  const activation = (value: number) => 1 / (1 + Math.exp(-value))
  const activated = corr2d(X, K).map((row) => row.map((value) => activation(value + b)))
  return avgPool2d(activated, 2)
}`,
    solution: `function block(X: number[][], K: number[][], b: number): number[][] {
  const activation = (value: number) => Math.max(0, value)
  const activated = corr2d(X, K).map((row) => row.map((value) => activation(value + b)))
  return maxPool2d(activated, 2)
}`,
    unfixed: 'of-1998',
    hints: [
      { en: 'Two lines change: the activation and the pooling.', zh: '要改两行：激活函数和汇聚。' },
      { en: 'ReLU is Math.max(0, value).', zh: 'ReLU 就是 Math.max(0, value)。' },
      { en: 'And maxPool2d takes the place of avgPool2d.', zh: '再用 maxPool2d 取代 avgPool2d。' },
    ],
    reference: block(relu, (X, k) => maxPool2d(X, k)),
    examples: [[counting(3, 3), counting(2, 2), -30]],
    cases: (rng) => [
      {
        input: [matrix(rng, 5, 7), matrix(rng, 2, 2), whole(rng, 1, 9)],
        about: { en: 'a bias above 0', zh: '正的偏置' },
      },
      {
        input: [matrix(rng, 7, 5), matrix(rng, 3, 2), -whole(rng, 1, 9)],
        about: { en: 'a bias below 0', zh: '负的偏置' },
      },
      {
        input: [positive(matrix(rng, 6, 6)), mapped(positive(matrix(rng, 2, 3)), (value) => value / -40), 0.1],
        about: { en: 'responses that are all below 0', zh: '响应全为负' },
      },
    ],
    misconceptions: [
      {
        id: 'of-1998',
        answer: block(sigmoid, (X, k) => avgPool2d(X, k)),
        message: {
          en: 'This is still the block of 1998: sigmoid and average pooling.',
          zh: '这还是 1998 年的模块：sigmoid 和平均汇聚。',
        },
      },
      {
        id: 'pooling-left',
        answer: block(relu, (X, k) => avgPool2d(X, k)),
        message: {
          en: 'The activation is ReLU now, the pooling is still the average.',
          zh: '激活函数已是 ReLU，汇聚仍是平均。',
        },
      },
      {
        id: 'activation-left',
        answer: block(sigmoid, (X, k) => maxPool2d(X, k)),
        message: {
          en: 'The pooling takes the maximum now, the activation is still the sigmoid.',
          zh: '汇聚已取最大值，激活函数仍是 sigmoid。',
        },
      },
      {
        id: 'bias-after',
        answer: (X, K, b) => mapped(block(relu, (image, k) => maxPool2d(image, k))(X, K, 0), (value) => value + b),
        message: {
          en: 'You added the bias behind ReLU. Before it, the bias decides what passes.',
          zh: '你在 ReLU 之后才加偏置。应在之前加，由它决定什么能通过。',
        },
      },
      {
        id: 'bias-lost',
        answer: (X, K) => block(relu, (image, k) => maxPool2d(image, k))(X, K, 0),
        message: { en: 'The bias is missing.', zh: '缺少偏置。' },
      },
      {
        id: 'no-activation',
        answer: block(
          (value) => value,
          (X, k) => maxPool2d(X, k),
        ),
        message: { en: 'There is no ReLU: your result has negative numbers.', zh: '没有 ReLU：你的结果有负数。' },
      },
      {
        id: 'flipped',
        answer: block(relu, (X, k) => maxPool2d(X, k), conv2d as (X: Image, K: Image) => Image),
        message: { en: 'You flipped the kernel. Layers cross-correlate.', zh: '你翻转了核。卷积层做的是互相关。' },
      },
    ],
  }),
}
