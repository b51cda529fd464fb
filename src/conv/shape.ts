// Sizes: the shape of a matrix, and the shape that a window leaves behind when it slides over one.
// Rule: every shape that does not fit is refused here, by name and with a remedy; TensorFlow.js itself does not refuse
// a kernel larger than its input (it returns a negative size: COURSE 8, trap 2).

/** A matrix that is read: rows of numbers, all rows equally long. `number[][]` fits. */
export type Matrix = readonly (readonly number[])[]

/** [height, width]: rows first, then columns. */
export type Size = readonly [height: number, width: number]

/** How a window moves. One number counts for both directions, a pair is [vertical, horizontal]. */
export interface WindowOptions {
  /** Steps between neighbouring windows; 1 unless told. */
  stride?: number | Size
  /** Zeros added on *each* side; 0 unless told. */
  padding?: number | Size
  /** Distance between neighbouring kernel elements; 1 unless told. */
  dilation?: number | Size
}

/** The options with their defaults, each as [vertical, horizontal]. */
export interface Window {
  stride: Size
  padding: Size
  dilation: Size
}

/**
 * Shapes that do not fit each other. The message names them and says what to change.
 *
 * @example
 * ```ts
 * outputShape([3, 3], { kernel: [5, 2] }) // throws The kernel [5, 2] does not fit into the input [3, 3]
 * ```
 */
export class ShapeError extends RangeError {
  override name = 'ShapeError'
}

/**
 * The size of what a sliding window produces: floor((n + 2·padding − dilation·(k − 1) − 1) / stride) + 1 on each axis.
 *
 * Throws a ShapeError when the kernel does not fit, a RangeError for a size or an option that is no whole number.
 *
 * @example
 * ```ts
 * outputShape([6, 8], { kernel: [1, 2] }) // → [6, 7]
 * outputShape([224, 224], { kernel: [7, 7], stride: 2, padding: 3 }) // → [112, 112]
 * ```
 */
export function outputShape(input: Size, options: WindowOptions & { kernel: Size }): [height: number, width: number] {
  const window = windowOf(options)
  for (const axis of [0, 1] as const) {
    requireWhole(input[axis], 1, `The input's ${axisNames[axis]}`)
    requireWhole(options.kernel[axis], 1, `The kernel's ${axisNames[axis]}`)
  }
  return [outputLength(0, input, options.kernel, window), outputLength(1, input, options.kernel, window)]
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

/** Fills in the defaults. Throws a RangeError for a stride or dilation below 1, a padding below 0, or a fraction. */
export function windowOf(options: WindowOptions): Window {
  return {
    stride: pair(options.stride ?? 1, 1, 'stride'),
    padding: pair(options.padding ?? 0, 0, 'padding'),
    dilation: pair(options.dilation ?? 1, 1, 'dilation'),
  }
}

/** Throws a RangeError unless `value` is a whole number, at least `least` and exactly representable. */
export function requireWhole(value: number, least: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new RangeError(`${name} is ${value}. Use a whole number from ${least} to 2^53 − 1.`)
}

const axisNames = ['height', 'width'] as const

function pair(value: number | Size, least: number, name: string): Size {
  const [vertical, horizontal] = typeof value === 'number' ? [value, value] : value
  requireWhole(vertical, least, `The vertical ${name}`)
  requireWhole(horizontal, least, `The horizontal ${name}`)
  return [vertical, horizontal]
}

function outputLength(axis: 0 | 1, input: Size, kernel: Size, window: Window): number {
  const padded = input[axis] + 2 * window.padding[axis]
  const reach = window.dilation[axis] * (kernel[axis] - 1) + 1
  if (reach <= padded) return Math.floor((padded - reach) / window.stride[axis]) + 1
  const padding = window.padding[axis] > 0 ? ` with padding ${window.padding[axis]}` : ''
  throw new ShapeError(
    `The kernel [${kernel.join(', ')}] does not fit into the input [${input.join(', ')}]: its ${axisNames[axis]} ` +
      `covers ${reach}, the input has ${input[axis]}${padding}. Use a smaller kernel, or at least ${reach - padded} more of padding in all.`,
  )
}
