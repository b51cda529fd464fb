// Sheet ex-03, lesson 04: the smallest neighbourhood, a single pixel, and the pixels that are missing at the border.
// Rule: a pixel is the list of its channels.
import { choice, code } from '../definition.ts'
import { whole } from './inputs.ts'

export const pixels = {
  '04.4': code({
    title: { en: 'Δ = 0: the same little MLP for each pixel', zh: 'Δ = 0：每个像素用同一个小多层感知机' },
    statement: {
      en: `With Δ = 0 a layer sees one pixel at a time, but all of its channels. Write \`perPixel(X, W)\`: \`X[i][j]\` is the list of a pixel's channels, \`W[c][d]\` the weight from input channel c to output channel d; the result has at each place the list $\\sum_c x_{i,j,c}\\, w_{c,d}$. No bias.

\`perPixel([[[1, 2]]], [[1, 0, 10], [0, 1, 100]])\` is \`[[[1, 2, 210]]]\`.`,
      zh: `Δ = 0 时，一层每次只看一个像素，但能看到它的所有通道。编写 \`perPixel(X, W)\`：\`X[i][j]\` 是一个像素各通道的值，\`W[c][d]\` 是从输入通道 c 到输出通道 d 的权重；结果在每个位置上是 $\\sum_c x_{i,j,c}\\, w_{c,d}$ 组成的列表。没有偏置。

\`perPixel([[[1, 2]]], [[1, 0, 10], [0, 1, 100]])\` 是 \`[[[1, 2, 210]]]\`。`,
    },
    name: 'perPixel',
    starter: `function perPixel(X: number[][][], W: number[][]): number[][][] {
  return todo()
}`,
    solution: `function perPixel(X: number[][][], W: number[][]): number[][][] {
  return X.map((row) =>
    row.map((channels) =>
      W[0].map((_, d) => {
        let sum = 0
        for (let c = 0; c < channels.length; c++) sum += channels[c] * W[c][d]
        return sum
      }),
    ),
  )
}`,
    hints: [
      {
        en: 'Every pixel is treated alike and by itself: two maps around the work for one pixel.',
        zh: '每个像素都单独、同样地处理：两层 map 包着一个像素的计算。',
      },
      {
        en: 'For one pixel: a vector (its channels) times the matrix W.',
        zh: '一个像素的计算：向量（它的各通道）乘以矩阵 W。',
      },
      {
        en: 'The result has as many channels as W has columns, W[0].length.',
        zh: '结果的通道数是 W 的列数 W[0].length。',
      },
    ],
    reference: (X: number[][][], W: number[][]): number[][][] =>
      mixed(X, W, (channels, d) => W.reduce((sum, row, c) => sum + channels[c]! * row[d]!, 0)),
    examples: [
      [
        [[[1, 2]]],
        [
          [1, 0, 10],
          [0, 1, 100],
        ],
      ],
    ],
    cases: (rng) => [
      {
        input: [
          rng.matrix(2, 3).map((row) => row.map(() => [whole(rng, 1, 9), whole(rng, -9, -1)])),
          [
            [whole(rng, 2, 9), 3, 1],
            [5, whole(rng, 2, 9), 7],
          ],
        ],
        about: { en: 'two channels to three', zh: '两个通道变三个' },
      },
      {
        input: [[[[whole(rng, 1, 9), whole(rng, 1, 9), whole(rng, 1, 9)]]], [[2], [whole(rng, 3, 9)], [5]]],
        about: { en: 'three channels to one', zh: '三个通道变一个' },
      },
      {
        input: [[[[whole(rng, 2, 9)]]], [[whole(rng, 2, 9), 3]]],
        about: { en: 'one channel to two', zh: '一个通道变两个' },
      },
      {
        input: [
          [
            [
              [whole(rng, 1, 9), 2],
              [3, whole(rng, 1, 9)],
            ],
          ],
          [
            [1, whole(rng, 4, 9)],
            [2, 3],
          ],
        ],
        about: { en: 'as many channels out as in', zh: '输入输出通道数相同' },
      },
    ],
    misconceptions: [
      {
        id: 'mean',
        answer: (X, W) =>
          mixed(X, W, (channels, d) => W.reduce((sum, row, c) => sum + channels[c]! * row[d]!, 0) / W.length),
        message: {
          en: 'You took the mean over the channels. The formula adds them up.',
          zh: '你对通道取了平均。公式是把它们加起来。',
        },
      },
      {
        id: 'first-channel',
        answer: (X, W) => mixed(X, W, (channels, d) => channels[0]! * W[0]![d]!),
        message: {
          en: 'Only the first input channel plays a part. Sum over all c.',
          zh: '只有第一个输入通道起了作用。要对所有 c 求和。',
        },
      },
      {
        id: 'sum-apart',
        answer: (X, W) =>
          mixed(
            X,
            W,
            (channels, d) => channels.reduce((sum, x) => sum + x, 0) * W.reduce((sum, row) => sum + row[d]!, 0),
          ),
        message: {
          en: 'You multiplied the sums. Each channel must meet its own weight before anything is added.',
          zh: '你把两个和相乘了。应当先让每个通道乘以自己的权重，再相加。',
        },
      },
    ],
  }),

  '04.7': choice({
    title: { en: 'At the border', zh: '在边缘' },
    statement: {
      en: 'In the formula with Δ = 1, which pixel values does the output at the corner (0, 0) need that the image does not have, and what do convolutional layers commonly do about it?',
      zh: '在 Δ = 1 的公式里，角上 (0, 0) 的输出需要哪些图像中没有的像素值？卷积层通常怎么办？',
    },
    name: 'border',
    options: {
      one: { en: 'one pixel; it is copied from the neighbour', zh: '缺一个像素；从相邻像素复制' },
      none: { en: 'none; the corner has all it needs', zh: '不缺；角上该有的都有' },
      five: {
        en: 'five pixels; either the corner gets no output, or zeros stand in for them',
        zh: '缺五个像素；要么角上没有输出，要么用零代替',
      },
      eight: { en: 'eight pixels; the corner is computed by a dense layer', zh: '缺八个像素；角上改用全连接层计算' },
    },
    answer: 'five',
    wrong: {
      one: {
        en: 'Of the nine offsets, those with a = −1 (three) and those with b = −1 (three) leave the image, the pair (−1, −1) being counted twice.',
        zh: '九个偏移中，a = −1 的三个和 b = −1 的三个都超出了图像，其中 (−1, −1) 算了两遍。',
      },
      none: {
        en: 'The offset (−1, −1) leads to the pixel (−1, −1), which does not exist.',
        zh: '偏移 (−1, −1) 指向像素 (−1, −1)，它并不存在。',
      },
      eight: {
        en: 'Four of the nine exist: (0, 0), (0, 1), (1, 0), (1, 1). And the layer stays one layer.',
        zh: '九个中有四个存在：(0, 0)、(0, 1)、(1, 0)、(1, 1)。而且这一层仍然是同一层。',
      },
    },
    explanation: {
      en: 'Leave the place out and the image shrinks by 2Δ on each axis; put zeros there (padding) and the size stays, but the border is treated differently, which breaks equivariance there.',
      zh: '不计算这些位置，图像每个轴上就缩小 2Δ；补零（填充）则大小不变，但边缘受到不同的对待，那里的等变性就被破坏了。',
    },
    hints: [
      { en: 'List the nine pixels (−1 … 1, −1 … 1).', zh: '列出九个像素 (−1 … 1, −1 … 1)。' },
      { en: 'Those with a negative index do not exist.', zh: '下标为负的像素不存在。' },
      { en: 'Four of the nine remain.', zh: '九个里剩下四个。' },
    ],
  }),
}

function mixed(X: number[][][], W: number[][], output: (channels: number[], d: number) => number): number[][][] {
  return X.map((row) => row.map((channels) => W[0]!.map((_, d) => output(channels, d))))
}
