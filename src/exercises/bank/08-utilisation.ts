// Exercise of lesson 08: padding and how often each pixel is read.
// Rule: padding is counted per side, as in tensorcell/conv.
import { code } from '../definition.ts'
import { whole } from './inputs.ts'

type Reads = (n: number, k: number, p: number) => number[][]

/** The reads of a pixel are those of its row times those of its column. */
const squared =
  (along: (n: number, k: number, p: number) => number[]): Reads =>
  (n, k, p) => {
    const counts = along(n, k, p)
    return counts.map((rows) => counts.map((columns) => rows * columns))
  }

const readsAlong = (n: number, k: number, p: number): number[] => {
  const counts = Array.from({ length: n }, () => 0)
  for (let start = -p; start + k <= n + p; start++) {
    for (let place = Math.max(start, 0); place < Math.min(start + k, n); place++) counts[place]! += 1
  }
  return counts
}

export const utilisation = {
  '08.5': code({
    title: { en: 'How often is a pixel read?', zh: '每个像素被读了几次？' },
    statement: {
      en: `A k × k window slides with stride 1 over an n × n image with \`p\` rings of zeros around it. Write \`timesRead(n, k, p)\`: an
n × n matrix that says of each *pixel* (not of the padding) in how many windows it lies.

\`timesRead(3, 2, 0)\` is \`[[1, 2, 1], [2, 4, 2], [1, 2, 1]]\`: the centre lies in all four windows, a corner in one.`,
      zh: `k × k 的窗口以步幅 1 滑过 n × n 的图像，图像四周填充了 \`p\` 圈零。写出 \`timesRead(n, k, p)\`：一个 n × n 的矩阵，说明每个*像素*
（不含填充）落在多少个窗口里。

\`timesRead(3, 2, 0)\` 是 \`[[1, 2, 1], [2, 4, 2], [1, 2, 1]]\`：中心落在全部四个窗口里，角只落在一个里。`,
    },
    name: 'timesRead',
    starter: `function timesRead(n: number, k: number, p: number): number[][] {
  return todo()
}`,
    solution: `function timesRead(n: number, k: number, p: number): number[][] {
  const along = Array.from({ length: n }, (_, place) => {
    let count = 0
    for (let start = -p; start <= n + p - k; start++) {
      if (start <= place && place < start + k) count += 1
    }
    return count
  })
  return along.map((rows) => along.map((columns) => rows * columns))
}`,
    hints: [
      {
        en: 'Start with one axis: windows begin at −p, …, n + p − k. Which of them contain place 0?',
        zh: '先看一个轴：窗口从 −p 到 n + p − k 开始。哪些窗口包含位置 0？',
      },
      {
        en: 'A window that begins at start contains a place when start ≤ place < start + k. Count those.',
        zh: '从 start 开始的窗口，当 start ≤ place < start + k 时包含这个位置。数一数有几个。',
      },
      {
        en: 'In two dimensions, multiply the count of the row by the count of the column.',
        zh: '二维时，把行的次数与列的次数相乘。',
      },
    ],
    reference: squared(readsAlong),
    examples: [
      [3, 2, 0],
      [8, 3, 0],
      [8, 3, 1],
      [8, 3, 2],
    ],
    cases: (rng) => [
      { input: [whole(rng, 5, 8), 3, 0], about: { en: 'no padding', zh: '没有填充' } },
      { input: [whole(rng, 6, 9), 5, 2], about: { en: 'padding that keeps the size', zh: '保持尺寸的填充' } },
      { input: [whole(rng, 5, 7), 3, 2], about: { en: 'full padding', zh: '完全填充' } },
      { input: [whole(rng, 6, 8), 4, 1], about: { en: 'an even window', zh: '偶数窗口' } },
    ],
    misconceptions: [
      {
        id: 'always-all',
        answer: squared((n, k) => Array.from({ length: n }, () => k)),
        message: {
          en: 'You say that each pixel is read k² times. That holds inside only; a pixel near the border lies in fewer windows.',
          zh: '你的结果是每个像素都被读 k² 次。只有内部才如此；靠近边界的像素落在较少的窗口里。',
        },
      },
      {
        id: 'padding-ignored',
        answer: squared((n, k) => readsAlong(n, k, 0)),
        message: {
          en: 'The padding has no effect. With it, windows begin at −p already, and more of them contain the border.',
          zh: '填充没有起作用。有了填充，窗口从 −p 就开始，会有更多窗口包含边界。',
        },
      },
      {
        id: 'one-axis',
        answer: (n, k, p) => readsAlong(n, k, p).map((_, __, counts) => [...counts]),
        message: {
          en: 'You counted along the columns only, so that all rows are alike. Rows count too: multiply both.',
          zh: '你只沿列计数，所以每一行都相同。行也要算：两者相乘。',
        },
      },
      {
        id: 'added',
        answer: (n, k, p) => {
          const counts = readsAlong(n, k, p)
          return counts.map((rows) => counts.map((columns) => rows + columns))
        },
        message: {
          en: 'You added the counts of row and column. Each choice of rows goes with each choice of columns.',
          zh: '你把行和列的次数相加了。行的每一种取法都可以与列的每一种取法搭配。',
        },
      },
    ],
    explanation: {
      en: 'With a 3 × 3 window, corner, edge and centre are read 1, 3, 9 times without padding, 4, 6, 9 times with p = 1, and alike only with p = 2.',
      zh: '对 3 × 3 的窗口，角、边、中心在不填充时被读 1、3、9 次，p = 1 时为 4、6、9 次，只有 p = 2 时才处处相同。',
    },
  }),
}
