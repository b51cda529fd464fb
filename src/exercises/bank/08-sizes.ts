// Exercises of lesson 08 with a number for an answer: sizes, what is lost at the border, and two meanings of 'same'.
// Rule: every number is computed by its solution, which the tests run.
import { corr2d } from '../../conv/correlate.ts'
import { number, prediction } from '../definition.ts'
import { counting } from './inputs.ts'

export const sizes = {
  '08.6': number({
    title: { en: 'Everything at once', zh: '全都用上' },
    statement: {
      en: `An image of 8 × 8, a kernel of 3 × 5, padding 0 above and below and 1 left and right, stride 3 down and 4 to the right. Which shape does
the output have? Give \`[rows, columns]\`.`,
      zh: `图像 8 × 8，核 3 × 5，上下填充 0、左右填充 1，向下步幅 3、向右步幅 4。输出是什么形状？以 \`[行数, 列数]\` 给出。`,
    },
    name: 'lastShape',
    answer: [2, 2],
    solution: 'outputShape([8, 8], { kernel: [3, 5], padding: [0, 1], stride: [3, 4] })',
    misconceptions: [
      {
        id: 'padding-ignored',
        answer: [2, 1],
        message: {
          en: 'You left the padding out: with 1 on each side, the width is 10 before the kernel slides.',
          zh: '你漏掉了填充：左右各加 1 之后，核滑动之前宽度是 10。',
        },
      },
      {
        id: 'stride-ignored',
        answer: [6, 6],
        message: {
          en: 'That is the shape for stride 1. Only every third row and every fourth column is taken.',
          zh: '这是步幅为 1 时的形状。实际只取每第三行、每第四列。',
        },
      },
      {
        id: 'rounded-up',
        answer: [3, 3],
        message: {
          en: 'You rounded up. 5 / 3 and 5 / 4 leave a rest, and a step that does not fit is not taken.',
          zh: '你向上取整了。5 / 3 和 5 / 4 都有余数，放不下的一步就不走。',
        },
      },
      {
        id: 'first-place-lost',
        answer: [1, 1],
        message: { en: 'You counted the steps. The first place counts too.', zh: '你数的是步数。第一个位置也要算。' },
      },
    ],
    hints: [
      { en: 'Work out rows and columns on their own.', zh: '行和列分开算。' },
      { en: 'Rows: ⌊(8 + 0 − 3) / 3⌋ + 1.', zh: '行数：⌊(8 + 0 − 3) / 3⌋ + 1。' },
      { en: 'Columns: ⌊(8 + 2 − 5) / 4⌋ + 1.', zh: '列数：⌊(8 + 2 − 5) / 4⌋ + 1。' },
    ],
  }),

  '08.7': number({
    title: { en: 'What ten layers eat', zh: '十层吃掉多少' },
    statement: {
      en: `An image of 240 × 240 goes through ten layers with 5 × 5 kernels, without padding. Which share of its pixels is lost, between 0
and 1?`,
      zh: `240 × 240 的图像依次经过十个 5 × 5 核的卷积层，没有填充。像素损失的比例是多少（0 到 1 之间）？`,
    },
    name: 'lostShare',
    answer: 1 - 200 ** 2 / 240 ** 2,
    solution: '1 - 200 ** 2 / 240 ** 2',
    tolerance: 1e-3,
    misconceptions: [
      {
        id: 'one-side',
        answer: 1 - 200 / 240,
        message: {
          en: 'That is the share of the side’s length. Pixels are lost in rows and in columns.',
          zh: '这是边长损失的比例。行和列的像素都会损失。',
        },
      },
      {
        id: 'percent',
        when: (given) => given > 1,
        message: {
          en: 'A share lies between 0 and 1; 100 % is 1.',
          zh: '比例在 0 到 1 之间；100% 就是 1。',
        },
      },
      {
        id: 'five-each',
        answer: 1 - 190 ** 2 / 240 ** 2,
        message: {
          en: 'You took 5 from each side per layer. A window of 5 has n − 4 places.',
          zh: '你让每层的边长减少 5。含 5 个元素的窗口有 n − 4 个位置。',
        },
      },
      {
        id: 'what-is-left',
        answer: 200 ** 2 / 240 ** 2,
        message: { en: 'That is the share that is left.', zh: '这是剩下的比例。' },
      },
    ],
    hints: [
      { en: 'How many pixels of a side does one 5 × 5 layer take?', zh: '一个 5 × 5 的层使边长减少多少？' },
      { en: 'Four each, forty in all: 240 becomes 200.', zh: '每层减 4，一共减 40:240 变成 200。' },
      { en: 'Compare the areas: 200² of 240² are left.', zh: '比较面积：240² 只剩下 200²。' },
    ],
    explanation: {
      en: 'About 30.6 %. Padding of 2 in each layer would keep all of them.',
      zh: '约 30.6%。若每层填充 2，则一个也不会丢。',
    },
  }),

  '08.8': prediction({
    title: { en: 'Two kinds of “same”', zh: '两种 “same”' },
    statement: {
      en: `The numbers 0 … 63 stand in an 8 × 8 image. A 3 × 3 kernel of ones slides over it with stride 2. With \`padding: 1\` the first
number is 0 + 1 + 8 + 9 = 18. With \`padding: 'same'\` the output is 4 × 4 as well. What is its first number?`,
      zh: `8 × 8 的图像里依次是 0 … 63。3 × 3 的全 1 核以步幅 2 滑过。\`padding: 1\` 时第一个数是 0 + 1 + 8 + 9 = 18。
\`padding: 'same'\` 的输出同样是 4 × 4。它的第一个数是多少？`,
    },
    name: 'firstOfSame',
    outcome: () => corr2d(counting(8, 8), ones, { stride: 2, padding: 'same' })[0]![0]!,
    solution: `corr2d(
  Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => 8 * i + j)),
  [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
  { stride: 2, padding: 'same' },
)[0][0]`,
    misconceptions: [
      {
        id: 'symmetric',
        answer: 18,
        message: {
          en: '“same” adds only as much as it needs. For 4 places at stride 2 the axis needs 9 elements and has 8; where does the one go?',
          zh: '“same” 只补足需要的数量。步幅 2 的 4 个位置需要 9 个元素，已有 8 个；缺的那一个加在哪边？',
        },
      },
      {
        id: 'valid-mean',
        answer: 9,
        message: {
          en: 'That is the mean of the window. The kernel of ones adds up.',
          zh: '这是窗口的平均值。全 1 的核求的是和。',
        },
      },
    ],
    explanation: {
      en: '81: TensorFlow’s rule adds one row below and one column on the right, and nothing before. PyTorch’s padding=1 adds one all around: same shape, other numbers.',
      zh: '81：TensorFlow 的规则只在下方加一行、右方加一列，前面不加。PyTorch 的 padding=1 四周各加一圈：形状相同，数值不同。',
    },
    hints: [
      {
        en: 'How many elements do 4 windows of 3 with stride 2 span?',
        zh: '步幅 2 的 4 个三元素窗口一共跨过多少个元素？',
      },
      {
        en: 'Nine: one more than there are. TensorFlow puts the odd one after the image.',
        zh: '九个，比已有的多一个。TensorFlow 把多出的一个放在图像之后。',
      },
      {
        en: 'So the first window covers rows 0–2 and columns 0–2: add them up.',
        zh: '所以第一个窗口覆盖第 0–2 行、第 0–2 列：把它们加起来。',
      },
    ],
  }),
}

const ones = [
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
]
