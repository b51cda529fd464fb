// The named kernels of the lessons, as plain matrices for `corr2d`.
// Rule: the values are written as in textbooks, for cross-correlation (not turned), and are frozen: a lesson that
// changes one makes its own copy. Their rows are not readonly in the types, because tf.tensor2d takes no readonly arrays.
import { requireWhole } from './shape.ts'
import type { Shaped, WithShape } from './shaped.ts'

/** Returns the middle pixel: the image without its border. Sum 1. */
export const identity: Shaped<number[][], [3, 3]> = freeze([
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 0],
])

/** Blurs with weights that fall off from the middle, close to a Gaussian bell. Sum 1. */
export const gaussian3: Shaped<number[][], [3, 3]> = freeze([
  [1 / 16, 2 / 16, 1 / 16],
  [2 / 16, 4 / 16, 2 / 16],
  [1 / 16, 2 / 16, 1 / 16],
])

/** Adds to each pixel how far it differs from its four neighbours. Sum 1. */
export const sharpen: Shaped<number[][], [3, 3]> = freeze([
  [0, -1, 0],
  [-1, 5, -1],
  [0, -1, 0],
])

/** Finds edges of every direction: the middle large, its eight neighbours negative. Sum 0. */
export const laplacian8: Shaped<number[][], [3, 3]> = freeze([
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
])

/** Positive where the image grows brighter to the right: finds vertical edges. Sum 0. */
export const sobelX: Shaped<number[][], [3, 3]> = freeze([
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
])

/** Positive where the image grows brighter downwards: finds horizontal edges. Sum 0. */
export const sobelY: Shaped<number[][], [3, 3]> = freeze([
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
])

/** The difference of two neighbours in a row, [[1, −1]]: finds vertical edges. Sum 0. */
export const edge: Shaped<number[][], [1, 2]> = freeze([[1, -1]])

/**
 * Blurs: the plain mean of `size` × `size` pixels. Sum 1.
 *
 * @example
 * ```ts
 * box(2) // → [[0.25, 0.25], [0.25, 0.25]]
 * ```
 */
export function box<const Size extends number>(size: Size): WithShape<number[][], [Size, Size]>
export function box(size: number) {
  requireWhole(size, 1, 'The size of the box')
  return freeze(Array.from({ length: size }, () => new Array<number>(size).fill(1 / size ** 2)))
}

function freeze(rows: number[][]): number[][] {
  for (const row of rows) Object.freeze(row)
  Object.freeze(rows)
  return rows
}
