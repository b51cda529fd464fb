// Small images that are made, not read, and the one operation on a whole image that the lessons need.
// Rule: an image is a matrix of greys, 0 black to 1 white, rows first.
import { type Matrix, matrixShape, requireWhole } from './shape.ts'
import type { Shaped, ShapeOf, WithShape } from './shaped.ts'

/**
 * The 6 × 8 test image for edges: white (1), with a black (0) band in columns 2 to 5. Never throws.
 *
 * @example
 * ```ts
 * edgeImage()[0] // → [1, 1, 0, 0, 0, 0, 1, 1]
 * ```
 */
export function edgeImage(): Shaped<number[][], [6, 8]> {
  return Array.from({ length: 6 }, () => [1, 1, 0, 0, 0, 0, 1, 1])
}

/**
 * The test image for slanted edges: white on the diagonal and to its right, black to its left.
 *
 * Throws a RangeError for a size that is no whole number. An exercise of notebooks/05-cross-correlation.
 *
 * @example
 * ```ts
 * diagonalImage(3) // → [[1, 1, 1], [0, 1, 1], [0, 0, 1]]
 * corr2d(diagonalImage(3), edge) // → [[0, 0], [-1, 0], [0, -1]]
 * ```
 */
export function diagonalImage<const Side extends number>(size: Side): WithShape<number[][], [Side, Side]>
export function diagonalImage(size: number) {
  requireWhole(size, 1, 'The size of the image')
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (j >= i ? 1 : 0)))
}

/**
 * Rows become columns: [height, width] → [width, height]. Throws a TypeError for what is no matrix.
 *
 * @example
 * ```ts
 * transpose([[1, 2, 3]]) // → [[1], [2], [3]]
 * ```
 */
export function transpose<const X extends Matrix>(X: X): Transposed<X>
export function transpose(X: Matrix) {
  const [, width] = matrixShape(X, 'X')
  return Array.from({ length: width }, (_, column) => X.map((row) => row[column]!))
}

type Transposed<X> =
  ShapeOf<X> extends readonly [infer Height, infer Width] ? WithShape<number[][], [Width, Height]> : number[][]
