// Sheet ex-02, lesson 02: the dense layer written out, and what it cannot know.
// Rule: W[i][j][k][l] leads from input (k, l) to output (i, j).
import { applyTensor4d } from '../../conv/dense.ts'
import type { Rng } from '../../conv/random.ts'
import { choice, code } from '../definition.ts'
import { matrix } from './inputs.ts'

export const layers = {
  '02.5': choice({
    title: { en: 'Shuffled pixels', zh: '打乱的像素' },
    statement: {
      en: 'All pictures of a data set, for training and for testing, have their pixels shuffled in one and the same way, so that no human recognises anything. An MLP is trained on them anew. Compared with the original pictures, its accuracy …',
      zh: '把一个数据集中所有图片（训练的和测试的）的像素都按同一种方式打乱，人眼再也认不出任何东西。重新训练一个多层感知机。与用原图相比，它的精度……',
    },
    name: 'accuracy',
    options: {
      chance: { en: 'falls to chance', zh: '降到瞎猜的水平' },
      worse: { en: 'falls clearly, but not to chance', zh: '明显下降，但高于瞎猜' },
      same: { en: 'stays the same, but for the noise of training', zh: '不变（训练的随机波动除外）' },
      better: { en: 'rises', zh: '上升' },
    },
    answer: 'same',
    wrong: {
      chance: {
        en: 'That is how it would go for you, who sees neighbours. A dense layer only knows a list of numbers, and the same list in another order is as good.',
        zh: '对能看到“相邻”的你来说是这样。全连接层只认识一列数字，换个顺序的同一列数字对它一样好。',
      },
      worse: {
        en: 'That happens to a convolutional network, which relies on neighbours. A dense layer has a weight for each pixel, wherever it stands.',
        zh: '这会发生在依赖相邻像素的卷积网络上。全连接层给每个像素都配了一个权重，不管它在哪里。',
      },
      better: {
        en: 'Nothing is gained: the information in the pictures is the same as before.',
        zh: '没有任何好处：图片里的信息与原来相同。',
      },
    },
    explanation: {
      en: 'Shuffle the columns of the first weight matrix in the same way, and every output is exactly as before. An MLP cannot know which pixels are neighbours: on digits 0.935 before and 0.936 after.',
      zh: '把第一层权重矩阵的列按同样的方式打乱，每个输出就与原来完全一样。多层感知机无从知道哪些像素相邻：在手写数字上，打乱前 0.935，打乱后 0.936。',
    },
    hints: [
      {
        en: 'In the formula of a dense layer, does it matter which pixel is called pixel 5?',
        zh: '在全连接层的公式里，把哪个像素叫做“像素 5”有关系吗？',
      },
      {
        en: 'Suppose you shuffle the columns of W as the pixels were shuffled.',
        zh: '假设把 W 的列也像像素那样打乱。',
      },
      {
        en: 'Then W · x is the same sum with its terms in another order.',
        zh: '那么 W · x 还是同一个和，只是各项的次序不同。',
      },
    ],
  }),

  '02.6': code({
    title: { en: 'The dense layer in four loops', zh: '四层循环写出全连接层' },
    statement: {
      en: `Write \`dense4d(W, X, B)\`: the output of a dense layer in space,

$$h_{i,j} = b_{i,j} + \\sum_k \\sum_l w_{i,j,k,l}\\, x_{k,l} .$$

\`W[i][j][k][l]\` leads from input (k, l) to output (i, j), \`X\` is the image, \`B[i][j]\` the bias. The output may have another size than the image. \`dense4d([[[[1, 2]], [[3, 4]]]], [[10, 1]], [[5, 0]])\` is \`[[17, 34]]\`.`,
      zh: `编写 \`dense4d(W, X, B)\`：全连接层在空间中的输出

$$h_{i,j} = b_{i,j} + \\sum_k \\sum_l w_{i,j,k,l}\\, x_{k,l} 。$$

\`W[i][j][k][l]\` 从输入 (k, l) 通向输出 (i, j)，\`X\` 是图像，\`B[i][j]\` 是偏置。输出的大小可以与图像不同。\`dense4d([[[[1, 2]], [[3, 4]]]], [[10, 1]], [[5, 0]])\` 是 \`[[17, 34]]\`。`,
    },
    name: 'dense4d',
    starter: `function dense4d(W: number[][][][], X: number[][], B: number[][]): number[][] {
  return todo()
}`,
    solution: `function dense4d(W: number[][][][], X: number[][], B: number[][]): number[][] {
  return W.map((row, i) =>
    row.map((weights, j) => {
      let sum = B[i][j]
      for (let k = 0; k < X.length; k++) {
        for (let l = 0; l < X[0].length; l++) sum += weights[k][l] * X[k][l]
      }
      return sum
    }),
  )
}`,
    hints: [
      {
        en: 'The output has one number for each W[i][j]: two loops for the places, two for the sum.',
        zh: '对每个 W[i][j]，输出有一个数：两层循环走位置，两层循环求和。',
      },
      { en: 'Start the sum of place (i, j) with its bias, B[i][j].', zh: '位置 (i, j) 的和从它的偏置 B[i][j] 开始。' },
      {
        en: 'Then for every k and l: sum += W[i][j][k][l] * X[k][l].',
        zh: '然后对每个 k 和 l:sum += W[i][j][k][l] * X[k][l]。',
      },
    ],
    reference: (W: number[][][][], X: number[][], B: number[][]): number[][] => applyTensor4d(W, X, B),
    examples: [[[[[[1, 2]], [[3, 4]]]], [[10, 1]], [[5, 0]]]],
    cases: (rng) => [
      { input: layerOf(rng, [2, 3], [2, 3]), about: { en: 'output as large as the input', zh: '输出与输入一样大' } },
      { input: layerOf(rng, [3, 2], [2, 4]), about: { en: 'an output of another size', zh: '输出的大小与输入不同' } },
      { input: layerOf(rng, [1, 1], [3, 3]), about: { en: 'a single output', zh: '只有一个输出' } },
    ],
    misconceptions: [
      {
        id: 'no-bias',
        answer: (W, X) => applyTensor4d(W, X),
        message: {
          en: 'The bias is missing: each sum starts with B[i][j].',
          zh: '缺少偏置：每个和都从 B[i][j] 开始。',
        },
      },
      {
        id: 'bias-in-the-loop',
        answer: (W, X, B) =>
          applyTensor4d(
            W,
            X,
            B.map((row) => row.map((bias) => bias * X.length * X[0]!.length)),
          ),
        message: {
          en: 'The bias is added once for every pixel. It stands before the sums, so add it once.',
          zh: '每个像素都加了一次偏置。偏置在求和号的外面，只加一次。',
        },
      },
      {
        id: 'first-bias',
        answer: (W, X, B) => applyTensor4d(W, X, B[0]![0]!),
        message: {
          en: 'All places got the bias B[0][0]. In a dense layer every output has its own.',
          zh: '所有位置都用了 B[0][0]。在全连接层里，每个输出有自己的偏置。',
        },
      },
      {
        id: 'backwards',
        answer: (W, X, B) =>
          applyTensor4d(
            W.map((row) => row.map(turned)),
            X,
            B,
          ),
        message: {
          en: 'The weights are read backwards, last pixel first. In this formula nothing is flipped: w with (k, l) meets x with (k, l).',
          zh: '权重是倒着读的。这个公式里没有任何翻转：w 的 (k, l) 对应 x 的 (k, l)。',
        },
      },
      {
        id: 'mean',
        answer: (W, X, B) =>
          applyTensor4d(
            W,
            X.map((row) => row.map((x) => x / (X.length * row.length))),
            B,
          ),
        message: {
          en: 'You took the mean of the products. The layer adds them up.',
          zh: '你取了乘积的平均值。这一层是把它们加起来。',
        },
      },
    ],
  }),
}

/** A layer's weights, image and biases, for these sizes of output and input. */
function layerOf(
  rng: Rng,
  [height, width]: [number, number],
  [rows, columns]: [number, number],
): [number[][][][], number[][], number[][]] {
  const W = Array.from({ length: height }, () => Array.from({ length: width }, () => matrix(rng, rows, columns)))
  return [W, matrix(rng, rows, columns), matrix(rng, height, width)]
}

/** Turned by 180 degrees. */
function turned(weights: readonly (readonly number[])[]): number[][] {
  return weights.toReversed().map((row) => row.toReversed())
}
