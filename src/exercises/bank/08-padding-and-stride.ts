// Exercises of lesson 08: the size of an output, and padding with a mirror image.
// Rule: padding is counted per side, as in tensorcell/conv.
import { outputShape } from '../../conv/window.ts'
import { code } from '../definition.ts'
import { counting, matrix, whole } from './inputs.ts'
import { type Place, pad } from './padded.ts'

type Image = number[][]

const mirrored: Place = (place, length) => {
  const distance = Math.abs(place)
  return distance < length ? distance : 2 * (length - 1) - distance
}

export const paddingAndStride = {
  '08.1': code({
    title: { en: 'How long is the output?', zh: '输出有多长？' },
    statement: {
      en: `Write \`outputLength(n, k, stride, padding, dilation)\`: how many places a window of \`k\` elements has along an axis of \`n\` elements.
\`padding\` elements are added on **each** side, neighbouring windows are \`stride\` apart, neighbouring elements of the window
\`dilation\` apart (1: no gaps). A last window that would run over the edge is left out.

\`outputLength(28, 5, 1, 2, 1)\` is 28, and \`outputLength(224, 7, 2, 3, 1)\` is 112.`,
      zh: `写出 \`outputLength(n, k, stride, padding, dilation)\`：在长度为 \`n\` 的轴上，含 \`k\` 个元素的窗口有多少个位置。**每一侧**各填充
\`padding\` 个元素，相邻窗口相距 \`stride\`，窗口内相邻元素相距 \`dilation\`（1 表示没有空隙）。会越过边缘的最后一个窗口不算。

\`outputLength(28, 5, 1, 2, 1)\` 是 28，\`outputLength(224, 7, 2, 3, 1)\` 是 112。`,
    },
    name: 'outputLength',
    starter: `function outputLength(n: number, k: number, stride: number, padding: number, dilation: number): number {
  return todo()
}`,
    solution: `function outputLength(n: number, k: number, stride: number, padding: number, dilation: number): number {
  const span = dilation * (k - 1) + 1
  return Math.floor((n + 2 * padding - span) / stride) + 1
}`,
    hints: [
      {
        en: 'First without stride: how many elements does the window span, and how many are there with the padding?',
        zh: '先不管步幅：窗口跨过多少个元素？加上填充后一共有多少个元素？',
      },
      {
        en: 'A window with gaps spans dilation · (k − 1) + 1 elements. It can move by n + 2 · padding − span elements.',
        zh: '带空隙的窗口跨过 dilation · (k − 1) + 1 个元素，它能移动 n + 2 · padding − 跨度 个元素。',
      },
      {
        en: 'Divide that by the stride, round down, and count the first place too: + 1.',
        zh: '再除以步幅，向下取整，并算上第一个位置：+ 1。',
      },
    ],
    reference: (n: number, k: number, stride: number, padding: number, dilation: number) =>
      outputShape([n], { kernel: [k], stride, padding, dilation })[0]!,
    examples: [
      [28, 5, 1, 2, 1],
      [224, 7, 2, 3, 1],
      [10, 3, 2, 0, 1],
      [17, 3, 1, 0, 3],
    ],
    cases: (rng) => [
      {
        input: [whole(rng, 10, 40), whole(rng, 2, 5), 1, 0, 1],
        about: { en: 'no padding, steps of one', zh: '没有填充，步幅为 1' },
      },
      {
        input: [2 * whole(rng, 8, 20), 3, 2, 1, 1],
        about: { en: 'a last step that does not fit', zh: '最后一步放不下' },
      },
      {
        input: [3 * whole(rng, 6, 12) + 2, whole(rng, 2, 4), 3, whole(rng, 2, 3), 1],
        about: { en: 'padding and stride', zh: '有填充和步幅' },
      },
      {
        input: [whole(rng, 20, 40), whole(rng, 3, 4), 1, 1, whole(rng, 2, 4)],
        about: { en: 'a window with gaps', zh: '带空隙的窗口' },
      },
    ],
    misconceptions: [
      {
        id: 'not-rounded',
        answer: (n, k, stride, padding, dilation) => (n + 2 * padding - dilation * (k - 1) - 1) / stride + 1,
        message: {
          en: 'Your result is not always whole. There is no half window: a last step that does not fit is not taken.',
          zh: '你的结果并不总是整数。没有半个窗口：放不下的最后一步就不走。',
        },
      },
      {
        id: 'rounded-up',
        answer: (n, k, stride, padding, dilation) => Math.ceil((n + 2 * padding - dilation * (k - 1) - 1) / stride) + 1,
        message: {
          en: 'You rounded up, so your last window runs over the edge. What is left over at the end stays unread.',
          zh: '你向上取整了，最后一个窗口会越过边缘。末尾剩下的元素不读。',
        },
      },
      {
        id: 'padding-once',
        answer: (n, k, stride, padding, dilation) => Math.floor((n + padding - dilation * (k - 1) - 1) / stride) + 1,
        message: {
          en: 'The padding counts once in your formula, as in books whose p is the total of both sides. Here it is per side.',
          zh: '你的公式里填充只算了一次，有的书里 p 是两侧之和，才那样写。这里的 padding 是每一侧的。',
        },
      },
      {
        id: 'first-place-lost',
        answer: (n, k, stride, padding, dilation) => Math.floor((n + 2 * padding - dilation * (k - 1) - 1) / stride),
        message: {
          en: 'You counted steps. There is one place more than there are steps between places.',
          zh: '你数的是步数。位置比位置之间的步数多一个。',
        },
      },
      {
        id: 'dilation-ignored',
        answer: (n, k, stride, padding) => Math.floor((n + 2 * padding - k) / stride) + 1,
        message: {
          en: 'The dilation has no effect. A window with gaps spans more than k elements.',
          zh: '膨胀（dilation）没有起作用。带空隙的窗口跨过的元素多于 k 个。',
        },
      },
      {
        id: 'gap-after-the-last',
        answer: (n, k, stride, padding, dilation) => Math.floor((n + 2 * padding - dilation * k) / stride) + 1,
        message: {
          en: 'You took dilation · k for the span. Between k elements there are only k − 1 gaps.',
          zh: '你把跨度算成了 dilation · k。k 个元素之间只有 k − 1 个间隔。',
        },
      },
      {
        id: 'stride-ignored',
        answer: (n, k, _, padding, dilation) => n + 2 * padding - dilation * (k - 1),
        message: {
          en: 'The stride has no effect: you count every place, not each stride-th one.',
          zh: '步幅没有起作用：你数了每一个位置，而不是每隔 stride 数一个。',
        },
      },
    ],
  }),

  '08.2': code({
    title: { en: 'Mirror padding', zh: '镜像填充' },
    statement: {
      en: `Zeros put a dark frame around a photograph, and every edge detector finds it. Write \`padMirror(X, p)\`: the matrix \`X\` with \`p\` rows
more above and below and \`p\` columns more left and right, which mirror what is inside. The mirror stands *on* the border element,
which is therefore not repeated. \`p\` is smaller than both sides of \`X\`.

A row 1 2 3 4 becomes, with p = 2, the row 3 2 **1 2 3 4** 3 2.`,
      zh: `用零填充会给照片加上一圈黑框，而每个边缘检测器都会找到它。写出 \`padMirror(X, p)\`：在矩阵 \`X\` 的上下各加 \`p\` 行、左右各加 \`p\` 列，
内容是内部的镜像。镜面就*在*边界元素上，所以边界元素不重复。\`p\` 小于 \`X\` 的两条边长。

一行 1 2 3 4 取 p = 2 变成 3 2 **1 2 3 4** 3 2。`,
    },
    name: 'padMirror',
    starter: `function padMirror(X: number[][], p: number): number[][] {
  return todo()
}`,
    solution: `function padMirror(X: number[][], p: number): number[][] {
  const mirror = (place: number, length: number): number => {
    const distance = Math.abs(place)
    return distance < length ? distance : 2 * (length - 1) - distance
  }
  const places = (length: number) => Array.from({ length: length + 2 * p }, (_, index) => mirror(index - p, length))
  return places(X.length).map((row) => places(X[0].length).map((column) => X[row][column]))
}`,
    hints: [
      {
        en: 'Solve it for one axis: which index of X is seen at place −1, at −2, and at place n?',
        zh: '先解决一个轴：位置 −1、−2 和 n 处看到的分别是 X 的哪个下标？',
      },
      {
        en: 'Before the border, place −1 shows index 1: the index is |place|. Behind it, place n shows index n − 2.',
        zh: '边界之前，位置 −1 是下标 1：下标为 |place|。边界之后，位置 n 是下标 n − 2。',
      },
      {
        en: 'Behind the border the index is 2 · (n − 1) − place. List the indices of the rows and of the columns, and read X with both.',
        zh: '边界之后下标为 2 · (n − 1) − place。分别列出行和列的下标，再用它们去读 X。',
      },
    ],
    reference: (X: Image, p: number): Image => pad(X, p, mirrored),
    examples: [
      [counting(3, 4), 2],
      [counting(2, 2), 1],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 3, 5), 1], about: { en: 'one ring of padding', zh: '填充一圈' } },
      { input: [matrix(rng, 6, 4), 2], about: { en: 'two rings of padding', zh: '填充两圈' } },
      { input: [matrix(rng, 4, 4), 3], about: { en: 'as much padding as there can be', zh: '填充达到上限' } },
      { input: [matrix(rng, 3, 4), 0], about: { en: 'no padding', zh: '没有填充' } },
      { input: [matrix(rng, 1, 4), 0], about: { en: 'an image of one row', zh: '只有一行的图像' } },
    ],
    misconceptions: [
      {
        id: 'zeros',
        answer: (X, p) => pad(X, p, (place, length) => (place < length ? place : -1)),
        message: {
          en: 'Outside the border your result is 0. There should be the picture itself, mirrored.',
          zh: '边界之外你的结果是 0。那里应当是图像本身的镜像。',
        },
      },
      {
        id: 'border-repeated',
        answer: (X, p) =>
          pad(X, p, (place, length) => (place < 0 ? -place - 1 : place < length ? place : 2 * length - 1 - place)),
        message: {
          en: 'The border stands there twice, as in 2 1 1 2 3: your mirror stands beside it. Let place −1 show index 1.',
          zh: '边界出现了两次，例如 2 1 1 2 3：你的镜面放在了边界旁边。位置 −1 应当是下标 1。',
        },
      },
      {
        id: 'replicated',
        answer: (X, p) => pad(X, p, (place, length) => Math.min(Math.max(place, 0), length - 1)),
        message: {
          en: 'You repeated the border element. A mirror leads back into the picture: 3 2 1 2 3.',
          zh: '你一直重复边界元素。镜子应当把人带回图像里面：3 2 1 2 3。',
        },
      },
      {
        id: 'circular',
        answer: (X, p) => pad(X, p, (place, length) => (place + length) % length),
        message: {
          en: 'You went on at the other end, as on a map of the globe. A mirror turns back at the same end.',
          zh: '你从另一端接着取，就像世界地图那样。镜像应在同一端折返。',
        },
      },
      {
        id: 'rows-only',
        answer: (X, p) => pad(X, p, mirrored).map((row) => row.slice(p, row.length - p)),
        message: {
          en: 'You added rows above and below, but no columns left and right.',
          zh: '你在上下加了行，但没有在左右加列。',
        },
      },
      {
        id: 'columns-only',
        answer: (X, p) => pad(X, p, mirrored).slice(p, X.length + p),
        message: {
          en: 'You added columns left and right, but no rows above and below.',
          zh: '你在左右加了列，但没有在上下加行。',
        },
      },
    ],
  }),
}
