// Sheet ex-03, lesson 04: counting what locality leaves.
// Rule: counts are of weights; biases only where a statement asks for them.

import { convAsDense } from '../../conv/conv-as-dense.ts'
import { edge } from '../../conv/kernels.ts'
import { parameterLadder } from '../../conv/parameters.ts'
import { code, number } from '../definition.ts'
import { whole } from './inputs.ts'

export const localCounts = {
  '04.2': code({
    title: { en: 'How many weights are left', zh: '还剩多少权重' },
    statement: {
      en: `With locality, offsets from −Δ to Δ remain, up and down as well as across. Write \`weightsLeft(delta)\`: how many weights has the kernel? (A widely read book says 4Δ²; it is not.)

\`weightsLeft(1)\` is 9, \`weightsLeft(10)\` is 441.`,
      zh: `有了局部性，只剩下上下左右从 −Δ 到 Δ 的偏移。编写 \`weightsLeft(delta)\`：核有多少个权重？（一本流传很广的书说是 4Δ²，其实不是。）

\`weightsLeft(1)\` 是 9，\`weightsLeft(10)\` 是 441。`,
    },
    name: 'weightsLeft',
    starter: `function weightsLeft(delta: number): number {
  return todo()
}`,
    solution: `function weightsLeft(delta: number): number {
  return (2 * delta + 1) ** 2
}`,
    hints: [
      { en: 'Write down all offsets of one axis for Δ = 1.', zh: '写出 Δ = 1 时一个轴上的所有偏移。' },
      {
        en: '−1, 0, 1: three of them. For Δ: 2Δ + 1, since 0 counts too.',
        zh: '−1、0、1：三个。一般是 2Δ + 1 个，因为 0 也算。',
      },
      { en: 'Two axes: square it.', zh: '两个轴：取平方。' },
    ],
    reference: (delta: number): number => parameterLadder({ height: 1000, width: 1000, delta }).local,
    examples: [[1], [10]],
    cases: (rng) => [
      { input: [0], about: { en: 'Δ = 0', zh: 'Δ = 0' } },
      { input: [whole(rng, 2, 9)], about: { en: 'a small Δ', zh: '较小的 Δ' } },
      { input: [whole(rng, 11, 90)], about: { en: 'a large Δ', zh: '较大的 Δ' } },
    ],
    misconceptions: [
      {
        id: 'book',
        answer: (delta) => 4 * delta ** 2,
        message: {
          en: '4Δ² forgets the offset 0 on each axis: for Δ = 1 it gives 4 instead of 9, for Δ = 0 nothing at all.',
          zh: '4Δ² 漏掉了每个轴上的偏移 0:Δ = 1 时得 4 而不是 9,Δ = 0 时什么都不剩。',
        },
      },
      {
        id: 'one-axis',
        answer: (delta) => 2 * delta + 1,
        message: { en: 'That is one axis. The kernel has rows and columns.', zh: '这只是一个轴。核有行也有列。' },
      },
      {
        id: 'positive',
        answer: (delta) => (delta + 1) ** 2,
        message: {
          en: 'You counted the offsets 0 to Δ only. There are negative ones too: up and to the left.',
          zh: '你只数了偏移 0 到 Δ。还有负的偏移：向上和向左。',
        },
      },
      {
        id: 'bias',
        answer: (delta) => (2 * delta + 1) ** 2 + 1,
        message: { en: 'One too many: the bias is no weight of the kernel.', zh: '多了一个：偏置不是核的权重。' },
      },
    ],
  }),

  '04.3': number({
    title: { en: 'The Δ of a blur', zh: '模糊核的 Δ' },
    statement: {
      en: 'A blur averages over 5 × 5 pixels around each pixel. What is the smallest Δ with which such a kernel can be written as $\\sum_{a=-\\Delta}^{\\Delta} \\sum_{b=-\\Delta}^{\\Delta} v_{a,b}\\, x_{i+a,\\,j+b}$?',
      zh: '一个模糊核对每个像素周围 5 × 5 个像素取平均。要把它写成 $\\sum_{a=-\\Delta}^{\\Delta} \\sum_{b=-\\Delta}^{\\Delta} v_{a,b}\\, x_{i+a,\\,j+b}$，最小的 Δ 是多少？',
    },
    name: 'delta',
    answer: 2,
    solution: '(5 - 1) / 2',
    tolerance: 0,
    hints: [
      {
        en: 'How far is the farthest of the 25 pixels from the middle one, along a row?',
        zh: '在 25 个像素中，沿着一行离中间最远的像素有多远？',
      },
      {
        en: 'Five pixels in a row: two on the left, the middle, two on the right.',
        zh: '一行五个像素：左边两个，中间一个，右边两个。',
      },
      { en: 'Solve 2Δ + 1 = 5.', zh: '解 2Δ + 1 = 5。' },
    ],
    misconceptions: [
      {
        id: 'size',
        answer: 5,
        message: {
          en: '5 is the size of the kernel. Δ is how far it reaches from its middle.',
          zh: '5 是核的大小。Δ 是它从中间向外伸出多远。',
        },
      },
      {
        id: 'half',
        answer: 2.5,
        message: {
          en: 'Offsets are whole pixels, and the middle one is not to be halved: 2Δ + 1 = 5.',
          zh: '偏移是整数个像素，中间那个像素不能对半分：2Δ + 1 = 5。',
        },
      },
      {
        id: 'less-one',
        answer: 4,
        message: {
          en: '4 is how far the kernel reaches from one end to the other. From the middle it is half of that.',
          zh: '4 是从核的一端到另一端的距离。从中间算起是它的一半。',
        },
      },
      {
        id: 'rounded-up',
        answer: 3,
        message: {
          en: 'Δ = 3 allows 7 × 7 pixels. A smaller one suffices.',
          zh: 'Δ = 3 可以容纳 7 × 7 个像素。更小的就够了。',
        },
      },
    ],
  }),

  '04.6': number({
    title: { en: 'A nearly empty matrix', zh: '几乎全空的矩阵' },
    statement: {
      en: 'The edge detector `[[1, -1]]` on a 6 × 8 image, written as a dense layer, is a 42 × 48 matrix. How many of its 2016 entries are **not** 0?',
      zh: '边缘检测核 `[[1, -1]]` 作用于 6 × 8 的图像，写成全连接层是一个 42 × 48 的矩阵。它的 2016 个元素中，有多少个**不**为 0？',
    },
    name: 'nonZero',
    answer: convAsDense(edge, [6, 8])
      .flat()
      .filter((weight) => weight !== 0).length,
    solution: '6 * 7 * 2',
    tolerance: 0,
    hints: [
      {
        en: 'A row of the matrix computes one output. How many pixels does one output see?',
        zh: '矩阵的一行计算一个输出。一个输出能看到几个像素？',
      },
      { en: 'Two: the kernel has two weights.', zh: '两个：核有两个权重。' },
      { en: '42 rows with 2 entries each.', zh: '42 行，每行 2 个。' },
    ],
    misconceptions: [
      {
        id: 'distinct',
        answer: 2,
        message: {
          en: 'Two different values, yes, but each stands in every row: they are shared by all places.',
          zh: '确实只有两个不同的值，但每一行里都有它们：它们由所有位置共享。',
        },
      },
      {
        id: 'by-input',
        answer: 96,
        message: {
          en: 'You counted two for each input pixel. Pixels at the left and right edge are seen only once; count by outputs.',
          zh: '你给每个输入像素算了两个。最左和最右的像素只被看到一次；应按输出来数。',
        },
      },
      {
        id: 'outputs',
        answer: 42,
        message: {
          en: 'That is one for each output. Each output sees two pixels.',
          zh: '这是每个输出一个。每个输出看到两个像素。',
        },
      },
      { id: 'zeros', answer: 1932, message: { en: 'Those are the zeros.', zh: '这是 0 的个数。' } },
    ],
  }),
}
