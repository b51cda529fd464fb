// Exercises of lesson 08: paddings that keep a size, and a stride of one half.
// Rule: padding is counted per side, as in tensorcell/conv.
import { corr1d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { vector, whole } from './inputs.ts'

/** Puts `between` (of the number and the next) between neighbours. */
const stretched = (x: number[], between: (left: number, right: number) => number): number[] =>
  x.flatMap((value, index) => (index + 1 < x.length ? [value, between(value, x[index + 1]!)] : [value]))

const pairsBy = (largest: number, padding: (k: number) => number, step = 1, first = 1): number[][] =>
  Array.from({ length: Math.floor((largest - first) / step) + 1 }, (_, index) => first + index * step).map((k) => [
    k,
    padding(k),
  ])

export const strides = {
  '08.3': code({
    title: { en: 'Which paddings keep the size?', zh: '哪些填充能保持尺寸？' },
    statement: {
      en: `With stride 1, which windows of \`k\` elements and which paddings \`p\` (whole numbers, the same on both sides) give an output as
long as the input, whatever its length? Write \`keepsSize(largest)\`: all such pairs \`[k, p]\` with k from 1 to \`largest\`, in the order of k.

\`keepsSize(3)\` is \`[[1, 0], [3, 1]]\`.`,
      zh: `步幅为 1 时，含 \`k\` 个元素的窗口和填充 \`p\`（整数，两侧相同）怎样搭配，才能使输出总与输入一样长？写出 \`keepsSize(largest)\`：
k 从 1 到 \`largest\` 的所有这样的 \`[k, p]\`，按 k 排列。

\`keepsSize(3)\` 是 \`[[1, 0], [3, 1]]\`。`,
    },
    name: 'keepsSize',
    starter: `function keepsSize(largest: number): number[][] {
  return todo()
}`,
    solution: `function keepsSize(largest: number): number[][] {
  const pairs: number[][] = []
  for (let k = 1; k <= largest; k += 2) pairs.push([k, (k - 1) / 2])
  return pairs
}`,
    hints: [
      { en: 'Set n + 2p − k + 1 equal to n and solve for p.', zh: '令 n + 2p − k + 1 等于 n，解出 p。' },
      { en: 'p = (k − 1) / 2. For which k is that a whole number?', zh: 'p = (k − 1) / 2。k 取什么值时它是整数？' },
      { en: 'Only odd k: step through 1, 3, 5, … up to largest.', zh: '只有奇数 k：依次取 1、3、5、…，直到 largest。' },
    ],
    reference: (largest: number): number[][] => pairsBy(largest, (k) => (k - 1) / 2, 2),
    examples: [[3], [6]],
    cases: (rng) => [
      { input: [2 * whole(rng, 3, 5)], about: { en: 'an even largest window', zh: '最大窗口为偶数' } },
      { input: [2 * whole(rng, 3, 5) + 1], about: { en: 'an odd largest window', zh: '最大窗口为奇数' } },
      { input: [1], about: { en: 'only the window of one element', zh: '只有一个元素的窗口' } },
    ],
    misconceptions: [
      {
        id: 'even-windows-too',
        answer: (largest) => pairsBy(largest, (k) => Math.floor(k / 2)),
        message: {
          en: 'Even windows cannot keep the size with the same padding on both sides: k = 2 with p = 1 gives n + 1.',
          zh: '两侧填充相同时，偶数窗口不可能保持尺寸：k = 2、p = 1 得到 n + 1。',
        },
      },
      {
        id: 'half-paddings',
        answer: (largest) => pairsBy(largest, (k) => (k - 1) / 2),
        message: {
          en: 'For even k your padding is no whole number, and half an element cannot be added.',
          zh: 'k 为偶数时你的填充不是整数，而元素不能只加半个。',
        },
      },
      {
        id: 'total-padding',
        answer: (largest) => pairsBy(largest, (k) => k - 1),
        message: {
          en: 'k − 1 is what both sides get together. Here p is for each side. (p = k − 1 on each side makes the output longer.)',
          zh: 'k − 1 是两侧之和。这里的 p 是每一侧的。（每侧填充 k − 1 会使输出变长。）',
        },
      },
      {
        id: 'without-one',
        answer: (largest) => (largest < 3 ? [] : pairsBy(largest, (k) => (k - 1) / 2, 2, 3)),
        message: {
          en: 'A window of one element keeps the size too, without any padding.',
          zh: '只有一个元素的窗口不用填充也能保持尺寸。',
        },
      },
    ],
  }),

  '08.4': code({
    title: { en: 'A stride of one half', zh: '步幅为 ½' },
    statement: {
      en: `A stride of 2 halves a length. A stride of ½ doubles it: a window that moves by half an element meets, at every other place, the
gap between two elements. Put a 0 into each gap and move on by one. Write \`halfStride(x, w)\`: put one zero between neighbours of \`x\`
(not at the ends), then cross-correlate with \`w\`.

For x = 1 2 3 and w = 1 10: the stretched row is 1 0 2 0 3, the result 1 20 2 30.`,
      zh: `步幅为 2 使长度减半，步幅为 ½ 则使它加倍：每次移动半个元素的窗口，每隔一个位置就会遇到两个元素之间的空隙。在每个空隙里放一个 0，
再逐个移动即可。写出 \`halfStride(x, w)\`：在 \`x\` 相邻元素之间各放一个零（两端不放），再与 \`w\` 作互相关。

x = 1 2 3、w = 1 10 时：拉开后是 1 0 2 0 3，结果是 1 20 2 30。`,
    },
    name: 'halfStride',
    starter: `function halfStride(x: number[], w: number[]): number[] {
  return todo()
}`,
    solution: `function halfStride(x: number[], w: number[]): number[] {
  const stretched = x.flatMap((value, index) => (index === 0 ? [value] : [0, value]))
  const y: number[] = []
  for (let i = 0; i + w.length <= stretched.length; i++) {
    let sum = 0
    for (let a = 0; a < w.length; a++) sum += w[a] * stretched[i + a]
    y.push(sum)
  }
  return y
}`,
    hints: [
      {
        en: 'Two steps: make the stretched row, then use the cross-correlation that you know.',
        zh: '分两步：先拉开这一行，再用你熟悉的互相关。',
      },
      {
        en: 'n elements have n − 1 gaps, so the stretched row has 2n − 1 elements.',
        zh: 'n 个元素之间有 n − 1 个空隙，所以拉开后有 2n − 1 个元素。',
      },
      {
        en: 'x.flatMap((value, index) => index === 0 ? [value] : [0, value]) stretches; then y[i] = Σ_a w[a] · stretched[i + a].',
        zh: '用 x.flatMap((value, index) => index === 0 ? [value] : [0, value]) 拉开；然后 y[i] = Σ_a w[a] · stretched[i + a]。',
      },
    ],
    reference: (x: number[], w: number[]): number[] =>
      corr1d(
        stretched(x, () => 0),
        w,
      ),
    examples: [
      [
        [1, 2, 3],
        [1, 10],
      ],
      [
        [4, -1, 2, 5],
        [1, 2, 1],
      ],
    ],
    cases: (rng) => [
      { input: [vector(rng, whole(rng, 5, 8)), [1, 3, 7]], about: { en: 'a window of three', zh: '三个元素的窗口' } },
      { input: [vector(rng, whole(rng, 4, 7)), [2, -5]], about: { en: 'a window of two', zh: '两个元素的窗口' } },
      { input: [vector(rng, 5), vector(rng, 4)], about: { en: 'a window of four', zh: '四个元素的窗口' } },
    ],
    misconceptions: [
      {
        id: 'repeated',
        answer: (x, w) =>
          corr1d(
            stretched(x, (left) => left),
            w,
          ),
        message: {
          en: 'You filled the gaps by repeating elements. That is another way to enlarge; here a gap holds a 0.',
          zh: '你用重复元素来填补空隙。那是另一种放大方法；这里空隙里放 0。',
        },
      },
      {
        id: 'interpolated',
        answer: (x, w) =>
          corr1d(
            stretched(x, (left, right) => (left + right) / 2),
            w,
          ),
        message: {
          en: 'You filled the gaps with the mean of both neighbours. With zeros in them, it is the learned w that interpolates.',
          zh: '你用左右两数的平均值填补空隙。空隙里放零，才能让学到的 w 来插值。',
        },
      },
      {
        id: 'zero-at-the-end',
        answer: (x, w) => corr1d([...stretched(x, () => 0), 0], w),
        message: {
          en: 'You put a zero behind the last element too. A gap has an element on both sides.',
          zh: '你在最后一个元素后面也放了零。空隙的两边都应有元素。',
        },
      },
      {
        id: 'flipped',
        answer: (x, w) =>
          corr1d(
            stretched(x, () => 0),
            w.toReversed(),
          ),
        message: {
          en: 'You turned w around: that is convolution. Cross-correlation takes w as it is.',
          zh: '你把 w 反了过来：那是卷积。互相关按 w 原样相乘。',
        },
      },
      {
        id: 'stride-two',
        answer: (x, w) => corr1d(x, w, { stride: 2 }),
        message: {
          en: 'You moved by two elements. A stride of ½ is the other way round: the output becomes longer, not shorter.',
          zh: '你每次移动两个元素。步幅 ½ 正好相反：输出变长而不是变短。',
        },
      },
    ],
    explanation: {
      en: 'This is what frameworks call a transposed convolution with stride 2 (without its padding).',
      zh: '这就是框架所说的步幅为 2 的转置卷积（不含其填充）。',
    },
  }),
}
