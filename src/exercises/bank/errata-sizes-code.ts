// Errata hunt, code for sizes: a formula that a reader made worse, and a convolution for squares only.
// Rule: ids are those of the list of errata (D.16 is erratum D16).
import { conv2d, corr2d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { counting, matrix, whole } from './inputs.ts'

type Image = number[][]

interface Loop {
  height: number
  width: number
  stride: number
  padding: number
}

/** Windows at `height` × `width` places, also where they run over the edge; outside stands 0. */
const slide = (X: Image, K: Image, { height, width, stride, padding }: Loop): Image =>
  Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) =>
      K.reduce(
        (total, weights, a) =>
          weights.reduce(
            (sum, weight, b) => sum + weight * (X[i * stride + a - padding]?.[j * stride + b - padding] ?? 0),
            total,
          ),
        0,
      ),
    ),
  )

const places = (n: number, k: number, stride: number, padding: number, round = Math.floor): number =>
  round((n + 2 * padding - k) / stride) + 1

export const errataSizesCode = {
  'D.16': code({
    title: { en: 'A repair that breaks', zh: '越修越错' },
    statement: {
      en: `The book’s formula is ⌊(n − k + p + s) / s⌋, where p is the padding of both sides **together**. A reader left out the “+ s” and proposed to round up instead:
⌈(n − k + p) / s⌉. The cell has the reader’s formula. Mend \`places(n, k, p, s)\`.

For n = 8, k = 3, p = 2, s = 1 there are 8 places; the reader’s formula says 7.`,
      zh: `书上的公式是 ⌊(n − k + p + s) / s⌋，其中 p 是两侧填充**之和**。有读者漏了“+ s”，提议改成向上取整：⌈(n − k + p) / s⌉。单元格里是读者的公式。请改正 \`places(n, k, p, s)\`。

n = 8、k = 3、p = 2、s = 1 时有 8 个位置；读者的公式却得 7。`,
    },
    name: 'places',
    starter: `function places(n: number, k: number, p: number, s: number): number {
  return Math.ceil((n - k + p) / s)
}`,
    solution: `function places(n: number, k: number, p: number, s: number): number {
  return Math.floor((n - k + p + s) / s)
}`,
    unfixed: 'rounded-up',
    hints: [
      {
        en: 'Try s = 1: how many places has a window of 3 in 10 elements?',
        zh: '取 s = 1：10 个元素里，宽 3 的窗口有几个位置？',
      },
      { en: 'Rounding up adds one only where there is a rest.', zh: '向上取整只在有余数时才加一。' },
      { en: 'Put “+ s” back and round down.', zh: '把“+ s”放回去，并向下取整。' },
    ],
    reference: (n: number, k: number, p: number, s: number) => Math.floor((n - k + p) / s) + 1,
    examples: [
      [8, 3, 2, 1],
      [8, 3, 2, 2],
    ],
    cases: (rng) => [
      { input: [whole(rng, 10, 30), whole(rng, 2, 5), 0, 1], about: { en: 'no padding', zh: '没有填充' } },
      { input: [2 * whole(rng, 6, 12), 4, 2, 2], about: { en: 'a division without remainder', zh: '恰好整除' } },
      { input: [3 * whole(rng, 5, 9) + 1, 3, 4, 3], about: { en: 'a division with a remainder', zh: '有余数的除法' } },
    ],
    misconceptions: [
      {
        id: 'rounded-up',
        answer: (n, k, p, s) => Math.ceil((n - k + p) / s),
        message: {
          en: 'This is still the reader’s formula: where the division leaves no rest, a place is missing.',
          zh: '这仍是读者的公式：恰好整除时会少一个位置。',
        },
      },
      {
        id: 'rounded-up-and-one',
        answer: (n, k, p, s) => Math.ceil((n - k + p) / s) + 1,
        message: {
          en: 'With the + 1 you must round down: the last window would run over the edge.',
          zh: '加了 1 就要向下取整：否则最后一个窗口会越过边缘。',
        },
      },
      {
        id: 'first-place-lost',
        answer: (n, k, p, s) => Math.floor((n - k + p) / s),
        message: {
          en: 'You count steps. The first place is missing: “+ s” inside is + 1 outside.',
          zh: '你数的是步数。缺第一个位置：括号内的“+ s”就是括号外的 + 1。',
        },
      },
      {
        id: 'padding-twice',
        answer: (n, k, p, s) => Math.floor((n - k + 2 * p) / s) + 1,
        message: { en: 'Here p is the padding of both sides together already.', zh: '这里的 p 已经是两侧之和。' },
      },
      {
        id: 'not-rounded',
        answer: (n, k, p, s) => (n - k + p + s) / s,
        message: { en: 'Your result is not always whole: round down.', zh: '你的结果并不总是整数：要向下取整。' },
      },
    ],
    explanation: {
      en: 'Per side: ⌊(n + 2p − k) / s⌋ + 1. For both sides together: ⌊(n − k + p + s) / s⌋. Always say which p is meant.',
      zh: '按每侧：⌊(n + 2p − k) / s⌋ + 1。按两侧之和：⌊(n − k + p + s) / s⌋。一定要说明 p 指哪一种。',
    },
  }),

  'D.17': code({
    title: { en: 'For squares only', zh: '只会正方形' },
    statement: {
      en: `The convolution of CNN Explainer, a fine demonstration, handles squares only, has no padding, and does not round. The cell is written in that manner. Mend \`singleConv(X, K, stride,
padding)\`: cross-correlation of any image with any kernel, \`padding\` zeros on each side, and only windows that fit.

For the numbers 0 … 8 in a 3 × 3 image, the kernel \`[[0, 1], [2, 3]]\`, stride 1 and padding 1, the first number is 0 and the result is 4 × 4.`,
      zh: `CNN Explainer（一个很好的演示程序）里的卷积只会处理正方形，没有填充，也不取整。单元格就是这样写的。请改正 \`singleConv(X, K, stride, padding)\`：任意图像与任意核的互相关，每侧填充 \`padding\` 个零，只取放得下的窗口。

3 × 3 的图像 0 … 8、核 \`[[0, 1], [2, 3]]\`、步幅 1、填充 1 时，第一个数是 0，结果是 4 × 4。`,
    },
    name: 'singleConv',
    points: 2,
    starter: `type Image = number[][]

function singleConv(X: Image, K: Image, stride: number, padding: number): Image {
  const size = (X.length - K.length) / stride + 1
  const Y: number[][] = []
  for (let i = 0; i < size; i++) {
    const row: number[] = []
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let a = 0; a < K.length; a++) {
        for (let b = 0; b < K[0].length; b++) {
          sum += K[a][b] * (X[i * stride + a]?.[j * stride + b] ?? 0)
        }
      }
      row.push(sum)
    }
    Y.push(row)
  }
  return Y
}`,
    solution: `type Image = number[][]

function singleConv(X: Image, K: Image, stride: number, padding: number): Image {
  const height = Math.floor((X.length + 2 * padding - K.length) / stride) + 1
  const width = Math.floor((X[0].length + 2 * padding - K[0].length) / stride) + 1
  const Y: number[][] = []
  for (let i = 0; i < height; i++) {
    const row: number[] = []
    for (let j = 0; j < width; j++) {
      let sum = 0
      for (let a = 0; a < K.length; a++) {
        for (let b = 0; b < K[0].length; b++) {
          sum += K[a][b] * (X[i * stride + a - padding]?.[j * stride + b - padding] ?? 0)
        }
      }
      row.push(sum)
    }
    Y.push(row)
  }
  return Y
}`,
    unfixed: 'as-found',
    hints: [
      {
        en: 'Height and width need a size each. Where does padding come in?',
        zh: '高和宽各需要一个尺寸。填充该放在哪里？',
      },
      {
        en: 'Sizes grow by 2 · padding before the kernel is taken off, and are rounded down.',
        zh: '减去核之前，尺寸要加 2 · padding，最后向下取整。',
      },
      {
        en: 'The window of (i, j) begins at row i · stride − padding, column j · stride − padding; what is outside counts 0.',
        zh: '(i, j) 的窗口从第 i · stride − padding 行、第 j · stride − padding 列开始；外面的按 0 计。',
      },
    ],
    reference: (X: Image, K: Image, stride: number, padding: number): Image =>
      corr2d(X, K, { stride, padding }) as Image,
    examples: [
      [
        counting(3, 3),
        [
          [0, 1],
          [2, 3],
        ],
        1,
        1,
      ],
    ],
    cases: (rng) => [
      {
        input: [matrix(rng, 4, 7), matrix(rng, 2, 3), 1, 0],
        about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
      },
      { input: [matrix(rng, 8, 5), matrix(rng, 3, 2), 1, 1], about: { en: 'padding', zh: '有填充' } },
      {
        input: [matrix(rng, 6, whole(rng, 8, 9)), matrix(rng, 3, 3), 2, 0],
        about: { en: 'a last step that does not fit', zh: '最后一步放不下' },
      },
      { input: [matrix(rng, 1, 7), matrix(rng, 1, 2), 2, 0], about: { en: 'a single row', zh: '只有一行' } },
      { input: [matrix(rng, 7, 6), matrix(rng, 2, 2), 3, 1], about: { en: 'padding and stride', zh: '有填充和步幅' } },
    ],
    misconceptions: [
      {
        id: 'as-found',
        answer: (X, K, stride) => {
          const size = places(X.length, K.length, stride, 0, Math.ceil)
          return slide(X, K, { height: size, width: size, stride, padding: 0 })
        },
        message: {
          en: 'It still handles squares only, knows no padding, and runs over the edge.',
          zh: '它仍然只会处理正方形，没有填充，还会越过边缘。',
        },
      },
      {
        id: 'still-square',
        answer: (X, K, stride, padding) => {
          const size = places(X.length, K.length, stride, padding)
          return slide(X, K, { height: size, width: size, stride, padding })
        },
        message: { en: 'The width of your result still comes from the height.', zh: '你的结果的宽仍由高算出。' },
      },
      {
        id: 'no-padding',
        answer: (X, K, stride) => corr2d(X, K, { stride }) as Image,
        message: { en: 'The padding has no effect yet.', zh: '填充还没有起作用。' },
      },
      {
        id: 'over-the-edge',
        answer: (X, K, stride, padding) =>
          slide(X, K, {
            height: places(X.length, K.length, stride, padding, Math.ceil),
            width: places(X[0]!.length, K[0]!.length, stride, padding, Math.ceil),
            stride,
            padding,
          }),
        message: {
          en: 'Your last windows run over the edge: round the sizes down.',
          zh: '你的最后几个窗口越过了边缘：尺寸要向下取整。',
        },
      },
      {
        id: 'padding-at-the-end-only',
        answer: (X, K, stride, padding) =>
          slide(X, K, {
            height: places(X.length, K.length, stride, padding),
            width: places(X[0]!.length, K[0]!.length, stride, padding),
            stride,
            padding: 0,
          }),
        message: {
          en: 'The size is right, but your windows begin at the image’s corner. They begin at −padding.',
          zh: '尺寸对了，但你的窗口从图像的角开始。应从 −padding 开始。',
        },
      },
      {
        id: 'flipped',
        answer: (X, K, stride, padding) => conv2d(X, K, { stride, padding }) as Image,
        message: {
          en: 'You flipped the kernel. Cross-correlation takes it as it is.',
          zh: '你翻转了核。互相关按原样使用它。',
        },
      },
    ],
  }),
}
