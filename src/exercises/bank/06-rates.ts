// Exercises of lesson 06: learning rates, and what is left of an error after ten steps.
// Rule: the numbers are those of the lesson: the 6 × 8 edge image, a 1 × 2 kernel, the sum of squares.
import { corr2d } from '../../conv/correlate.ts'
import { edgeImage } from '../../conv/images.ts'
import { learnKernel } from '../../conv/learn.ts'
import { number, prediction } from '../definition.ts'

const blurred = () =>
  learnKernel(edgeImage(), corr2d(edgeImage(), [[0.5, 0.5]]), { init: [[0, 0]], lr: 0.03, steps: 10 })

export const rates = {
  '06.2': number({
    title: { en: 'The largest learning rate', zh: '最大的学习率' },
    statement: {
      en: `In each step of the lesson's example the error of the kernel is multiplied by 1 − 60η along (1, 1) and by 1 − 12η along (1, −1).
Below which learning rate η does the error shrink from **every** start?`,
      zh: `在本课的例子中，核的误差每一步沿 (1, 1) 乘以 1 − 60η，沿 (1, −1) 乘以 1 − 12η。学习率 η 小于多少时，从**任何**起点出发误差都会缩小？`,
    },
    name: 'largestRate',
    answer: 1 / 30,
    solution: '2 / 60',
    hints: [
      { en: 'An error shrinks if its factor is between −1 and 1.', zh: '因子在 −1 与 1 之间时，误差才缩小。' },
      {
        en: 'Both factors must be so. Which one leaves first when η grows?',
        zh: '两个因子都要满足。η 增大时哪个先越界？',
      },
      { en: 'Solve 1 − 60η = −1.', zh: '解 1 − 60η = −1。' },
    ],
    misconceptions: [
      {
        id: 'factor-positive',
        answer: 1 / 60,
        message: {
          en: 'There the factor is 0. It may become negative: the error then changes sides, and still shrinks.',
          zh: '此时因子为 0。因子可以为负：误差换到另一侧，但仍在缩小。',
        },
      },
      {
        id: 'flat-direction',
        answer: 1 / 6,
        message: {
          en: 'That is the limit of the direction (1, −1) alone. Along (1, 1) the error has long exploded.',
          zh: '这只是 (1, −1) 方向的极限。沿 (1, 1) 误差早已爆炸。',
        },
      },
      {
        id: 'best',
        answer: 1 / 36,
        message: {
          en: 'That is the fastest learning rate. Somewhat larger ones still learn.',
          zh: '这是最快的学习率。再大一些仍能学习。',
        },
      },
      {
        id: 'of-the-lesson',
        answer: 0.03,
        message: {
          en: 'That is the rate that the lesson uses. It is not yet the limit.',
          zh: '这是本课所用的学习率，还不是极限。',
        },
      },
    ],
  }),

  '06.3': number({
    title: { en: 'Why the mean learns nothing', zh: '为什么用均值学不动' },
    statement: {
      en: `With the **sum** of the squared errors and η = 0.03, ten steps suffice. With their **mean** the same ten steps learn almost nothing.
The output is 6 × 7. With which learning rate does the mean learn exactly as the sum does?`,
      zh: `用误差的平方**和**，η = 0.03，十步就够了。改用**均值**，同样的十步几乎什么也学不到。输出是 6 × 7。学习率取多少时，用均值与用总和学得完全一样？`,
    },
    name: 'rateForMean',
    answer: 1.26,
    solution: '6 * 7 * 0.03',
    hints: [
      { en: 'How many errors are there?', zh: '一共有多少个误差？' },
      { en: 'The mean is the sum divided by 42. And its gradient?', zh: '均值是总和除以 42。它的梯度呢？' },
      {
        en: 'A gradient 42 times as small needs a rate 42 times as large.',
        zh: '梯度只有 1/42，学习率就要大到 42 倍。',
      },
    ],
    misconceptions: [
      {
        id: 'factor',
        answer: 42,
        message: {
          en: 'That is how many errors there are. Asked is the learning rate.',
          zh: '这是误差的个数。问的是学习率。',
        },
      },
      {
        id: 'input-size',
        answer: 1.44,
        message: {
          en: 'You counted the 48 pixels of the image. The mean is over the errors, one for each output.',
          zh: '你数的是图像的 48 个像素。均值是对误差取的，每个输出一个。',
        },
      },
      {
        id: 'divided',
        answer: 0.03 / 42,
        message: {
          en: 'You divided. The gradient is smaller already; a smaller rate makes the step still shorter.',
          zh: '你作了除法。梯度已经变小了；学习率再变小，步子就更短。',
        },
      },
    ],
  }),

  '06.4': number({
    title: { en: 'Where did the book start?', zh: '书是从哪里开始的？' },
    statement: {
      en: `After ten steps with η = 0.03 the book prints the kernel (1.0010, −0.9739). The right one is (1, −1). In each step the part of the
error along (1, 1) was multiplied by −0.8, and that along (1, −1) by 0.64. What was the kernel at the start, \`[w1, w2]\`, to three decimals?

An error (p, q) is (p + q)/2 · (1, 1) + (p − q)/2 · (1, −1).`,
      zh: `以 η = 0.03 走十步之后，书中印出的核是 (1.0010, −0.9739)。正确的核是 (1, −1)。每一步，误差沿 (1, 1) 的部分乘以 −0.8，沿 (1, −1)
的部分乘以 0.64。开始时的核 \`[w1, w2]\` 是什么（三位小数）？

误差 (p, q) 等于 (p + q)/2 · (1, 1) + (p − q)/2 · (1, −1)。`,
    },
    name: 'start',
    answer: [1 + 0.01355 / 0.8 ** 10 - 0.01255 / 0.64 ** 10, -1 + 0.01355 / 0.8 ** 10 + 0.01255 / 0.64 ** 10],
    solution: '[1 + 0.01355 / 0.8 ** 10 - 0.01255 / 0.64 ** 10, -1 + 0.01355 / 0.8 ** 10 + 0.01255 / 0.64 ** 10]',
    tolerance: 1e-3,
    hints: [
      {
        en: 'The error at the end is (0.0010, 0.0261). Take it apart.',
        zh: '最后的误差是 (0.0010, 0.0261)。把它分解。',
      },
      {
        en: 'Its parts are 0.01355 and −0.01255. Ten steps back divide them by 0.8¹⁰ and 0.64¹⁰.',
        zh: '两部分是 0.01355 和 −0.01255。倒退十步，就分别除以 0.8¹⁰ 和 0.64¹⁰。',
      },
      {
        en: 'The parts at the start are 0.1262 and −1.0885. Put the error together, and add it to (1, −1).',
        zh: '开始时两部分是 0.1262 和 −1.0885。合成误差，再加到 (1, −1) 上。',
      },
    ],
    misconceptions: [
      {
        id: 'error-only',
        answer: [0.01355 / 0.8 ** 10 - 0.01255 / 0.64 ** 10, 0.01355 / 0.8 ** 10 + 0.01255 / 0.64 ** 10],
        message: { en: 'That is the error at the start, not the kernel.', zh: '这是开始时的误差，不是核。' },
      },
      {
        id: 'factors-exchanged',
        answer: [1 + 0.01355 / 0.64 ** 10 - 0.01255 / 0.8 ** 10, -1 + 0.01355 / 0.64 ** 10 + 0.01255 / 0.8 ** 10],
        message: {
          en: 'You exchanged the two factors: 0.64 belongs to the direction (1, −1).',
          zh: '你把两个因子弄反了：0.64 属于方向 (1, −1)。',
        },
      },
    ],
  }),

  '06.5': prediction({
    title: { en: 'Learn a blur', zh: '学习模糊核' },
    statement: {
      en: `The target is made by the blur (0.5, 0.5) from the lesson's edge image. \`learnKernel\` starts at (0, 0) and takes ten steps at 0.03.
Predict the first weight, to two decimals. (Along (1, 1) the error is multiplied by −0.8 in each step, along (1, −1) by 0.64.)`,
      zh: `目标是用模糊核 (0.5, 0.5) 从本课的边缘图像得到的。\`learnKernel\` 从 (0, 0) 出发，以 0.03 走十步。预测第一个权重（两位小数）。
（误差每一步沿 (1, 1) 乘以 −0.8，沿 (1, −1) 乘以 0.64。）`,
    },
    name: 'firstWeight',
    outcome: () => blurred().kernel[0]![0]!,
    solution:
      'learnKernel(edgeImage(), corr2d(edgeImage(), [[0.5, 0.5]]), { init: [[0, 0]], lr: 0.03, steps: 10 }).kernel[0][0]',
    tolerance: 1e-2,
    hints: [
      { en: 'What is the error at the start, and along which direction?', zh: '开始时的误差是什么？沿哪个方向？' },
      { en: 'It is (−0.5, −0.5), all of it along (1, 1).', zh: '是 (−0.5, −0.5)，完全沿 (1, 1)。' },
      { en: '0.5 − 0.5 · 0.8¹⁰; and 0.8¹⁰ is about 0.107.', zh: '0.5 − 0.5 · 0.8¹⁰；0.8¹⁰ 约为 0.107。' },
    ],
    misconceptions: [
      {
        id: 'arrived',
        when: (given) => Math.abs(given - 0.5) < 0.008,
        message: {
          en: 'Ten steps do not get there: this error lies along the slower direction, where a tenth of it is left.',
          zh: '十步还到不了：这个误差沿较慢的方向，还剩下十分之一。',
        },
      },
      {
        id: 'one-step',
        answer: 0.9,
        message: {
          en: 'There it is after one step, beyond the goal. Nine more follow.',
          zh: '一步之后它在那里，越过了目标。后面还有九步。',
        },
      },
      {
        id: 'other-side',
        when: (given) => Math.abs(given - 0.5537) < 0.005,
        message: {
          en: 'You came to the other side: (−0.8)¹⁰ is positive, because ten is even.',
          zh: '你到了另一侧：十是偶数，(−0.8)¹⁰ 是正的。',
        },
      },
    ],
    explanation: {
      en: 'The lesson’s edge kernel is reached sooner, because its error lies along (1, −1), where each step leaves only 0.64.',
      zh: '本课的边缘核到得更快，因为它的误差沿 (1, −1)，每一步只剩 0.64。',
    },
  }),

  '06.7': number({
    title: { en: 'What is learned?', zh: '学的是什么？' },
    statement: {
      en: 'A convolutional layer with one 3 × 5 kernel and a bias looks at an image of 6 × 8. How many numbers does it learn?',
      zh: '一个卷积层有一个 3 × 5 的核和一个偏置，作用于 6 × 8 的图像。它要学习多少个数？',
    },
    name: 'learned',
    answer: 16,
    solution: '3 * 5 + 1',
    tolerance: 0,
    hints: [
      { en: 'Does the size of the image matter?', zh: '图像的大小有影响吗？' },
      { en: 'All positions share the kernel and the bias.', zh: '所有位置共用核与偏置。' },
      { en: 'The weights of the kernel, and one more.', zh: '核的权重，再加一个。' },
    ],
    misconceptions: [
      { id: 'no-bias', answer: 15, message: { en: 'The bias is learned too.', zh: '偏置也要学习。' } },
      {
        id: 'bias-everywhere',
        answer: 31,
        message: {
          en: 'You counted a bias for each of the 4 · 4 outputs. All positions share one.',
          zh: '你给 4 · 4 个输出各算了一个偏置。所有位置共用一个。',
        },
      },
      {
        id: 'dense',
        answer: 784,
        message: {
          en: 'That is a dense layer, (48 + 1) · 16. A convolutional layer shares its weights.',
          zh: '那是全连接层，(48 + 1) · 16。卷积层共享权重。',
        },
      },
    ],
  }),
}
