// Exercises on derivatives as kernels (05), the gradient of a sum (06) and sound (07), which Dive into Deep Learning asks too.
// Rule: each has one short answer, and its wrong answers are those of students.
import { corr2dGradients } from '../../conv/gradients.ts'
import { choice, number } from '../definition.ts'

export const more = {
  '05.13': number({
    title: { en: 'How long is a derivative?', zh: '导数有多长？' },
    statement: {
      en: `The kernel \`[1, -1]\` is a first derivative and has 2 numbers. How many numbers does the shortest kernel of a *tenth* derivative have?

A second derivative, \`[1, -2, 1]\`, has 3.`,
      zh: `核 \`[1, -1]\` 是一阶导数，有 2 个数。*十*阶导数的最短的核有几个数？

二阶导数 \`[1, -2, 1]\` 有 3 个数。`,
    },
    name: 'tapsOfTenth',
    answer: 11,
    solution: '10 + 1',
    misconceptions: [
      {
        id: 'one-each',
        answer: 10,
        message: {
          en: 'Ten numbers make a ninth derivative. Count again: the first derivative already has two.',
          zh: '十个数只是九阶导数。再数一次：一阶导数已经有两个数。',
        },
      },
      {
        id: 'two-each',
        answer: 20,
        message: {
          en: 'Each further derivative adds one number, not two: [1, -1] laid over a kernel makes it one longer.',
          zh: '每多一阶只增加一个数，而不是两个：[1, -1] 叠在核上，只使它长一格。',
        },
      },
    ],
    hints: [
      { en: 'Write down the lengths for the orders 1, 2, 3.', zh: '写出一、二、三阶时的长度。' },
      {
        en: 'Two kernels in a row are one of size k₁ + k₂ − 1.',
        zh: '两个核相继作用，相当于一个大小为 k₁ + k₂ − 1 的核。',
      },
      { en: 'A d-th derivative has d + 1 numbers.', zh: 'd 阶导数有 d + 1 个数。' },
    ],
  }),

  '06.8': number({
    title: { en: 'The gradient of a sum', zh: '和的梯度' },
    statement: {
      en: `Y is the cross-correlation of \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` and \`K = [[0, 1], [2, 3]]\`. What is the gradient of the *sum* of
all four numbers of Y with respect to K? Give a 2 × 2 array.

Its first number, for K[0][0], is the sum of all that K[0][0] is multiplied by: 0 + 1 + 3 + 4 = 8.`,
      zh: `Y 是 \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` 与 \`K = [[0, 1], [2, 3]]\` 的互相关。Y 的四个数之*和*对 K 的梯度是什么？
以 2 × 2 的数组给出。

第一个数（对 K[0][0]）是与 K[0][0] 相乘的所有数之和：0 + 1 + 3 + 4 = 8。`,
    },
    name: 'gradientOfSum',
    answer: corr2dGradients(
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ],
      [
        [0, 1],
        [2, 3],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ).K,
    solution: '[[0 + 1 + 3 + 4, 1 + 2 + 4 + 5], [3 + 4 + 6 + 7, 4 + 5 + 7 + 8]]',
    misconceptions: [
      {
        id: 'first-window',
        answer: [
          [0, 1],
          [3, 4],
        ],
        message: {
          en: 'That is the first window only. Each weight is used at all four places: add what it meets there.',
          zh: '这只是第一个窗口。每个权重在四个位置都用到：把它遇到的数加起来。',
        },
      },
      {
        id: 'the-output',
        answer: [
          [19, 25],
          [37, 43],
        ],
        message: {
          en: 'That is Y itself. A gradient says how much the sum grows when a weight grows by one.',
          zh: '这是 Y 本身。梯度说的是：某个权重增加一，和会增加多少。',
        },
      },
      {
        id: 'mean',
        answer: [
          [2, 3],
          [5, 6],
        ],
        message: {
          en: 'You took the mean over the four places. The gradient of a sum is a sum.',
          zh: '你对四个位置取了平均。和的梯度仍是和。',
        },
      },
    ],
    hints: [
      { en: 'Which numbers of X does K[0][1] meet?', zh: 'K[0][1] 会遇到 X 的哪些数？' },
      { en: 'K[0][1] meets the upper right 2 × 2 part of X.', zh: 'K[0][1] 遇到的是 X 右上角的 2 × 2 部分。' },
      { en: 'Correlate X with a 2 × 2 kernel of ones.', zh: '用全为一的 2 × 2 核与 X 作互相关。' },
    ],
  }),

  '07.6': choice({
    title: { en: 'A layer for sound', zh: '用于声音的层' },
    statement: {
      en: `A recording is cut into short pieces, and each piece becomes a column of loudness for each pitch: a picture of time × pitch. A
detector of a spoken vowel shall find it whenever it is said, by the same person. Along which axis should its weights be shared?`,
      zh: `一段录音被切成许多小段，每一小段变成一列：每个音高的响度，于是得到一幅“时间 × 音高”的图。一个元音检测器要在同一个人说出该元音的任何时刻都能找到它。
它的权重应沿哪个轴共享？`,
    },
    name: 'sharedAxis',
    options: {
      pitch: { en: 'along pitch only', zh: '只沿音高' },
      time: { en: 'along time', zh: '沿时间' },
      none: { en: 'along neither', zh: '都不共享' },
    },
    answer: 'time',
    wrong: {
      pitch: {
        en: 'Then the vowel may move up and down in pitch, but is known at one moment only.',
        zh: '这样元音可以在音高上移动，却只能在某一个时刻被认出。',
      },
      none: {
        en: 'Then the vowel has to be learned anew for each moment, as a dense layer would.',
        zh: '这样每个时刻都要重新学习这个元音，就像全连接层那样。',
      },
    },
    explanation: {
      en: 'What is said means the same a second later: translation along time. Moved in pitch, a vowel can become another one.',
      zh: '晚一秒说出来，含义不变：沿时间平移。若在音高上移动，元音可能变成另一个元音。',
    },
    hints: [
      { en: 'Where may the vowel be, and still be the same vowel?', zh: '元音可以出现在哪里，而仍是同一个元音？' },
      {
        en: 'Sharing along an axis says: a move along it changes nothing.',
        zh: '沿某个轴共享，意味着沿它移动不改变什么。',
      },
      { en: 'The speaker may speak a second later.', zh: '说话人可能晚一秒才说。' },
    ],
  }),
}
