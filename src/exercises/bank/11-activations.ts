// Exercise of lesson 11, a small project: the maps that LeNet's first two layers make of an image.
// Rule: channels first; both layers are of 1998, sigmoid and average pooling.
import { corr2d } from '../../conv/correlate.ts'
import { avgPool2d } from '../../conv/pool.ts'
import { code } from '../definition.ts'
import { counting, matrix, stack, vector, whole } from './inputs.ts'

type Image = number[][]
type Maps = (X: Image, K1: Image[], b1: number[], K2: Image[][], b2: number[]) => Image[][]

const mapped = (X: Image, change: (value: number) => number): Image => X.map((row) => row.map(change))
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
const relu = (value: number): number => Math.max(0, value)
const halve = (X: Image): Image => avgPool2d(X, 2)

const sum = (images: Image[]): Image =>
  images.reduce((left, right) => left.map((row, i) => row.map((value, j) => value + right[i]![j]!)))

interface Parts {
  activation: (value: number) => number
  padding: boolean
  /** The kernel of the second layer's map `o` for channel `c`. */
  seen: (channels: Image[], o: number) => Image[]
  poolFirst: boolean
  biases: boolean
}

const right: Parts = {
  activation: sigmoid,
  padding: true,
  seen: (channels) => channels,
  poolFirst: false,
  biases: true,
}

const mapsBy =
  (change: Partial<Parts>): Maps =>
  (X, K1, b1, K2, b2) => {
    const parts = { ...right, ...change }
    const finished = (image: Image, bias: number): Image => {
      const shifted = mapped(image, (value) => value + (parts.biases ? bias : 0))
      return parts.poolFirst ? mapped(halve(shifted), parts.activation) : halve(mapped(shifted, parts.activation))
    }
    const first = K1.map((kernel, o) => {
      const padding = parts.padding ? (kernel.length - 1) / 2 : 0
      return finished(corr2d(X, kernel, { padding }) as Image, b1[o]!)
    })
    const second = K2.map((kernels, o) =>
      finished(sum(parts.seen(first, o).map((channel, c) => corr2d(channel, kernels[c]!) as Image)), b2[o]!),
    )
    return [first, second]
  }

const quarter = (X: Image): Image => mapped(X, (value) => value / 8)

export const lenetActivations = {
  '11.5': code({
    title: { en: 'What the first two layers see', zh: '前两层看到了什么' },
    statement: {
      en: `Look inside LeNet: write \`featureMaps(X, K1, b1, K2, b2)\`, which returns \`[first, second]\`, the maps behind its two blocks.

- first block: each kernel of \`K1\` (\`[out][row][column]\`, odd and square) over the grey image \`X\`, with so much padding that the size stays; plus its
  bias of \`b1\`; sigmoid; 2 × 2 average pooling.
- second block: each kernel of \`K2\` (\`[out][in][row][column]\`) over **all** maps of the first block, added up, without padding; plus its bias of
  \`b2\`; sigmoid; 2 × 2 average pooling.

\`corr2d\` and \`avgPool2d\` of tensorcell/conv may do the sliding. A kernel of zeros with bias 0 gives a map of 0.5 throughout.`,
      zh: `看看 LeNet 的内部：写出 \`featureMaps(X, K1, b1, K2, b2)\`，返回 \`[first, second]\`，即两个模块之后的特征图。

- 第一个模块：\`K1\`（\`[输出][行][列]\`，奇数边长的正方形）的每个核作用于灰度图像 \`X\`，填充到尺寸不变；加上 \`b1\` 中对应的偏置；sigmoid；2 × 2 平均汇聚。
- 第二个模块：\`K2\`（\`[输出][输入][行][列]\`）的每个核作用于第一个模块的**全部**特征图并相加，没有填充；加上 \`b2\` 中对应的偏置；sigmoid；2 × 2 平均汇聚。

滑动可以交给 tensorcell/conv 的 \`corr2d\` 和 \`avgPool2d\`。全零的核、偏置为 0 时，特征图处处为 0.5。`,
    },
    name: 'featureMaps',
    points: 3,
    starter: `type Image = number[][]

function featureMaps(X: Image, K1: Image[], b1: number[], K2: Image[][], b2: number[]): Image[][] {
  return todo()
}`,
    solution: `type Image = number[][]

function featureMaps(X: Image, K1: Image[], b1: number[], K2: Image[][], b2: number[]): Image[][] {
  const finish = (image: Image, bias: number): Image =>
    avgPool2d(
      image.map((row) => row.map((value) => 1 / (1 + Math.exp(-(value + bias))))),
      2,
    )
  const add = (left: Image, right: Image): Image => left.map((row, i) => row.map((value, j) => value + right[i][j]))
  const first = K1.map((kernel, o) => finish(corr2d(X, kernel, { padding: (kernel.length - 1) / 2 }), b1[o]))
  const second = K2.map((kernels, o) => {
    const perChannel: Image[] = kernels.map((kernel, c) => corr2d(first[c], kernel))
    return finish(perChannel.reduce(add), b2[o])
  })
  return [first, second]
}`,
    hints: [
      {
        en: 'Write the end of both blocks once: bias, sigmoid, pooling of one map.',
        zh: '两个模块的后半段相同，只写一次：一张图的偏置、sigmoid、汇聚。',
      },
      {
        en: 'First block: K1.map(…) with corr2d(X, kernel, { padding: (kernel.length − 1) / 2 }).',
        zh: '第一个模块：K1.map(…)，用 corr2d(X, kernel, { padding: (kernel.length − 1) / 2 })。',
      },
      {
        en: 'Second block: for each output, corr2d(first[c], kernels[c]) for all c, added up, and then the same end.',
        zh: '第二个模块：对每个输出，把所有 c 的 corr2d(first[c], kernels[c]) 相加，再接同样的后半段。',
      },
    ],
    reference: mapsBy({}),
    examples: [
      [
        counting(8, 8).map((row) => row.map((value) => value / 64)),
        [
          [
            [0, 0, 0],
            [0, 1, 0],
            [0, 0, 0],
          ],
        ],
        [0],
        [
          [
            [
              [1, -1],
              [0, 0],
            ],
          ],
        ],
        [0],
      ],
    ],
    cases: (rng) => [
      {
        input: [
          quarter(matrix(rng, 8, whole(rng, 10, 12))),
          stack(rng, 2, 3, 3).map(quarter),
          quarter([vector(rng, 2)])[0]!,
          [1, 2, 3].map(() => stack(rng, 2, 2, 2).map(quarter)),
          quarter([vector(rng, 3)])[0]!,
        ],
        about: { en: 'two maps, then three', zh: '先两张图，再三张图' },
      },
      {
        input: [
          quarter(matrix(rng, 14, 12)),
          stack(rng, 3, 5, 5).map(quarter),
          [2, -1, 1],
          [1, 2].map(() => stack(rng, 3, 2, 3).map(quarter)),
          [1, -2],
        ],
        about: { en: 'three maps, then two', zh: '先三张图，再两张图' },
      },
    ],
    misconceptions: [
      {
        id: 'no-padding',
        answer: mapsBy({ padding: false }),
        message: {
          en: 'The first block has no padding in your code: its maps become smaller than half the image.',
          zh: '你的第一个模块没有填充：它的特征图小于图像的一半。',
        },
      },
      {
        id: 'relu',
        answer: mapsBy({ activation: relu }),
        message: {
          en: 'You used ReLU. LeNet of 1998 has the sigmoid.',
          zh: '你用了 ReLU。1998 年的 LeNet 用的是 sigmoid。',
        },
      },
      {
        id: 'no-activation',
        answer: mapsBy({ activation: (value) => value }),
        message: {
          en: 'The sigmoid is missing: your maps have numbers outside of 0 … 1.',
          zh: '缺少 sigmoid：你的特征图有 0 … 1 之外的数。',
        },
      },
      {
        id: 'pooled-first',
        answer: mapsBy({ poolFirst: true }),
        message: {
          en: 'You pooled before the sigmoid. The mean of sigmoids is not the sigmoid of the mean.',
          zh: '你在 sigmoid 之前汇聚了。sigmoid 的平均不等于平均的 sigmoid。',
        },
      },
      {
        id: 'no-biases',
        answer: mapsBy({ biases: false }),
        message: { en: 'The biases are missing.', zh: '缺少偏置。' },
      },
      {
        id: 'own-channel-only',
        answer: mapsBy({ seen: (channels) => channels.slice(0, 1) }),
        message: {
          en: 'The second block sees only the first map. It adds up over all of them.',
          zh: '第二个模块只看到第一张图。它应对所有图求和。',
        },
      },
    ],
  }),
}
