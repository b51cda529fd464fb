// Sheet ex-03, lesson 05: kernels to build: a direction, a second derivative, a blur.
// Rule: the slope to the right is (right neighbour − left neighbour) / 2, as on a map of heights.

import { corr1d } from '../../conv/correlate.ts'
import { derivative } from '../../conv/made-kernels.ts'
import { code } from '../definition.ts'
import { vector, whole } from './inputs.ts'

type Image = number[][]

export const kernels = {
  '05.3': code({
    title: { en: 'An edge in any direction', zh: '任意方向的边缘' },
    statement: {
      en: `The slope to the right at a pixel is (right neighbour − left neighbour) / 2, the slope downwards (lower − upper neighbour) / 2. Write \`directionKernel(down, right)\`: the 3 × 3 kernel whose cross-correlation gives *down* times the slope downwards plus *right* times the slope to the right.

\`directionKernel(0, 2)\` is \`[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]\`.`,
      zh: `某个像素向右的斜率是（右邻 − 左邻）/ 2，向下的斜率是（下邻 − 上邻）/ 2。编写 \`directionKernel(down, right)\`：一个 3 × 3 的核，它的互相关给出 *down* 乘以向下的斜率，加上 *right* 乘以向右的斜率。

\`directionKernel(0, 2)\` 是 \`[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]\`。`,
    },
    name: 'directionKernel',
    starter: `function directionKernel(down: number, right: number): number[][] {
  return todo()
}`,
    solution: `function directionKernel(down: number, right: number): number[][] {
  return [
    [0, -down / 2, 0],
    [-right / 2, 0, right / 2],
    [0, down / 2, 0],
  ]
}`,
    hints: [
      { en: 'Write down the kernel for the slope to the right alone.', zh: '先单独写出向右斜率的核。' },
      {
        en: 'It is −1/2 on the left and 1/2 on the right of the middle. Downwards: −1/2 above, 1/2 below.',
        zh: '中间的左边是 −1/2，右边是 1/2。向下：上面是 −1/2，下面是 1/2。',
      },
      {
        en: 'Multiply the one by right, the other by down, and add the two kernels.',
        zh: '一个乘以 right，另一个乘以 down，再把两个核相加。',
      },
    ],
    reference: (down: number, right: number): Image => cross(-down / 2, down / 2, -right / 2, right / 2),
    examples: [
      [0, 2],
      [1, 0],
    ],
    cases: (rng) => [
      { input: [whole(rng, 1, 5), whole(rng, 6, 9)], about: { en: 'down and right', zh: '向右下' } },
      { input: [-whole(rng, 1, 5), whole(rng, 6, 9)], about: { en: 'up and right', zh: '向右上' } },
      { input: [rng.uniform(-1, -0.1), rng.uniform(-3, -2)], about: { en: 'up and left', zh: '向左上' } },
    ],
    misconceptions: [
      {
        id: 'sign',
        answer: (down, right) => cross(down / 2, -down / 2, right / 2, -right / 2),
        message: {
          en: 'The signs are reversed: this measures the slope in the opposite direction.',
          zh: '符号反了：这测量的是相反方向的斜率。',
        },
      },
      {
        id: 'axes',
        answer: (down, right) => cross(-right / 2, right / 2, -down / 2, down / 2),
        message: {
          en: 'The axes are exchanged: “right” compares left and right, which stand in one row.',
          zh: '两个轴对调了：“right” 比较的是左右，它们在同一行。',
        },
      },
      {
        id: 'not-halved',
        answer: (down, right) => cross(-down, down, -right, right),
        message: {
          en: 'Twice too much: the two neighbours are two pixels apart, so divide by 2.',
          zh: '大了一倍：两个邻居相距两个像素，所以要除以 2。',
        },
      },
      {
        id: 'along',
        answer: (down, right) => cross(right / 2, -right / 2, -down / 2, down / 2),
        message: {
          en: 'This is the slope at a right angle to the direction. An edge lies across the direction in which the brightness changes.',
          zh: '这是与该方向垂直的斜率。边缘横在亮度变化的方向上。',
        },
      },
      {
        id: 'one-sided',
        answer: (down, right) => cross(0, 0, 0, 0).map((row, i) => row.map((_, j) => oneSided(down, right, i, j))),
        message: {
          en: 'You used the pixel itself and one neighbour. The slope asked for compares the neighbours on both sides.',
          zh: '你用的是像素本身和一个邻居。这里要求的斜率比较的是两侧的邻居。',
        },
      },
    ],
  }),

  '05.4': code({
    title: { en: 'The second derivative', zh: '二阶导数' },
    statement: {
      en: `Write \`secondDifference(x)\`: how the slope of a series changes, $x_i - 2x_{i+1} + x_{i+2}$, for every place where three values follow each other.

\`secondDifference([0, 1, 4, 9, 16])\` is \`[2, 2, 2]\`: the squares bend equally everywhere.`,
      zh: `编写 \`secondDifference(x)\`：一个序列的斜率如何变化，即 $x_i - 2x_{i+1} + x_{i+2}$，对每三个相邻的值计算一次。

\`secondDifference([0, 1, 4, 9, 16])\` 是 \`[2, 2, 2]\`：平方数处处弯曲得一样。`,
    },
    name: 'secondDifference',
    starter: `function secondDifference(x: number[]): number[] {
  return todo()
}`,
    solution: `function secondDifference(x: number[]): number[] {
  return x.slice(2).map((last, i) => x[i] - 2 * x[i + 1] + last)
}`,
    hints: [
      { en: 'It is a cross-correlation. With which kernel?', zh: '这是一个互相关。核是什么？' },
      { en: 'With [1, −2, 1]; the result is two values shorter.', zh: '核是 [1, −2, 1]；结果短两个值。' },
      {
        en: 'For i from 0 to x.length − 3: x[i] − 2 x[i + 1] + x[i + 2].',
        zh: '对 i 从 0 到 x.length − 3:x[i] − 2 x[i + 1] + x[i + 2]。',
      },
    ],
    reference: (x: number[]): number[] => corr1d(x, derivative(2)[0]!),
    examples: [[[0, 1, 4, 9, 16]]],
    cases: (rng) => [
      { input: [vector(rng, 7)], about: { en: 'a series of seven values', zh: '七个值的序列' } },
      { input: [vector(rng, 3)], about: { en: 'three values', zh: '三个值' } },
      { input: [vector(rng, whole(rng, 9, 12))], about: { en: 'a longer series', zh: '较长的序列' } },
    ],
    misconceptions: [
      {
        id: 'sign',
        answer: (x) => corr1d(x, [-1, 2, -1]),
        message: {
          en: 'The sign is reversed: a valley (bent upwards) must give a positive number.',
          zh: '符号反了：谷底（向上弯）应当得到正数。',
        },
      },
      {
        id: 'first',
        answer: (x) => corr1d(x, [-1, 1]),
        message: {
          en: 'That is the first difference. Take the differences of the differences.',
          zh: '这是一阶差分。应当对差分再取差分。',
        },
      },
      {
        id: 'two-steps',
        answer: (x) => corr1d(x, [-1, 0, 1]),
        message: {
          en: 'That is a slope over two steps. The second derivative compares two slopes that follow each other.',
          zh: '这是跨两步的斜率。二阶导数比较的是相邻的两个斜率。',
        },
      },
      {
        id: 'middle-once',
        answer: (x) => corr1d(x, [1, -1, 1]),
        message: {
          en: 'The middle value counts twice, once in each of the two slopes. Check: the weights must add up to 0.',
          zh: '中间的值要算两次，前后两个斜率各一次。检查一下：权重之和应为 0。',
        },
      },
    ],
  }),

  '05.9': code({
    title: { en: 'A blur', zh: '模糊' },
    statement: {
      en: `Write \`boxKernel(n)\`: the n × n kernel that replaces a pixel by the mean of n × n pixels. The picture must not become brighter or darker.

\`boxKernel(2)\` is \`[[0.25, 0.25], [0.25, 0.25]]\`.`,
      zh: `编写 \`boxKernel(n)\`：一个 n × n 的核，它用 n × n 个像素的平均值代替一个像素。图片不能变亮或变暗。

\`boxKernel(2)\` 是 \`[[0.25, 0.25], [0.25, 0.25]]\`。`,
    },
    name: 'boxKernel',
    starter: `function boxKernel(n: number): number[][] {
  return todo()
}`,
    solution: `function boxKernel(n: number): number[][] {
  return Array.from({ length: n }, () => new Array<number>(n).fill(1 / n ** 2))
}`,
    hints: [
      { en: 'All n · n weights are equal.', zh: '全部 n · n 个权重都相等。' },
      {
        en: 'A picture that is 1 everywhere must stay 1: the weights add up to 1.',
        zh: '处处为 1 的图片应当保持为 1：权重之和为 1。',
      },
      { en: 'Each weight is 1 / (n · n).', zh: '每个权重是 1 / (n · n)。' },
    ],
    reference: (n: number): Image => filled(n, 1 / (n * n)),
    examples: [[2], [3]],
    cases: (rng) => [
      { input: [1], about: { en: 'a single pixel', zh: '一个像素' } },
      { input: [whole(rng, 4, 6)], about: { en: 'a larger window', zh: '较大的窗口' } },
      { input: [whole(rng, 7, 9)], about: { en: 'a large window', zh: '很大的窗口' } },
    ],
    misconceptions: [
      {
        id: 'ones',
        answer: (n) => filled(n, 1),
        message: {
          en: 'The sum of the weights is n², so the picture becomes n² times as bright. Divide.',
          zh: '权重之和是 n²，图片会变亮 n² 倍。要除以它。',
        },
      },
      {
        id: 'one-axis',
        answer: (n) => filled(n, 1 / n),
        message: {
          en: 'You divided by n. There are n · n weights: the picture still becomes n times as bright.',
          zh: '你除以了 n。一共有 n · n 个权重：图片仍然会变亮 n 倍。',
        },
      },
      {
        id: 'identity',
        answer: (n) => filled(n, 0).map((row, i) => row.map((_, j) => (i === n >> 1 && j === n >> 1 ? 1 : 0))),
        message: {
          en: 'That kernel takes the middle pixel only: the picture stays sharp.',
          zh: '这个核只取中间的像素：图片不会变模糊。',
        },
      },
    ],
  }),
}

function cross(above: number, below: number, left: number, right: number): Image {
  return [
    [0, above, 0],
    [left, 0, right],
    [0, below, 0],
  ]
}

function oneSided(down: number, right: number, i: number, j: number): number {
  if (i === 1 && j === 1) return -down - right
  if (i === 1 && j === 2) return right
  return i === 2 && j === 1 ? down : 0
}

function filled(n: number, weight: number): Image {
  return Array.from({ length: n }, () => new Array<number>(n).fill(weight))
}
