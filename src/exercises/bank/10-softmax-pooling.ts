// Exercise of lesson 10: pooling between mean and maximum.
// Rule: exponentials are taken of differences to the largest number, so that none overflows.
import { avgPool2d, maxPool2d } from '../../conv/pool.ts'
import { code } from '../definition.ts'
import { pooled } from './10-pooling.ts'
import { matrix } from './inputs.ts'

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0)

const exponentials = (values: number[]): number[] => {
  const largest = Math.max(...values)
  return values.map((value) => Math.exp(value - largest))
}

const weighted = (values: number[], weights: number[]): number =>
  total(values.map((value, index) => value * weights[index]!)) / total(weights)

export const softmaxPooling = {
  '10.7': code({
    title: { en: 'Softmax pooling', zh: 'softmax 汇聚' },
    statement: {
      en: `Between the mean and the maximum of a window lies its softmax mean: each number counts with the weight eˣ, so that large ones count more,
and the weights of a window are divided by their sum. Write \`softmaxPool(X, k)\` with k × k windows without overlap.

For the window 0, 0, 0, ln 3 the weights are 1/6, 1/6, 1/6, 3/6, and the result is ln 3 / 2 = 0.5493. Large numbers must not break it.`,
      zh: `在窗口的平均值与最大值之间，有它的 softmax 平均：每个数以 eˣ 为权重，大的数分量更重，窗口内的权重再除以它们的和。
写出 \`softmaxPool(X, k)\`，窗口为 k × k，不重叠。

窗口 0、0、0、ln 3 的权重是 1/6、1/6、1/6、3/6，结果是 ln 3 / 2 = 0.5493。遇到很大的数也不能出错。`,
    },
    name: 'softmaxPool',
    points: 2,
    starter: `function softmaxPool(X: number[][], k: number): number[][] {
  return todo()
}`,
    solution: `function softmaxPool(X: number[][], k: number): number[][] {
  const softmaxMean = (window: number[]) => {
    const largest = Math.max(...window)
    let [sum, weights] = [0, 0]
    for (const value of window) {
      const weight = Math.exp(value - largest)
      sum += weight * value
      weights += weight
    }
    return sum / weights
  }
  const Y: number[][] = []
  for (let i = 0; i + k <= X.length; i += k) {
    const row: number[] = []
    for (let j = 0; j + k <= X[0].length; j += k) {
      row.push(softmaxMean(X.slice(i, i + k).flatMap((line) => line.slice(j, j + k))))
    }
    Y.push(row)
  }
  return Y
}`,
    hints: [
      {
        en: 'First a function for the numbers of one window: Σ eˣ · x / Σ eˣ.',
        zh: '先为一个窗口的数写函数：Σ eˣ · x / Σ eˣ。',
      },
      {
        en: 'e¹⁰⁰⁰ is Infinity for a computer, and Infinity / Infinity is NaN. Weights may be scaled by a common factor.',
        zh: '计算机里 e¹⁰⁰⁰ 是 Infinity，而 Infinity / Infinity 是 NaN。权重可以同乘一个因子。',
      },
      {
        en: 'Use the weights exp(x − m), where m is the largest number of the window.',
        zh: '用 exp(x − m) 作权重，m 是窗口中最大的数。',
      },
    ],
    reference: (X: number[][], k: number): number[][] =>
      pooled(X, k, (window) => weighted(window, exponentials(window))),
    examples: [
      [
        [
          [0, 0],
          [0, Math.log(3)],
        ],
        2,
      ],
    ],
    cases: (rng) => [
      { input: [small(matrix(rng, 4, 6)), 2], about: { en: 'windows of 2 × 2', zh: '2 × 2 的窗口' } },
      { input: [small(matrix(rng, 6, 3)), 3], about: { en: 'windows of 3 × 3', zh: '3 × 3 的窗口' } },
      { input: [small(matrix(rng, 1, 4)), 1], about: { en: 'windows of 1 × 1', zh: '1 × 1 的窗口' } },
      { input: [small(matrix(rng, 5, 5)), 2], about: { en: 'a row and a column are left over', zh: '剩下一行一列' } },
      {
        input: [small(matrix(rng, 2, 4)).map((row) => row.map((value) => value + 1000)), 2],
        about: { en: 'numbers around 1000', zh: '1000 左右的数' },
      },
    ],
    misconceptions: [
      {
        id: 'mean',
        answer: (X, k) => avgPool2d(X, k),
        message: {
          en: 'That is the plain mean: every number has the same weight.',
          zh: '这是普通平均：每个数的权重都相同。',
        },
      },
      {
        id: 'maximum',
        answer: (X, k) => maxPool2d(X, k),
        message: {
          en: 'That is the maximum: the largest number has all the weight.',
          zh: '这是最大值：全部权重都给了最大的数。',
        },
      },
      {
        id: 'log-of-the-sum',
        answer: (X, k) => pooled(X, k, (window) => Math.log(total(exponentials(window))) + Math.max(...window)),
        message: {
          en: 'That is ln Σ eˣ, a smooth maximum. It is larger than the maximum; a mean never is.',
          zh: '这是 ln Σ eˣ，一种光滑的最大值。它大于最大值，而平均值不会。',
        },
      },
      {
        id: 'weights-added',
        answer: (X, k) => pooled(X, k, () => 1),
        message: {
          en: 'You added up the weights alone, which gives 1. Multiply each weight by its number.',
          zh: '你只把权重相加，结果是 1。每个权重要乘以对应的数。',
        },
      },
      {
        id: 'weights-over-the-image',
        answer: (X, k) => {
          const all = total(exponentials(X.flat()))
          const largest = Math.max(...X.flat())
          return pooled(X, k, (window) => total(window.map((value) => (value * Math.exp(value - largest)) / all)))
        },
        message: {
          en: 'You divided by the weights of the whole image. Each window has a sum of its own.',
          zh: '你除以了整幅图像的权重之和。每个窗口有自己的和。',
        },
      },
      {
        id: 'weighted-by-value',
        answer: (X, k) => pooled(X, k, (window) => weighted(window, exponentials(window.map((value) => -value)))),
        message: {
          en: 'Small numbers count most in your result: the weight is eˣ, not e⁻ˣ.',
          zh: '你的结果里小的数权重最大：权重是 eˣ，而不是 e⁻ˣ。',
        },
      },
    ],
  }),
}

/** Smaller numbers, so that more than one of a window counts. */
function small(X: number[][]): number[][] {
  return X.map((row) => row.map((value) => value / 6))
}
