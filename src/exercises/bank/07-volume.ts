// An exercise of lesson 07: cross-correlation in a volume.
// Rule: three axes of three lengths, so that an axis that is left out or mixed up shows.
import { conv3d, corr2d, corr3d } from '../../conv/correlate.ts'
import { code } from '../definition.ts'
import { stack } from './inputs.ts'

type Volume = number[][][]

const added = (slices: Volume): number[][] =>
  slices.reduce((sum, slice) => sum.map((row, j) => row.map((value, k) => value + slice[j]![k]!)))

export const volume = {
  '07.5': code({
    title: { en: 'Through a volume', zh: '穿过体数据' },
    statement: {
      en: `A film and a scan have three axes. Write \`corr3d(X, K)\` for volumes, given as arrays of slices:

$$Y_{i,j,k} = \\sum_a \\sum_b \\sum_c K_{a,b,c}\\, X_{i+a,\\,j+b,\\,k+c}$$

For X = 0 1 2 … 26 as 3 × 3 × 3 and K = 0 1 … 7 as 2 × 2 × 2 the first number is 268, and the result is
\`[[[268, 296], [352, 380]], [[520, 548], [604, 632]]]\`.`,
      zh: `影片和扫描图像有三个轴。为体数据（切片的数组）写出 \`corr3d(X, K)\`：

$$Y_{i,j,k} = \\sum_a \\sum_b \\sum_c K_{a,b,c}\\, X_{i+a,\\,j+b,\\,k+c}$$

X 为 3 × 3 × 3 的 0 1 2 … 26，K 为 2 × 2 × 2 的 0 1 … 7 时，第一个数是 268，结果是
\`[[[268, 296], [352, 380]], [[520, 548], [604, 632]]]\`。`,
    },
    name: 'corr3d',
    starter: `function corr3d(X: number[][][], K: number[][][]): number[][][] {
  return todo()
}`,
    solution: `function corr3d(X: number[][][], K: number[][][]): number[][][] {
  const places = (n: number, size: number) => Array.from({ length: n - size + 1 }, (_, place) => place)
  const value = (i: number, j: number, k: number) => {
    let sum = 0
    for (const [a, slice] of K.entries()) {
      for (const [b, row] of slice.entries()) {
        for (const [c, weight] of row.entries()) sum += weight * X[i + a][j + b][k + c]
      }
    }
    return sum
  }
  return places(X.length, K.length).map((i) =>
    places(X[0].length, K[0].length).map((j) => places(X[0][0].length, K[0][0].length).map((k) => value(i, j, k))),
  )
}`,
    hints: [
      {
        en: 'It is corr2d with one index more: six loops instead of four.',
        zh: '它就是多一个下标的 corr2d：六层循环而不是四层。',
      },
      {
        en: 'The result has X.length − K.length + 1 slices; its rows and columns follow the same rule.',
        zh: '结果有 X.length − K.length + 1 个切片；行数和列数遵循同样的规则。',
      },
      {
        en: 'Inside: sum += K[a][b][c] * X[i + a][j + b][k + c].',
        zh: '最内层：sum += K[a][b][c] * X[i + a][j + b][k + c]。',
      },
    ],
    reference: (X: Volume, K: Volume): Volume => corr3d(X, K),
    examples: [
      [
        [0, 1, 2].map((i) => [0, 1, 2].map((j) => [0, 1, 2].map((k) => 9 * i + 3 * j + k))),
        [0, 1].map((a) => [0, 1].map((b) => [0, 1].map((c) => 4 * a + 2 * b + c))),
      ],
    ],
    cases: (rng) => [
      {
        input: [stack(rng, 4, 5, 6), stack(rng, 2, 3, 2)],
        about: { en: 'three axes of three lengths', zh: '三个长度不同的轴' },
      },
      {
        input: [stack(rng, 3, 4, 5), stack(rng, 1, 2, 2)],
        about: { en: 'a kernel of one slice', zh: '只有一个切片的核' },
      },
      { input: [stack(rng, 4, 3, 3), stack(rng, 3, 1, 2)], about: { en: 'a kernel of one row', zh: '只有一行的核' } },
      {
        input: [stack(rng, 2, 3, 4), stack(rng, 2, 3, 4)],
        about: { en: 'a kernel as large as the volume', zh: '与体数据一样大的核' },
      },
      {
        input: [stack(rng, 1, 4, 5), stack(rng, 1, 2, 2)],
        about: { en: 'a volume of one slice', zh: '只有一个切片的体数据' },
      },
      {
        input: [stack(rng, 3, 1, 5), stack(rng, 2, 1, 2)],
        about: { en: 'a volume of one row', zh: '每个切片只有一行的体数据' },
      },
    ],
    misconceptions: [
      {
        id: 'flipped',
        answer: (X, K) => conv3d(X, K),
        message: {
          en: 'You turned the kernel around, along all three axes: that is convolution. K[a][b][c] meets X[i + a][j + b][k + c].',
          zh: '你把核沿三个轴都翻转了：那是卷积。与 X[i + a][j + b][k + c] 相乘的应是 K[a][b][c]。',
        },
      },
      {
        id: 'slice-by-slice',
        answer: (X, K) => X.map((slice) => corr2d(slice, added(K))),
        message: {
          en: 'You treated each slice by itself. The kernel reaches into the slices behind: the first index moves too, X[i + a].',
          zh: '你逐个切片单独处理。核还会伸入后面的切片：第一个下标也要移动，即 X[i + a]。',
        },
      },
      {
        id: 'channels',
        answer: (X, K) => corr3d(X, K).slice(0, 1),
        message: {
          en: 'Only the first slice is there, as if the slices were channels. The kernel moves along the first axis too.',
          zh: '只有第一个切片，仿佛切片是通道。核也要沿第一个轴移动。',
        },
      },
    ],
  }),
}
