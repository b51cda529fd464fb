// Exercises of lesson 10: receptive fields, worked out and designed.
// Rule: layers are square windows without dilation; sizes are in pixels of the image.

import type { Rng } from '../../conv/random.ts'
import { receptiveField } from '../../conv/receptive-field.ts'
import { code, number } from '../definition.ts'
import { whole } from './inputs.ts'

/** A layer of a network, as far as its receptive field goes. */
export interface Layer {
  kernel: number
  stride: number
}

/** Walks through the layers; `grow` gives the new size, `move` the new distance between neighbouring places. */
const walk = (
  layers: Layer[],
  start: number,
  grow: (size: number, jump: number, layer: Layer) => number,
  move: (jump: number, layer: Layer) => number,
): number => {
  let [size, jump] = [start, 1]
  for (const layer of layers) {
    size = grow(size, jump, layer)
    jump = move(jump, layer)
  }
  return size
}

const properGrowth = (size: number, jump: number, { kernel }: Layer): number => size + (kernel - 1) * jump
const properJump = (jump: number, { stride }: Layer): number => jump * stride

const layersOf = (rng: Rng, strides: number[]): Layer[] =>
  strides.map((stride) => ({ kernel: whole(rng, 2, 5), stride }))

const fieldOfStrides = (strides: number[]): number =>
  walk(
    strides.map((stride) => ({ kernel: 3, stride })),
    1,
    properGrowth,
    properJump,
  )

export const receptiveFields = {
  '10.1': code({
    title: { en: 'How far does a pixel see?', zh: '一个像素能看多远？' },
    statement: {
      en: `One number of a deep feature map depends on a square of pixels of the image, its receptive field. Write \`fieldSize(layers)\`: the side of
that square, for layers given from the image on, each as \`{ kernel, stride }\`.

Two layers with kernel 2 and stride 1 see 3 pixels; two with kernel 3 and stride 2 see 7.`,
      zh: `深层特征图的一个数依赖图像中一个正方形区域的像素，这就是它的感受野。写出 \`fieldSize(layers)\`：这个正方形的边长，各层从图像一侧开始给出，
每层是 \`{ kernel, stride }\`。

两个核为 2、步幅为 1 的层能看到 3 个像素；两个核为 3、步幅为 2 的层能看到 7 个。`,
    },
    name: 'fieldSize',
    starter: `function fieldSize(layers: { kernel: number; stride: number }[]): number {
  return todo()
}`,
    solution: `function fieldSize(layers: { kernel: number; stride: number }[]): number {
  let size = 1
  let jump = 1
  for (const { kernel, stride } of layers) {
    size += (kernel - 1) * jump
    jump *= stride
  }
  return size
}`,
    hints: [
      {
        en: 'Without layers, a number sees itself: 1. What does a layer with kernel k add?',
        zh: '没有层时，一个数只看到自己：1。核为 k 的层会增加多少？',
      },
      {
        en: 'k − 1 more places of the map before it, and neighbouring places of that map are some pixels apart. How many?',
        zh: '增加前一张图上的 k − 1 个位置，而那张图上相邻位置在图像中相隔若干像素。是多少？',
      },
      {
        en: 'Keep jump, the product of the strides of all layers before: size += (kernel − 1) · jump, and only then jump *= stride.',
        zh: '用 jump 记录之前各层步幅的乘积：size += (kernel − 1) · jump，然后才 jump *= stride。',
      },
    ],
    reference: (layers: Layer[]): number => receptiveField(layers).size[0],
    examples: [
      [
        [
          { kernel: 2, stride: 1 },
          { kernel: 2, stride: 1 },
        ],
      ],
      [
        [
          { kernel: 3, stride: 2 },
          { kernel: 3, stride: 2 },
        ],
      ],
    ],
    cases: (rng) => [
      { input: [layersOf(rng, [1, 1, 1])], about: { en: 'stride 1 throughout', zh: '步幅全为 1' } },
      {
        input: [layersOf(rng, [1, 2, 1, 2, 1])],
        about: { en: 'convolutions and poolings in turn', zh: '卷积与汇聚交替' },
      },
      { input: [layersOf(rng, [2, 3, 2, 2])], about: { en: 'strides in every layer', zh: '每层都有步幅' } },
      { input: [layersOf(rng, [3])], about: { en: 'a single layer', zh: '只有一层' } },
    ],
    misconceptions: [
      {
        id: 'added-kernels',
        answer: (layers) => walk(layers, 1, (size, jump, { kernel }) => size + kernel * jump, properJump),
        message: {
          en: 'You added k for each layer. Neighbouring windows overlap: a window of k reaches only k − 1 places further.',
          zh: '你每层加了 k。相邻窗口会重叠：宽 k 的窗口只多够到 k − 1 个位置。',
        },
      },
      {
        id: 'own-stride',
        answer: (layers) =>
          walk(layers, 1, (size, jump, layer) => properGrowth(size, jump * layer.stride, layer), properJump),
        message: {
          en: 'You counted the stride of the layer itself. It matters only for the layers behind it.',
          zh: '你把本层的步幅也算上了。它只影响后面的层。',
        },
      },
      {
        id: 'no-strides',
        answer: (layers) => walk(layers, 1, properGrowth, () => 1),
        message: {
          en: 'The strides have no effect. Behind a stride of 2, neighbouring places are 2 pixels apart.',
          zh: '步幅没有起作用。步幅为 2 的层之后，相邻位置相隔 2 个像素。',
        },
      },
      {
        id: 'last-stride-only',
        answer: (layers) => walk(layers, 1, properGrowth, (_, { stride }) => stride),
        message: {
          en: 'You used the stride of the layer just before only. All strides so far multiply.',
          zh: '你只用了前一层的步幅。此前所有步幅要相乘。',
        },
      },
      {
        id: 'product-of-kernels',
        answer: (layers) => walk(layers, 1, (size, _, { kernel }) => size * kernel, properJump),
        message: {
          en: 'You multiplied the kernels. Fields add up, since neighbouring windows overlap.',
          zh: '你把核的大小相乘了。相邻窗口重叠，所以感受野是累加的。',
        },
      },
      {
        id: 'without-itself',
        answer: (layers) => walk(layers, 0, properGrowth, properJump),
        message: {
          en: 'You began with 0. A number without any layer sees one pixel: itself.',
          zh: '你从 0 开始。没有任何层时，一个数看到一个像素：它自己。',
        },
      },
    ],
  }),

  '10.3': number({
    title: { en: 'Design a field of 31', zh: '设计大小为 31 的感受野' },
    statement: {
      en: `You may use 3 × 3 layers with stride 1 or 2 only. Find a network with as **few** layers as possible whose receptive field is exactly 31.
Give the strides of its layers, from the image on, such as \`[1, 2, 1]\`.`,
      zh: `只能使用步幅为 1 或 2 的 3 × 3 层。找一个感受野恰好为 31、层数尽可能**少**的网络。从图像一侧开始给出各层的步幅，例如 \`[1, 2, 1]\`。`,
    },
    name: 'strides31',
    answer: [2, 2, 2, 2],
    solution: '[2, 2, 2, 2]',
    accepts: (given) =>
      given.length === 4 && given.every((stride) => stride === 1 || stride === 2) && fieldOfStrides(given) === 31,
    misconceptions: [
      {
        id: 'other-strides',
        when: (given) => given.some((stride) => stride !== 1 && stride !== 2),
        message: { en: 'Only the strides 1 and 2 are allowed.', zh: '只允许步幅 1 和 2。' },
      },
      {
        id: 'too-many-layers',
        when: (given) =>
          given.length > 4 && given.every((stride) => stride === 1 || stride === 2) && fieldOfStrides(given) === 31,
        message: {
          en: 'The field is 31, but fewer layers are enough. Each stride of 2 doubles what all later layers add.',
          zh: '感受野是 31，但层数还可以更少。每个步幅 2 都会使后面各层的增量加倍。',
        },
      },
      {
        id: 'field-too-small',
        when: (given) => given.every((stride) => stride === 1 || stride === 2) && fieldOfStrides(given) < 31,
        message: {
          en: 'The field is smaller than 31. Work it out with your function of 10.1.',
          zh: '感受野小于 31。用你在 10.1 写的函数算一算。',
        },
      },
      {
        id: 'field-too-large',
        when: (given) => given.every((stride) => stride === 1 || stride === 2) && fieldOfStrides(given) > 31,
        message: {
          en: 'The field is larger than 31. Work it out with your function of 10.1.',
          zh: '感受野大于 31。用你在 10.1 写的函数算一算。',
        },
      },
    ],
    hints: [
      {
        en: 'Each layer adds 2 · jump. What do the layers add when all strides are 2?',
        zh: '每层增加 2 · jump。步幅全为 2 时各层增加多少？',
      },
      { en: '1 + 2 + 4 + 8 + … How many terms make 31?', zh: '1 + 2 + 4 + 8 + … 加到 31 需要几项？' },
      { en: '31 = 1 + 2 · (1 + 2 + 4 + 8): four layers.', zh: '31 = 1 + 2 · (1 + 2 + 4 + 8)：四层。' },
    ],
    explanation: {
      en: 'The stride of the last layer does not matter: [2, 2, 2, 1] is right too.',
      zh: '最后一层的步幅没有影响：[2, 2, 2, 1] 也对。',
    },
  }),
}
