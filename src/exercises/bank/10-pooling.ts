// Exercises of lesson 10: pooling, and what it is made of.
// Rule: windows of pooling do not overlap unless told; rows and columns that fill no window are dropped.
import { avgPool2d, maxPool2d } from '../../conv/pool.ts'
import { choice, code } from '../definition.ts'
import { matrix, vector, whole } from './inputs.ts'

type Image = number[][]

const relu = (value: number): number => Math.max(0, value)

const pairwise =
  (combine: (a: number, b: number) => number) =>
  (a: number[], b: number[]): number[] =>
    a.map((value, index) => combine(value, b[index]!))

const filled = (k: number, value: (i: number, j: number) => number): Image =>
  Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => value(i, j)))

const negative = (X: Image): Image => X.map((row) => row.map((value) => -value))

/** One number for each k × k window. */
export const pooled = (X: Image, k: number, combine: (window: number[]) => number): Image =>
  Array.from({ length: Math.floor(X.length / k) }, (_, i) =>
    Array.from({ length: Math.floor(X[0]!.length / k) }, (_, j) =>
      combine(X.slice(i * k, (i + 1) * k).flatMap((row) => row.slice(j * k, (j + 1) * k))),
    ),
  )

export const pooling = {
  '10.2': code({
    title: { en: 'A maximum made of ReLU', zh: '用 ReLU 做最大值' },
    statement: {
      en: `Max pooling can be built from layers that you know. Write \`largest(a, b)\`: the larger of \`a[i]\` and \`b[i]\` for each i, using only \`relu\`, +
and −. (Doing so again and again gives the maximum of a whole window.)

\`largest([1, -5], [3, -7])\` is \`[3, -5]\`.`,
      zh: `最大汇聚可以用你熟悉的层搭出来。写出 \`largest(a, b)\`：对每个 i 给出 \`a[i]\` 与 \`b[i]\` 中较大的一个，只能用 \`relu\`、+ 和 −。
（反复这样做就得到整个窗口的最大值。）

\`largest([1, -5], [3, -7])\` 是 \`[3, -5]\`。`,
    },
    name: 'largest',
    starter: `function largest(a: number[], b: number[]): number[] {
  const relu = (value: number) => Math.max(0, value)
  return todo()
}`,
    solution: `function largest(a: number[], b: number[]): number[] {
  const relu = (value: number) => Math.max(0, value)
  return a.map((value, i) => relu(value - b[i]) + b[i])
}`,
    hints: [
      { en: 'How much larger than b is a, if it is larger at all?', zh: '如果 a 大于 b，大多少？' },
      { en: 'relu(a − b) is that, and 0 otherwise.', zh: 'relu(a − b) 正是这个量，否则为 0。' },
      { en: 'Add it to b.', zh: '把它加到 b 上。' },
    ],
    reference: pairwise(Math.max),
    examples: [
      [
        [1, -5],
        [3, -7],
      ],
    ],
    cases: (rng) => [
      { input: [vector(rng, 6), vector(rng, 6)], about: { en: 'numbers of both signs', zh: '有正有负' } },
      {
        input: [vector(rng, 5).map((value) => value - 20), vector(rng, 5).map((value) => value - 20)],
        about: { en: 'negative numbers', zh: '负数' },
      },
      {
        input: [
          [4, -4, 0],
          [4, -4, 0],
        ],
        about: { en: 'equal numbers', zh: '相等的数' },
      },
    ],
    misconceptions: [
      {
        id: 'difference-only',
        answer: pairwise((a, b) => relu(a - b)),
        message: {
          en: 'That is by how much a is larger. The rest, b itself, is missing.',
          zh: '这是 a 大出的部分，还缺 b 本身。',
        },
      },
      {
        id: 'added-to-a',
        answer: pairwise((a, b) => relu(a - b) + a),
        message: {
          en: 'You added what a has more than b to a. It belongs on b.',
          zh: '你把 a 比 b 多出的部分加到了 a 上。应加到 b 上。',
        },
      },
      {
        id: 'clipped',
        answer: pairwise((a, b) => Math.max(0, a, b)),
        message: {
          en: 'Your result is never negative: you applied ReLU to the numbers and not to their difference.',
          zh: '你的结果不会为负：你把 ReLU 用在了数本身，而不是它们的差上。',
        },
      },
      {
        id: 'sum-of-relus',
        answer: pairwise((a, b) => relu(a) + relu(b)),
        message: {
          en: 'You added the positive parts of both. One of the two is wanted.',
          zh: '你把两者的正部相加了。需要的是其中之一。',
        },
      },
      {
        id: 'smaller',
        answer: pairwise((a, b) => a - relu(a - b)),
        message: { en: 'That is the smaller of the two.', zh: '这是两者中较小的一个。' },
      },
      {
        id: 'without-relu',
        answer: pairwise((a) => a),
        message: {
          en: 'Your result is a throughout: (a − b) + b. The ReLU is what chooses.',
          zh: '你的结果总是 a：(a − b) + b。做出选择的是 ReLU。',
        },
      },
    ],
    explanation: { en: 'max(a, b) = ReLU(a − b) + b.', zh: 'max(a, b) = ReLU(a − b) + b。' },
  }),

  '10.5': code({
    title: { en: 'Average pooling is a convolution', zh: '平均汇聚就是卷积' },
    statement: {
      en: `Write \`averagingKernel(k)\`: the kernel with which \`corr2d(X, averagingKernel(k), { stride: k })\` is the average pooling of \`X\` with
k × k windows.

For example, \`averagingKernel(1)\` is \`[[1]]\`.`,
      zh: `写出 \`averagingKernel(k)\`：使 \`corr2d(X, averagingKernel(k), { stride: k })\` 等于 \`X\` 的 k × k 平均汇聚的核。

例如 \`averagingKernel(1)\` 是 \`[[1]]\`。`,
    },
    name: 'averagingKernel',
    starter: `function averagingKernel(k: number): number[][] {
  return todo()
}`,
    solution: `function averagingKernel(k: number): number[][] {
  return Array.from({ length: k }, () => Array.from({ length: k }, () => 1 / (k * k)))
}`,
    hints: [
      { en: 'A mean is a sum of products too: with which weights?', zh: '平均值也是乘积之和：权重是多少？' },
      { en: 'All weights are equal, and add up to 1.', zh: '所有权重相等，且总和为 1。' },
      { en: 'k · k weights of 1 / (k · k).', zh: 'k · k 个权重，每个 1 / (k · k)。' },
    ],
    reference: (k: number): Image => filled(k, () => 1 / k ** 2),
    examples: [[1], [2]],
    cases: (rng) => [
      { input: [3], about: { en: 'windows of 3 × 3', zh: '3 × 3 的窗口' } },
      { input: [whole(rng, 4, 7)], about: { en: 'larger windows', zh: '更大的窗口' } },
    ],
    misconceptions: [
      {
        id: 'sum',
        answer: (k) => filled(k, () => 1),
        message: { en: 'Ones give the sum of the window, not its mean.', zh: '全 1 给出的是窗口之和，而不是平均值。' },
      },
      {
        id: 'one-axis',
        answer: (k) => filled(k, () => 1 / k),
        message: {
          en: 'Your weights add up to k: there are k · k of them.',
          zh: '你的权重之和是 k：一共有 k · k 个权重。',
        },
      },
      {
        id: 'diagonal',
        answer: (k) => filled(k, (i, j) => (i === j ? 1 / k : 0)),
        message: {
          en: 'Only the diagonal of the window counts in your kernel.',
          zh: '你的核里只有窗口的对角线起作用。',
        },
      },
    ],
  }),

  '10.6': code({
    title: { en: 'Min pooling from max pooling', zh: '用最大汇聚做最小汇聚' },
    statement: {
      en: `TensorFlow.js has max pooling but no min pooling. Write \`minPool(X, k)\`: the smallest number of each k × k window, without overlap.
\`maxPool2d(X, k)\` of tensorcell/conv may be used.

\`minPool([[1, 2, 5, 6], [3, 4, 7, 8]], 2)\` is \`[[1, 5]]\`.`,
      zh: `TensorFlow.js 有最大汇聚，却没有最小汇聚。写出 \`minPool(X, k)\`：每个 k × k 窗口（不重叠）中最小的数。可以用 tensorcell/conv 的
\`maxPool2d(X, k)\`。

\`minPool([[1, 2, 5, 6], [3, 4, 7, 8]], 2)\` 是 \`[[1, 5]]\`。`,
    },
    name: 'minPool',
    starter: `function minPool(X: number[][], k: number): number[][] {
  return todo()
}`,
    solution: `function minPool(X: number[][], k: number): number[][] {
  const negative = (matrix: number[][]) => matrix.map((row) => row.map((value) => -value))
  return negative(maxPool2d(negative(X), k))
}`,
    hints: [
      {
        en: 'What happens to the order of numbers when all change their sign?',
        zh: '所有数都变号时，它们的大小顺序会怎样？',
      },
      { en: 'The smallest becomes the largest.', zh: '最小的变成最大的。' },
      { en: 'min(X) = −max(−X): change the sign before and after.', zh: 'min(X) = −max(−X)：之前、之后都变号。' },
    ],
    reference: (X: Image, k: number): Image => pooled(X, k, (window) => Math.min(...window)),
    examples: [
      [
        [
          [1, 2, 5, 6],
          [3, 4, 7, 8],
        ],
        2,
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 4, 6), 2], about: { en: 'windows of 2 × 2', zh: '2 × 2 的窗口' } },
      { input: [matrix(rng, 6, 9), 3], about: { en: 'windows of 3 × 3', zh: '3 × 3 的窗口' } },
      { input: [matrix(rng, 5, 7), 2], about: { en: 'a row and a column are left over', zh: '剩下一行一列' } },
    ],
    misconceptions: [
      {
        id: 'maximum',
        answer: (X, k) => maxPool2d(X, k),
        message: { en: 'That is max pooling.', zh: '这是最大汇聚。' },
      },
      {
        id: 'sign-after-only',
        answer: (X, k) => negative(maxPool2d(X, k)),
        message: {
          en: 'You changed the sign afterwards only: that is minus the maximum.',
          zh: '你只在之后变号：那是最大值的相反数。',
        },
      },
      {
        id: 'sign-before-only',
        answer: (X, k) => maxPool2d(negative(X), k),
        message: { en: 'You changed the sign before only: change it back.', zh: '你只在之前变号：还要变回来。' },
      },
      {
        id: 'mean',
        answer: (X, k) => avgPool2d(X, k),
        message: { en: 'That is the mean of each window.', zh: '这是每个窗口的平均值。' },
      },
      {
        id: 'overlapping',
        answer: (X, k) => negative(maxPool2d(negative(X), k, { stride: 1 })),
        message: { en: 'Your windows overlap: they should move by k.', zh: '你的窗口重叠了：每次应移动 k。' },
      },
    ],
  }),

  '10.8': choice({
    title: { en: 'Max pooling is no convolution', zh: '最大汇聚不是卷积' },
    statement: {
      en: 'Average pooling is a convolution. Which property of every convolution does max pooling lack?',
      zh: '平均汇聚是一种卷积。所有卷积都具有、而最大汇聚没有的性质是哪一个？',
    },
    name: 'missing',
    options: {
      local: { en: 'Each result depends on one window only.', zh: '每个结果只依赖一个窗口。' },
      additive: { en: 'f(A + B) = f(A) + f(B).', zh: 'f(A + B) = f(A) + f(B)。' },
      scaling: { en: 'f(2 · A) = 2 · f(A).', zh: 'f(2 · A) = 2 · f(A)。' },
      moving: { en: 'With stride 1, the result moves along with the image.', zh: '步幅为 1 时，结果随图像一起移动。' },
    },
    answer: 'additive',
    wrong: {
      local: { en: 'Max pooling looks at one window at a time too.', zh: '最大汇聚同样一次只看一个窗口。' },
      scaling: {
        en: 'The largest of doubled numbers is the double of the largest.',
        zh: '各数加倍后，最大的也恰好加倍。',
      },
      moving: { en: 'With stride 1 max pooling moves along as well.', zh: '步幅为 1 时最大汇聚也会随之移动。' },
    },
    hints: [
      { en: 'Try windows of two numbers.', zh: '用两个数的窗口试试。' },
      { en: 'A = [1, 0] and B = [0, 1].', zh: 'A = [1, 0]，B = [0, 1]。' },
      { en: 'max(A + B) is 1. And max(A) + max(B)?', zh: 'max(A + B) 是 1。那么 max(A) + max(B) 呢？' },
    ],
    explanation: {
      en: 'max(1 + 0, 0 + 1) = 1, but max(1, 0) + max(0, 1) = 2. A convolution is linear.',
      zh: 'max(1 + 0, 0 + 1) = 1，而 max(1, 0) + max(0, 1) = 2。卷积是线性的。',
    },
  }),
}
