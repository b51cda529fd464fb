// Sheet ex-02, lesson 03: a detector that ignores brightness, and the averaging that makes any layer a convolution.
// Rule: templates and layers are given, the functions change nothing in them.

import type { Rng } from '../../conv/random.ts'
import { shareWeights } from '../../conv/shared-weights.ts'
import { code } from '../definition.ts'
import { matrix, whole } from './inputs.ts'

type Image = number[][]
type Tensor4 = number[][][][]

export const weights = {
  '03.3': code({
    title: { en: 'Blind to brightness', zh: '对亮度视而不见' },
    statement: {
      en: `A template cut out of a photo and used as a kernel answers to everything bright, clouds first. Write \`detector(T)\`: the template \`T\` changed by **one number, subtracted everywhere,** so that adding the same brightness to all pixels of a photo no longer changes the response.

\`detector([[1, 2], [3, 6]])\` is \`[[-2, -1], [0, 3]]\`.`,
      zh: `从照片上剪下一块模板当作核，它会对一切明亮的东西有响应，首先是云。编写 \`detector(T)\`：把模板 \`T\` **处处减去同一个数**，使得给照片的所有像素加上同样的亮度时，响应不再改变。

\`detector([[1, 2], [3, 6]])\` 是 \`[[-2, -1], [0, 3]]\`。`,
    },
    name: 'detector',
    starter: `function detector(T: number[][]): number[][] {
  return todo()
}`,
    solution: `function detector(T: number[][]): number[][] {
  const numbers = T.flat()
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  return T.map((row) => row.map((value) => value - mean))
}`,
    hints: [
      {
        en: 'What does a kernel K answer to an image that is 1 everywhere?',
        zh: '对一张处处为 1 的图像，核 K 的响应是什么？',
      },
      {
        en: 'The sum of K. Brightness no longer counts when that sum is 0.',
        zh: '是 K 的各数之和。这个和为 0 时，亮度就不再起作用。',
      },
      { en: 'Subtract the mean of all numbers of T from each of them.', zh: '从 T 的每个数中减去所有数的平均值。' },
    ],
    reference: (T: Image): Image => less(T, mean(T.flat())),
    examples: [
      [
        [
          [1, 2],
          [3, 6],
        ],
      ],
    ],
    cases: (rng) => [
      { input: [matrix(rng, 2, 4)], about: { en: 'a wide template', zh: '较宽的模板' } },
      { input: [matrix(rng, 5, 3)], about: { en: 'a high template', zh: '较高的模板' } },
      { input: [[[whole(rng, 1, 9)]]], about: { en: 'a template of one pixel', zh: '只有一个像素的模板' } },
    ],
    misconceptions: [
      {
        id: 'raw',
        answer: (T) => less(T, 0),
        message: {
          en: 'That is the template itself. Its sum is not 0, so brighter places still answer more.',
          zh: '这就是模板本身。它的和不是 0，所以越亮的地方响应仍然越大。',
        },
      },
      {
        id: 'sum',
        answer: (T) =>
          less(
            T,
            T.flat().reduce((sum, value) => sum + value, 0),
          ),
        message: {
          en: 'You subtracted the sum from every number. Spread it: the mean makes the sum 0.',
          zh: '你从每个数中减去了总和。应当把它分摊：减去平均值，和才是 0。',
        },
      },
      {
        id: 'row-mean',
        answer: (T) => T.map((row) => row.map((value) => value - mean(row))),
        message: {
          en: 'Each row lost its own mean. The sum is 0, but differences between the rows are lost as well; one number for all is asked for.',
          zh: '每一行减去了自己的平均值。和虽然是 0，但行与行之间的差别也丢掉了；这里要求处处减同一个数。',
        },
      },
      {
        id: 'minimum',
        answer: (T) => less(T, Math.min(...T.flat())),
        message: {
          en: 'Now the smallest number is 0, but the sum is not: bright places still answer more.',
          zh: '现在最小的数是 0，但和不是 0：明亮的地方响应仍然更大。',
        },
      },
      {
        id: 'divided',
        answer: (T) => T.map((row) => row.map((value) => value / T.flat().length)),
        message: {
          en: 'Dividing changes the scale, not the sum’s sign: bright places still answer more. Subtract.',
          zh: '除法只改变尺度，和并不会变成 0：明亮的地方响应仍然更大。应当用减法。',
        },
      },
    ],
  }),

  '03.7': code({
    points: 2,
    title: { en: 'Share the weights', zh: '共享权重' },
    statement: {
      en: `Translation invariance says: the weight may depend on the offset only. Write \`share(W)\`: for a dense layer \`W[i][j][k][l]\` between images of one size h × w, the field \`v\` with **one weight for each offset** (a, b) = (k − i, l − j), the mean of all weights of \`W\` that have this offset. Offset (a, b) stands at \`v[a + h - 1][b + w - 1]\`.

For a 1 × 2 image, \`share([[[[1, 2]], [[3, 5]]]])\` is \`[[3, 3, 2]]\`: offset −1 occurs once (3), offset 0 twice (1 and 5), offset 1 once (2).`,
      zh: `平移不变性要求：权重只能依赖于偏移。编写 \`share(W)\`：对于同样大小 h × w 的图像之间的全连接层 \`W[i][j][k][l]\`，返回**每个偏移只有一个权重**的 \`v\`，偏移 (a, b) = (k − i, l − j)，取值是 \`W\` 中所有具有该偏移的权重的平均值。偏移 (a, b) 存放在 \`v[a + h - 1][b + w - 1]\`。

对于 1 × 2 的图像，\`share([[[[1, 2]], [[3, 5]]]])\` 是 \`[[3, 3, 2]]\`：偏移 −1 出现一次（3），偏移 0 出现两次（1 和 5），偏移 1 出现一次（2）。`,
    },
    name: 'share',
    starter: `function share(W: number[][][][]): number[][] {
  const [h, w] = [W.length, W[0].length]
  return todo()
}`,
    solution: `function share(W: number[][][][]): number[][] {
  const [h, w] = [W.length, W[0].length]
  const sums = Array.from({ length: 2 * h - 1 }, () => new Array<number>(2 * w - 1).fill(0))
  const counts = sums.map((row) => row.map(() => 0))
  for (let i = 0; i < h; i++) {
    for (let j = 0; j < w; j++) {
      for (let k = 0; k < h; k++) {
        for (let l = 0; l < w; l++) {
          sums[k - i + h - 1][l - j + w - 1] += W[i][j][k][l]
          counts[k - i + h - 1][l - j + w - 1] += 1
        }
      }
    }
  }
  return sums.map((row, a) => row.map((sum, b) => sum / counts[a][b]))
}`,
    hints: [
      {
        en: 'Go through all weights; put each into the box of its offset.',
        zh: '遍历所有权重，把每个权重放进它的偏移对应的格子。',
      },
      {
        en: 'Keep two fields: the sums, and how many weights went into each box.',
        zh: '用两个数组：一个存和，一个存每个格子里放了多少个权重。',
      },
      {
        en: 'The box is [k − i + h − 1][l − j + w − 1]; at the end divide each sum by its count.',
        zh: '格子是 [k − i + h − 1][l − j + w − 1]；最后把每个和除以它的个数。',
      },
    ],
    reference: (W: Tensor4): Image => shareWeights(W),
    examples: [[[[[[1, 2]], [[3, 5]]]]]],
    cases: (rng) => [
      { input: [layer(rng, 2, 3)], about: { en: 'an image that is wider than high', zh: '宽大于高的图像' } },
      { input: [layer(rng, 3, 2)], about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' } },
    ],
    misconceptions: [
      {
        id: 'sum',
        answer: (W) => sums(W),
        message: {
          en: 'These are the sums. The middle offset occurs most often and would win for that reason alone: take means.',
          zh: '这是和。中间的偏移出现得最多，仅凭这一点就会占上风：应取平均值。',
        },
      },
      {
        id: 'all-places',
        answer: (W) => sums(W).map((row) => row.map((sum) => sum / (W.length * W[0]!.length))),
        message: {
          en: 'You divided every sum by the number of pixels. A far offset occurs only where it does not leave the image: count for each offset.',
          zh: '你把每个和都除以像素个数。较远的偏移只在不超出图像的地方出现：要对每个偏移分别计数。',
        },
      },
      {
        id: 'sign',
        answer: (W) =>
          shareWeights(W)
            .toReversed()
            .map((row) => row.toReversed()),
        message: {
          en: 'The field is turned round: the offset goes from the output to the input, a = k − i.',
          zh: '结果转了 180 度：偏移是从输出指向输入的，a = k − i。',
        },
      },
    ],
  }),
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}

function less(T: Image, subtracted: number): Image {
  return T.map((row) => row.map((value) => value - subtracted))
}

/** The weights of each offset added up: their mean, times how often the offset occurs. */
function sums(W: Tensor4): Image {
  const [h, w] = [W.length, W[0]!.length]
  return shareWeights(W).map((row, a) =>
    row.map((value, b) => value * (h - Math.abs(a - h + 1)) * (w - Math.abs(b - w + 1))),
  )
}

function layer(rng: Rng, height: number, width: number): Tensor4 {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => matrix(rng, height, width)))
}
