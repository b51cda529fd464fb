// Wrong shapes that have a name: how a learner came to rows and columns that are not those asked for.
// Rule: a shape is explained only by what explains it in every case that has a wrong one.
import type { Text } from '../words/language.ts'
import { shapeOf } from './nested.ts'

/** A wrong shape, the right one, and the sizes of image and kernel where the result is what a sliding kernel leaves. */
export interface WrongShape {
  got: readonly number[]
  expected: readonly number[]
  input?: readonly number[]
  kernel?: readonly number[]
}

interface Signature {
  id: string
  /** In how many cases it must be seen. */
  least: number
  explains(wrong: WrongShape): boolean
  message: Text
}

/** The size of one axis that a mistake gives, from those of the image and the kernel; `axes` are all of the kernel. */
type Size = (n: number, k: number, axis: number, axes: readonly number[]) => number

const signatures: readonly Signature[] = [
  {
    id: 'shape-empty',
    least: 1,
    explains: ({ got }) => got.includes(0),
    message: {
      en: 'Your result is empty. Is everything that you compute put into it, and do the loops run?',
      zh: '你的结果是空的。算出的数都放进结果了吗？循环真的执行了吗？',
    },
  },
  {
    id: 'shape-transposed',
    least: 1,
    explains: ({ got, expected }) => expected.length > 1 && same(got, expected.toReversed()),
    message: {
      en: 'Rows and columns are swapped: the first index of the result counts its rows.',
      zh: '行和列弄反了：结果的第一个下标是行。',
    },
  },
  {
    id: 'shape-flat',
    least: 1,
    explains: ({ got, expected }) => expected.length > 1 && got.length === 1 && got[0] === product(expected),
    message: {
      en: 'All numbers stand in one row. Begin a new row for each row of the result.',
      zh: '所有的数都排在了一行里。结果的每一行都要新建一个数组。',
    },
  },
  {
    id: 'shape-wrapped',
    least: 1,
    explains: ({ got, expected }) => got.length > expected.length && product(got) === product(expected),
    message: { en: 'There is one level of brackets too many.', zh: '多了一层方括号。' },
  },
  bySize('shape-no-plus-one', (n, k) => n - k, {
    en: 'You have n − k places where there are n − k + 1: a kernel as long as the image still fits once.',
    zh: '你得到了 n − k 个位置，应当是 n − k + 1 个：与图像一样长的核也能放下一次。',
  }),
  bySize('shape-one-too-many', (n, k) => n - k + 2, {
    en: 'You have one place too many: at the last one the kernel sticks out of the image.',
    zh: '多了一个位置：在最后一个位置上，核伸出了图像。',
  }),
  bySize('shape-full', (n, k) => n + k - 1, {
    en: 'You counted every place where kernel and image touch (n + k − 1). Asked are those where the kernel lies inside.',
    zh: '你把核与图像有接触的位置都算上了(n + k − 1)。要的只是核完全落在图像内的位置。',
  }),
  bySize('shape-kernel-swapped', (n, _, axis, axes) => n - axes.at(-1 - axis)! + 1, {
    en: 'Height and width of the kernel are swapped: the rows of the result depend on the rows of the kernel.',
    zh: '核的高和宽弄反了：结果的行数取决于核的行数。',
  }),
  bySize('shape-like-input', (n) => n, {
    en: 'Your result is as large as the image: you padded it, or went on where the kernel sticks out.',
    zh: '你的结果与图像一样大：你做了填充，或者在核伸出图像的地方也继续算了。',
  }),
  bySize('shape-like-kernel', (_, k) => k, {
    en: 'Your result is as large as the kernel. It has one number for each place of the kernel on the image.',
    zh: '你的结果与核一样大。应当是核在图像上的每个位置对应一个数。',
  }),
]

/** What explains all of these wrong shapes, if anything does; a single one may have its size by chance. */
export function signatureOf(wrong: readonly WrongShape[]): { id: string; message: Text } | undefined {
  return signatures.find(({ least, explains }) => wrong.length >= least && wrong.every(explains))
}

/** Every axis that is wrong has the size that the mistake gives, where a sliding kernel leaves n − k + 1. */
function bySize(id: string, size: Size, message: Text): Signature {
  const explains = ({ got, expected, input, kernel }: WrongShape): boolean => {
    if (!input || !kernel || !hasAxesOf(expected, got)) return false
    if (!expected.every((length, axis) => length === input[axis]! - kernel[axis]! + 1)) return false
    return got.every(
      (length, axis) => length === expected[axis] || length === size(input[axis]!, kernel[axis]!, axis, kernel),
    )
  }
  return { id, least: 2, explains, message }
}

/** As many axes; of an empty array only the outer ones are seen. */
function hasAxesOf(expected: readonly number[], got: readonly number[]): boolean {
  return got.length === expected.length || (got.length < expected.length && got.at(-1) === 0)
}

/** The sizes of what slides over what; undefined where one of them is ragged or of another rank. */
export function sizesOf(window: { input: unknown; kernel: unknown }): Pick<WrongShape, 'input' | 'kernel'> {
  const [input, kernel] = [shapeOf(window.input), shapeOf(window.kernel)]
  return input && kernel && input.length === kernel.length ? { input, kernel } : {}
}

function same(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((length, axis) => length === right[axis])
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, length) => all * length, 1)
}
