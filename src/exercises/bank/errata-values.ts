// Errata hunt, numbers: statements of the notes that the course grew from, put right by a number.
// Rule: ids are those of the list of errata (E.2 is erratum E2); every number is computed by its solution.
import { conv2d } from '../../conv/correlate.ts'
import { number, prediction } from '../definition.ts'

export const errataValues = {
  'E.2': number({
    title: { en: 'A bias for each place', zh: '每个位置一个偏置' },
    statement: {
      en: `After the weights are shared the notes still write b with the indices i, j. Take one dimension, four places in a circle, the kernel [1] and the
biases 0, 0, 5, 0: f(x) = x + b. For x = 1, 2, 3, 4 shifted to the right by one (so 4, 1, 2, 3): what is f(shifted x) minus shifted f(x)?
Equivariance would be four zeros. Give the four numbers.`,
      zh: `权重共享之后，笔记里的 b 仍带着下标 i、j。取一维情形：四个位置首尾相接，核为 [1]，偏置为 0, 0, 5, 0，即 f(x) = x + b。记 T 为向右移动一位：x = 1, 2, 3, 4 时 Tx = 4, 1, 2, 3。
f(Tx) − Tf(x) 是多少？若等变则应是四个零。给出这四个数。`,
    },
    name: 'biasDifference',
    answer: [0, 0, 5, -5],
    solution: '[4, 1, 2 + 5, 3].map((value, place) => value - [4, 1, 2, 3 + 5][place])',
    misconceptions: [
      {
        id: 'none',
        answer: [0, 0, 0, 0],
        message: {
          en: 'The bias does not move along with x: f adds 5 at the third place whatever comes there.',
          zh: '偏置不随 x 移动：无论来的是什么，f 都在第三个位置加 5。',
        },
      },
      {
        id: 'turned',
        answer: [0, 0, -5, 5],
        message: {
          en: 'That is the other way round: shifted f(x) minus f(shifted x).',
          zh: '反了：这是 Tf(x) − f(Tx)。',
        },
      },
      {
        id: 'one-side',
        answer: [0, 0, 5, 0],
        message: {
          en: 'That is the bias of f(shifted x) alone. In shifted f(x) the 5 has moved along.',
          zh: '这只是 f(Tx) 的偏置。在 Tf(x) 里，5 也跟着移动了。',
        },
      },
    ],
    hints: [
      { en: 'f(x) is 1, 2, 8, 4. Shift that.', zh: 'f(x) 是 1, 2, 8, 4。把它移动一位。' },
      {
        en: 'Shifted f(x): 4, 1, 2, 8. f(shifted x): 4, 1, 7, 3.',
        zh: 'Tf(x)：4, 1, 2, 8。f(Tx)：4, 1, 7, 3。',
      },
      { en: 'Subtract place by place.', zh: '逐位相减。' },
    ],
    explanation: {
      en: 'Only a bias that is the same everywhere keeps the layer equivariant: one number b.',
      zh: '只有处处相同的偏置才能保持等变：一个数 b。',
    },
  }),

  'E.6': number({
    title: { en: 'Counting from one', zh: '从一开始数' },
    statement: {
      en: `Counting from 1, the notes write $y_i = \\sum_{a=1}^{h} w_a\\, x_{i+a}$ with i = 1, 2, … Let x have five numbers x₁ … x₅ and w two, so that y should
have four. Which x is never read, and which x that does not exist would y₄ need? Give both indices.`,
      zh: `笔记从 1 数起，写成 $y_i = \\sum_{a=1}^{h} w_a\\, x_{i+a}$，i = 1, 2, …。设 x 有五个数 x₁ … x₅，w 有两个，于是 y 应有四个。哪个 x 从未被读到？y₄ 又需要哪个不存在的 x？给出两个下标。`,
    },
    name: 'missedAndMissing',
    answer: [1, 6],
    solution: '[1, 4 + 2]',
    misconceptions: [
      {
        id: 'from-zero',
        answer: [0, 5],
        message: { en: 'Here both sums count from 1: the first x is x₁.', zh: '这里都从 1 数起：第一个 x 是 x₁。' },
      },
      {
        id: 'turned',
        answer: [6, 1],
        message: {
          en: 'First the one that is never read, then the one that does not exist.',
          zh: '先写从未读到的，再写不存在的。',
        },
      },
      {
        id: 'second',
        answer: [2, 6],
        message: { en: 'y₁ reads x₂ and x₃. Which comes before?', zh: 'y₁ 读 x₂ 和 x₃。在它们之前的是谁？' },
      },
    ],
    hints: [
      { en: 'Write out y₁.', zh: '写出 y₁。' },
      { en: 'y₁ = w₁x₂ + w₂x₃.', zh: 'y₁ = w₁x₂ + w₂x₃。' },
      { en: 'y₄ = w₁x₅ + w₂x₆.', zh: 'y₄ = w₁x₅ + w₂x₆。' },
    ],
    explanation: {
      en: 'Right from 1 is x with i + a − 1; right with i + a is counting from 0. The three-dimensional formula has the same slip on each axis.',
      zh: '从 1 数起应是 x 的 i + a − 1；若写 i + a，就要从 0 数起。三维公式在每个轴上都有同样的错误。',
    },
  }),

  'E.8': number({
    title: { en: 'Width or height first?', zh: '宽在前还是高在前？' },
    statement: {
      en: `The notes reshape input and output to matrices “(width, height)”. A photograph is 4000 pixels wide and 3000 high. What is the shape of its matrix in
code, \`[rows, columns]\`?`,
      zh: `笔记说把输入和输出变形为矩阵“（宽度，高度）”。一张照片宽 4000、高 3000 像素。在代码中它的矩阵是什么形状，即 \`[行数, 列数]\`？`,
    },
    name: 'photoShape',
    answer: [3000, 4000],
    solution: '[3000, 4000]',
    misconceptions: [
      {
        id: 'width-first',
        answer: [4000, 3000],
        message: {
          en: 'That is (width, height), as the notes have it. How many rows lie one below the other?',
          zh: '这是（宽，高），正如笔记所写。上下一共排了多少行？',
        },
      },
      {
        id: 'with-channels',
        when: (given) => given.length === 3,
        message: { en: 'Without channels: rows and columns only.', zh: '不含通道：只要行和列。' },
      },
    ],
    hints: [
      { en: 'One row is one line of pixels from left to right.', zh: '一行就是从左到右的一排像素。' },
      { en: 'The height says how many of them there are.', zh: '高度说明有多少行。' },
      { en: 'Rows are the height.', zh: '行数就是高度。' },
    ],
  }),

  'E.9': prediction({
    title: { en: 'Two operations, one name', zh: '两种运算，一个名字' },
    statement: {
      en: `“This is two-dimensional convolution, called two-dimensional cross-correlation in mathematics”, say the notes. The cross-correlation of
\`[[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` with \`[[0, 1], [2, 3]]\` begins with 19. With which number does their *convolution* begin?`,
      zh: `笔记说：“这就是二维卷积，数学上叫做二维交叉相关。”\`[[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` 与 \`[[0, 1], [2, 3]]\` 的互相关以 19 开头。它们的*卷积*以哪个数开头？`,
    },
    name: 'firstOfConvolution',
    outcome: () =>
      conv2d(
        [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
        [
          [0, 1],
          [2, 3],
        ],
      )[0]![0]!,
    solution: 'conv2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])[0][0]',
    misconceptions: [
      {
        id: 'correlation',
        answer: 19,
        message: {
          en: 'They are two operations. Convolution turns the kernel by 180 degrees first.',
          zh: '这是两种运算。卷积要先把核旋转 180 度。',
        },
      },
      {
        id: 'upside-down',
        answer: 2 * 0 + 3 * 1 + 0 * 3 + 1 * 4,
        message: { en: 'You turned the rows only. Columns turn as well.', zh: '你只颠倒了行。列也要颠倒。' },
      },
      {
        id: 'mirrored',
        answer: 1 * 0 + 0 * 1 + 3 * 3 + 2 * 4,
        message: { en: 'You turned the columns only. Rows turn as well.', zh: '你只颠倒了列。行也要颠倒。' },
      },
    ],
    hints: [
      { en: 'Turn the kernel by 180 degrees.', zh: '把核旋转 180 度。' },
      { en: '[[3, 2], [1, 0]]', zh: '[[3, 2], [1, 0]]' },
      { en: '3·0 + 2·1 + 1·3 + 0·4', zh: '3·0 + 2·1 + 1·3 + 0·4' },
    ],
    explanation: { en: '5; the whole result is [[5, 11], [23, 29]].', zh: '5；整个结果是 [[5, 11], [23, 29]]。' },
  }),
}
