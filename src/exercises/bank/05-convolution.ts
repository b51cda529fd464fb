// Sheet ex-03, lesson 05: convolution against cross-correlation, in two dimensions and as a product of sequences.
// Rule: every misconception is written out by the library's own operations, so that it is exactly what its message says.
import { conv2d, corr2d, flip } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { images, vector } from './inputs.ts'

type Image = number[][]

export const convolution = {
  '05.2': code({
    title: { en: 'True convolution', zh: '真正的卷积' },
    statement: {
      en: `Write \`conv2d(X, K)\`, the convolution of mathematics: the kernel is turned by 180° before it slides,

$$Y_{i,j} = \\sum_a \\sum_b K_{a,b}\\, X_{i+k_h-1-a,\\,j+k_w-1-b},$$

for the places where the kernel fits completely. With \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` and \`K = [[0, 1], [2, 3]]\` the result is \`[[5, 11], [23, 29]]\` (cross-correlation gave 19, 25, 37, 43).`,
      zh: `编写 \`conv2d(X, K)\`，即数学上的卷积：核先旋转 180°，再滑动，

$$Y_{i,j} = \\sum_a \\sum_b K_{a,b}\\, X_{i+k_h-1-a,\\,j+k_w-1-b},$$

只取核能完整放入的位置。对于 \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` 和 \`K = [[0, 1], [2, 3]]\`，结果是 \`[[5, 11], [23, 29]]\`（互相关给出的是 19、25、37、43）。`,
    },
    name: 'conv2d',
    starter: `function conv2d(X: number[][], K: number[][]): number[][] {
  return todo()
}`,
    solution: `function conv2d(X: number[][], K: number[][]): number[][] {
  const turned = [...K].reverse().map((row) => [...row].reverse())
  const height = X.length - K.length + 1
  const width = X[0].length - K[0].length + 1
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) =>
      turned.reduce((sum, row, a) => row.reduce((part, weight, b) => part + weight * X[i + a][j + b], sum), 0),
    ),
  )
}`,
    hints: [
      { en: 'Only one thing differs from the cross-correlation of 05.1.', zh: '与 05.1 的互相关只有一处不同。' },
      {
        en: 'Turn the kernel by 180° first: reverse the order of the rows, and each row.',
        zh: '先把核旋转 180°：行的顺序颠倒，每一行也颠倒。',
      },
      {
        en: 'Copy before you reverse ([...K].reverse()): reverse() changes the array that you were given.',
        zh: '颠倒之前先复制([...K].reverse()):reverse() 会改动传进来的数组。',
      },
    ],
    reference: (X: Image, K: Image): Image => conv2d(X, K),
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
    cases: (rng) => images(rng),
    window: (X, K) => ({ input: X, kernel: K }),
    misconceptions: [
      {
        id: 'not-flipped',
        answer: (X, K) => corr2d(X, K),
        message: {
          en: 'That is cross-correlation: the kernel is not turned. Frameworks call it convolution, mathematics does not.',
          zh: '这是互相关：核没有旋转。深度学习框架把它叫做卷积，数学上则不然。',
        },
      },
      {
        id: 'rows-only',
        answer: (X, K) => corr2d(X, K.toReversed()),
        message: {
          en: 'You turned the kernel upside down, but did not reverse its rows left to right. 180° means both.',
          zh: '你把核上下颠倒了，但没有左右颠倒。旋转 180° 要两者都做。',
        },
      },
      {
        id: 'columns-only',
        answer: (X, K) =>
          corr2d(
            X,
            K.map((row) => row.toReversed()),
          ),
        message: {
          en: 'You mirrored the kernel left to right, but did not turn it upside down. 180° means both.',
          zh: '你把核左右颠倒了，但没有上下颠倒。旋转 180° 要两者都做。',
        },
      },
      {
        id: 'result-turned',
        answer: (X, K) => flip(corr2d(X, K)),
        message: {
          en: 'You turned the result (or the image). It is the kernel that is turned; the image keeps its orientation.',
          zh: '你旋转的是结果（或图像）。应该旋转核，图像的方向不变。',
        },
      },
    ],
  }),

  '05.8': code({
    points: 2,
    title: { en: 'f * g = g * f', zh: 'f * g = g * f' },
    statement: {
      en: `The convolution of two sequences takes *every* overlap, also where only a part overlaps: $(f * g)_n = \\sum_a f_a\\, g_{n-a}$, of length \`f.length + g.length − 1\`. It multiplies polynomials, so the order does not matter. Write \`convolve(f, g)\`.

\`convolve([1, 2], [3, 4, 5])\` is \`[3, 10, 13, 10]\`, since (1 + 2x)(3 + 4x + 5x²) = 3 + 10x + 13x² + 10x³.`,
      zh: `两个序列的卷积取*所有*的重叠，包括只重叠一部分的情形：$(f * g)_n = \\sum_a f_a\\, g_{n-a}$，长度为 \`f.length + g.length − 1\`。它就是多项式相乘，所以次序无关。编写 \`convolve(f, g)\`。

\`convolve([1, 2], [3, 4, 5])\` 是 \`[3, 10, 13, 10]\`，因为 (1 + 2x)(3 + 4x + 5x²) = 3 + 10x + 13x² + 10x³。`,
    },
    name: 'convolve',
    starter: `function convolve(f: number[], g: number[]): number[] {
  return todo()
}`,
    solution: `function convolve(f: number[], g: number[]): number[] {
  const result = new Array<number>(f.length + g.length - 1).fill(0)
  for (let a = 0; a < f.length; a++) {
    for (let b = 0; b < g.length; b++) result[a + b] += f[a] * g[b]
  }
  return result
}`,
    hints: [
      {
        en: 'Multiply two polynomials by hand: every coefficient meets every other.',
        zh: '手算两个多项式相乘：每个系数都要与对方的每个系数相乘。',
      },
      { en: 'The product of x^a and x^b goes to x^(a + b).', zh: 'x^a 与 x^b 的乘积归入 x^(a + b)。' },
      {
        en: 'Start with zeros; for all a and b: result[a + b] += f[a] * g[b].',
        zh: '从全零开始；对所有 a 和 b:result[a + b] += f[a] * g[b]。',
      },
    ],
    reference: (f: number[], g: number[]): number[] => product(f, g),
    examples: [
      [
        [1, 2],
        [3, 4, 5],
      ],
    ],
    cases: (rng) => [
      { input: [vector(rng, 5), vector(rng, 3)], about: { en: 'a long and a short sequence', zh: '一长一短两个序列' } },
      { input: [vector(rng, 2), vector(rng, 4)], about: { en: 'a short and a long sequence', zh: '一短一长两个序列' } },
      { input: [vector(rng, 1), vector(rng, 3)], about: { en: 'a sequence of one number', zh: '只有一个数的序列' } },
    ],
    misconceptions: [
      {
        id: 'correlation',
        answer: (f, g) => product(f, g.toReversed()),
        message: {
          en: 'One of the sequences is not turned: that is their full cross-correlation, and there the order matters.',
          zh: '有一个序列没有翻转：这是完整的互相关，它与次序有关。',
        },
      },
      {
        id: 'backwards',
        answer: (f, g) => product(f, g).toReversed(),
        message: {
          en: 'The right numbers in the wrong order: the highest power stands first. Place n belongs to xⁿ.',
          zh: '数都对，次序反了：最高次项排在了最前面。位置 n 对应 xⁿ。',
        },
      },
      {
        id: 'full-overlap',
        answer: (f, g) => product(f, g).slice(Math.min(f.length, g.length) - 1, Math.max(f.length, g.length)),
        message: {
          en: 'You kept only the places where the shorter sequence lies completely on the longer one. Partial overlaps count too.',
          zh: '你只保留了短序列完全落在长序列上的位置。部分重叠也要算。',
        },
      },
      {
        id: 'circular',
        answer: (f, g) => around(f, g),
        message: {
          en: 'What runs over the end was added at the front again: that is circular convolution.',
          zh: '超出末尾的部分又加到了开头：这是循环卷积。',
        },
      },
    ],
  }),
}

function product(f: readonly number[], g: readonly number[]): number[] {
  return Array.from({ length: f.length + g.length - 1 }, (_, n) =>
    f.reduce((sum, value, a) => sum + value * (g[n - a] ?? 0), 0),
  )
}

function around(f: readonly number[], g: readonly number[]): number[] {
  const length = Math.max(f.length, g.length)
  const full = product(f, g)
  return Array.from({ length }, (_, n) => full[n]! + (full[n + length] ?? 0))
}
