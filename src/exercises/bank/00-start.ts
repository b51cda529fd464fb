// Sheet ex-01, the exercises of lesson 00: rows before columns, and the order of the axes.
// Rule: each can be done in two minutes; they are here to show how an exercise answers.
import { choice, code, number } from '../definition.ts'
import { about } from './abouts.ts'
import { whole } from './inputs.ts'

export const start = {
  '00.1': number({
    title: { en: 'One element', zh: '一个元素' },
    statement: {
      en: '`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]`. Which number is `X[1][2]`: row 1, column 2, counted from 0?',
      zh: '`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]`。`X[1][2]`（第 1 行、第 2 列，从 0 开始数）是哪个数？',
    },
    name: 'element',
    answer: 5,
    solution: '[[0, 1, 2], [3, 4, 5], [6, 7, 8]][1][2]',
    hints: [
      { en: 'The first index chooses a row, the second a column.', zh: '第一个下标选行，第二个下标选列。' },
      { en: '`X[1]` is the row `[3, 4, 5]`.', zh: '`X[1]` 是这一行：`[3, 4, 5]`。' },
      { en: 'Take the last element of that row.', zh: '取这一行的最后一个元素。' },
    ],
    misconceptions: [
      {
        id: 'transposed',
        answer: 7,
        message: {
          en: 'That is `X[2][1]`: rows and columns are swapped. The row comes first, then the column.',
          zh: '这是 `X[2][1]`：行和列颠倒了。先写行，再写列。',
        },
      },
      {
        id: 'one-based',
        answer: 1,
        message: {
          en: 'That is `X[0][1]`: you counted from 1. In TypeScript the first row is row 0.',
          zh: '这是 `X[0][1]`：你是从 1 开始数的。在 TypeScript 里，第一行是第 0 行。',
        },
      },
    ],
  }),

  '00.2': code({
    title: { en: 'The shape of an image', zh: '图像的形状' },
    statement: {
      en: `Write \`shapeOf(X)\`: it takes an image as rows of numbers and returns its shape \`[height, width]\`.

Height comes first: \`shapeOf([[1, 2, 3], [4, 5, 6]])\` is \`[2, 3]\`.`,
      zh: `编写 \`shapeOf(X)\`：输入一张图像（由各行数字组成），返回它的形状 \`[height, width]\`（高、宽）。

高在前：\`shapeOf([[1, 2, 3], [4, 5, 6]])\` 是 \`[2, 3]\`。`,
    },
    name: 'shapeOf',
    starter: `function shapeOf(X: number[][]): [height: number, width: number] {
  return todo()
}`,
    solution: `function shapeOf(X: number[][]): [height: number, width: number] {
  return [X.length, X[0].length]
}`,
    hints: [
      {
        en: 'An image is an array of rows. What does `X.length` count?',
        zh: '图像是由行组成的数组。`X.length` 数的是什么？',
      },
      { en: '`X.length` counts rows: that is the height.', zh: '`X.length` 数的是行数，也就是高。' },
      { en: 'The width is the length of one row, `X[0].length`.', zh: '宽是一行的长度：`X[0].length`。' },
    ],
    reference: (X: number[][]): [number, number] => [X.length, X[0]!.length],
    examples: [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
    ],
    cases: (rng) => [
      { input: [rng.matrix(3, whole(rng, 4, 9))], about: about.wide },
      { input: [rng.matrix(whole(rng, 5, 9), 1)], about: about.tall },
      { input: [rng.matrix(1, 6)], about: { en: 'an image of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'width-first',
        answer: (X) => [X[0]!.length, X.length],
        message: {
          en: 'This is [width, height]. Arrays of rows are indexed `X[row][column]`, so the height comes first.',
          zh: '这是 [宽，高]。按行存放的数组用 `X[行][列]` 来访问，所以高在前。',
        },
      },
      {
        id: 'height-twice',
        answer: (X) => [X.length, X.length],
        message: {
          en: 'Both numbers are the height. An image need not be square: the width is the length of a row.',
          zh: '两个数都是高。图像不一定是正方形：宽是一行的长度。',
        },
      },
      {
        id: 'last-index',
        answer: (X) => [X.length - 1, X[0]!.length - 1],
        message: {
          en: 'These are the last indices. Counting from 0, the last of n rows is row n − 1; the size is n.',
          zh: '这是最后一个下标。从 0 开始数时，n 行中的最后一行是第 n − 1 行；大小是 n。',
        },
      },
    ],
  }),

  '00.3': choice({
    title: { en: 'The order of the axes', zh: '轴的顺序' },
    statement: {
      en: 'Ten grey pictures, each 28 pixels wide and 20 high, go into TensorFlow.js as one batch. Which shape has the tensor?',
      zh: '十张灰度图片，每张宽 28 像素、高 20 像素，作为一个批量送入 TensorFlow.js。这个张量的形状是什么？',
    },
    options: {
      nhwc: '[10, 20, 28, 1]',
      wide: '[10, 28, 20, 1]',
      nchw: '[10, 1, 20, 28]',
      last: '[20, 28, 1, 10]',
    },
    name: 'shape',
    answer: 'nhwc',
    wrong: {
      wide: {
        en: 'Width before height. The second axis is the row, so the height 20 comes first.',
        zh: '宽写在了高的前面。第二个轴是行，所以先写高 20。',
      },
      nchw: {
        en: 'That is PyTorch’s order, NCHW. TensorFlow.js puts the channels last: NHWC.',
        zh: '这是 PyTorch 的顺序 NCHW。TensorFlow.js 把通道放在最后：NHWC。',
      },
      last: {
        en: 'The batch is the first axis, so that X[0] is a whole picture.',
        zh: '批量是第一个轴，这样 X[0] 就是一整张图片。',
      },
    },
    explanation: {
      en: 'NHWC: number in the batch, height, width, channels. A grey picture has one channel.',
      zh: 'NHWC：批量中的编号、高、宽、通道。灰度图片只有一个通道。',
    },
    hints: [
      { en: 'TensorFlow.js orders its axes N H W C.', zh: 'TensorFlow.js 的轴顺序是 N H W C。' },
      {
        en: 'N is the number of pictures, C the number of channels (1 for grey).',
        zh: 'N 是图片的张数，C 是通道数（灰度为 1）。',
      },
      { en: 'H is the height, 20, and comes before the width.', zh: 'H 是高，即 20，它排在宽的前面。' },
    ],
  }),
}
