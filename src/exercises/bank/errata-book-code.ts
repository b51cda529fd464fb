// Errata hunt, code from the book: differences, shifts, and padding before a maximum. Each cell has the slip; it is to be mended.
// Rule: ids are those of the list of errata (D.3 is erratum D3).
import { corr2d } from '../../conv/correlate.ts'
import { avgPool2d, maxPool2d } from '../../conv/pool.ts'
import { code } from '../definition.ts'
import { counting, matrix, whole } from './inputs.ts'
import { pad } from './padded.ts'

type Image = number[][]

/** Each number replaced by what `source` finds; 0 where there is nothing. */
const moved = (
  X: Image,
  source: (i: number, j: number, height: number, width: number) => [row: number, column: number],
): Image =>
  X.map((row, i) =>
    row.map((_, j) => {
      const [k, l] = source(i, j, X.length, row.length)
      return X[k]?.[l] ?? 0
    }),
  )

const padded = (X: Image, p: number): Image => pad(X, p, (place, length) => (place < length ? place : -1))

export const errataBookCode = {
  'D.3': code({
    title: { en: 'Which neighbour?', zh: '哪个邻居？' },
    statement: {
      en: `The book says that the kernel [1, −1] computes $x_{i,j} - x_{i+1,j}$, the difference of horizontal neighbours. The cell does what the formula says. Mend it, so
that \`difference(X)\` does what the *kernel* does: a number minus its right neighbour.

\`difference([[5, 3, 3]])\` is \`[[2, 0]]\`.`,
      zh: `书上说核 [1, −1] 计算的是 $x_{i,j} - x_{i+1,j}$，即水平相邻元素之差。单元格照公式计算。请改正，使 \`difference(X)\` 与*核*的作用一致：每个数减去它右边的数。

\`difference([[5, 3, 3]])\` 是 \`[[2, 0]]\`。`,
    },
    name: 'difference',
    starter: `function difference(X: number[][]): number[][] {
  return X.slice(0, -1).map((row, i) => row.map((value, j) => value - X[i + 1][j]))
}`,
    solution: `function difference(X: number[][]): number[][] {
  return X.map((row) => row.slice(0, -1).map((value, j) => value - row[j + 1]))
}`,
    unfixed: 'lower-neighbour',
    hints: [
      { en: 'Which index counts rows, which one columns?', zh: '哪个下标数行，哪个数列？' },
      { en: 'i + 1 is one row further down. Further right is j + 1.', zh: 'i + 1 是下一行。往右是 j + 1。' },
      {
        en: 'Subtract row[j + 1]; a row has one difference less than numbers.',
        zh: '减去 row[j + 1]；每行差的个数比数少一个。',
      },
    ],
    reference: (X: Image): Image => corr2d(X, [[1, -1]]) as Image,
    examples: [[[[5, 3, 3]]]],
    cases: (rng) => [
      {
        input: [matrix(rng, 3, whole(rng, 5, 6))],
        about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
      },
      {
        input: [matrix(rng, whole(rng, 5, 6), 3)],
        about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' },
      },
      { input: [matrix(rng, 4, 4)], about: { en: 'a square image', zh: '正方形的图像' } },
    ],
    misconceptions: [
      {
        id: 'lower-neighbour',
        answer: (X) => X.slice(0, -1).map((row, i) => row.map((value, j) => value - X[i + 1]![j]!)),
        message: {
          en: 'You still subtract the neighbour below: i + 1 is a row.',
          zh: '你减去的仍是下面的数：i + 1 是行。',
        },
      },
      {
        id: 'right-minus-left',
        answer: (X) => corr2d(X, [[-1, 1]]) as Image,
        message: {
          en: 'The signs are turned: it is the left one minus the right one.',
          zh: '符号反了：应是左边减右边。',
        },
      },
      {
        id: 'size-only',
        answer: (X) => X.map((row) => row.slice(1).map((value, j) => Math.abs(value - row[j]!))),
        message: {
          en: 'You took the size of the difference. Its sign tells a bright edge from a dark one.',
          zh: '你取了差的绝对值。符号能区分变亮与变暗的边缘。',
        },
      },
      {
        id: 'around-the-corner',
        answer: (X) => X.map((row) => row.map((value, j) => value - row[(j + 1) % row.length]!)),
        message: {
          en: 'The last number has no right neighbour; you took the first of the row.',
          zh: '最后一个数没有右邻居；你用了这一行的第一个数。',
        },
      },
      {
        id: 'zero-behind-the-edge',
        answer: (X) => X.map((row) => row.map((value, j) => value - (row[j + 1] ?? 0))),
        message: {
          en: 'The last number has no right neighbour, so it gives no difference.',
          zh: '最后一个数没有右邻居，所以没有差。',
        },
      },
    ],
  }),

  'D.6': code({
    title: { en: 'Right or left?', zh: '向右还是向左？' },
    statement: {
      en: `“Z[i, j] = X[i, j + 1] shifts the image to the right”, says the book. Run the cell and look where the 1 goes. Mend \`shiftRight(X)\`: every number moves by
one column to the right, zeros come in on the left, the last column drops out.

\`shiftRight([[1, 2, 3]])\` is \`[[0, 1, 2]]\`.`,
      zh: `书上说“Z[i, j] = X[i, j + 1] 把图像向右移动”。运行单元格，看看数跑到哪里去了。改正 \`shiftRight(X)\`：每个数向右移动一列，左边补零，最后一列移出。

\`shiftRight([[1, 2, 3]])\` 是 \`[[0, 1, 2]]\`。`,
    },
    name: 'shiftRight',
    starter: `function shiftRight(X: number[][]): number[][] {
  return X.map((row) => row.map((_, j) => row[j + 1] ?? 0))
}`,
    solution: `function shiftRight(X: number[][]): number[][] {
  return X.map((row) => row.map((_, j) => row[j - 1] ?? 0))
}`,
    unfixed: 'left',
    hints: [
      { en: 'What stands at place 0 after the call?', zh: '调用之后位置 0 上是什么？' },
      {
        en: 'Place j takes what stood at j + 1: everything moves left.',
        zh: '位置 j 取了 j + 1 处的数：一切都在向左移。',
      },
      { en: 'To move right, place j takes from j − 1.', zh: '要向右移，位置 j 应从 j − 1 处取。' },
    ],
    reference: (X: Image): Image => X.map((row) => [0, ...row.slice(0, -1)]),
    examples: [[[[1, 2, 3]]]],
    cases: (rng) => [
      {
        input: [matrix(rng, 3, whole(rng, 4, 6))],
        about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
      },
      {
        input: [matrix(rng, whole(rng, 4, 6), 3)],
        about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' },
      },
    ],
    misconceptions: [
      {
        id: 'left',
        answer: (X) => moved(X, (i, j) => [i, j + 1]),
        message: {
          en: 'It still moves to the left: place j takes what stood further right.',
          zh: '仍在向左移：位置 j 取的是右边的数。',
        },
      },
      {
        id: 'circular',
        answer: (X) => moved(X, (i, j, _, width) => [i, (j - 1 + width) % width]),
        message: {
          en: 'What drops out on the right comes in on the left. Zeros should come in.',
          zh: '右边移出的又从左边进来了。左边应补零。',
        },
      },
      {
        id: 'down',
        answer: (X) => moved(X, (i, j) => [i - 1, j]),
        message: { en: 'It moves down: i counts rows.', zh: '它向下移了：i 数的是行。' },
      },
      {
        id: 'edge-repeated',
        answer: (X) => moved(X, (i, j) => [i, Math.max(j - 1, 0)]),
        message: {
          en: 'The first column stands there twice. A zero should come in.',
          zh: '第一列出现了两次。应补零。',
        },
      },
    ],
  }),

  'D.8': code({
    title: { en: 'Zeros that win', zh: '会赢的零' },
    statement: {
      en: `One version of the book’s pooling code puts zeros around the image before it takes the maximum. Mend \`maxPoolPadded(X, k, p)\`: \`p\` rings of padding, then the
largest number of each k × k window without overlap; the padding must never win.

For a 2 × 2 image of −3 with k = 2 and p = 1, all four numbers should be −3; with zeros all are 0.`,
      zh: `书中某个版本的汇聚代码在取最大值之前用零填充图像。改正 \`maxPoolPadded(X, k, p)\`：先填充 \`p\` 圈，再取每个 k × k 窗口（不重叠）的最大值；填充的数绝不能胜出。

2 × 2 的图像全是 −3，k = 2、p = 1 时，四个数都应是 −3；用零填充则全是 0。`,
    },
    name: 'maxPoolPadded',
    starter: `function maxPoolPadded(X: number[][], k: number, p: number): number[][] {
  const [height, width] = [X.length + 2 * p, X[0].length + 2 * p]
  const at = (i: number, j: number) => X[i - p]?.[j - p] ?? 0
  const Y: number[][] = []
  for (let i = 0; i + k <= height; i += k) {
    const row: number[] = []
    for (let j = 0; j + k <= width; j += k) {
      let largest = at(i, j)
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) largest = Math.max(largest, at(i + a, j + b))
      }
      row.push(largest)
    }
    Y.push(row)
  }
  return Y
}`,
    solution: `function maxPoolPadded(X: number[][], k: number, p: number): number[][] {
  const [height, width] = [X.length + 2 * p, X[0].length + 2 * p]
  const at = (i: number, j: number) => X[i - p]?.[j - p] ?? -Infinity
  const Y: number[][] = []
  for (let i = 0; i + k <= height; i += k) {
    const row: number[] = []
    for (let j = 0; j + k <= width; j += k) {
      let largest = at(i, j)
      for (let a = 0; a < k; a++) {
        for (let b = 0; b < k; b++) largest = Math.max(largest, at(i + a, j + b))
      }
      row.push(largest)
    }
    Y.push(row)
  }
  return Y
}`,
    unfixed: 'zeros',
    hints: [
      { en: 'When does a 0 in the padding win against the image?', zh: '填充的 0 什么时候会胜过图像？' },
      {
        en: 'Whenever all of the window’s pixels are negative. Which number never wins?',
        zh: '当窗口内的像素全为负时。哪个数永远不会胜出？',
      },
      { en: '−Infinity in the place of 0.', zh: '用 −Infinity 代替 0。' },
    ],
    reference: (X: Image, k: number, p: number): Image => maxPool2d(X, k, { padding: p }) as Image,
    examples: [
      [counting(2, 2).map((row) => row.map(() => -3)), 2, 1],
      [counting(4, 4, -20), 2, 0],
    ],
    cases: (rng) => [
      {
        input: [matrix(rng, 4, 6).map((row) => row.map((value) => value - 10)), 2, 1],
        about: { en: 'negative numbers', zh: '负数' },
      },
      { input: [matrix(rng, 4, whole(rng, 7, 8)), 3, 1], about: { en: 'windows of 3 × 3', zh: '3 × 3 的窗口' } },
      { input: [matrix(rng, 1, 5), 2, 1], about: { en: 'a single row', zh: '只有一行' } },
      {
        input: [matrix(rng, 6, 4).map((row) => row.map((value) => value + 10)), 2, 1],
        about: { en: 'positive numbers', zh: '正数' },
      },
    ],
    misconceptions: [
      {
        id: 'zeros',
        answer: (X, k, p) => maxPool2d(padded(X, p), k) as Image,
        message: {
          en: 'The zeros of the padding still win where all pixels are negative.',
          zh: '像素全为负时，填充的零仍会胜出。',
        },
      },
      {
        id: 'no-padding',
        answer: (X, k) => (X.length < k ? [] : (maxPool2d(X, k) as Image)),
        message: {
          en: 'There is no padding any more: windows should begin p before the image.',
          zh: '填充没有了：窗口应从图像之前 p 处开始。',
        },
      },
      {
        id: 'overlapping',
        answer: (X, k, p) => maxPool2d(X, k, { padding: p, stride: 1 }) as Image,
        message: { en: 'Your windows overlap: they should move by k.', zh: '你的窗口重叠了：每次应移动 k。' },
      },
      {
        id: 'mean',
        answer: (X, k, p) => avgPool2d(padded(X, p), k) as Image,
        message: {
          en: 'That is the mean of each window, not the largest number.',
          zh: '这是每个窗口的平均值，不是最大的数。',
        },
      },
      {
        id: 'size-counts',
        answer: (X, k, p) =>
          maxPool2d(
            padded(X, p).map((row) => row.map(Math.abs)),
            k,
          ) as Image,
        message: { en: 'You compared sizes without signs.', zh: '你比较的是不带符号的大小。' },
      },
    ],
  }),
}
