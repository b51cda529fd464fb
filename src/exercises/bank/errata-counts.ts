// Errata hunt, numbers: sizes called invalid, products counted on the wrong grid, and a figure with slips.
// Rule: ids are those of the list of errata (D.11 is erratum D11); every number is computed by its solution.
import { corr2d } from '../../conv/correlate.ts'
import { number, prediction } from '../definition.ts'

const figureInput = [
  [2, 2, 3, 3, 3],
  [0, 1, 3, 0, 3],
  [2, 3, 0, 1, 3],
  [3, 3, 2, 1, 2],
  [3, 3, 0, 2, 3],
]
const figureKernel = [
  [2, 0, 1],
  [1, 0, 0],
  [0, 1, 1],
]
const figurePrinted = [1, 6, 5, 7, 10, 9, 7, 10, 8]

export const errataCounts = {
  'D.11': number({
    title: { en: '“Invalid” sizes', zh: '“不合法”的尺寸' },
    statement: {
      en: `The notes of Stanford’s CS231n call W = 10, F = 3, S = 2 without padding invalid, since (10 − 3) / 2 + 1 = 4.5. How many places does every framework give?`,
      zh: `斯坦福 CS231n 的讲义说，W = 10、F = 3、S = 2、没有填充是不合法的，因为 (10 − 3) / 2 + 1 = 4.5。各框架实际给出多少个位置？`,
    },
    name: 'placesGiven',
    answer: 4,
    solution: 'outputShape([10], { kernel: [3], stride: 2 })[0]',
    misconceptions: [
      { id: 'half', answer: 4.5, message: { en: 'There is no half place.', zh: '没有半个位置。' } },
      {
        id: 'rounded-up',
        answer: 5,
        message: { en: 'The fifth window would need an eleventh element.', zh: '第五个窗口需要第十一个元素。' },
      },
      {
        id: 'steps',
        answer: 3,
        message: { en: 'Those are the steps between the places.', zh: '这是位置之间的步数。' },
      },
    ],
    hints: [
      { en: 'Where do the windows begin?', zh: '窗口从哪里开始？' },
      { en: 'At 0, 2, 4, 6, and 8?', zh: '从 0、2、4、6 开始，那么 8 呢？' },
      {
        en: 'A window at 8 would need the elements 8, 9, 10; the last is 9.',
        zh: '从 8 开始需要第 8、9、10 个元素；最后一个是 9。',
      },
    ],
    explanation: {
      en: 'They round down: 4 places, and the last element is never read.',
      zh: '它们向下取整：4 个位置，最后一个元素从不被读到。',
    },
  }),

  'D.13': number({
    title: { en: 'The wrong grid', zh: '用错了网格' },
    statement: {
      en: `The questionnaire of the fast.ai book (chapter 13) counts the multiplications of a layer with 1,168 parameters, 16 of them biases, as 7 · 7 · (1168 − 16). But 7 × 7 is the grid of its *input*; with
stride 2 its output is 4 × 4. How many multiplications are there?`,
      zh: `fast.ai 的书（第 13 章）的问卷把某层（1,168 个参数，其中 16 个是偏置）的乘法次数算作 7 · 7 · (1168 − 16)。但 7 × 7 是它*输入*的网格；步幅为 2，输出是 4 × 4。实际有多少次乘法？`,
    },
    name: 'rightCount',
    answer: 18_432,
    solution: '4 * 4 * (1168 - 16)',
    tolerance: 0,
    misconceptions: [
      {
        id: 'printed',
        answer: 56_448,
        message: {
          en: 'That is the questionnaire’s number. Each weight is used once at each place of the output.',
          zh: '这是问卷的数。每个权重在输出的每个位置用一次。',
        },
      },
      {
        id: 'biases-too',
        answer: 16 * 1168,
        message: { en: 'Biases are added, not multiplied.', zh: '偏置是加上去的，不做乘法。' },
      },
      {
        id: 'one-axis',
        answer: 4 * 1152,
        message: { en: 'The output has 4 · 4 places.', zh: '输出有 4 · 4 个位置。' },
      },
    ],
    hints: [
      { en: 'How often is each weight used?', zh: '每个权重用多少次？' },
      { en: 'Once at each place of the output: 16 times.', zh: '在输出的每个位置用一次：16 次。' },
      { en: '16 · 1152.', zh: '16 · 1152。' },
    ],
  }),

  'D.14': prediction({
    title: { en: 'A figure full of slips', zh: '错误百出的图' },
    statement: {
      en: `A figure that is copied everywhere shows this 5 × 5 input and 3 × 3 kernel with padding 1 and stride 2, and prints the result 1 6 5 / 7 10 9 / 7 10 8
(vdumoulin/conv_arithmetic, issue 17, open since 2018). How many of its nine numbers are wrong?

    2 2 3 3 3
    0 1 3 0 3      2 0 1
    2 3 0 1 3      1 0 0
    3 3 2 1 2      0 1 1
    3 3 0 2 3`,
      zh: `一幅到处被转载的图画了下面的 5 × 5 输入和 3 × 3 核，填充 1、步幅 2，印出的结果是 1 6 5 / 7 10 9 / 7 10 8（vdumoulin/conv_arithmetic 的 issue 17，2018 年至今未改）。九个数中有几个是错的？

    2 2 3 3 3
    0 1 3 0 3      2 0 1
    2 3 0 1 3      1 0 0
    3 3 2 1 2      0 1 1
    3 3 0 2 3`,
    },
    name: 'wrongNumbers',
    outcome: () =>
      corr2d(figureInput, figureKernel, { padding: 1, stride: 2 })
        .flat()
        .filter((value, index) => value !== figurePrinted[index]).length,
    solution: `corr2d(
  [[2, 2, 3, 3, 3], [0, 1, 3, 0, 3], [2, 3, 0, 1, 3], [3, 3, 2, 1, 2], [3, 3, 0, 2, 3]],
  [[2, 0, 1], [1, 0, 0], [0, 1, 1]],
  { padding: 1, stride: 2 },
).flat().filter((value, index) => value !== [1, 6, 5, 7, 10, 9, 7, 10, 8][index]).length`,
    misconceptions: [
      {
        id: 'none',
        answer: 0,
        message: {
          en: 'Work out the second number: its window has 0 0 0, 2 3 3, 1 3 0.',
          zh: '算一算第二个数：它的窗口是 0 0 0、2 3 3、1 3 0。',
        },
      },
      {
        id: 'all',
        answer: 9,
        message: {
          en: 'The first number is right: 0·2 + 0·1 + 0·1 + 0·1 + 1·1 = 1.',
          zh: '第一个数是对的：0·2 + 0·1 + 0·1 + 0·1 + 1·1 = 1。',
        },
      },
      { id: 'right-ones', answer: 3, message: { en: 'That is how many are right.', zh: '这是正确的个数。' } },
    ],
    hints: [
      { en: 'Let corr2d do it: { padding: 1, stride: 2 }.', zh: '让 corr2d 来算：{ padding: 1, stride: 2 }。' },
      { en: 'The right result begins with 1 5 6.', zh: '正确的结果以 1 5 6 开头。' },
      { en: '1 5 6 / 7 8 3 / 3 10 4.', zh: '1 5 6 / 7 8 3 / 3 10 4。' },
    ],
    explanation: {
      en: 'Right is 1 5 6 / 7 8 3 / 3 10 4: six of nine are wrong.',
      zh: '正确的是 1 5 6 / 7 8 3 / 3 10 4：九个中错了六个。',
    },
  }),
}
