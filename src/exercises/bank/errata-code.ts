// Errata hunt, code: an index that does not move, a variable that is bound anew, and the wrong axis for time.
// Rule: ids are those of the list of errata (E.5 is erratum E5).
import { corr1d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { matrix, stack, vector, whole } from './inputs.ts'

type Image = number[][]

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0)

/** A sum over the window of `w`: `weight` times `x` at an index that is misprinted or not. */
const slide = (x: number[], w: number[], product: (i: number, a: number) => number): number[] =>
  Array.from({ length: x.length - w.length + 1 }, (_, i) => total(w.map((_, a) => product(i, a))))

/** The film's size without the last frame, row or column of the axis that is compared. */
const compared = (
  film: Image[],
  next: [frame: number, row: number, column: number],
  change: (now: number, later: number) => number,
) =>
  film
    .slice(0, film.length - next[0])
    .map((frame, t) =>
      frame
        .slice(0, frame.length - next[1])
        .map((row, i) =>
          row
            .slice(0, row.length - next[2])
            .map((value, j) => change(value, film[t + next[0]]![i + next[1]]![j + next[2]]!)),
        ),
    )

const later = (now: number, then: number): number => then - now

export const errataCode = {
  'E.5': code({
    title: { en: 'One dimension, one index too few', zh: '一维，少了一个下标' },
    statement: {
      en: `The notes print the one-dimensional cross-correlation as $y_i = \\sum_a w_a\\, x_{i+1}$. The cell runs it, counting from 0. Mend it.

For x = 0, 1, 4, 9, 16, 25, 36 and w = 1, 2, −1 the result should be −2, 0, 6, 16, 30; printed as it is, each number is Σ w = 2 times one of x.`,
      zh: `笔记把一维互相关写成 $y_i = \\sum_a w_a\\, x_{i+1}$。单元格按此计算（从 0 数起）。请改正。

x = 0, 1, 4, 9, 16, 25, 36、w = 1, 2, −1 时，结果应为 −2, 0, 6, 16, 30；照印刷的公式，每个数都是 Σ w = 2 乘以 x 的某一个数。`,
    },
    name: 'slide1d',
    starter: `function slide1d(x: number[], w: number[]): number[] {
  const y: number[] = []
  for (let i = 0; i + w.length <= x.length; i++) {
    let sum = 0
    for (let a = 0; a < w.length; a++) sum += w[a] * x[i + 1]
    y.push(sum)
  }
  return y
}`,
    solution: `function slide1d(x: number[], w: number[]): number[] {
  const y: number[] = []
  for (let i = 0; i + w.length <= x.length; i++) {
    let sum = 0
    for (let a = 0; a < w.length; a++) sum += w[a] * x[i + a]
    y.push(sum)
  }
  return y
}`,
    unfixed: 'same-x-throughout',
    hints: [
      { en: 'Does it matter in which order the numbers of w stand?', zh: 'w 中数的顺序有影响吗？' },
      {
        en: 'In the sum over a, only w changes; x stays at one place.',
        zh: '对 a 求和时，只有 w 在变；x 停在一个位置。',
      },
      { en: 'x has to move with a: x[i + a].', zh: 'x 应随 a 移动：x[i + a]。' },
    ],
    reference: (x: number[], w: number[]): number[] => corr1d(x, w),
    examples: [
      [
        [0, 1, 4, 9, 16, 25, 36],
        [1, 2, -1],
      ],
    ],
    cases: (rng) => [
      { input: [vector(rng, whole(rng, 6, 9)), [2, -3, 5]], about: { en: 'a kernel of three', zh: '三个数的核' } },
      {
        input: [vector(rng, whole(rng, 5, 8)), [1, -1]],
        about: { en: 'a kernel that adds up to 0', zh: '各数之和为 0 的核' },
      },
      { input: [vector(rng, 9), [1, 2, 4, 8]], about: { en: 'a kernel of four', zh: '四个数的核' } },
    ],
    misconceptions: [
      {
        id: 'same-x-throughout',
        answer: (x, w) => slide(x, w, (i, a) => w[a]! * (x[i + 1] ?? Number.NaN)),
        message: { en: 'x still stays at one place while w moves on.', zh: 'w 在移动，x 却仍停在一个位置。' },
      },
      {
        id: 'first-of-the-window',
        answer: (x, w) => slide(x, w, (i, a) => w[a]! * x[i]!),
        message: {
          en: 'Now it is x[i] for every a: the window has become a single number.',
          zh: '现在每个 a 都用 x[i]：窗口变成了一个数。',
        },
      },
      {
        id: 'always-the-beginning',
        answer: (x, w) => slide(x, w, (_, a) => w[a]! * x[a]!),
        message: {
          en: 'Your window never leaves the beginning: x[a] does not depend on i.',
          zh: '你的窗口一直停在开头：x[a] 不依赖 i。',
        },
      },
      {
        id: 'flipped',
        answer: (x, w) => corr1d(x, w.toReversed()),
        message: { en: 'You go through w backwards: that is convolution.', zh: '你倒着用 w：那是卷积。' },
      },
    ],
  }),

  'E.18': code({
    title: { en: 'X is not X any more', zh: 'X 不再是 X' },
    statement: {
      en: `The notes write \`X = X.reshape((1, 1, 6, 8))\`: the name X now means something else, and the edge cell above fails when it runs again. Write
\`asBatch(X)\`: it returns a **new** array \`[image][channel][row][column]\` with one image of one channel, and leaves \`X\` and its rows alone, so that
changing the batch does not change X.

\`asBatch([[1, 2]])\` is \`[[[[1, 2]]]]\`, and X is still \`[[1, 2]]\`.`,
      zh: `笔记写了 \`X = X.reshape((1, 1, 6, 8))\`：X 这个名字从此有了别的含义，再运行上面的边缘检测单元格就会出错。写出 \`asBatch(X)\`：返回一个**新**数组
\`[图像][通道][行][列]\`，含一幅图像、一个通道，并且不动 \`X\` 和它的行，使得改动这个批量不会改动 X。

\`asBatch([[1, 2]])\` 是 \`[[[[1, 2]]]]\`，而 X 仍是 \`[[1, 2]]\`。`,
    },
    name: 'asBatch',
    starter: `function asBatch(X: number[][]): number[][][][] {
  return todo()
}`,
    solution: `function asBatch(X: number[][]): number[][][][] {
  return [[X.map((row) => [...row])]]
}`,
    hints: [
      { en: 'The batch needs two more pairs of brackets around X.', zh: '批量要在 X 外面再套两层方括号。' },
      {
        en: '[[X]] has the right shape, but its rows are those of X: whoever changes one changes both.',
        zh: '[[X]] 形状对了，但它的行就是 X 的行：改动一个，两个都会变。',
      },
      {
        en: 'X.map((row) => [...row]) copies the rows; put it into two pairs of brackets.',
        zh: 'X.map((row) => [...row]) 复制各行；外面再套两层方括号。',
      },
    ],
    reference: (X: Image): Image[][] => [[X.map((row) => [...row])]],
    examples: [[[[1, 2]]]],
    cases: (rng) => [
      { input: [matrix(rng, 6, 8)], about: { en: 'an image that is wider than high', zh: '宽大于高的图像' } },
      {
        input: [matrix(rng, whole(rng, 4, 6), 3)],
        about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' },
      },
    ],
    misconceptions: [
      {
        id: 'channels-last',
        answer: (X) => [X.map((row) => row.map((value) => [value]))],
        message: {
          en: 'That is [image][row][column][channel], as TensorFlow has it. The notes put the channel second.',
          zh: '这是 [图像][行][列][通道]，TensorFlow 的顺序。笔记把通道放在第二位。',
        },
      },
      {
        id: 'images-of-rows',
        answer: (X) => X.map((row) => [[[...row]]]),
        message: { en: 'Each row has become an image of its own.', zh: '每一行都成了一幅单独的图像。' },
      },
      {
        id: 'transposed',
        answer: (X) => [[X[0]!.map((_, j) => X.map((row) => row[j]!))]],
        message: { en: 'Rows and columns are swapped.', zh: '行和列互换了。' },
      },
    ],
  }),

  'E.20': code({
    title: { en: 'Which axis is time?', zh: '哪个轴是时间？' },
    statement: {
      en: `The notes sum a three-dimensional kernel in the order h, w, d and speak of films, without saying which axis is time. Here a film is
\`[frame][row][column]\`. Write \`motion(film)\`: the change of each pixel from one frame to the next, later minus earlier; it has one frame less. The
cell compares along the wrong axis.

\`motion([[[1, 5]], [[4, 5]]])\` is \`[[[3, 0]]]\`.`,
      zh: `笔记按 h、w、d 的顺序对三维核求和，并提到视频，却没有说哪个轴是时间。这里的影片是 \`[帧][行][列]\`。写出 \`motion(film)\`：每个像素从一帧到下一帧的变化，
后减前；结果少一帧。单元格比较的轴不对。

\`motion([[[1, 5]], [[4, 5]]])\` 是 \`[[[3, 0]]]\`。`,
    },
    name: 'motion',
    starter: `function motion(film: number[][][]): number[][][] {
  return film.map((frame) =>
    frame.map((row) => row.slice(1).map((value, j) => value - row[j])),
  )
}`,
    solution: `function motion(film: number[][][]): number[][][] {
  return film.slice(1).map((frame, t) => frame.map((row, i) => row.map((value, j) => value - film[t][i][j])))
}`,
    unfixed: 'along-the-row',
    hints: [
      { en: 'Which two numbers does the cell subtract?', zh: '单元格里相减的是哪两个数？' },
      {
        en: 'Neighbours in a row. Wanted are the same pixel in two frames.',
        zh: '是同一行的相邻两数。需要的是两帧中的同一个像素。',
      },
      {
        en: 'film.slice(1).map((frame, t) => …) pairs each frame with film[t], the one before.',
        zh: 'film.slice(1).map((frame, t) => …) 使每一帧与它的前一帧 film[t] 配对。',
      },
    ],
    reference: (film: Image[]): Image[] => compared(film, [1, 0, 0], later),
    examples: [[[[[1, 5]], [[4, 5]]]]],
    cases: (rng) => [
      { input: [stack(rng, whole(rng, 4, 5), 2, 3)], about: { en: 'more frames than rows', zh: '帧多于行' } },
      { input: [stack(rng, 2, 4, whole(rng, 5, 6))], about: { en: 'two frames', zh: '两帧' } },
    ],
    misconceptions: [
      {
        id: 'along-the-row',
        answer: (film) => compared(film, [0, 0, 1], later),
        message: {
          en: 'You still compare neighbours in a row: those are edges, not motion.',
          zh: '你仍在比较同一行的相邻两数：那是边缘，不是运动。',
        },
      },
      {
        id: 'along-the-column',
        answer: (film) => compared(film, [0, 1, 0], later),
        message: {
          en: 'You compare neighbours in a column. Time is the first axis.',
          zh: '你在比较同一列的相邻两数。时间是第一个轴。',
        },
      },
      {
        id: 'earlier-minus-later',
        answer: (film) => compared(film, [1, 0, 0], (now, then) => now - then),
        message: {
          en: 'The signs are turned: later minus earlier, so that what becomes brighter is positive.',
          zh: '符号反了：应是后减前，变亮为正。',
        },
      },
      {
        id: 'size-only',
        answer: (film) => compared(film, [1, 0, 0], (now, then) => Math.abs(then - now)),
        message: {
          en: 'You took the size of the change. Its sign tells brighter from darker.',
          zh: '你取了变化的绝对值。符号能区分变亮与变暗。',
        },
      },
      {
        id: 'against-the-first-frame',
        answer: (film) =>
          film.slice(1).map((frame) => frame.map((row, i) => row.map((value, j) => value - film[0]![i]![j]!))),
        message: {
          en: 'You compare every frame with the first. Compare it with the one before.',
          zh: '你把每一帧都与第一帧比较。应与前一帧比较。',
        },
      },
    ],
  }),
}
