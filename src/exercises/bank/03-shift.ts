// Sheet ex-02, lesson 03: moving an image, and correlating around a map that has no edge on two sides.
// Rule: a positive shift moves the content down and to the right.
import { corr2d } from '../../conv/correlate.ts'
import { shift } from '../../conv/shift.ts'
import { code } from '../definition.ts'
import { matrix, whole } from './inputs.ts'

type Image = number[][]

export const shifting = {
  '03.1': code({
    title: { en: 'Move an image', zh: '移动图像' },
    statement: {
      en: `Write \`shift2d(X, down, right)\`: the image moved by whole pixels, **down** and to the **right** (negative numbers: up, left). What leaves is lost; zeros come in.

\`shift2d([[1, 2, 3], [4, 5, 6]], 0, 1)\` is \`[[0, 1, 2], [0, 4, 5]]\`.`,
      zh: `编写 \`shift2d(X, down, right)\`：把图像按整像素**向下**、**向右**移动（负数则向上、向左）。移出去的丢弃，空出来的补零。

\`shift2d([[1, 2, 3], [4, 5, 6]], 0, 1)\` 是 \`[[0, 1, 2], [0, 4, 5]]\`。`,
    },
    name: 'shift2d',
    starter: `function shift2d(X: number[][], down: number, right: number): number[][] {
  return todo()
}`,
    solution: `function shift2d(X: number[][], down: number, right: number): number[][] {
  return X.map((row, i) => row.map((_, j) => X[i - down]?.[j - right] ?? 0))
}`,
    hints: [
      {
        en: 'For each place (i, j) of the result: from which place of X does its number come?',
        zh: '对结果的每个位置 (i, j)：它的数来自 X 的哪个位置？',
      },
      {
        en: 'What moved right by one came from the left: from column j − 1.',
        zh: '向右移动一格的数，来自左边：第 j − 1 列。',
      },
      {
        en: 'Y[i][j] = X[i − down][j − right], and 0 where that place does not exist.',
        zh: 'Y[i][j] = X[i − down][j − right]；那个位置不存在时为 0。',
      },
    ],
    reference: (X: Image, down: number, right: number): Image => shift(X, [down, right], { paddingMode: 'zeros' }),
    examples: [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        0,
        1,
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 3, 5), 1, 2], about: { en: 'down and right', zh: '向下并向右' } },
      { input: [matrix(rng, 5, 4), -whole(rng, 1, 2), 0], about: { en: 'up', zh: '向上' } },
      { input: [matrix(rng, 4, 5), 0, -whole(rng, 1, 3)], about: { en: 'to the left', zh: '向左' } },
      { input: [matrix(rng, 2, 3), 0, 4], about: { en: 'farther than the image is wide', zh: '移动距离超过图像的宽' } },
    ],
    misconceptions: [
      {
        id: 'direction',
        answer: (X, down, right) => shift(X, [-down, -right], { paddingMode: 'zeros' }),
        message: {
          en: 'It moves the other way. Y[i][j] = X[i][j + 1] fetches from the right and so moves to the left: subtract.',
          zh: '方向反了。Y[i][j] = X[i][j + 1] 是从右边取数，因而向左移动：应该用减号。',
        },
      },
      {
        id: 'circular',
        answer: (X, down, right) => shift(X, [down, right]),
        message: {
          en: 'What leaves comes back on the other side. Here it is lost, and zeros come in.',
          zh: '移出去的又从另一边回来了。这里应当丢弃，并补零。',
        },
      },
      {
        id: 'axes',
        answer: (X, down, right) => shift(X, [right, down], { paddingMode: 'zeros' }),
        message: {
          en: 'The axes are exchanged: down changes the row, the first index.',
          zh: '两个轴对调了：向下改变的是行，即第一个下标。',
        },
      },
      {
        id: 'clamped',
        answer: (X, down, right) =>
          X.map((row, i) => row.map((_, j) => X[clamp(i - down, X.length)]![clamp(j - right, row.length)]!)),
        message: {
          en: 'The border is repeated where nothing is known. Zeros are asked for.',
          zh: '空出来的地方重复了边缘的数。这里要求补零。',
        },
      },
    ],
  }),

  '03.4': code({
    title: { en: 'Around the globe', zh: '绕地球一周' },
    statement: {
      en: `On a map of the world, the column after the last is the first: longitude goes around. Write \`corrAround(X, K)\`: the cross-correlation with a kernel of an **odd** width that is centred on each column and goes around at the left and right edge. Rows get no padding. So the result is as wide as \`X\` and has \`X.length − K.length + 1\` rows.

\`corrAround([[1, 2, 3, 4]], [[1, 0, 0]])\` is \`[[4, 1, 2, 3]]\`: each place sees its left neighbour.`,
      zh: `在世界地图上，最后一列之后又是第一列：经度绕一圈。编写 \`corrAround(X, K)\`：用宽度为**奇数**的核做互相关，核的中心对准每一列，在左右边缘绕到另一边。行方向不填充。因此结果与 \`X\` 同宽，有 \`X.length − K.length + 1\` 行。

\`corrAround([[1, 2, 3, 4]], [[1, 0, 0]])\` 是 \`[[4, 1, 2, 3]]\`：每个位置看到的是它左边的邻居。`,
    },
    name: 'corrAround',
    starter: `function corrAround(X: number[][], K: number[][]): number[][] {
  return todo()
}`,
    solution: `function corrAround(X: number[][], K: number[][]): number[][] {
  const width = X[0].length
  const middle = (K[0].length - 1) / 2
  return X.slice(K.length - 1).map((_, i) =>
    X[0].map((_, j) => {
      let sum = 0
      for (let a = 0; a < K.length; a++) {
        for (let b = 0; b < K[0].length; b++) {
          const column = (j + b - middle + width) % width
          sum += K[a][b] * X[i + a][column]
        }
      }
      return sum
    }),
  )
}`,
    hints: [
      {
        en: 'Which column lies under K[a][b] when the kernel is centred on column j?',
        zh: '核的中心对准第 j 列时，K[a][b] 下面是哪一列？',
      },
      {
        en: 'Column j + b − (width of K − 1) / 2; it may be negative or too large.',
        zh: '第 j + b −（K 的宽 − 1）/ 2 列；它可能是负数，也可能太大。',
      },
      {
        en: 'Go around with (column + width) % width: in JavaScript −1 % 4 is −1, so add the width first.',
        zh: '用 (column + width) % width 绕回来：在 JavaScript 中 −1 % 4 是 −1，所以先加上宽。',
      },
    ],
    reference: (X: Image, K: Image): Image =>
      corr2d(
        widened(X, K, (column, width) => column % width),
        K,
      ),
    examples: [
      [[[1, 2, 3, 4]], [[1, 0, 0]]],
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [0, 1, 2],
          [1, 0, -1],
        ],
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 3, 6), matrix(rng, 2, 3)], about: { en: 'a kernel three wide', zh: '宽为 3 的核' } },
      {
        input: [matrix(rng, 6, 5), matrix(rng, 3, 5)],
        about: { en: 'a kernel as wide as the map', zh: '与地图同宽的核' },
      },
      { input: [matrix(rng, 4, 7), matrix(rng, 1, 1)], about: { en: 'a single weight', zh: '只有一个权重' } },
    ],
    misconceptions: [
      {
        id: 'zeros',
        answer: (X, K) =>
          corr2d(
            widened(X, K, (column, width) => (isInside(column, width) ? column % width : undefined)),
            K,
          ),
        message: {
          en: 'At the edges you used zeros: the date line has become the end of the world. Take the columns of the other side.',
          zh: '你在边缘用了零：国际日期变更线成了世界的尽头。应当取另一边的列。',
        },
      },
      {
        id: 'not-centred',
        answer: (X, K) =>
          corr2d(
            X.map((row) => [...row, ...row].slice(0, row.length + K[0]!.length - 1)),
            K,
          ),
        message: {
          en: 'The kernel starts at column j instead of being centred there: the result is shifted by half a kernel.',
          zh: '核从第 j 列开始，而不是以它为中心：结果偏移了半个核。',
        },
      },
      {
        id: 'replicated',
        answer: (X, K) =>
          corr2d(
            widened(X, K, (column, width) => clamp(column - width, width)),
            K,
          ),
        message: {
          en: 'You repeated the outermost column. East of the last column lies the first.',
          zh: '你重复了最外面的一列。最后一列的东边应该是第一列。',
        },
      },
      {
        id: 'flipped',
        answer: (X, K) =>
          corr2d(
            widened(X, K, (column, width) => column % width),
            turned(K),
          ),
        message: {
          en: 'The kernel is flipped: that is convolution. K[a][b] meets the column b − middle to the right of j.',
          zh: '核被翻转了：这是卷积。与 K[a][b] 相乘的是 j 右边 b − middle 处的那一列。',
        },
      },
    ],
  }),
}

/** The image with half a kernel more on both sides; `from` names the column, counted from one image's width to the left. */
function widened(X: Image, K: Image, from: (column: number, width: number) => number | undefined): Image {
  const width = X[0]!.length
  const half = (K[0]!.length - 1) / 2
  return X.map((row) =>
    Array.from({ length: width + 2 * half }, (_, j) => row[from(j - half + width, width) ?? -1] ?? 0),
  )
}

function isInside(column: number, width: number): boolean {
  return column >= width && column < 2 * width
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}

function turned(K: Image): Image {
  return K.toReversed().map((row) => row.toReversed())
}
