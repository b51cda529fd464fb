// Sheet ex-03, lesson 04: a convolution as a dense layer with most weights 0, and what locality leaves over.
// Rule: images are laid out row after row; Δ is the farthest offset that still has a weight.
import { convAsDense } from '../../conv/conv-as-dense.ts'
import { truncate } from '../../conv/shared-weights.ts'
import { code } from '../definition.ts'
import { matrix, whole } from './inputs.ts'

type Image = number[][]

export const locality = {
  '04.1': code({
    points: 2,
    title: { en: 'A convolution is a dense layer', zh: '卷积就是全连接层' },
    statement: {
      en: `Write \`convAsDense(K, h, w)\`: the matrix of the dense layer that cross-correlates an h × w image with the kernel \`K\` (no padding). The image is laid out row after row, and so is the output: one matrix row for each output pixel, one column for each input pixel, 0 where the kernel does not reach.

\`convAsDense([[1, 2]], 2, 3)\` is

\`[[1, 2, 0, 0, 0, 0], [0, 1, 2, 0, 0, 0], [0, 0, 0, 1, 2, 0], [0, 0, 0, 0, 1, 2]]\`.`,
      zh: `编写 \`convAsDense(K, h, w)\`：一个全连接层的矩阵，它把 h × w 的图像与核 \`K\` 做互相关（不填充）。图像逐行排成一列数，输出也是：每个输出像素对应矩阵的一行，每个输入像素对应一列，核够不到的地方是 0。

\`convAsDense([[1, 2]], 2, 3)\` 是

\`[[1, 2, 0, 0, 0, 0], [0, 1, 2, 0, 0, 0], [0, 0, 0, 1, 2, 0], [0, 0, 0, 0, 1, 2]]\`。`,
    },
    name: 'convAsDense',
    starter: `function convAsDense(K: number[][], h: number, w: number): number[][] {
  const [rows, columns] = [h - K.length + 1, w - K[0].length + 1] // of the output
  return todo()
}`,
    solution: `function convAsDense(K: number[][], h: number, w: number): number[][] {
  const [rows, columns] = [h - K.length + 1, w - K[0].length + 1] // of the output
  const W: number[][] = []
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const weights = new Array<number>(h * w).fill(0)
      for (let a = 0; a < K.length; a++) {
        for (let b = 0; b < K[0].length; b++) weights[(i + a) * w + (j + b)] = K[a][b]
      }
      W.push(weights)
    }
  }
  return W
}`,
    hints: [
      {
        en: 'The row of output (i, j) holds the kernel, spread over the pixels that it covers.',
        zh: '输出 (i, j) 那一行放着核，分散在它覆盖的像素上。',
      },
      {
        en: 'K[a][b] covers pixel (i + a, j + b). At which place of the list does pixel (k, l) stand?',
        zh: 'K[a][b] 覆盖像素 (i + a, j + b)。像素 (k, l) 排在第几个？',
      },
      {
        en: 'At k · w + l, with w the width of the input: weights[(i + a) * w + (j + b)] = K[a][b].',
        zh: '第 k · w + l 个，w 是输入的宽：weights[(i + a) * w + (j + b)] = K[a][b]。',
      },
    ],
    reference: (K: Image, h: number, w: number): Image => convAsDense(K, [h, w]),
    examples: [[[[1, 2]], 2, 3]],
    cases: (rng) => [
      { input: [matrix(rng, 2, 2), 3, 4], about: { en: 'an image that is wider than high', zh: '宽大于高的图像' } },
      { input: [matrix(rng, 2, 3), 5, 4], about: { en: 'a kernel that is not square', zh: '非正方形的核' } },
      { input: [matrix(rng, 3, 1), whole(rng, 3, 4), 2], about: { en: 'a kernel of one column', zh: '只有一列的核' } },
    ],
    misconceptions: [
      {
        id: 'transposed',
        answer: (K, h, w) => transposed(convAsDense(K, [h, w])),
        message: {
          en: 'Rows and columns are exchanged. One row for each output, one column for each input, so that W · x is the output.',
          zh: '行和列对调了。每个输出一行，每个输入一列，这样 W · x 才是输出。',
        },
      },
      {
        id: 'flipped',
        answer: (K, h, w) =>
          convAsDense(
            K.toReversed().map((row) => row.toReversed()),
            [h, w],
          ),
        message: {
          en: 'The kernel is flipped: this is convolution. For cross-correlation K[a][b] meets pixel (i + a, j + b).',
          zh: '核被翻转了：这是卷积。互相关中，与 K[a][b] 相乘的是像素 (i + a, j + b)。',
        },
      },
      {
        id: 'output-width',
        answer: (K, h, w) => placed(K, h, w, (k, l) => k * (w - K[0]!.length + 1) + l),
        message: {
          en: 'Pixel (k, l) was counted with the width of the output. A row of the input has w pixels: k · w + l.',
          zh: '像素 (k, l) 的序号用了输出的宽。输入的一行有 w 个像素：k · w + l。',
        },
      },
      {
        id: 'by-columns',
        answer: (K, h, w) => placed(K, h, w, (k, l) => l * h + k),
        message: {
          en: 'The image was laid out column after column. Here it is row after row: k · w + l.',
          zh: '图像是逐列排的。这里应逐行排：k · w + l。',
        },
      },
    ],
  }),

  '04.5': code({
    title: { en: 'And, or or', zh: '“且”还是“或”' },
    statement: {
      en: `Locality: an offset that is farther than Δ **in either direction** gets no weight. The function below follows a well-known set of notes: $v_{a,b} = 0$ when $|a|, |b| > \\Delta$, read as "and". **Mend it.** \`v\` has offset (0, 0) in its middle, and odd sizes.

\`local([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0)\` should be \`[[0, 0, 0], [0, 5, 0], [0, 0, 0]]\`.`,
      zh: `局部性：**任何一个方向上**超过 Δ 的偏移都没有权重。下面的函数照抄了一份常见的讲义：当 $|a|, |b| > \\Delta$ 时 $v_{a,b} = 0$，并把它读作“且”。**请改正。** \`v\` 的正中是偏移 (0, 0)，长宽都是奇数。

\`local([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0)\` 应该是 \`[[0, 0, 0], [0, 5, 0], [0, 0, 0]]\`。`,
    },
    name: 'local',
    starter: `function local(v: number[][], delta: number): number[][] {
  const [middle, centre] = [(v.length - 1) / 2, (v[0].length - 1) / 2]
  return v.map((row, i) =>
    row.map((weight, j) => {
      const [a, b] = [i - middle, j - centre]
      return Math.abs(a) > delta && Math.abs(b) > delta ? 0 : weight
    }),
  )
}`,
    solution: `function local(v: number[][], delta: number): number[][] {
  const [middle, centre] = [(v.length - 1) / 2, (v[0].length - 1) / 2]
  return v.map((row, i) =>
    row.map((weight, j) => {
      const [a, b] = [i - middle, j - centre]
      return Math.abs(a) > delta || Math.abs(b) > delta ? 0 : weight
    }),
  )
}`,
    hints: [
      {
        en: 'Run it on the example: which weights are left, and what figure do they form?',
        zh: '用示例运行：剩下哪些权重？它们构成什么形状？',
      },
      {
        en: 'A cross is left. An offset straight to the right, but far, must go too.',
        zh: '剩下一个十字。正右方但很远的偏移也应当去掉。',
      },
      { en: 'One of the two being too far is enough: or.', zh: '两个中有一个太远就够了：“或”。' },
    ],
    reference: (v: Image, delta: number): Image => truncate(v, delta),
    examples: [
      [
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        0,
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 5, 7), 1], about: { en: 'a field that is wider than high', zh: '宽大于高' } },
      { input: [matrix(rng, 7, 5), 2], about: { en: 'a field that is higher than wide', zh: '高大于宽' } },
      { input: [matrix(rng, 5, 5), 0], about: { en: 'Δ = 0', zh: 'Δ = 0' } },
      { input: [matrix(rng, 1, 5), 1], about: { en: 'a field of one row', zh: '只有一行' } },
      { input: [matrix(rng, 3, 5), 2], about: { en: 'a Δ that reaches everything', zh: 'Δ 大到覆盖一切' } },
    ],
    unfixed: 'and',
    misconceptions: [
      {
        id: 'and',
        answer: (v, delta) => truncate(v, delta, 'and'),
        message: {
          en: 'Only the corners are cut off: a cross is left that reaches to the ends of the image. An offset is too far when a or b is.',
          zh: '只去掉了四个角：剩下一个一直伸到图像尽头的十字。只要 a 或 b 太远，这个偏移就太远。',
        },
      },
      {
        id: 'greater-or-equal',
        answer: (v, delta) => kept(v, (a, b) => Math.abs(a) < delta && Math.abs(b) < delta),
        message: {
          en: 'The offsets ±Δ themselves are gone. They are near enough: 2Δ + 1 offsets remain on each axis.',
          zh: '偏移 ±Δ 本身也被去掉了。它们还算近：每个轴上应保留 2Δ + 1 个偏移。',
        },
      },
      {
        id: 'rows-only',
        answer: (v, delta) => kept(v, (a) => Math.abs(a) <= delta),
        message: { en: 'Only the rows are cut; b may still be large.', zh: '只截断了行；b 仍然可以很大。' },
      },
      {
        id: 'sum',
        answer: (v, delta) => kept(v, (a, b) => Math.abs(a) + Math.abs(b) <= delta),
        message: {
          en: 'You cut where |a| + |b| > Δ: a diamond. The kernel is a square of 2Δ + 1 by 2Δ + 1.',
          zh: '你在 |a| + |b| > Δ 处截断：剩下的是菱形。核应当是 (2Δ + 1) × (2Δ + 1) 的正方形。',
        },
      },
      {
        id: 'one-side',
        answer: (v, delta) => kept(v, (a, b) => a <= delta && b <= delta),
        message: {
          en: 'Far offsets up and to the left are still there: without the absolute value, negative offsets never count as far.',
          zh: '左上方很远的偏移还在：没有取绝对值，负的偏移永远不算远。',
        },
      },
    ],
  }),
}

function kept(v: Image, keep: (a: number, b: number) => boolean): Image {
  const [middle, centre] = [(v.length - 1) / 2, (v[0]!.length - 1) / 2]
  return v.map((row, i) => row.map((weight, j) => (keep(i - middle, j - centre) ? weight : 0)))
}

/** The dense matrix, with pixel (k, l) at the column that `place` says. */
function placed(K: Image, h: number, w: number, place: (k: number, l: number) => number): Image {
  return convAsDense(K, [h, w]).map((row) => {
    const weights = row.map(() => 0)
    row.forEach((weight, column) => {
      if (weight !== 0) weights[place(Math.floor(column / w), column % w)] = weight
    })
    return weights
  })
}

function transposed(W: Image): Image {
  return W[0]!.map((_, column) => W.map((row) => row[column]!))
}
