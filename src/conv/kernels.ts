// The named kernels of the lessons, as plain matrices for `corr2d`.
// Rule: the values are written as in textbooks, for cross-correlation (not turned), and are frozen: a lesson that
// changes one makes its own copy. Their rows are not readonly in the types, because tf.tensor2d takes no readonly arrays.
import type { Shaped } from './shaped.ts'

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

/** Finds edges of every direction, with the four direct neighbours only. Sum 0. */
export const laplacian4: Shaped<number[][], [3, 3]> = freeze([
  [0, -1, 0],
  [-1, 4, -1],
  [0, -1, 0],
])

/** As `sobelX`, with equal weights in the three rows. Sum 0. */
export const prewittX: Shaped<number[][], [3, 3]> = freeze([
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
])

/** As `sobelY`, with equal weights in the three columns. Sum 0. */
export const prewittY: Shaped<number[][], [3, 3]> = freeze([
  [-1, -1, -1],
  [0, 0, 0],
  [1, 1, 1],
])

/** As `sobelX`, with weights that measure the slope of slanted edges more evenly. Sum 0. */
export const scharrX: Shaped<number[][], [3, 3]> = freeze([
  [-3, 0, 3],
  [-10, 0, 10],
  [-3, 0, 3],
])

/** As `sobelY`, with weights that measure the slope of slanted edges more evenly. Sum 0. */
export const scharrY: Shaped<number[][], [3, 3]> = freeze([
  [-3, -10, -3],
  [0, 0, 0],
  [3, 10, 3],
])

/** The difference along the falling diagonal: finds edges that rise to the right. Sum 0. */
export const robertsX: Shaped<number[][], [2, 2]> = freeze([
  [1, 0],
  [0, -1],
])

/** The difference along the rising diagonal: finds edges that fall to the right. Sum 0. */
export const robertsY: Shaped<number[][], [2, 2]> = freeze([
  [0, 1],
  [-1, 0],
])

/** Makes the image a relief: brighter where it grows brighter towards the bottom right. Sum 1. */
export const emboss: Shaped<number[][], [3, 3]> = freeze([
  [-2, -1, 0],
  [-1, 1, 1],
  [0, 1, 2],
])

/** The matrix itself, made unchangeable. */
export function freeze(rows: number[][]): number[][] {
  for (const row of rows) Object.freeze(row)
  Object.freeze(rows)
  return rows
}
