// Sheet ex-02, lesson 02: the layer's formula as code, its most copied misprint, mended and predicted.
// Rule: pixels outside the image, which only the misprint reaches, count as 0.
import { corr2d } from '../../conv/correlate.ts'
import { code, prediction } from '../definition.ts'
import { counting, images } from './inputs.ts'

export const formulas = {
  '02.3': code({
    title: { en: 'Mend the formula', zh: '修好公式' },
    statement: {
      en: `Lecture notes print, for a layer with one field of weights for all places, $h_{i,j} = \\sum_a \\sum_b v_{a,b}\\, x_{i+a,\\,i+b}$. The function \`apply(X, v)\` below does exactly that, for offsets that start at 0 and stay in the image. One index is wrong. **Find and mend it.**

\`apply([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0, 1], [2, 3]])\` should be \`[[25, 31], [43, 49]]\`.`,
      zh: `有些讲义把“所有位置共用一组权重”的层写成 $h_{i,j} = \\sum_a \\sum_b v_{a,b}\\, x_{i+a,\\,i+b}$。下面的函数 \`apply(X, v)\` 完全照此计算（偏移从 0 开始，不超出图像）。其中有一个下标是错的。**请找到并改正它。**

\`apply([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0, 1], [2, 3]])\` 应该是 \`[[25, 31], [43, 49]]\`。`,
    },
    name: 'apply',
    starter: `function apply(X: number[][], v: number[][]): number[][] {
  const [height, width] = [X.length - v.length + 1, X[0].length - v[0].length + 1]
  const H = Array.from({ length: height }, () => new Array<number>(width).fill(0))
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let a = 0; a < v.length; a++) {
        for (let b = 0; b < v[0].length; b++) H[i][j] += v[a][b] * (X[i + a][i + b] ?? 0)
      }
    }
  }
  return H
}`,
    solution: `function apply(X: number[][], v: number[][]): number[][] {
  const [height, width] = [X.length - v.length + 1, X[0].length - v[0].length + 1]
  const H = Array.from({ length: height }, () => new Array<number>(width).fill(0))
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let a = 0; a < v.length; a++) {
        for (let b = 0; b < v[0].length; b++) H[i][j] += v[a][b] * X[i + a][j + b]
      }
    }
  }
  return H
}`,
    hints: [
      {
        en: 'Run it on the example and look along a row of the result. What should not be?',
        zh: '用示例运行它，沿着结果的一行看。什么是不应该的？',
      },
      {
        en: 'All numbers of a row are equal: the column j of the output plays no part.',
        zh: '一行中的数全都相等：输出的列 j 没有起作用。',
      },
      {
        en: 'In X, the first index belongs to the rows, the second to the columns: which of the two has the wrong letter?',
        zh: '在 X 中，第一个下标是行，第二个下标是列：哪一个的字母写错了？',
      },
    ],
    reference: (X: number[][], v: number[][]): number[][] => corr2d(X, v),
    examples: [
      [
        counting(3, 3, 1),
        [
          [0, 1],
          [2, 3],
        ],
      ],
    ],
    cases: (rng) => images(rng),
    window: (X, v) => ({ input: X, kernel: v }),
    unfixed: 'typo',
    misconceptions: [
      {
        id: 'typo',
        answer: (X, v) => slide(X, v, (i, _j, a, b) => [i + a, i + b]),
        message: {
          en: 'It still reads X[i + a][i + b]: every number of a row is the same. The column must follow j.',
          zh: '它仍然在读 X[i + a][i + b]：每一行的数都相同。列应当跟着 j 走。',
        },
      },
      {
        id: 'both-columns',
        answer: (X, v) => slide(X, v, (_i, j, a, b) => [j + a, j + b]),
        message: {
          en: 'Now the row follows j too: X[j + a][j + b]. Only the second index was wrong.',
          zh: '现在行也跟着 j 走了：X[j + a][j + b]。只有第二个下标是错的。',
        },
      },
      {
        id: 'swapped',
        answer: (X, v) => slide(X, v, (i, j, a, b) => [j + a, i + b]),
        message: {
          en: 'X[j + a][i + b] reads the image with rows and columns exchanged.',
          zh: 'X[j + a][i + b] 把图像的行和列对调了。',
        },
      },
      {
        id: 'offset-swapped',
        answer: (X, v) => slide(X, v, (i, j, a, b) => [i + b, j + a]),
        message: {
          en: 'a counts the rows of v and belongs to i, b counts its columns and belongs to j.',
          zh: 'a 数的是 v 的行，应当与 i 在一起；b 数的是 v 的列，应当与 j 在一起。',
        },
      },
    ],
  }),

  '02.4': prediction({
    title: { en: 'What the misprint computes', zh: '印错的公式算出什么' },
    statement: {
      en: `\`X\` is the 4 × 4 image with the numbers 1 to 16, row by row; \`v = [[0, 1], [2, 3]]\`. The right formula, with $x_{i+a,\\,j+b}$, gives \`[[30, 36, 42], [54, 60, 66], [78, 84, 90]]\`. What does the misprint $x_{i+a,\\,i+b}$ give? Say it before you run it: three rows of three numbers.`,
      zh: `\`X\` 是 4 × 4 的图像，逐行填着 1 到 16；\`v = [[0, 1], [2, 3]]\`。正确的公式（$x_{i+a,\\,j+b}$）给出 \`[[30, 36, 42], [54, 60, 66], [78, 84, 90]]\`。印错的公式 $x_{i+a,\\,i+b}$ 会给出什么？先猜再跑：三行，每行三个数。`,
    },
    name: 'misprinted',
    outcome: () =>
      [0, 1, 2].map((i) =>
        [0, 1, 2].map(
          () =>
            corr2d(counting(4, 4, 1), [
              [0, 1],
              [2, 3],
            ])[i]![i]!,
        ),
      ),
    solution: `[0, 1, 2].map((i) => [0, 1, 2].map(() => [0, 1].reduce((sum, a) => sum + [0, 1].reduce((part, b) => part + (2 * a + b) * (4 * (i + a) + (i + b) + 1), 0), 0)))`,
    hints: [
      {
        en: 'Which letters does the misprint’s right-hand side contain? Which one is missing?',
        zh: '印错的公式右边有哪些字母？少了哪一个？',
      },
      { en: 'j is missing, so all numbers of a row are equal.', zh: '少了 j，所以同一行的数都相等。' },
      {
        en: 'In row i it reads the window at (i, i): take the diagonal of the right result.',
        zh: '在第 i 行，它读的是 (i, i) 处的窗口：取正确结果的对角线。',
      },
    ],
    misconceptions: [
      {
        id: 'right-formula',
        answer: [
          [30, 36, 42],
          [54, 60, 66],
          [78, 84, 90],
        ],
        message: {
          en: 'That is what the right formula gives. The misprint never looks at j.',
          zh: '这是正确的公式给出的结果。印错的公式根本不看 j。',
        },
      },
      {
        id: 'first-column',
        answer: [
          [30, 30, 30],
          [54, 54, 54],
          [78, 78, 78],
        ],
        message: {
          en: 'Equal along each row, rightly. But the column read is i, not 0: in row 1 the window starts at (1, 1).',
          zh: '每一行相等，这是对的。但读的列是 i 而不是 0：在第 1 行，窗口从 (1, 1) 开始。',
        },
      },
      {
        id: 'equal-columns',
        answer: [
          [30, 60, 90],
          [30, 60, 90],
          [30, 60, 90],
        ],
        message: {
          en: 'Right numbers, wrong way round: the result depends on the row i, so each row is constant.',
          zh: '数对了，方向反了：结果取决于行 i，所以每一行是常数。',
        },
      },
    ],
    explanation: {
      en: 'The misprint reads the window at (i, i) for every j. A result whose columns are all the same is its fingerprint.',
      zh: '对每个 j，印错的公式读的都是 (i, i) 处的窗口。各列完全相同的结果，就是它留下的“指纹”。',
    },
  }),
}

/** The sum of v[a][b] times the pixel that `read` names; 0 where that leaves the image. */
function slide(
  X: number[][],
  v: number[][],
  read: (i: number, j: number, a: number, b: number) => [row: number, column: number],
): number[][] {
  return corr2d(X, v).map((row, i) =>
    row.map((_, j) =>
      v.reduce(
        (sum, line, a) =>
          line.reduce((partial, weight, b) => {
            const [k, l] = read(i, j, a, b)
            return partial + weight * (X[k]?.[l] ?? 0)
          }, sum),
        0,
      ),
    ),
  )
}
