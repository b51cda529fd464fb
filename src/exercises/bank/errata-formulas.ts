// Errata hunt, formulas: misprints of the notes that the course grew from. Each cell runs the formula as printed; it is to be mended.
// Rule: ids are those of the list of errata (E.1 is erratum E1).
import { code } from '../definition.ts'
import { counting, matrix, whole } from './inputs.ts'

type Image = number[][]

/** H[i][j] = bias + Σ over the offsets of V, its centre at 0, of V · X at the place that `place` gives; outside the image stands 0. */
const layerBy =
  (place: (i: number, j: number, a: number, b: number) => [row: number, column: number]) =>
  (X: Image, V: Image, bias: number): Image => {
    const delta = (V.length - 1) / 2
    return X.map((row, i) =>
      row.map((_, j) =>
        V.reduce(
          (total, weights, a) =>
            weights.reduce((sum, weight, b) => {
              const [k, l] = place(i, j, a - delta, b - delta)
              return sum + weight * (X[k]?.[l] ?? 0)
            }, total),
          bias,
        ),
      ),
    )
  }

const keptBy =
  (keeps: (a: number, b: number, delta: number) => boolean) =>
  (V: Image, delta: number): Image => {
    const [rows, columns] = [(V.length - 1) / 2, (V[0]!.length - 1) / 2]
    return V.map((row, i) =>
      row.map((value, j) => (keeps(Math.abs(i - rows), Math.abs(j - columns), delta) ? value : 0)),
    )
  }

const ones = (rows: number, columns: number): Image => counting(rows, columns).map((row) => row.map(() => 1))

export const errataFormulas = {
  'E.1': code({
    title: { en: 'x with the wrong index', zh: '下标错了的 x' },
    statement: {
      en: `Four times the notes print $h_{i,j} = b + \\sum_a \\sum_b v_{a,b}\\, x_{i+a,\\,i+b}$. The cell runs it: \`V\` has an odd side, its centre is the
offset (0, 0), and outside of the image stands 0. Mend it.

For \`X = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\`, a 1 × 1 \`V = [[10]]\` and bias 0, each result should be ten times the pixel; printed as it is, all
columns are alike.`,
      zh: `笔记中有四处写成 $h_{i,j} = b + \\sum_a \\sum_b v_{a,b}\\, x_{i+a,\\,i+b}$。单元格按此计算：\`V\` 的边长为奇数，中心是偏移 (0, 0)，图像之外为 0。请改正。

\`X = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\`、1 × 1 的 \`V = [[10]]\`、偏置为 0 时，每个结果应是像素的十倍；照印刷的公式，各列都相同。`,
    },
    name: 'localLayer',
    starter: `function localLayer(X: number[][], V: number[][], bias: number): number[][] {
  const delta = (V.length - 1) / 2
  return X.map((row, i) =>
    row.map((_, j) => {
      let h = bias
      for (let a = -delta; a <= delta; a++) {
        for (let b = -delta; b <= delta; b++) {
          h += V[a + delta][b + delta] * (X[i + a]?.[i + b] ?? 0)
        }
      }
      return h
    }),
  )
}`,
    solution: `function localLayer(X: number[][], V: number[][], bias: number): number[][] {
  const delta = (V.length - 1) / 2
  return X.map((row, i) =>
    row.map((_, j) => {
      let h = bias
      for (let a = -delta; a <= delta; a++) {
        for (let b = -delta; b <= delta; b++) {
          h += V[a + delta][b + delta] * (X[i + a]?.[j + b] ?? 0)
        }
      }
      return h
    }),
  )
}`,
    unfixed: 'row-index-twice',
    hints: [
      { en: 'Which variable is never used?', zh: '哪个变量从未用到？' },
      { en: 'Nothing in h depends on j, so all columns are equal.', zh: 'h 里没有任何东西依赖 j，所以各列相等。' },
      { en: 'Rows are i + a, columns are j + b.', zh: '行是 i + a，列是 j + b。' },
    ],
    reference: layerBy((i, j, a, b) => [i + a, j + b]),
    examples: [
      [counting(3, 3, 1), [[10]], 0],
      [counting(3, 3, 1), ones(3, 3), 1],
    ],
    cases: (rng) => [
      {
        input: [matrix(rng, 4, whole(rng, 5, 6)), matrix(rng, 3, 3), 2],
        about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
      },
      {
        input: [matrix(rng, whole(rng, 5, 6), 4), matrix(rng, 3, 3), -3],
        about: { en: 'an image that is higher than wide', zh: '高大于宽的图像' },
      },
      { input: [matrix(rng, 6, 6), matrix(rng, 5, 5), 0], about: { en: 'more offsets', zh: '更多偏移' } },
    ],
    misconceptions: [
      {
        id: 'row-index-twice',
        answer: layerBy((i, _, a, b) => [i + a, i + b]),
        message: {
          en: 'The column is still i + b, as printed. It has to move with j.',
          zh: '列仍是 i + b，与印刷的一样。列应随 j 移动。',
        },
      },
      {
        id: 'swapped',
        answer: layerBy((i, j, a, b) => [j + a, i + b]),
        message: {
          en: 'You read the image transposed: row j + a, column i + b.',
          zh: '你读的是转置的图像：行 j + a、列 i + b。',
        },
      },
      {
        id: 'column-index-twice',
        answer: layerBy((_, j, a, b) => [j + a, j + b]),
        message: { en: 'Now the row moves with j too, and i is never used.', zh: '现在行也随 j 移动，i 却没有用到。' },
      },
      {
        id: 'minus',
        answer: layerBy((i, j, a, b) => [i - a, j - b]),
        message: {
          en: 'i − a and j − b make it a convolution, with V turned around.',
          zh: 'i − a、j − b 会变成卷积，V 被翻转。',
        },
      },
      {
        id: 'offsets-swapped',
        answer: layerBy((i, j, a, b) => [i + b, j + a]),
        message: {
          en: 'a belongs to the row and b to the column: here V is transposed.',
          zh: 'a 属于行，b 属于列：你这样相当于转置了 V。',
        },
      },
    ],
  }),

  'E.3': code({
    title: { en: '“And” or “or”', zh: '“且”还是“或”' },
    statement: {
      en: `Locality: “v is 0 when |a|, |b| > Δ”. The cell reads the comma as *and*. \`V\` has odd sides, its centre is the offset (0, 0); what is kept should
be the (2Δ + 1) × (2Δ + 1) square around the centre. Mend it.

Of 7 × 7 ones, \`keepLocal(V, 1)\` should keep 9; as it stands it keeps 33, in the shape of a cross.`,
      zh: `局部性：“当 |a|, |b| > Δ 时 v 为 0”。单元格把逗号理解成*且*。\`V\` 的边长为奇数，中心是偏移 (0, 0)；应保留中心周围 (2Δ + 1) × (2Δ + 1) 的正方形。请改正。

对 7 × 7 的全 1 矩阵，\`keepLocal(V, 1)\` 应保留 9 个；现在保留了 33 个，呈十字形。`,
    },
    name: 'keepLocal',
    starter: `function keepLocal(V: number[][], delta: number): number[][] {
  const [rows, columns] = [(V.length - 1) / 2, (V[0].length - 1) / 2]
  return V.map((row, i) =>
    row.map((value, j) => {
      const far = Math.abs(i - rows) > delta && Math.abs(j - columns) > delta
      return far ? 0 : value
    }),
  )
}`,
    solution: `function keepLocal(V: number[][], delta: number): number[][] {
  const [rows, columns] = [(V.length - 1) / 2, (V[0].length - 1) / 2]
  return V.map((row, i) =>
    row.map((value, j) => {
      const far = Math.abs(i - rows) > delta || Math.abs(j - columns) > delta
      return far ? 0 : value
    }),
  )
}`,
    unfixed: 'and',
    hints: [
      {
        en: 'Take the offset (0, 3) with Δ = 1: is it far away? What does the cell do with it?',
        zh: '取偏移 (0, 3)、Δ = 1：它远吗？单元格怎样处理它？',
      },
      { en: 'It is far away along one axis only, which should be enough.', zh: '它只在一个轴上远，但这就够了。' },
      { en: '|a| > Δ or |b| > Δ: || in the place of &&.', zh: '|a| > Δ 或 |b| > Δ：把 && 换成 ||。' },
    ],
    reference: keptBy((a, b, delta) => Math.max(a, b) <= delta),
    examples: [[ones(7, 7), 1]],
    cases: (rng) => [
      { input: [matrix(rng, 7, 9), whole(rng, 1, 2)], about: { en: 'more columns than rows', zh: '列多于行' } },
      { input: [matrix(rng, 9, 5), 1], about: { en: 'more rows than columns', zh: '行多于列' } },
      { input: [matrix(rng, 1, 7), 1], about: { en: 'a single row', zh: '只有一行' } },
      { input: [matrix(rng, 5, 5), 0], about: { en: 'Δ = 0', zh: 'Δ = 0' } },
    ],
    misconceptions: [
      {
        id: 'and',
        answer: keptBy((a, b, delta) => !(a > delta && b > delta)),
        message: {
          en: 'Only the corners become 0: what is far away along one axis is still kept.',
          zh: '只有角变成了 0：仅在一个轴上远的仍被保留。',
        },
      },
      {
        id: 'diamond',
        answer: keptBy((a, b, delta) => a + b <= delta),
        message: {
          en: 'You kept a diamond, |a| + |b| ≤ Δ. A square is wanted.',
          zh: '你保留的是菱形 |a| + |b| ≤ Δ。需要的是正方形。',
        },
      },
      {
        id: 'strictly-inside',
        answer: keptBy((a, b, delta) => Math.max(a, b) < delta),
        message: {
          en: 'You dropped the offsets of exactly Δ. They are kept: 0 only where |a| or |b| is larger.',
          zh: '你把恰好等于 Δ 的偏移也去掉了。只有 |a| 或 |b| 大于 Δ 才为 0。',
        },
      },
      {
        id: 'complement',
        answer: keptBy((a, b, delta) => Math.max(a, b) > delta),
        message: { en: 'You kept what is far away and dropped what is near.', zh: '你保留了远的，去掉了近的。' },
      },
    ],
  }),
}
