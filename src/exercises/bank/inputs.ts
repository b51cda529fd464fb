// Random arguments that several exercises share.
// Rule: shapes that tell rows from columns, and numbers that tell a sum from a mean, a kernel from its flip.
import type { Rng } from '../../conv/random.ts'
import type { Case } from '../definition.ts'

/** A whole number from `low` to `high`, both included. */
export function whole(rng: Rng, low: number, high: number): number {
  return Math.floor(rng.uniform(low, high + 1))
}

/** `rows` × `columns` whole numbers from −9 to 9. */
export function matrix(rng: Rng, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => whole(rng, -9, 9)))
}

/** An image and a kernel that fits into it: square, wide, tall, as large as the image, in one row. */
export function images(rng: Rng): Case<[X: number[][], K: number[][]]>[] {
  const [rows, columns] = [whole(rng, 4, 6), whole(rng, 7, 9)]
  return [
    {
      input: [matrix(rng, rows, columns), matrix(rng, 2, 2)],
      about: { en: 'an image that is wider than high', zh: '宽大于高的图像' },
    },
    {
      input: [matrix(rng, columns, rows), matrix(rng, 2, 3)],
      about: { en: 'a kernel that is not square', zh: '非正方形的核' },
    },
    {
      input: [matrix(rng, rows, rows), matrix(rng, 3, 1)],
      about: { en: 'a kernel of one column', zh: '只有一列的核' },
    },
    {
      input: [matrix(rng, 3, 4), matrix(rng, 3, 4)],
      about: { en: 'a kernel as large as the image', zh: '与图像一样大的核' },
    },
    {
      input: [matrix(rng, 1, columns), matrix(rng, 1, 3)],
      about: { en: 'an image of one row', zh: '只有一行的图像' },
    },
  ]
}

/** `length` whole numbers from −9 to 9. */
export function vector(rng: Rng, length: number): number[] {
  return Array.from({ length }, () => whole(rng, -9, 9))
}

/** `rows` × `columns` numbers that count up from `start`. */
export function counting(rows: number, columns: number, start = 0): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => start + i * columns + j))
}

/** `channels` matrices of one size. */
export function stack(rng: Rng, channels: number, rows: number, columns: number): number[][][] {
  return Array.from({ length: channels }, () => matrix(rng, rows, columns))
}
