// Small images that are made, not read, and the one operation on a whole image that the lessons need.
// Rule: an image is a matrix of greys, 0 black to 1 white, rows first.
import { type Matrix, matrixShape } from './shape.ts'
import type { Shaped, ShapeOf, WithShape } from './shaped.ts'

/**
 * The 6 × 8 test image for edges: white, with a black band in columns 2 to 5.
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
 * Rows become columns. Throws a TypeError for what is no matrix.
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
