// Exercises of lesson 05: cross-correlation by hand, edges, correlation against convolution.
// Rule: every misconception is a function of its own, written out, so that its message can be checked against what it does.
import { conv2d, corr2d } from '../../conv/correlate.ts'
import { outputShape } from '../../conv/window.ts'
import { code, number, prediction } from '../definition.ts'
import { images } from './inputs.ts'

type Image = number[][]

/** Each number of the result: the sum of what the places (a, b) of the kernel give there. */
function slide(X: Image, K: Image, product: (i: number, j: number, a: number, b: number) => number): Image {
  const [height, width] = outputShape([X.length, X[0]!.length], { kernel: [K.length, K[0]!.length] })
  const taps = K.flatMap((row, a) => row.map((_, b) => [a, b] as const))
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => taps.reduce((sum, [a, b]) => sum + product(i, j, a, b), 0)),
  )
}

/** A number of the image; 0 where a misprinted index leaves it. */
const at = (X: Image, i: number, j: number): number => X[i]?.[j] ?? 0

export const crossCorrelation = {
  '05.1': code({
    title: { en: 'Slide a kernel over an image', zh: '让卷积核滑过图像' },
    statement: {
      en: `Write the cross-correlation \`corr2d(X, K)\`. \`X\` and \`K\` are matrices, given as arrays of rows. At each place where the whole
kernel fits into the image, multiply the numbers that lie on each other and add the products:

$$Y_{i,j} = \\sum_a \\sum_b K_{a,b}\\, X_{i+a,\\,j+b}$$

For \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` and \`K = [[0, 1], [2, 3]]\` the first number is 0·0 + 1·1 + 2·3 + 3·4 = 19, and the
result is \`[[19, 25], [37, 43]]\`.`,
      zh: `写出互相关函数 \`corr2d(X, K)\`。\`X\` 和 \`K\` 都是矩阵，以行的数组给出。在卷积核能完整放进图像的每个位置上，
把重叠的数相乘，再把乘积相加：

$$Y_{i,j} = \\sum_a \\sum_b K_{a,b}\\, X_{i+a,\\,j+b}$$

对于 \`X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\` 和 \`K = [[0, 1], [2, 3]]\`，第一个数是 0·0 + 1·1 + 2·3 + 3·4 = 19，
结果是 \`[[19, 25], [37, 43]]\`。`,
    },
    name: 'corr2d',
    starter: `function corr2d(X: number[][], K: number[][]): number[][] {
  return todo()
}`,
    solution: `function corr2d(X: number[][], K: number[][]): number[][] {
  const height = X.length - K.length + 1
  const width = X[0].length - K[0].length + 1
  const Y: number[][] = []
  for (let i = 0; i < height; i++) {
    const row: number[] = []
    for (let j = 0; j < width; j++) {
      let sum = 0
      for (let a = 0; a < K.length; a++) {
        for (let b = 0; b < K[0].length; b++) sum += K[a][b] * X[i + a][j + b]
      }
      row.push(sum)
    }
    Y.push(row)
  }
  return Y
}`,
    hints: [
      {
        en: 'How often does the kernel fit into a row? Try it with 3 numbers and a kernel of 2.',
        zh: '一行里核能放下几次？用 3 个数和宽度为 2 的核试试。',
      },
      {
        en: 'Two loops run over the places (i, j) of the result, two more over the places (a, b) of the kernel.',
        zh: '两层循环遍历结果的位置 (i, j)，另外两层遍历核的位置 (a, b)。',
      },
      {
        en: 'The result has X.length − K.length + 1 rows. Inside: sum += K[a][b] * X[i + a][j + b].',
        zh: '结果有 X.length − K.length + 1 行。最内层：sum += K[a][b] * X[i + a][j + b]。',
      },
    ],
    reference: (X: Image, K: Image): Image => corr2d(X, K),
    examples: [
      [
        [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
        [
          [0, 1],
          [2, 3],
        ],
      ],
      [
        [
          [1, 1, 0, 0, 0, 0, 1, 1],
          [1, 1, 0, 0, 0, 0, 1, 1],
        ],
        [[1, -1]],
      ],
    ],
    cases: (rng) => images(rng),
    window: (X, K) => ({ input: X, kernel: K }),
    misconceptions: [
      {
        id: 'flipped',
        answer: (X, K) => conv2d(X, K),
        message: {
          en: 'You flipped the kernel: this is convolution as mathematics defines it, not cross-correlation. K[a][b] meets X[i + a][j + b].',
          zh: '你翻转了核：这是数学意义上的卷积，不是互相关。与 X[i + a][j + b] 相乘的应是 K[a][b]。',
        },
      },
      {
        id: 'row-index-twice',
        answer: (X, K) => slide(X, K, (i, _, a, b) => K[a]![b]! * at(X, i + a, i + b)),
        message: {
          en: 'Your column index uses i: X[i + a][i + b], a well-known misprint. The column moves with j: X[i + a][j + b].',
          zh: '你的列下标用了 i:X[i + a][i + b]，这是一个常见的印刷错误。列应随 j 移动：X[i + a][j + b]。',
        },
      },
      {
        id: 'mean',
        answer: (X, K) => corr2d(X, K).map((row) => row.map((value) => value / (K.length * K[0]!.length))),
        message: {
          en: 'You took the mean of the products. Cross-correlation is their sum; do not divide by the size of the kernel.',
          zh: '你取了乘积的平均值。互相关是乘积之和，不要除以核的大小。',
        },
      },
      {
        id: 'no-products',
        answer: (X, K) => slide(X, K, (i, j, a, b) => at(X, i + a, j + b)),
        message: {
          en: 'You added up the window and left out the kernel. Multiply each number of the window by the kernel’s before you add.',
          zh: '你只把窗口里的数相加，漏掉了核。先把窗口中的每个数乘以核中对应的数，再相加。',
        },
      },
    ],
  }),

  '05.5': number({
    title: { en: 'A third derivative', zh: '三阶导数' },
    statement: {
      en: `\`[1, -1]\` takes the difference of neighbours. Applied twice it is \`[1, -2, 1]\`. Which kernel is it applied three times?
Give it as an array of numbers.`,
      zh: `\`[1, -1]\` 求相邻两数之差，用两次就是 \`[1, -2, 1]\`。用三次是哪个核？以数组给出。`,
    },
    name: 'thirdDerivative',
    answer: [1, -3, 3, -1],
    solution: 'conv1d([1, -2, 1], [1, -1], { padding: 1 })',
    misconceptions: [
      {
        id: 'three-taps',
        when: (given) => given.length === 3,
        message: {
          en: 'Three numbers are enough for a second derivative only. A d-th derivative needs d + 1 of them.',
          zh: '三个数只够表示二阶导数。d 阶导数需要 d + 1 个数。',
        },
      },
      {
        id: 'all-signs',
        answer: [1, -3, -3, 1],
        message: {
          en: 'The sizes are right; the signs alternate. Check that the numbers add up to 0: a constant has no derivative.',
          zh: '大小对了，但符号应当交替。检查各数之和是否为 0：常数的导数为零。',
        },
      },
    ],
    hints: [
      {
        en: 'Apply [1, -1] to [1, -2, 1], as you would to an image.',
        zh: '像处理图像那样，把 [1, -1] 作用到 [1, -2, 1] 上。',
      },
      { en: 'Composing kernels is multiplying polynomials: (1 − x)³.', zh: '核的复合就是多项式相乘：(1 − x)³。' },
      {
        en: 'Write [1, -2, 1] and, one place to the right below it, its negative; add the columns.',
        zh: '写下 [1, -2, 1]，在下一行右移一位写下它的相反数，再按列相加。',
      },
    ],
  }),

  '05.7': prediction({
    title: { en: 'An edge detector on its side', zh: '躺下的边缘检测器' },
    statement: {
      en: `The kernel \`[[1, -1]]\` answers to vertical edges. The image with two vertical edges is transposed, so that its edges lie
horizontally. How many numbers of the result are not zero? Say it before you run it.`,
      zh: `核 \`[[1, -1]]\` 对竖直边缘有响应。把含有两条竖直边缘的图像转置，使边缘变为水平。结果中有多少个数不为零？先猜再跑。`,
    },
    name: 'answersToIt',
    outcome: () =>
      corr2d(
        [
          [1, 1, 1],
          [0, 0, 0],
          [0, 0, 0],
          [1, 1, 1],
        ],
        [[1, -1]],
      )
        .flat()
        .filter((value) => value !== 0).length,
    solution: `corr2d([[1, 1, 1], [0, 0, 0], [0, 0, 0], [1, 1, 1]], [[1, -1]]).flat().filter((value) => value !== 0).length`,
    misconceptions: [
      {
        id: 'still-sees-edges',
        when: (given) => given > 0,
        message: {
          en: 'The kernel compares a number with its right neighbour. Along a horizontal edge those two are equal.',
          zh: '这个核比较的是一个数和它右边的数。沿着水平边缘，这两个数相等。',
        },
      },
    ],
    explanation: {
      en: 'Right neighbours are equal everywhere, so every difference is 0. The transposed kernel sees these edges.',
      zh: '处处左右相等，所以差都为 0。把核也转置，才能看到这些边缘。',
    },
    hints: [
      { en: 'Which two numbers does the kernel compare?', zh: '这个核比较的是哪两个数？' },
      { en: 'Write out one row of the transposed image.', zh: '写出转置后图像的一行。' },
      { en: 'All numbers of a row are equal there.', zh: '那里每一行的数都相等。' },
    ],
  }),
}
