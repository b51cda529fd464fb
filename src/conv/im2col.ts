// Cross-correlation as one matrix product: every window laid out as a row ("image to columns"), times the kernel.
// Rule: a pixel is copied once for every window that it lies in, which is what the speed costs in memory.
import { type Correlation, planCorrelation, windowSize } from './correlation.ts'
import { eachElement } from './elements.ts'
import { blockOf, rowsOf, sizeOf } from './nested.ts'
import type { Array3, Array4, Array5, Row } from './operands.ts'
import { listed, type Matrix, ShapeError } from './shape.ts'
import type { WindowOptions } from './window.ts'

/**
 * The windows of `X` as the rows of a matrix: one row for each place of the window (batch, then rows, then columns), one
 * column for each of its elements (rows, columns, then channels). `X` has the axes of `kernel`, and may have channels
 * behind and then a batch in front. A correlation is this matrix times the kernel as a column.
 *
 * Throws a ShapeError when the kernel does not fit. AlexNet's first layer makes 3,025 rows of 363 (cs231n, convolutional
 * networks).
 *
 * @example
 * ```ts
 * im2col([[0, 1, 2], [3, 4, 5], [6, 7, 8]], { kernel: [2, 2] }) // → [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]]
 * ```
 */
export function im2col(
  X: Row | Matrix | Array3 | Array4 | Array5,
  options: WindowOptions & { kernel: readonly number[] },
): number[][] {
  const input = blockOf(X, 'X')
  const { kernel } = options
  const dimensions = kernel.length
  if (dimensions !== 1 && dimensions !== 2 && dimensions !== 3)
    throw new ShapeError(`The kernel ${listed(kernel)} has ${dimensions} axes. Slide over one, two or three.`)
  const channels = input.shape.length > dimensions ? [input.shape.at(-1)!, 1] : []
  const plan = planCorrelation(dimensions, input.shape, [...kernel, ...channels], options)
  return rowsOf(windowRows(plan, input.values, 0), windowSize(plan))
}

/** The correlation of the plan; X, K and the result are flat and row-major, channels last. */
export function correlateByIm2col(plan: Correlation, X: Float64Array, K: Float64Array): Float64Array {
  const [rows, columns] = [placesOf(plan), windowSize(plan)]
  const outEach = plan.outChannels / plan.groups
  const Y = new Float64Array(rows * plan.outChannels)
  for (let group = 0; group < plan.groups; group++) {
    const windows = windowRows(plan, X, group)
    for (let row = 0; row < rows; row++) {
      for (let out = group * outEach; out < (group + 1) * outEach; out++) {
        let sum = 0
        for (let column = 0; column < columns; column++)
          sum += windows[row * columns + column]! * K[column * plan.outChannels + out]!
        Y[row * plan.outChannels + out] = sum
      }
    }
  }
  return Y
}

/** How often the window is laid down: batch times output places. */
function placesOf(plan: Correlation): number {
  return plan.batch * sizeOf(plan.axes.map((axis) => axis.output))
}

/** The windows of one group of channels, row after row. */
function windowRows(plan: Correlation, X: Float64Array, group: number): Float64Array {
  const { inChannels, groups } = plan
  const inEach = inChannels / groups
  const columns = windowSize(plan)
  const windows = new Float64Array(placesOf(plan) * columns)
  eachElement(plan, (place, pixel, tap) => {
    if (pixel < 0) return
    const [from, to] = [pixel * inChannels + group * inEach, place * columns + tap * inEach]
    for (let channel = 0; channel < inEach; channel++) windows[to + channel] = X[from + channel]!
  })
  return windows
}
