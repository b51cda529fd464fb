// Exercises of lesson 09: the 1 × 1 convolution as a matrix product, and two layers merged into one.
// Rule: channels come first, as the book writes them.
import { corr2d, flip } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { matrix, stack, whole } from './inputs.ts'

type Image = number[][]

/** Output channel o at each place: Σ_c weight(o, c) · X[c] there. */
const mixed = (X: Image[], outputs: number, weight: (o: number, c: number) => number): Image[] =>
  Array.from({ length: outputs }, (_, o) =>
    X[0]!.map((row, i) => row.map((_, j) => X.reduce((sum, channel, c) => sum + weight(o, c) * channel[i]![j]!, 0))),
  )

/** Cross-correlation with so much padding that every overlap counts. */
const full = (A: Image, B: Image): Image => corr2d(A, B, { padding: [B.length - 1, B[0]!.length - 1] })

const merged = (A: Image, B: Image): Image => full(A, flip(B) as Image)

export const oneByOne = {
  '09.3': code({
    title: { en: 'A 1 × 1 convolution is a dense layer for each pixel', zh: '1 × 1 卷积就是逐像素的全连接层' },
    statement: {
      en: `A 1 × 1 kernel sees no neighbours, only the channels of its own pixel. Write \`corr1x1(X, K)\` as a matrix product: \`X\` is
\`[in][row][column]\`, \`K\` is \`[out][in]\`. Flatten each channel to one row of pixels, multiply \`K\` by that matrix, and give each row its shape
back: \`[out][row][column]\`.

With two channels \`[[1, 2]]\` and \`[[3, 4]]\` and \`K = [[1, 10]]\` the result is \`[[[31, 42]]]\`.`,
      zh: `1 × 1 的核看不到邻居，只看到同一像素的各个通道。用矩阵乘法写出 \`corr1x1(X, K)\`：\`X\` 是 \`[输入][行][列]\`，\`K\` 是 \`[输出][输入]\`。
把每个通道展平成一行像素，用 \`K\` 乘这个矩阵，再把每一行恢复成图像的形状：\`[输出][行][列]\`。

两个通道 \`[[1, 2]]\` 和 \`[[3, 4]]\`，\`K = [[1, 10]]\` 时，结果是 \`[[[31, 42]]]\`。`,
    },
    name: 'corr1x1',
    starter: `function corr1x1(X: number[][][], K: number[][]): number[][][] {
  const width = X[0][0].length
  const pixels = X.map((channel) => channel.flat()) // [in][row · width + column]
  return todo()
}`,
    solution: `function corr1x1(X: number[][][], K: number[][]): number[][][] {
  const width = X[0][0].length
  const pixels = X.map((channel) => channel.flat())
  const product = K.map((weights) =>
    pixels[0].map((_, pixel) => weights.reduce((sum, weight, c) => sum + weight * pixels[c][pixel], 0)),
  )
  return product.map((row) => X[0].map((_, i) => row.slice(i * width, (i + 1) * width)))
}`,
    hints: [
      {
        en: 'The product has a row for each output channel and a column for each pixel.',
        zh: '乘积的每一行对应一个输出通道，每一列对应一个像素。',
      },
      {
        en: 'product[o][pixel] = Σ_c K[o][c] · pixels[c][pixel].',
        zh: 'product[o][pixel] = Σ_c K[o][c] · pixels[c][pixel]。',
      },
      {
        en: 'Row i of an output channel is row.slice(i * width, (i + 1) * width).',
        zh: '输出通道的第 i 行是 row.slice(i * width, (i + 1) * width)。',
      },
    ],
    reference: (X: Image[], K: Image): Image[] => mixed(X, K.length, (o, c) => K[o]![c]!),
    examples: [[[[[1, 2]], [[3, 4]]], [[1, 10]]]],
    cases: (rng) => [
      {
        input: [stack(rng, 3, 2, whole(rng, 3, 5)), matrix(rng, 2, 3)],
        about: { en: 'three channels in, two out', zh: '三个输入通道，两个输出通道' },
      },
      {
        input: [stack(rng, 3, whole(rng, 4, 5), 2), matrix(rng, 3, 3)],
        about: { en: 'as many channels out as in', zh: '输出与输入的通道数相同' },
      },
      {
        input: [stack(rng, 2, 3, 3), matrix(rng, 4, 2)],
        about: { en: 'more channels out than in', zh: '输出通道多于输入通道' },
      },
      {
        input: [stack(rng, 1, 1, 4), matrix(rng, 2, 1)],
        about: { en: 'a single channel of one row', zh: '只有一个通道，且只有一行' },
      },
    ],
    misconceptions: [
      {
        id: 'transposed-weights',
        answer: (X, K) => mixed(X, K.length, (o, c) => K[c % K.length]![o % K[0]!.length]!),
        message: {
          en: 'You read K as [in][out]. Its rows belong to output channels: K[o][c].',
          zh: '你把 K 当成了 [输入][输出]。它的行对应输出通道：K[o][c]。',
        },
      },
      {
        id: 'mean',
        answer: (X, K) => mixed(X, K.length, (o, c) => K[o]![c]! / X.length),
        message: {
          en: 'You divided by the number of channels. The products are added, not averaged.',
          zh: '你除以了通道数。乘积应当相加而不是平均。',
        },
      },
      {
        id: 'image-transposed',
        answer: (X, K) =>
          mixed(X, K.length, (o, c) => K[o]![c]!).map((image) => image[0]!.map((_, j) => image.map((row) => row[j]!))),
        message: {
          en: 'Rows and columns of your images are swapped. Cut each row of pixels by the width.',
          zh: '你的图像行列互换了。应按宽度切分像素行。',
        },
      },
      {
        id: 'channels-not-mixed',
        answer: (X, K) =>
          K.map((weights, o) => X[o % X.length]!.map((row) => row.map((value) => value * weights[o % X.length]!))),
        message: {
          en: 'You only scaled channels. A 1 × 1 convolution mixes them: each output is a sum over all inputs.',
          zh: '你只是缩放了通道。1 × 1 卷积要混合通道：每个输出是对全部输入的求和。',
        },
      },
    ],
  }),

  '09.5': code({
    title: { en: 'Two kernels are one', zh: '两个核合成一个' },
    statement: {
      en: `An image is cross-correlated with \`A\`, and the result with \`B\`, with nothing in between. One kernel does the same at once. Write
\`mergeKernels(A, B)\`, which finds it: for every image, \`corr2d(corr2d(X, A), B)\` equals \`corr2d(X, mergeKernels(A, B))\`.

\`mergeKernels([[1, 1, 1]], [[1, 1, 1]])\` is \`[[1, 2, 3, 2, 1]]\`.`,
      zh: `图像先与 \`A\` 作互相关，结果再与 \`B\` 作互相关，中间没有别的运算。有一个核能一次做完。写出求它的 \`mergeKernels(A, B)\`：对任何图像，
\`corr2d(corr2d(X, A), B)\` 都等于 \`corr2d(X, mergeKernels(A, B))\`。

\`mergeKernels([[1, 1, 1]], [[1, 1, 1]])\` 是 \`[[1, 2, 3, 2, 1]]\`。`,
    },
    name: 'mergeKernels',
    starter: `function mergeKernels(A: number[][], B: number[][]): number[][] {
  return todo()
}`,
    solution: `function mergeKernels(A: number[][], B: number[][]): number[][] {
  const height = A.length + B.length - 1
  const width = A[0].length + B[0].length - 1
  const M = Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
  for (let i = 0; i < A.length; i++) {
    for (let j = 0; j < A[0].length; j++) {
      for (let k = 0; k < B.length; k++) {
        for (let l = 0; l < B[0].length; l++) M[i + k][j + l] += A[i][j] * B[k][l]
      }
    }
  }
  return M
}`,
    hints: [
      {
        en: 'How many pixels of X does one number of the final result depend on? That is the size.',
        zh: '最终结果的一个数依赖 X 的多少个像素？这就是核的大小。',
      },
      {
        en: 'In one dimension: z[i] = Σ_b B[b] · Σ_a A[a] · x[i + a + b]. Which products meet the same x?',
        zh: '一维时：z[i] = Σ_b B[b] · Σ_a A[a] · x[i + a + b]。哪些乘积遇到同一个 x？',
      },
      {
        en: 'Start from zeros of size k₁ + k₂ − 1 and add A[i][j] · B[k][l] at [i + k][j + l].',
        zh: '从大小为 k₁ + k₂ − 1 的零矩阵开始，在 [i + k][j + l] 处加上 A[i][j] · B[k][l]。',
      },
    ],
    reference: merged,
    examples: [
      [[[1, 1, 1]], [[1, 1, 1]]],
      [[[1, -1]], [[1], [2]]],
    ],
    cases: (rng) => [
      {
        input: [matrix(rng, 2, 3), matrix(rng, 2, 2)],
        about: { en: 'kernels of different sizes', zh: '大小不同的核' },
      },
      { input: [matrix(rng, 3, 3), matrix(rng, 3, 3)], about: { en: 'kernels of one size', zh: '大小相同的核' } },
      { input: [matrix(rng, 1, 3), matrix(rng, 3, 1)], about: { en: 'a row and a column', zh: '一行与一列' } },
      { input: [matrix(rng, 1, 1), matrix(rng, 2, 3)], about: { en: 'a kernel of one number', zh: '只有一个数的核' } },
    ],
    misconceptions: [
      {
        id: 'second-flipped',
        answer: full,
        message: {
          en: 'You slid B over A as a cross-correlation. Then B comes out turned by 180 degrees; the merged kernel is the *convolution* of both.',
          zh: '你让 B 以互相关的方式滑过 A，结果 B 被旋转了 180 度；合成的核是两者的*卷积*。',
        },
      },
      {
        id: 'only-inside',
        answer: (A, B) => (A.length < B.length || A[0]!.length < B[0]!.length ? A : corr2d(A, flip(B) as Image)),
        message: {
          en: 'You kept only the places where B fits into A. The merged kernel is larger than both: k₁ + k₂ − 1.',
          zh: '你只保留了 B 能完整放进 A 的位置。合成的核比两者都大：k₁ + k₂ − 1。',
        },
      },
      {
        id: 'order-of-turn',
        answer: (A, B) => flip(merged(A, B)) as Image,
        message: {
          en: 'Your kernel is turned by 180 degrees: right for convolutions, not for cross-correlations.',
          zh: '你的核旋转了 180 度：对卷积是对的，对互相关不对。',
        },
      },
      {
        id: 'one-too-large',
        answer: (A, B) => {
          const M = merged(A, B)
          return [...M.map((row) => [...row, 0]), Array.from({ length: M[0]!.length + 1 }, () => 0)]
        },
        message: {
          en: 'Your kernel has a row and a column of zeros too many: the size is k₁ + k₂ − 1, not k₁ + k₂.',
          zh: '你的核多了一行一列零：大小是 k₁ + k₂ − 1，不是 k₁ + k₂。',
        },
      },
    ],
    explanation: {
      en: 'So two linear layers in a row are no more than one. It is the nonlinearity between them that makes depth worth its while.',
      zh: '所以两个线性层连在一起并不比一层多什么。正是中间的非线性让深度有了意义。',
    },
  }),
}
