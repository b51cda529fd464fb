// Exercises of lesson 09 with a number or a choice for an answer: memory, what can be saved, and what cannot be split.
// Rule: every number is computed by its solution, which the tests run.
import { choice, number } from '../definition.ts'

export const channelSavings = {
  '09.10': number({
    title: { en: 'What must be kept', zh: '必须保留的内存' },
    statement: {
      en: `For the way back, the output of a layer is kept in memory. How many bytes are that for a batch of 32 images, 64 channels of 56 × 56, in
float32?`,
      zh: `为了反向传播，要在内存中保留一层的输出。一批 32 幅图像、64 个 56 × 56 的通道、float32 时，需要多少字节？`,
    },
    name: 'keptBytes',
    answer: 32 * 64 * 56 * 56 * 4,
    solution: '32 * 64 * 56 * 56 * 4',
    tolerance: 0,
    misconceptions: [
      {
        id: 'numbers',
        answer: 32 * 64 * 56 * 56,
        message: {
          en: 'That is how many numbers there are. Each takes 4 bytes.',
          zh: '这是数的个数。每个数占 4 个字节。',
        },
      },
      {
        id: 'one-image',
        answer: 64 * 56 * 56 * 4,
        message: { en: 'That is for one image of the batch.', zh: '这只是一幅图像的。' },
      },
      {
        id: 'one-channel',
        answer: 32 * 56 * 56 * 4,
        message: { en: 'That is for one channel.', zh: '这只是一个通道的。' },
      },
    ],
    hints: [
      { en: 'Count the numbers first.', zh: '先数有多少个数。' },
      { en: 'images · channels · rows · columns', zh: '图像数 · 通道数 · 行数 · 列数' },
      { en: 'A float32 has 32 bits: 4 bytes.', zh: 'float32 有 32 位，即 4 个字节。' },
    ],
    explanation: {
      en: '25.7 MB for one layer: it is activations, not weights, that fill the memory in training.',
      zh: '一层就有 25.7 MB：训练时占满内存的是激活值，而不是权重。',
    },
  }),

  '09.11': number({
    title: { en: 'Read a wider strip', zh: '读更宽的条带' },
    statement: {
      en: `To compute one column of the output with a 5 × 5 kernel, a strip of 5 columns is read: 5 input columns for each output column. Now
16 neighbouring output columns are computed from one strip. How many input columns are read for each output column?`,
      zh: `用 5 × 5 的核计算输出的一列，要读 5 列宽的条带：每个输出列读 5 个输入列。现在从一个条带一次算出相邻的 16 个输出列。平均每个输出列读多少个输入列？`,
    },
    name: 'columnsRead',
    answer: 20 / 16,
    solution: '(5 + 16 - 1) / 16',
    misconceptions: [
      {
        id: 'column-by-column',
        answer: 5,
        message: {
          en: 'That is for one output column at a time. Neighbouring windows share columns.',
          zh: '这是一次只算一列的情形。相邻窗口共用一些列。',
        },
      },
      {
        id: 'one-too-many',
        answer: 21 / 16,
        message: {
          en: 'You took a strip of 5 + 16 columns. The first output column already needs 5, each further one adds one.',
          zh: '你取的条带是 5 + 16 列。第一个输出列已需要 5 列，此后每列只多一列。',
        },
      },
      {
        id: 'kernel-over-strip',
        answer: 5 / 16,
        message: {
          en: 'Less than one column for each: some input would never be read.',
          zh: '每个输出列不足一列：有些输入就永远读不到了。',
        },
      },
    ],
    hints: [
      { en: 'How wide is the strip under 2 neighbouring windows?', zh: '两个相邻窗口下的条带有多宽？' },
      {
        en: 'Under 16 neighbouring windows of 5 it is 5 + 15 columns wide.',
        zh: '16 个宽 5 的相邻窗口之下是 5 + 15 列。',
      },
      { en: 'Divide by 16.', zh: '再除以 16。' },
    ],
    explanation: {
      en: 'The wider the strip, the closer to one read for each column; how wide is a matter of what fits into the cache.',
      zh: '条带越宽，越接近每列只读一次；能有多宽，取决于缓存能放下多少。',
    },
  }),

  '09.12': number({
    title: { en: 'Blocks of channels', zh: '分组通道' },
    statement: {
      en: `A layer from 128 to 128 channels is cut into 8 groups: channels of different groups do not see each other (its matrix of channels is
block-diagonal). By which factor do the multiplications become fewer?`,
      zh: `把 128 到 128 通道的层分成 8 组：不同组的通道互不相见（通道矩阵是分块对角的）。乘法次数变为原来的 1/n，n 是多少？`,
    },
    name: 'saving',
    answer: 8,
    solution: '(128 * 128) / (8 * 16 * 16)',
    misconceptions: [
      {
        id: 'squared',
        answer: 64,
        message: {
          en: 'Each block is 64 times smaller, but there are 8 blocks.',
          zh: '每一块小 64 倍，但一共有 8 块。',
        },
      },
      {
        id: 'block-size',
        answer: 16,
        message: { en: '16 is the number of channels in a group.', zh: '16 是每组的通道数。' },
      },
      {
        id: 'inverse',
        answer: 1 / 8,
        message: {
          en: 'That is what is left. The question asks how many times fewer.',
          zh: '这是剩下的比例。题目问的是减少了多少倍。',
        },
      },
    ],
    hints: [
      {
        en: 'How many pairs of input and output channels are there without groups?',
        zh: '不分组时有多少对输入输出通道？',
      },
      { en: '128 · 128. In a group: 16 · 16.', zh: '128 · 128。一组内：16 · 16。' },
      { en: 'There are 8 groups: 8 · 16 · 16.', zh: '一共 8 组：8 · 16 · 16。' },
    ],
    explanation: {
      en: 'The price: groups cannot combine what they know, unless channels are shuffled or mixed by a 1 × 1 layer afterwards.',
      zh: '代价是各组无法综合彼此的信息，除非之后打乱通道，或用 1 × 1 的层混合。',
    },
  }),

  '09.13': choice({
    title: { en: 'Not every kernel is two', zh: '并非每个核都能拆成两个' },
    statement: {
      en: `Two kernels of length 2 merge into one of length 3 (exercise 09.5). The converse does not hold: which of these is **not** made of two
kernels of length 2 with real numbers?`,
      zh: `两个长度为 2 的核可以合成一个长度为 3 的核（练习 09.5）。反过来却不一定：下面哪一个**不能**由两个长度为 2 的实数核合成？`,
    },
    name: 'indivisible',
    options: { smooth: '[1, 2, 1]', difference: '[1, 0, −1]', skewed: '[2, 3, 1]', apart: '[1, 0, 1]' },
    answer: 'apart',
    wrong: {
      smooth: { en: '[1, 1] twice gives [1, 2, 1].', zh: '[1, 1] 用两次就是 [1, 2, 1]。' },
      difference: { en: '[1, 1] and [1, −1] give [1, 0, −1].', zh: '[1, 1] 与 [1, −1] 合成 [1, 0, −1]。' },
      skewed: { en: '[2, 1] and [1, 1] give [2, 3, 1].', zh: '[2, 1] 与 [1, 1] 合成 [2, 3, 1]。' },
    },
    hints: [
      {
        en: 'Merging kernels is multiplying polynomials: [1, 2, 1] is 1 + 2x + x².',
        zh: '核的合成就是多项式相乘：[1, 2, 1] 就是 1 + 2x + x²。',
      },
      { en: 'Which of the four polynomials has no real root?', zh: '四个多项式中哪一个没有实根？' },
      { en: 'Look at b² − 4ac.', zh: '看判别式 b² − 4ac。' },
    ],
    explanation: {
      en: '1 + x² has no real root, so it is not the product of two real factors of first degree.',
      zh: '1 + x² 没有实根，所以不能分解成两个一次实因式。',
    },
  }),
}
