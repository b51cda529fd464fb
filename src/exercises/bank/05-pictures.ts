// Sheet ex-03, lesson 05: a printed figure to mend, a slanted edge to predict, and windows laid out as rows.
// Rule: the printed numbers are quoted as they are (vdumoulin/conv_arithmetic, issue 17); the right ones are computed.
import { corr2d } from '../../conv/correlate.ts'
import { im2col } from '../../conv/im2col.ts'
import { diagonalImage, transpose } from '../../conv/images.ts'
import { edge } from '../../conv/kernels.ts'
import { code, number, prediction } from '../definition.ts'
import { matrix } from './inputs.ts'

const X = [
  [2, 2, 3, 3, 3],
  [0, 1, 3, 0, 3],
  [2, 3, 0, 1, 3],
  [3, 3, 2, 1, 2],
  [3, 3, 0, 2, 3],
]
const K = [
  [2, 0, 1],
  [1, 0, 0],
  [0, 1, 1],
]

export const pictures = {
  '05.6': number({
    title: { en: 'Mend a famous figure', zh: '修正一张有名的插图' },
    statement: {
      en: `A much copied guide to convolution arithmetic shows this image and kernel, with a border of zeros one pixel wide (padding 1) and steps of two pixels (stride 2):

\`X = [[2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3]]\`

\`K = [[2, 0, 1], [1, 0, 0], [0, 1, 1]]\`

It prints the result \`[[1, 6, 5], [7, 10, 9], [7, 10, 8]]\`. That is wrong. What is the cross-correlation?`,
      zh: `一份被广泛转载的卷积运算指南给出了下面的图像和核，四周补一圈零（填充 1），每次移动两个像素（步幅 2）：

\`X = [[2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3]]\`

\`K = [[2, 0, 1], [1, 0, 0], [0, 1, 1]]\`

它印出的结果是 \`[[1, 6, 5], [7, 10, 9], [7, 10, 8]]\`。这是错的。正确的互相关是什么？`,
    },
    name: 'mended',
    answer: corr2d(X, K, { padding: 1, stride: 2 }),
    // Without options: on its sheet, corr2d is the learner's own, of exercise 05.1.
    solution: `corr2d(
  [
    [0, 0, 0, 0, 0, 0, 0],
    [0, 2, 2, 3, 3, 3, 0],
    [0, 0, 1, 3, 0, 3, 0],
    [0, 2, 3, 0, 1, 3, 0],
    [0, 3, 3, 2, 1, 2, 0],
    [0, 3, 3, 0, 2, 3, 0],
    [0, 0, 0, 0, 0, 0, 0],
  ],
  [[2, 0, 1], [1, 0, 0], [0, 1, 1]],
).filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0))`,
    hints: [
      {
        en: 'The first window has its upper row and its left column outside, on zeros.',
        zh: '第一个窗口的上面一行和左边一列在外面，都是零。',
      },
      {
        en: 'First number: only the lower right 2 × 2 part of K meets the image: 0 · 2 + 0 · 2 + 1 · 0 + 1 · 1 = 1.',
        zh: '第一个数：K 只有右下角 2 × 2 落在图像上：0 · 2 + 0 · 2 + 1 · 0 + 1 · 1 = 1。',
      },
      {
        en: 'Two columns further on, the window covers columns 1 to 3: 1 · 2 + 1 · 3 + 1 · 0 = 5.',
        zh: '向右移两列，窗口覆盖第 1 到 3 列：1 · 2 + 1 · 3 + 1 · 0 = 5。',
      },
    ],
    misconceptions: [
      {
        id: 'printed',
        answer: [
          [1, 6, 5],
          [7, 10, 9],
          [7, 10, 8],
        ],
        message: {
          en: 'Those are the printed numbers. Compute the second one: the window covers columns 1 to 3.',
          zh: '这就是印出来的数。请算一算第二个：窗口覆盖第 1 到 3 列。',
        },
      },
      {
        id: 'flipped',
        answer: corr2d(
          X,
          K.toReversed().map((row) => row.toReversed()),
          { padding: 1, stride: 2 },
        ),
        message: { en: 'You turned the kernel: that is convolution.', zh: '你旋转了核：那是卷积。' },
      },
      {
        id: 'no-padding',
        answer: corr2d(X, K, { stride: 2 }),
        message: {
          en: 'The border of zeros is missing: with it, the windows start one pixel outside.',
          zh: '缺少一圈零：加上以后，窗口从图像外一个像素处开始。',
        },
      },
      {
        id: 'stride-one',
        answer: corr2d(X, K, { padding: 1 }),
        message: {
          en: 'The window moves by one pixel only. With stride 2 it skips every second place.',
          zh: '窗口每次只移动了一个像素。步幅为 2 时，每隔一个位置才取一次。',
        },
      },
    ],
  }),

  '05.10': code({
    title: { en: 'Windows as rows', zh: '把窗口排成行' },
    statement: {
      en: `Cross-correlation can be done by *one* matrix product, as fast libraries do it: lay every window of the image out as a row, and multiply by the kernel laid out as a column. Write \`windows(X, kh, kw)\`: one row for each place of a kh × kw window (along the rows of the image), with the window's numbers row after row.

\`windows([[0, 1, 2], [3, 4, 5]], 2, 2)\` is \`[[0, 1, 3, 4], [1, 2, 4, 5]]\`.`,
      zh: `互相关可以用*一次*矩阵乘法完成，快速的库就是这样做的：把图像的每个窗口排成一行，再乘以排成一列的核。编写 \`windows(X, kh, kw)\`：kh × kw 窗口的每个位置（沿图像逐行移动）对应一行，行内是窗口中的数，逐行排列。

\`windows([[0, 1, 2], [3, 4, 5]], 2, 2)\` 是 \`[[0, 1, 3, 4], [1, 2, 4, 5]]\`。`,
    },
    name: 'windows',
    starter: `function windows(X: number[][], kh: number, kw: number): number[][] {
  return todo()
}`,
    solution: `function windows(X: number[][], kh: number, kw: number): number[][] {
  const rows: number[][] = []
  for (let i = 0; i + kh <= X.length; i++) {
    for (let j = 0; j + kw <= X[0].length; j++) {
      rows.push(X.slice(i, i + kh).flatMap((row) => row.slice(j, j + kw)))
    }
  }
  return rows
}`,
    hints: [
      { en: 'How many places has the window? So many rows has the result.', zh: '窗口有多少个位置？结果就有多少行。' },
      {
        en: 'The window at (i, j): rows i to i + kh − 1, of each the columns j to j + kw − 1.',
        zh: '(i, j) 处的窗口：第 i 到 i + kh − 1 行，每行取第 j 到 j + kw − 1 列。',
      },
      {
        en: 'X.slice(i, i + kh).flatMap((row) => row.slice(j, j + kw))',
        zh: 'X.slice(i, i + kh).flatMap((row) => row.slice(j, j + kw))',
      },
    ],
    reference: (image: number[][], kh: number, kw: number): number[][] => im2col(image, { kernel: [kh, kw] }),
    examples: [
      [
        [
          [0, 1, 2],
          [3, 4, 5],
        ],
        2,
        2,
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 4, 6), 2, 3], about: { en: 'a window that is wider than high', zh: '宽大于高的窗口' } },
      { input: [matrix(rng, 5, 4), 3, 2], about: { en: 'a window that is higher than wide', zh: '高大于宽的窗口' } },
      { input: [matrix(rng, 1, 4), 1, 2], about: { en: 'an image of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'columns',
        answer: (image, kh, kw) => transpose(im2col(image, { kernel: [kh, kw] })),
        message: {
          en: 'Each window is a column here. Lay it out as a row, so that it meets the kernel as a column.',
          zh: '这里每个窗口成了一列。应当排成行，才能与排成列的核相乘。',
        },
      },
      {
        id: 'inner-order',
        answer: (image, kh, kw) => im2col(transpose(image), { kernel: [kw, kh] }),
        message: {
          en: 'Windows go down first, and their numbers column after column: you read the image in the wrong order. Rows first.',
          zh: '窗口先向下移动，窗口里的数也是逐列排的：读图像的次序错了。应当行优先。',
        },
      },
      {
        id: 'no-overlap',
        answer: (image, kh, kw) => im2col(image, { kernel: [kh, kw], stride: [kh, kw] }),
        message: {
          en: 'Your windows do not overlap. The kernel moves by one pixel at a time, not by its own size.',
          zh: '你的窗口互不重叠。核每次移动一个像素，而不是移动自身的大小。',
        },
      },
      {
        id: 'swapped-size',
        answer: (image, kh, kw) =>
          kw <= image.length && kh <= image[0]!.length ? im2col(image, { kernel: [kw, kh] }) : [],
        message: { en: 'Height and width of the window are exchanged.', zh: '窗口的高和宽对调了。' },
      },
    ],
  }),

  '05.11': prediction({
    title: { en: 'A slanted edge', zh: '斜的边缘' },
    statement: {
      en: '`X = [[1, 1, 1], [0, 1, 1], [0, 0, 1]]` is white on and above its diagonal. What does the edge kernel `[[1, -1]]` make of it? Three rows of two numbers; say it before you run it.',
      zh: '`X = [[1, 1, 1], [0, 1, 1], [0, 0, 1]]` 在对角线及其上方是白的。边缘检测核 `[[1, -1]]` 会给出什么？三行，每行两个数；先猜再跑。',
    },
    name: 'slanted',
    outcome: (): number[][] => corr2d(diagonalImage(3), edge),
    solution: 'corr2d(diagonalImage(3), [[1, -1]])',
    hints: [
      { en: 'Each number is a pixel minus its right neighbour.', zh: '每个数都是一个像素减去它右边的像素。' },
      { en: 'The first row is white throughout: no difference.', zh: '第一行全是白的：没有差别。' },
      { en: 'Row 1: 0 − 1 = −1, then 1 − 1 = 0.', zh: '第 1 行：0 − 1 = −1，然后 1 − 1 = 0。' },
    ],
    misconceptions: [
      {
        id: 'sign',
        answer: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
        message: {
          en: 'The places are right, the sign is not: black minus white is −1.',
          zh: '位置对了，符号反了：黑减白是 −1。',
        },
      },
      {
        id: 'diagonal',
        answer: [
          [-1, 0],
          [0, -1],
          [0, 0],
        ],
        message: {
          en: 'Row 0 is white throughout, so it has no edge. The edges lie one row further down.',
          zh: '第 0 行全是白的，没有边缘。边缘在下面一行。',
        },
      },
    ],
    explanation: {
      en: 'A slanted edge crosses every row but the first, one column further right each time: −1 on the places just below the diagonal.',
      zh: '斜的边缘穿过除第一行外的每一行，每次向右移一列：对角线下面一条线上是 −1。',
    },
  }),

  '05.12': prediction({
    title: { en: 'The slanted edge, transposed', zh: '转置后的斜边缘' },
    statement: {
      en: 'Now the image is transposed: `[[1, 0, 0], [1, 1, 0], [1, 1, 1]]`. What does `[[1, -1]]` give? Three rows of two numbers. (Think also of the other way: what would the transposed kernel `[[1], [-1]]` give on the original image?)',
      zh: '现在把图像转置：`[[1, 0, 0], [1, 1, 0], [1, 1, 1]]`。`[[1, -1]]` 会给出什么？三行，每行两个数。（也想一想另一种做法：把核转置成 `[[1], [-1]]`，作用于原来的图像，会得到什么？）',
    },
    name: 'slantedTransposed',
    outcome: (): number[][] => corr2d(transpose(diagonalImage(3)), edge),
    solution: 'corr2d(transpose(diagonalImage(3)), [[1, -1]])',
    hints: [
      { en: 'Each row is white first and then black.', zh: '每一行都是先白后黑。' },
      { en: 'White minus black is +1.', zh: '白减黑是 +1。' },
      {
        en: 'Row 0: 1 − 0 = 1, then 0 − 0 = 0. The last row is white throughout.',
        zh: '第 0 行：1 − 0 = 1，然后 0 − 0 = 0。最后一行全是白的。',
      },
    ],
    misconceptions: [
      {
        id: 'same',
        answer: [
          [0, 0],
          [-1, 0],
          [0, -1],
        ],
        message: { en: 'That was the answer before the image was transposed.', zh: '这是转置之前的答案。' },
      },
      {
        id: 'sign',
        answer: [
          [-1, 0],
          [0, -1],
          [0, 0],
        ],
        message: {
          en: 'The places are right, the sign is not: now white stands on the left, 1 − 0 = 1.',
          zh: '位置对了，符号反了：现在白在左边，1 − 0 = 1。',
        },
      },
      {
        id: 'none',
        answer: [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
        message: {
          en: 'A slanted edge is seen by this kernel either way; only a horizontal one is not.',
          zh: '斜边缘无论怎样放，这个核都能看到；只有水平边缘看不到。',
        },
      },
    ],
    explanation: {
      en: '+1 on the diagonal. The transposed kernel on the original image gives the transpose of this, also +1 on the diagonal, in two rows of three.',
      zh: '对角线上是 +1。用转置的核作用于原图，得到的是它的转置，同样在对角线上是 +1，两行三列。',
    },
  }),
}
