// Exercises of lesson 07: cross-correlation along a row, through a volume, and with channels as rows.
// Rule: indices begin at 0, and a kernel is never turned around.
import { corr1d, corr2d } from '../../conv/correlate.ts'
import { code, number, prediction } from '../definition.ts'
import { vector, whole } from './inputs.ts'

const channels = [
  [0, 1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6, 7],
  [2, 3, 4, 5, 6, 7, 8],
]

const taps = [
  [1, 2],
  [3, 4],
  [-1, -3],
]

export const dimensions = {
  '07.1': code({
    title: { en: 'Along a row', zh: '沿着一行' },
    statement: {
      en: `Sound, text and time series have one dimension. Write \`correlateRow(x, w)\`: y[i] = Σ_a w[a] · x[i + a], for every place where \`w\`
fits into \`x\`.

For x = 0 1 2 3 4 5 6 and w = 1 2, the result is \`[2, 5, 8, 11, 14, 17]\`.`,
      zh: `声音、文本和时间序列只有一个维度。写出 \`correlateRow(x, w)\`：在 \`w\` 能放进 \`x\` 的每个位置，y[i] = Σ_a w[a] · x[i + a]。

x = 0 1 2 3 4 5 6、w = 1 2 时，结果是 \`[2, 5, 8, 11, 14, 17]\`。`,
    },
    name: 'correlateRow',
    starter: `function correlateRow(x: number[], w: number[]): number[] {
  return todo()
}`,
    solution: `function correlateRow(x: number[], w: number[]): number[] {
  const y: number[] = []
  for (let i = 0; i + w.length <= x.length; i++) {
    let sum = 0
    for (let a = 0; a < w.length; a++) sum += w[a] * x[i + a]
    y.push(sum)
  }
  return y
}`,
    hints: [
      { en: 'It is corr2d with one index less.', zh: '它就是少一个下标的 corr2d。' },
      { en: 'The result has n − k + 1 numbers.', zh: '结果有 n − k + 1 个数。' },
      {
        en: 'Two loops: i over the places, and inside it a over w; add w[a] * x[i + a].',
        zh: '两层循环：外层 i 遍历位置，内层 a 遍历 w，累加 w[a] * x[i + a]。',
      },
    ],
    reference: (x: number[], w: number[]): number[] => corr1d(x, w),
    examples: [
      [
        [0, 1, 2, 3, 4, 5, 6],
        [1, 2],
      ],
    ],
    cases: (rng) => [
      { input: [vector(rng, whole(rng, 6, 9)), [1, 3, 7]], about: { en: 'a window of three', zh: '三个元素的窗口' } },
      { input: [vector(rng, whole(rng, 5, 8)), [2, -5]], about: { en: 'a window of two', zh: '两个元素的窗口' } },
      {
        input: [
          [3, -1, 4, 2],
          [2, 1, 5, -3],
        ],
        about: { en: 'a window as long as the row', zh: '与整行一样长的窗口' },
      },
    ],
    misconceptions: [
      {
        id: 'flipped',
        answer: (x, w) => corr1d(x, w.toReversed()),
        message: {
          en: 'You turned w around: that is convolution. Here w[0] meets x[i].',
          zh: '你把 w 反了过来：那是卷积。这里 w[0] 与 x[i] 相乘。',
        },
      },
      {
        id: 'without-one',
        answer: (x, w) => corr1d(x, w).slice(0, -1),
        message: {
          en: 'The last place is missing: there are n − k + 1 places, not n − k.',
          zh: '缺少最后一个位置：共有 n − k + 1 个位置，而不是 n − k 个。',
        },
      },
      {
        id: 'fixed-index',
        answer: (x, w) => corr1d(x, w).map((_, i) => w.reduce((sum, weight) => sum + weight * x[i]!, 0)),
        message: {
          en: 'All weights of yours meet the same x[i]. The index of x must move with a.',
          zh: '你的所有权重都乘同一个 x[i]。x 的下标应随 a 移动。',
        },
      },
      {
        id: 'mean',
        answer: (x, w) => corr1d(x, w).map((value) => value / w.length),
        message: {
          en: 'You divided by the length of w. The products are added, not averaged.',
          zh: '你除以了 w 的长度。乘积应当相加，而不是取平均。',
        },
      },
    ],
  }),

  '07.2': number({
    title: { en: 'The size of a volume', zh: '体数据的尺寸' },
    statement: {
      en: `A scan of 128 × 96 × 24 voxels is cross-correlated with a kernel of 3 × 3 × 3, without padding and with stride 1. Which size
has the result? Give it as an array of three numbers.

In two dimensions, 5 × 4 with 2 × 2 gives \`[4, 3]\`.`,
      zh: `一幅 128 × 96 × 24 体素的扫描图像与 3 × 3 × 3 的核作互相关，不填充，步幅为 1。结果的尺寸是多少？以三个数的数组给出。

二维时，5 × 4 与 2 × 2 得到 \`[4, 3]\`。`,
    },
    name: 'volumeSize',
    answer: [126, 94, 22],
    solution: '[128, 96, 24].map((n) => n - 3 + 1)',
    misconceptions: [
      {
        id: 'without-one',
        answer: [125, 93, 21],
        message: { en: 'You forgot + 1: the first place counts too.', zh: '你忘了 + 1：第一个位置也算。' },
      },
      {
        id: 'slices-kept',
        answer: [126, 94, 24],
        message: {
          en: 'You kept all slices. A kernel of depth 3 moves in the third dimension too, and needs three slices at each place.',
          zh: '你保留了所有切片。深度为 3 的核也沿第三维移动，每个位置需要三个切片。',
        },
      },
    ],
    hints: [
      { en: 'Each dimension is reckoned by itself.', zh: '每个维度单独计算。' },
      {
        en: 'A row of n with a window of k has n − k + 1 places.',
        zh: '长度为 n、窗口为 k 的一行有 n − k + 1 个位置。',
      },
      { en: 'The first number is 128 − 3 + 1.', zh: '第一个数是 128 − 3 + 1。' },
    ],
  }),

  '07.3': prediction({
    title: { en: 'Channels as rows', zh: '把通道当作行' },
    statement: {
      en: `A row with three channels and its kernel can be written as matrices with one line for each channel:

\`X = [[0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]]\`

\`K = [[1, 2], [3, 4], [-1, -3]]\`

Each channel is cross-correlated with its line of the kernel, and the three results are added. Is that exactly the one line that
\`corr2d(X, K)\` gives? Say \`true\` or \`false\`.`,
      zh: `有三个通道的一行数据及其核都可以写成矩阵，每个通道一行：

\`X = [[0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]]\`

\`K = [[1, 2], [3, 4], [-1, -3]]\`

每个通道与核的对应行作互相关，再把三个结果相加。这与 \`corr2d(X, K)\` 给出的那一行完全相同吗？回答 \`true\` 或 \`false\`。`,
    },
    name: 'sameAsOneMatrix',
    outcome: () =>
      String(corr2d(channels, taps)[0]) ===
      String([0, 1, 2, 3, 4, 5].map((i) => channels.reduce((sum, row, c) => sum + corr1d(row, taps[c]!)[i]!, 0))),
    solution: `String(corr2d([[0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]], [[1, 2], [3, 4], [-1, -3]])[0]) ===
  '2,8,14,20,26,32'`,
    misconceptions: [
      {
        id: 'different',
        answer: false,
        message: {
          en: 'A kernel as high as the matrix cannot move down: it only moves along the row, and adds over all lines, as over channels.',
          zh: '与矩阵一样高的核不能向下移动：它只沿行移动，并对所有行求和，正如对通道求和。',
        },
      },
    ],
    hints: [
      { en: 'How many places has the kernel from top to bottom?', zh: '核在上下方向有几个位置？' },
      { en: '3 − 3 + 1 = 1: the result has one line.', zh: '3 − 3 + 1 = 1：结果只有一行。' },
      {
        en: 'corr2d: Σ_c Σ_a K[c][a] · X[c][j + a]. Channels: Σ_c (Σ_a K[c][a] · X[c][j + a]).',
        zh: 'corr2d：Σ_c Σ_a K[c][a] · X[c][j + a]。通道：Σ_c (Σ_a K[c][a] · X[c][j + a])。',
      },
    ],
    explanation: {
      en: 'Both give 2, 8, 14, 20, 26, 32: one dimension with channels is two dimensions with a kernel of full height.',
      zh: '两者都得到 2, 8, 14, 20, 26, 32：带通道的一维互相关就是核为全高的二维互相关。',
    },
  }),
}
