// Sheet ex-02, lesson 02: a dense layer seen in space, and its weights by offset.
// Rule: W[i][j][k][l] leads from input (k, l) to output (i, j); offset (0, 0) stands in the middle of a field, at [h − 1][w − 1].
import { reindex } from '../../conv/dense.ts'
import type { Rng } from '../../conv/random.ts'
import { code, number } from '../definition.ts'
import { matrix, whole } from './inputs.ts'

export const dense = {
  '02.1': code({
    title: { en: 'Re-indexing', zh: '重新索引' },
    statement: {
      en: `Write \`reindex(W)\`. A dense layer from an h × w image to another of the same size has the weights \`W[i][j][k][l]\`: from input (k, l) to output (i, j). Sort the same weights by **offset** a = k − i, b = l − j:

$$V_{i,j,a,b} = W_{i,j,\\,i+a,\\,j+b}$$

An array cannot have negative indices, so offset (a, b) is stored at \`V[i][j][a + h - 1][b + w - 1]\`; V is h × w × (2h − 1) × (2w − 1), and offsets that lead out of the image hold 0.

For a 1 × 2 image, \`reindex([[[[1, 2]], [[3, 4]]]])\` is \`[[[[0, 1, 2]], [[3, 4, 0]]]]\`.`,
      zh: `编写 \`reindex(W)\`。一个从 h × w 图像到同样大小图像的全连接层，有权重 \`W[i][j][k][l]\`：从输入 (k, l) 到输出 (i, j)。请把同样的权重按**偏移** a = k − i、b = l − j 重新排列：

$$V_{i,j,a,b} = W_{i,j,\\,i+a,\\,j+b}$$

数组没有负下标，所以偏移 (a, b) 存放在 \`V[i][j][a + h - 1][b + w - 1]\`；V 的形状是 h × w × (2h − 1) × (2w − 1)，指向图像之外的偏移存 0。

对于 1 × 2 的图像，\`reindex([[[[1, 2]], [[3, 4]]]])\` 是 \`[[[[0, 1, 2]], [[3, 4, 0]]]]\`。`,
    },
    name: 'reindex',
    starter: `function reindex(W: number[][][][]): number[][][][] {
  const [h, w] = [W.length, W[0].length]
  const V = W.map((row) => row.map(() => Array.from({ length: 2 * h - 1 }, () => new Array<number>(2 * w - 1).fill(0))))
  // V holds zeros. For every (i, j) and every (k, l): where in V does W[i][j][k][l] belong?
  return todo()
}`,
    solution: `function reindex(W: number[][][][]): number[][][][] {
  const [h, w] = [W.length, W[0].length]
  const V = W.map((row) => row.map(() => Array.from({ length: 2 * h - 1 }, () => new Array<number>(2 * w - 1).fill(0))))
  for (let i = 0; i < h; i++) {
    for (let j = 0; j < w; j++) {
      for (let k = 0; k < h; k++) {
        for (let l = 0; l < w; l++) V[i][j][k - i + h - 1][l - j + w - 1] = W[i][j][k][l]
      }
    }
  }
  return V
}`,
    hints: [
      {
        en: 'Every weight of W is copied to exactly one place of V: four nested loops.',
        zh: 'W 的每个权重都恰好复制到 V 的一个位置：四层嵌套循环。',
      },
      {
        en: 'The offset from output (i, j) to input (k, l) is a = k − i, b = l − j.',
        zh: '从输出 (i, j) 到输入 (k, l) 的偏移是 a = k − i, b = l − j。',
      },
      {
        en: 'Store it at `V[i][j][k - i + h - 1][l - j + w - 1]`.',
        zh: '把它存到 `V[i][j][k - i + h - 1][l - j + w - 1]`。',
      },
    ],
    reference: (W: Tensor4): Tensor4 => reindex(W),
    examples: [[[[[[1, 2]], [[3, 4]]]]]],
    cases: (rng) => [
      { input: [layer(rng, 2, 3)], about: { en: 'an image that is wider than high', zh: '宽大于高的图像' } },
      { input: [layer(rng, 3, 2)], about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' } },
      { input: [layer(rng, 1, whole(rng, 3, 4))], about: { en: 'an image of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'sign',
        answer: (W) => placed(W, (i, j, k, l, h, w) => [i - k + h - 1, j - l + w - 1]),
        message: {
          en: 'The offsets have the wrong sign. From the output to the input: a = k − i, not i − k.',
          zh: '偏移的符号反了。应该是从输出指向输入：a = k − i，而不是 i − k。',
        },
      },
      {
        id: 'typo',
        answer: (W) => W.map((row, i) => row.map((_, j) => fieldOf(W, (a, b) => W[i]![j]![i + a]?.[i + b] ?? 0))),
        message: {
          en: 'The column is offset from i. It must be W[i][j][i + a][j + b], with j in the last index: the notes’ formula has a slip there.',
          zh: '列的偏移是从 i 算起的。应该是 W[i][j][i + a][j + b]，最后一个下标用 j：讲义里的公式在这里有笔误。',
        },
      },
      {
        id: 'wrapped',
        answer: (W) =>
          W.map((row, i) =>
            row.map((_, j) => fieldOf(W, (a, b, h, w) => W[i]![j]![(i + a + h) % h]![(j + b + w) % w]!)),
          ),
        message: {
          en: 'Offsets that lead out of the image come back on its other side. They have no weight at all: leave the 0.',
          zh: '指向图像之外的偏移从另一边绕了回来。它们根本没有权重，应当保留 0。',
        },
      },
      {
        id: 'not-reindexed',
        answer: (W) => placed(W, (_i, _j, k, l) => [k, l]),
        message: {
          en: 'The weights stand at their pixel (k, l), not at their offset (k − i, l − j).',
          zh: '权重放在了像素 (k, l) 的位置，而不是偏移 (k − i, l − j) 的位置。',
        },
      },
      {
        id: 'corner',
        answer: (W) => placed(W, (i, j, k, l) => (k >= i && l >= j ? [k - i, l - j] : undefined)),
        message: {
          en: 'Offset (0, 0) stands in the corner and the negative offsets are lost. Add h − 1 and w − 1.',
          zh: '偏移 (0, 0) 放在了角上，负的偏移丢失了。请加上 h − 1 和 w − 1。',
        },
      },
    ],
  }),

  '02.2': number({
    title: { en: 'How many offsets', zh: '有多少个偏移' },
    statement: {
      en: 'A dense layer leads from a 28 × 28 image to another of that size. How many **different** offsets (a, b) occur between an output pixel and an input pixel?',
      zh: '一个全连接层从 28 × 28 的图像通向另一张同样大小的图像。输出像素与输入像素之间，一共有多少个**不同的**偏移 (a, b)？',
    },
    name: 'offsets',
    answer: 3025,
    solution: '(2 * 28 - 1) ** 2',
    tolerance: 0,
    hints: [
      {
        en: 'Along one axis: which offsets occur for the first pixel, and which for the last?',
        zh: '先看一个轴：第一个像素有哪些偏移？最后一个呢？',
      },
      {
        en: 'From row 0 the offset a runs from 0 to 27, from row 27 it runs from −27 to 0.',
        zh: '从第 0 行出发，a 取 0 到 27；从第 27 行出发，a 取 −27 到 0。',
      },
      { en: 'So each axis has 55 offsets; take all pairs.', zh: '所以每个轴有 55 个偏移；再取所有的组合。' },
    ],
    misconceptions: [
      {
        id: 'pixels',
        answer: 784,
        message: {
          en: 'That is how many offsets one output pixel has. Another pixel has others: offsets may be negative too.',
          zh: '这是一个输出像素所具有的偏移个数。别的像素有别的偏移：偏移也可以是负的。',
        },
      },
      {
        id: 'weights',
        answer: 614_656,
        message: {
          en: 'That is the number of weights, 28⁴. Many of them have the same offset.',
          zh: '这是权重的个数 28⁴。其中许多权重的偏移相同。',
        },
      },
      {
        id: 'zero-twice',
        answer: 3136,
        message: {
          en: 'You counted 2 · 28 offsets on an axis. Zero is neither positive nor negative, and there is only one of it: 2 · 28 − 1.',
          zh: '你在每个轴上数了 2 · 28 个偏移。零既不是正也不是负，而且只有一个：2 · 28 − 1。',
        },
      },
      {
        id: 'one-axis',
        answer: 55,
        message: {
          en: 'That is one axis. Rows and columns are free of each other.',
          zh: '这只是一个轴。行和列互相独立。',
        },
      },
    ],
  }),
}

type Tensor4 = number[][][][]

/** A layer from an image of this size to another. */
function layer(rng: Rng, height: number, width: number): Tensor4 {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => matrix(rng, height, width)))
}

type Place = [row: number, column: number] | undefined

function placed(
  W: Tensor4,
  place: (i: number, j: number, k: number, l: number, h: number, w: number) => Place,
): Tensor4 {
  const [h, w] = [W.length, W[0]!.length]
  return W.map((row, i) =>
    row.map((weights, j) => {
      const field = fieldOf(W, () => 0)
      weights.forEach((line, k) => {
        line.forEach((weight, l) => {
          const at = place(i, j, k, l, h, w)
          if (at) field[at[0]]![at[1]] = weight
        })
      })
      return field
    }),
  )
}

function fieldOf(W: Tensor4, weight: (a: number, b: number, h: number, w: number) => number): number[][] {
  const [h, w] = [W.length, W[0]!.length]
  return Array.from({ length: 2 * h - 1 }, (_, row) =>
    Array.from({ length: 2 * w - 1 }, (_, column) => weight(row - h + 1, column - w + 1, h, w)),
  )
}
