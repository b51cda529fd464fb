// What has a shape: matrices, sizes, and the error for shapes that do not fit.
// Rule: what is no whole number or no matrix is refused here, by name and with a remedy.

/** A matrix that is read: rows of numbers, all rows equally long. `number[][]` fits. */
export type Matrix = readonly (readonly number[])[]

/** A size, [height, width]: rows first, then columns. */
export type Size = readonly [height: number, width: number]

/**
 * Shapes that do not fit each other. The message names them and says what to change.
 *
 * @example
 * ```ts
 * // @ts-expect-error kernel height 5 is larger than input height 3
 * outputShape([3, 3], { kernel: [5, 2] }) // throws The kernel [5, 2] does not fit into the input [3, 3]
 * ```
 */
export class ShapeError extends RangeError {
  override name = 'ShapeError'
}

/** [height, width] of a matrix. Throws a TypeError unless it is one: at least one row, equal rows, numbers only. */
export function matrixShape(matrix: Matrix, name: string): [height: number, width: number] {
  const width = Array.isArray(matrix) && Array.isArray(matrix[0]) ? matrix[0].length : 0
  if (width === 0) throw new TypeError(`${name} is not a matrix. Give rows of numbers, such as [[0, 1], [2, 3]].`)
  matrix.forEach((row, index) => {
    if (!Array.isArray(row) || row.length !== width) {
      throw new TypeError(
        `Row ${index} of ${name} differs in length from row 0 (${width}). Make all rows equally long.`,
      )
    }
    const column = row.findIndex((value) => typeof value !== 'number')
    if (column >= 0) throw new TypeError(`${name}[${index}][${column}] is not a number. Put numbers only.`)
  })
  return [matrix.length, width]
}

/** Throws a RangeError unless `value` is a whole number, at least `least` and exactly representable. */
export function requireWhole(value: number, least: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new RangeError(`${name} is ${value}. Use a whole number from ${least} to 2^53 − 1.`)
}

/** A shape as messages write it: '[3, 5]'. */
export function listed(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}
