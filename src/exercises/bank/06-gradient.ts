// Exercises of lesson 06: the gradient of a kernel, and one step along it.
// Rule: the loss is the sum of the squared errors, as in the lesson; nothing is divided by their number.
import { conv2d, corr2d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { matrix, whole } from './inputs.ts'

type Image = number[][]

const times = (factor: number, A: Image): Image => A.map((row) => row.map((value) => factor * value))
const plus = (A: Image, B: Image): Image => A.map((row, i) => row.map((value, j) => value + B[i]![j]!))
const sizeOf = (A: Image): number => A.length * A[0]!.length

const gradient = (X: Image, E: Image): Image => times(2, corr2d(X, E))
const errors = (X: Image, Y: Image, K: Image): Image => plus(corr2d(X, K), times(-1, Y))

export const gradients = {
  '06.1': code({
    title: { en: 'The gradient of a kernel', zh: '卷积核的梯度' },
    statement: {
      en: `The loss is the sum of all squared errors, $\\sum_{i,j} E_{i,j}^2$ with E = X ⋆ K − Y. Write \`kernelGradient(X, E)\`: the
derivative of the loss with respect to each weight of K, a matrix of K's size. The image \`X\` and the errors \`E\` are given. Each error
depends on the weight K[a][b] through the pixel that this weight met there.

For X = 0 … 8 (3 × 3) and E = 0 1 / 2 3 it is \`[[38, 50], [74, 86]]\`: 38 = 2 · (0·0 + 1·1 + 2·3 + 3·4).`,
      zh: `损失是所有误差的平方和 $\\sum_{i,j} E_{i,j}^2$，其中 E = X ⋆ K − Y。写出 \`kernelGradient(X, E)\`：损失对 K 的每个权重的导数，
是一个与 K 同样大小的矩阵。图像 \`X\` 和误差 \`E\` 已给出。每个误差都通过权重 K[a][b] 在该处遇到的像素而依赖于它。

X = 0 … 8（3 × 3）、E = 0 1 / 2 3 时，结果是 \`[[38, 50], [74, 86]]\`：38 = 2 · (0·0 + 1·1 + 2·3 + 3·4)。`,
    },
    name: 'kernelGradient',
    starter: `function kernelGradient(X: number[][], E: number[][]): number[][] {
  return todo()
}`,
    solution: `function kernelGradient(X: number[][], E: number[][]): number[][] {
  const height = X.length - E.length + 1
  const width = X[0].length - E[0].length + 1
  const G = Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
  for (let a = 0; a < height; a++) {
    for (let b = 0; b < width; b++) {
      for (let i = 0; i < E.length; i++) {
        for (let j = 0; j < E[i].length; j++) G[a][b] += 2 * E[i][j] * X[i + a][j + b]
      }
    }
  }
  return G
}`,
    hints: [
      {
        en: 'How large is K, if X and E are given? And by how much does E[i][j] change when K[a][b] grows by 1?',
        zh: '已知 X 和 E，K 有多大？K[a][b] 增加 1 时，E[i][j] 变化多少？',
      },
      {
        en: 'The derivative of E² is 2 · E · (the derivative of E), and that of E[i][j] by K[a][b] is X[i + a][j + b].',
        zh: 'E² 的导数是 2 · E ·（E 的导数），而 E[i][j] 对 K[a][b] 的导数是 X[i + a][j + b]。',
      },
      {
        en: 'G[a][b] = Σ_i Σ_j 2 · E[i][j] · X[i + a][j + b]: twice the cross-correlation of X with E.',
        zh: 'G[a][b] = Σ_i Σ_j 2 · E[i][j] · X[i + a][j + b]：X 与 E 的互相关的两倍。',
      },
    ],
    reference: gradient,
    examples: [
      [
        [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
        [
          [0, 1],
          [2, 3],
        ],
      ],
    ],
    cases: (rng) => [
      {
        input: [matrix(rng, whole(rng, 4, 5), 7), matrix(rng, 3, 5)],
        about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
      },
      {
        input: [matrix(rng, 7, whole(rng, 4, 5)), matrix(rng, 5, 2)],
        about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' },
      },
      { input: [matrix(rng, 1, 6), matrix(rng, 1, 4)], about: { en: 'an image of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'two-lost',
        answer: (X, E) => corr2d(X, E),
        message: {
          en: 'Half of the gradient is missing: the derivative of a square E² is 2E.',
          zh: '梯度少了一半：平方 E² 的导数是 2E。',
        },
      },
      {
        id: 'mean',
        answer: (X, E) => times(1 / sizeOf(E), gradient(X, E)),
        message: {
          en: 'You divided by the number of errors. That is the gradient of their mean; this loss is their sum.',
          zh: '你除以了误差的个数。那是均值的梯度；这里的损失是总和。',
        },
      },
      {
        id: 'sign',
        answer: (X, E) => times(-1, gradient(X, E)),
        message: {
          en: 'The sign is turned. The gradient points to where the loss grows; the minus belongs to the update.',
          zh: '符号反了。梯度指向损失增大的方向；负号属于更新那一步。',
        },
      },
      {
        id: 'first-position',
        answer: (X, E) =>
          times(2 * E[0]![0]!, X.slice(0, X.length - E.length + 1)).map((row) =>
            row.slice(0, X[0]!.length - E[0]!.length + 1),
          ),
        message: {
          en: 'Only the first window counts in your result. The same weight is used at every position: add over all of them.',
          zh: '你的结果里只有第一个窗口起作用。同一个权重用在每个位置：要对所有位置求和。',
        },
      },
      {
        id: 'flipped',
        answer: (X, E) => times(2, conv2d(X, E)),
        message: {
          en: 'You flipped E. The error at place (i, j) meets the window that begins at (i, j), in the same order.',
          zh: '你翻转了 E。位置 (i, j) 的误差对应从 (i, j) 开始的窗口，顺序不变。',
        },
      },
    ],
    explanation: {
      en: 'The gradient of a kernel is itself a cross-correlation: of the image with the errors.',
      zh: '卷积核的梯度本身也是互相关：图像与误差的互相关。',
    },
  }),

  '06.6': code({
    title: { en: 'One gradient step', zh: '一步梯度下降' },
    statement: {
      en: `Write \`step(X, Y, K, lr)\`: the kernel after one step of gradient descent with the learning rate \`lr\`. \`Y\` is what X ⋆ K should be;
the loss is the sum of the squared errors. K itself stays as it is.

For X = 1 2 3, Y = 2 4, K = 1 1 and lr = 0.1: the errors are 1 1, the gradient is 6 10, the result \`[[0.4, 0]]\`.`,
      zh: `写出 \`step(X, Y, K, lr)\`：以学习率 \`lr\` 作一步梯度下降之后的核。\`Y\` 是 X ⋆ K 应得的结果；损失是误差的平方和。K 本身保持不变。

X = 1 2 3、Y = 2 4、K = 1 1、lr = 0.1 时：误差是 1 1，梯度是 6 10，结果是 \`[[0.4, 0]]\`。`,
    },
    name: 'step',
    starter: `function step(X: number[][], Y: number[][], K: number[][], lr: number): number[][] {
  return todo()
}`,
    solution: `function step(X: number[][], Y: number[][], K: number[][], lr: number): number[][] {
  const next = K.map((row) => [...row])
  for (let i = 0; i < Y.length; i++) {
    for (let j = 0; j < Y[i].length; j++) {
      let error = -Y[i][j]
      K.forEach((row, a) => row.forEach((weight, b) => (error += weight * X[i + a][j + b])))
      K.forEach((row, a) => row.forEach((_, b) => (next[a][b] -= lr * 2 * error * X[i + a][j + b])))
    }
  }
  return next
}`,
    hints: [
      {
        en: 'Three parts: the errors with the old kernel, the gradient (06.1), the update.',
        zh: '分三部分：用旧的核算误差，求梯度（06.1），更新。',
      },
      {
        en: 'E = X ⋆ K − Y; G[a][b] = Σ 2 · E[i][j] · X[i + a][j + b].',
        zh: 'E = X ⋆ K − Y；G[a][b] = Σ 2 · E[i][j] · X[i + a][j + b]。',
      },
      {
        en: 'The new weight is K[a][b] − lr · G[a][b]. Compute all errors from K, not from weights already changed.',
        zh: '新权重是 K[a][b] − lr · G[a][b]。所有误差都用 K 计算，不要用已经改过的权重。',
      },
    ],
    reference: (X: Image, Y: Image, K: Image, lr: number): Image => plus(K, times(-lr, gradient(X, errors(X, Y, K)))),
    examples: [[[[1, 2, 3]], [[2, 4]], [[1, 1]], 0.1]],
    cases: (rng) => [
      {
        input: [matrix(rng, 4, 6), matrix(rng, 3, 4), matrix(rng, 2, 3), 0.25],
        about: { en: 'a kernel that is not square', zh: '非正方形的核' },
      },
      {
        input: [matrix(rng, 6, 4), matrix(rng, 4, 4), matrix(rng, 3, 1), 0.01],
        about: { en: 'a kernel of one column', zh: '只有一列的核' },
      },
    ],
    misconceptions: [
      {
        id: 'uphill',
        answer: (X, Y, K, lr) => plus(K, times(lr, gradient(X, errors(X, Y, K)))),
        message: {
          en: 'You added the gradient. It points to where the loss grows: you climb.',
          zh: '你加上了梯度。它指向损失增大的方向：你在上坡。',
        },
      },
      {
        id: 'no-learning-rate',
        answer: (X, Y, K) => plus(K, times(-1, gradient(X, errors(X, Y, K)))),
        message: {
          en: 'The learning rate has no part in your step: it is as if it were 1, much too far.',
          zh: '你的更新里没有学习率：相当于取 1，步子太大了。',
        },
      },
      {
        id: 'two-lost',
        answer: (X, Y, K, lr) => plus(K, times(-lr / 2, gradient(X, errors(X, Y, K)))),
        message: {
          en: 'Your step is half as long as it should be: the derivative of E² is 2E.',
          zh: '你的步长只有应有的一半：E² 的导数是 2E。',
        },
      },
      {
        id: 'target-forgotten',
        answer: (X, _, K, lr) => plus(K, times(-lr, gradient(X, corr2d(X, K)))),
        message: {
          en: 'You took the output for the error: Y has no part in your step.',
          zh: '你把输出当成了误差：你的更新里没有用到 Y。',
        },
      },
      {
        id: 'step-only',
        answer: (X, Y, K, lr) => times(-lr, gradient(X, errors(X, Y, K))),
        message: {
          en: 'That is the change of the kernel. The step starts from the kernel that you have.',
          zh: '这是核的改变量。更新要从已有的核出发。',
        },
      },
    ],
  }),
}
