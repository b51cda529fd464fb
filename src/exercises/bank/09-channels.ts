// Exercises of lesson 09: several channels in, several channels out.
// Rule: channels come first, [channel][row][column], as the book writes them.
import { conv2d, corr2d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { counting, stack, whole } from './inputs.ts'

type Image = number[][]

/** Adds, or otherwise combines, images of one size place by place. */
const combined = (images: Image[], combine: (values: number[]) => number): Image =>
  images[0]!.map((row, i) => row.map((_, j) => combine(images.map((image) => image[i]![j]!))))

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0)

const perChannel = (X: Image[], K: Image[], operate = corr2d as (X: Image, K: Image) => Image): Image[] =>
  X.map((channel, c) => operate(channel, K[c]!))

const multiIn = (X: Image[], K: Image[]): Image => combined(perChannel(X, K), total)

export const channels = {
  '09.1': code({
    title: { en: 'Several channels in', zh: '多输入通道' },
    statement: {
      en: `A colour image has three channels, and so has its kernel. Write \`corrIn(X, K)\`: \`X\` is \`[channel][row][column]\`, \`K\` has as many
channels; each channel of the image is cross-correlated with its own channel of the kernel, and the results are added up to **one** matrix.

For a first channel 0 … 8 with the kernel 0 1 / 2 3 and a second channel 1 … 9 with the kernel 1 2 / 3 4, the first number is
19 + 37 = 56, and the result \`[[56, 72], [104, 120]]\`.`,
      zh: `彩色图像有三个通道，它的核也有三个。写出 \`corrIn(X, K)\`：\`X\` 是 \`[通道][行][列]\`，\`K\` 的通道数与之相同；图像的每个通道与核的对应通道作互相关，
再把结果加成**一个**矩阵。

第一通道为 0 … 8、核为 0 1 / 2 3，第二通道为 1 … 9、核为 1 2 / 3 4 时，第一个数是 19 + 37 = 56，结果是 \`[[56, 72], [104, 120]]\`。`,
    },
    name: 'corrIn',
    starter: `function corrIn(X: number[][][], K: number[][][]): number[][] {
  return todo()
}`,
    solution: `function corrIn(X: number[][][], K: number[][][]): number[][] {
  const height = X[0].length - K[0].length + 1
  const width = X[0][0].length - K[0][0].length + 1
  const Y = Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
  for (let c = 0; c < X.length; c++) {
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        for (let a = 0; a < K[c].length; a++) {
          for (let b = 0; b < K[c][a].length; b++) Y[i][j] += K[c][a][b] * X[c][i + a][j + b]
        }
      }
    }
  }
  return Y
}`,
    hints: [
      {
        en: 'You have corr2d for one channel. What is done with the results of all channels?',
        zh: '一个通道的 corr2d 你已经会了。各通道的结果要怎样处理？',
      },
      {
        en: 'Y[i][j] = Σ_c Σ_a Σ_b K[c][a][b] · X[c][i + a][j + b].',
        zh: 'Y[i][j] = Σ_c Σ_a Σ_b K[c][a][b] · X[c][i + a][j + b]。',
      },
      {
        en: 'Start from a matrix of zeros of the size of one result, loop over the channels, and add each channel’s products.',
        zh: '从大小与单个结果相同的零矩阵开始，遍历通道，累加每个通道的乘积。',
      },
    ],
    reference: multiIn,
    examples: [
      [
        [counting(3, 3), counting(3, 3, 1)],
        [counting(2, 2), counting(2, 2, 1)],
      ],
    ],
    cases: (rng) => [
      {
        input: [stack(rng, 3, 4, whole(rng, 5, 7)), stack(rng, 3, 2, 3)],
        about: { en: 'three channels', zh: '三个通道' },
      },
      {
        input: [stack(rng, 2, whole(rng, 5, 7), 4), stack(rng, 2, 3, 2)],
        about: { en: 'two channels and a kernel that is not square', zh: '两个通道，非正方形的核' },
      },
      { input: [stack(rng, 1, 4, 5), stack(rng, 1, 2, 2)], about: { en: 'a single channel', zh: '只有一个通道' } },
      { input: [stack(rng, 5, 3, 4), stack(rng, 5, 1, 1)], about: { en: 'a 1 × 1 kernel', zh: '1 × 1 的核' } },
      { input: [stack(rng, 2, 1, 5), stack(rng, 2, 1, 2)], about: { en: 'images of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'mean-of-channels',
        answer: (X, K) => combined(perChannel(X, K), (values) => total(values) / values.length),
        message: {
          en: 'You took the mean over the channels. They are added; a weight for each is in the kernel already.',
          zh: '你对通道取了平均。各通道应当相加；每个通道的权重已经在核里了。',
        },
      },
      {
        id: 'first-channel-only',
        answer: (X, K) => corr2d(X[0]!, K[0]!),
        message: { en: 'Only the first channel counts in your result.', zh: '你的结果里只有第一个通道起作用。' },
      },
      {
        id: 'one-kernel-for-all',
        answer: (X, K) =>
          multiIn(
            X,
            X.map(() => K[0]!),
          ),
        message: {
          en: 'You used the first channel of the kernel for every channel of the image. Channel c meets K[c].',
          zh: '你对图像的每个通道都用了核的第一个通道。通道 c 应与 K[c] 作用。',
        },
      },
      {
        id: 'channels-reversed',
        answer: (X, K) => multiIn(X, K.toReversed()),
        message: {
          en: 'The channels meet in reverse order, as RGB and BGR do. Channel c of the image meets K[c].',
          zh: '通道的顺序反了，就像 RGB 与 BGR。图像的通道 c 应与 K[c] 作用。',
        },
      },
      {
        id: 'largest-channel',
        answer: (X, K) => combined(perChannel(X, K), (values) => Math.max(...values)),
        message: {
          en: 'You kept the largest channel at each place. They are added.',
          zh: '你在每个位置保留了最大的通道。应当相加。',
        },
      },
      {
        id: 'flipped',
        answer: (X, K) => combined(perChannel(X, K, conv2d as (X: Image, K: Image) => Image), total),
        message: {
          en: 'You flipped the kernels: that is convolution, not cross-correlation.',
          zh: '你翻转了核：那是卷积，不是互相关。',
        },
      },
    ],
  }),

  '09.2': code({
    title: { en: 'Several channels out', zh: '多输出通道' },
    statement: {
      en: `A layer with several output channels has one kernel for each of them, and each kernel sees **all** input channels. Write
\`corrInOut(X, K)\`: \`X\` is \`[in][row][column]\`, \`K\` is \`[out][in][row][column]\`; the result is \`[out][row][column]\`. Copy what you need of
the exercise before, or use \`corr2d\` of tensorcell/conv.

With the image and the kernel K of 09.1, the kernels K, K + 1 and K + 2 give three matrices that begin with 56, 76 and 96.`,
      zh: `有多个输出通道的层，每个输出通道各有一个核，而且每个核都看到**全部**输入通道。写出 \`corrInOut(X, K)\`：\`X\` 是 \`[输入][行][列]\`，
\`K\` 是 \`[输出][输入][行][列]\`；结果是 \`[输出][行][列]\`。可以照搬上一题，也可以用 tensorcell/conv 的 \`corr2d\`。

用 09.1 的图像和核 K，三个核 K、K + 1、K + 2 给出的三个矩阵分别以 56、76、96 开头。`,
    },
    name: 'corrInOut',
    starter: `function corrInOut(X: number[][][], K: number[][][][]): number[][][] {
  return todo()
}`,
    solution: `function corrInOut(X: number[][][], K: number[][][][]): number[][][] {
  return K.map((kernel) => {
    const height = X[0].length - kernel[0].length + 1
    const width = X[0][0].length - kernel[0][0].length + 1
    return Array.from({ length: height }, (_, i) =>
      Array.from({ length: width }, (_, j) => {
        let sum = 0
        kernel.forEach((channel, c) =>
          channel.forEach((row, a) => row.forEach((weight, b) => (sum += weight * X[c][i + a][j + b]))),
        )
        return sum
      }),
    )
  })
}`,
    hints: [
      {
        en: 'Each output channel is the exercise before, with a kernel of its own.',
        zh: '每个输出通道就是上一题，只是核不同。',
      },
      {
        en: 'K.map((kernel) => …) gives one matrix for each kernel.',
        zh: 'K.map((kernel) => …) 为每个核给出一个矩阵。',
      },
      {
        en: 'K.map((kernel) => corrIn(X, kernel)), with your corrIn.',
        zh: 'K.map((kernel) => corrIn(X, kernel))，其中 corrIn 是你写的函数。',
      },
    ],
    reference: (X: Image[], K: Image[][]): Image[] => K.map((kernel) => multiIn(X, kernel)),
    examples: [
      [[counting(3, 3), counting(3, 3, 1)], [0, 1, 2].map((more) => [counting(2, 2, more), counting(2, 2, more + 1)])],
    ],
    cases: (rng) => [
      {
        input: [stack(rng, 2, 4, whole(rng, 5, 6)), [0, 1, 2].map(() => stack(rng, 2, 2, 3))],
        about: { en: 'two channels in, three out', zh: '两个输入通道，三个输出通道' },
      },
      {
        input: [stack(rng, 3, whole(rng, 4, 5), 4), [0, 1, 2].map(() => stack(rng, 3, 2, 1))],
        about: { en: 'as many channels out as in', zh: '输出与输入的通道数相同' },
      },
      {
        input: [stack(rng, 3, 3, 4), [stack(rng, 3, 2, 2)]],
        about: { en: 'a single channel out', zh: '只有一个输出通道' },
      },
      {
        input: [stack(rng, 1, 1, 5), [stack(rng, 1, 1, 2)]],
        about: { en: 'a single channel of one row', zh: '只有一个通道，且只有一行' },
      },
    ],
    misconceptions: [
      {
        id: 'outputs-added',
        answer: (X, K) => [
          combined(
            K.map((kernel) => multiIn(X, kernel)),
            total,
          ),
        ],
        message: {
          en: 'You added up the output channels. Only input channels are added; each kernel keeps a matrix of its own.',
          zh: '你把输出通道加在一起了。只有输入通道相加；每个核保留自己的矩阵。',
        },
      },
      {
        id: 'channel-by-channel',
        answer: (X, K) => K.map((kernel, o) => corr2d(X[o % X.length]!, kernel[o % X.length]!)),
        message: {
          en: 'Each output channel of yours sees one input channel (a depthwise convolution). It must see all of them.',
          zh: '你的每个输出通道只看到一个输入通道（那是逐通道卷积）。它应当看到全部输入通道。',
        },
      },
      {
        id: 'first-kernel-only',
        answer: (X, K) => K.map(() => multiIn(X, K[0]!)),
        message: {
          en: 'All your output channels are alike: you used the first kernel for each.',
          zh: '你的输出通道都一样：每个都用了第一个核。',
        },
      },
      {
        id: 'channels-last',
        answer: (X, K) => {
          const outputs = K.map((kernel) => multiIn(X, kernel))
          return outputs[0]!.map((row, i) => row.map((_, j) => outputs.map((image) => image[i]![j]!)))
        },
        message: {
          en: 'Your channels come last, [row][column][channel], as TensorFlow has them. Here they come first.',
          zh: '你把通道放在了最后：[行][列][通道]，TensorFlow 是这样的。这里通道在最前。',
        },
      },
    ],
    window: (X, K) => ({ input: X[0]!, kernel: K[0]![0]! }),
  }),
}
