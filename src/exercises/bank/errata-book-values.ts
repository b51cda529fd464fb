// Errata hunt, numbers of the book and other sources, put right.
// Rule: ids are those of the list of errata (D.1 is erratum D1); every number is computed by its solution.
import { maxPool2d } from '../../conv/pool.ts'
import { number, prediction } from '../definition.ts'

export const errataBookValues = {
  'D.1': number({
    title: { en: 'How many offsets?', zh: '有多少个偏移？' },
    statement: {
      en: 'The book says that with offsets from −Δ to Δ a layer has 4Δ² parameters. By how many is that too few for Δ = 10?',
      zh: '书上说，偏移从 −Δ 到 Δ 时，这一层有 4Δ² 个参数。Δ = 10 时这个数少了多少？',
    },
    name: 'tooFew',
    answer: 41,
    solution: '(2 * 10 + 1) ** 2 - 4 * 10 ** 2',
    misconceptions: [
      {
        id: 'nothing',
        answer: 0,
        message: {
          en: 'From −10 to 10 there are 21 offsets, not 20: 0 counts too.',
          zh: '从 −10 到 10 有 21 个偏移，不是 20 个：0 也要算。',
        },
      },
      {
        id: 'right-number',
        answer: 441,
        message: {
          en: 'That is the right number of parameters. The question is the difference.',
          zh: '这是正确的参数个数。题目问的是相差多少。',
        },
      },
      {
        id: 'one',
        answer: 1,
        message: { en: 'It is one more along each axis, and the axes multiply.', zh: '每个轴多一个，而两个轴要相乘。' },
      },
    ],
    hints: [
      { en: 'How many whole numbers are there from −10 to 10?', zh: '从 −10 到 10 有多少个整数？' },
      { en: '21 along each axis.', zh: '每个轴 21 个。' },
      { en: '21² − 400.', zh: '21² − 400。' },
    ],
    explanation: {
      en: '(2Δ + 1)² − 4Δ² = 4Δ + 1. For Δ = 1 it is 9 and not 4.',
      zh: '(2Δ + 1)² − 4Δ² = 4Δ + 1。Δ = 1 时是 9 而不是 4。',
    },
  }),

  'D.4': number({
    title: { en: '“All pixels are used equally often”', zh: '“所有像素使用得同样频繁”' },
    statement: {
      en: `Padding “ensures that all pixels are used equally frequently”, says the book’s summary of padding that keeps the size. What is the smallest padding with which a
3 × 3 window with stride 1 reads every pixel of an 8 × 8 image equally often?`,
      zh: `书的小结说，填充能保证所有像素使用得同样频繁（指保持尺寸的填充）。3 × 3 的窗口以步幅 1 滑过 8 × 8 的图像，最少填充多少，才能使每个像素被读到的次数相同？`,
    },
    name: 'evenPadding',
    answer: 2,
    solution: '3 - 1',
    misconceptions: [
      {
        id: 'keeps-the-size',
        answer: 1,
        message: {
          en: 'With padding 1 a corner is read 4 times, an edge 6, the inside 9 times.',
          zh: '填充为 1 时，角被读 4 次，边 6 次，内部 9 次。',
        },
      },
      {
        id: 'none',
        answer: 0,
        message: {
          en: 'Without padding a corner is read once, the inside 9 times.',
          zh: '没有填充时，角只读 1 次，内部 9 次。',
        },
      },
      { id: 'kernel', answer: 3, message: { en: 'That does it, but there is less.', zh: '这样可以，但还能更小。' } },
    ],
    hints: [
      {
        en: 'Every pixel should stand once at each of the nine places of the window.',
        zh: '每个像素都应在窗口的九个位置上各出现一次。',
      },
      {
        en: 'For that, the corner pixel must also be the window’s last number.',
        zh: '为此，角上的像素也要能成为窗口的最后一个数。',
      },
      { en: 'Then the window begins k − 1 before the image.', zh: '这时窗口从图像之前 k − 1 处开始。' },
    ],
    explanation: {
      en: 'Only full padding, p = k − 1, reads all 9 times; the output then has 10 × 10 numbers.',
      zh: '只有完全填充 p = k − 1 才使每个像素都被读 9 次；此时输出为 10 × 10。',
    },
  }),

  'D.7': prediction({
    title: { en: 'Tolerant to a move by one?', zh: '移动一格也不怕？' },
    statement: {
      en: `“With 2 × 2 max pooling we can still detect the pattern if it moves by one element.” In one dimension: 0 1 0 0 0 1, pooled in pairs (stride 2), gives three numbers.
Move the row to the right by one (a 0 comes in) and pool again. How many of the three numbers change?`,
      zh: `“用 2 × 2 最大汇聚层，即使模式移动一个元素，仍能检测到它。”一维情形：0 1 0 0 0 1 两两汇聚（步幅 2）得到三个数。把这一行向右移动一位（左边补 0）再汇聚。三个数中有几个变了？`,
    },
    name: 'changed',
    outcome: () => {
      const [before, after] = [[[0, 1, 0, 0, 0, 1]], [[0, 0, 1, 0, 0, 0]]].map((X) => maxPool2d(X, [1, 2])[0]!)
      return before!.filter((value, index) => value !== after![index]).length
    },
    solution: `maxPool2d([[0, 1, 0, 0, 0, 1]], [1, 2])[0].filter(
  (value, index) => value !== maxPool2d([[0, 0, 1, 0, 0, 0]], [1, 2])[0][index],
).length`,
    misconceptions: [
      {
        id: 'none',
        answer: 0,
        message: {
          en: 'That would hold if the 1s stayed within their windows. Write down both results.',
          zh: '只有当 1 仍在原来的窗口里时才如此。写出两个结果看看。',
        },
      },
      {
        id: 'some',
        when: (given) => given === 1 || given === 2,
        message: {
          en: 'Write down the windows of the moved row: (0 0) (1 0) (0 0).',
          zh: '写出移动后的窗口：(0 0) (1 0) (0 0)。',
        },
      },
    ],
    hints: [
      { en: 'Before: (0 1) (0 0) (0 1).', zh: '移动前：(0 1) (0 0) (0 1)。' },
      { en: 'That gives 1, 0, 1.', zh: '得到 1, 0, 1。' },
      { en: 'After: (0 0) (1 0) (0 0).', zh: '移动后：(0 0) (1 0) (0 0)。' },
    ],
    explanation: {
      en: '1, 0, 1 becomes 0, 1, 0: everything changes. The tolerance holds with stride 1 only.',
      zh: '1, 0, 1 变成 0, 1, 0：全变了。只有步幅为 1 时才有这种容忍度。',
    },
  }),

  'D.9': number({
    title: { en: 'A reduction of 30 %?', zh: '减少了 30%？' },
    statement: {
      en: 'The book says that trimming digits from 32 × 32 to 28 × 28 pixels reduces their size by 30 %. Which share of the pixels is it really (between 0 and 1)?',
      zh: '书上说，把数字图像从 32 × 32 裁剪到 28 × 28，空间减少了 30%。实际减少的像素比例是多少（0 到 1 之间）？',
    },
    name: 'reduction',
    answer: 1 - 28 ** 2 / 32 ** 2,
    solution: '1 - 28 ** 2 / 32 ** 2',
    tolerance: 1e-3,
    misconceptions: [
      {
        id: 'printed',
        answer: 0.3,
        message: { en: 'That is what the book says. Compare the areas.', zh: '这是书上的说法。比较一下面积。' },
      },
      {
        id: 'side',
        answer: 1 - 28 / 32,
        message: { en: 'That is the share of the side’s length.', zh: '这是边长减少的比例。' },
      },
      {
        id: 'growth',
        answer: 32 ** 2 / 28 ** 2 - 1,
        message: {
          en: 'That is how much larger 32 × 32 is than 28 × 28. What is lost is a share of 32 × 32.',
          zh: '这是 32 × 32 比 28 × 28 大多少。损失的比例要以 32 × 32 为准。',
        },
      },
      {
        id: 'percent',
        when: (given) => given > 1,
        message: { en: 'A share lies between 0 and 1.', zh: '比例在 0 到 1 之间。' },
      },
    ],
    hints: [
      { en: 'How many pixels are there before and after?', zh: '前后各有多少像素？' },
      { en: '1,024 and 784.', zh: '1,024 和 784。' },
      { en: '240 of 1,024 are gone.', zh: '1,024 中少了 240。' },
    ],
    explanation: { en: '23.4 %.', zh: '23.4%。' },
  }),
}
