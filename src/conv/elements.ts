// Every window of a correlation, element by element: which pixel of the input lies under which element of the kernel.
// Rule: geometry only, no channels and no numbers; places, pixels and taps are counted row-major over the spatial axes, images
// of a batch one after the other.
import type { Correlation } from './correlation.ts'
import { sourceIndex, type WindowAxis } from './window.ts'

/**
 * Calls `visit` for each element (tap) of the window at each place of the output, with the pixel under it; −1 is a padded
 * zero. Pixels that circular, reflected or replicated padding repeats come more than once.
 */
export function eachElement(plan: Correlation, visit: (place: number, pixel: number, tap: number) => void): void {
  const [depth, height, width] = threeAxes(plan.axes)
  const [planes, rows, columns] = [sources(depth), sources(height), sources(width)]
  let place = 0
  for (let image = 0; image < plan.batch; image++) {
    for (let i = 0; i < depth.output; i++) {
      for (let j = 0; j < height.output; j++) {
        for (let l = 0; l < width.output; l++) {
          let tap = 0
          for (let a = i * depth.kernel; a < (i + 1) * depth.kernel; a++) {
            const plane = planes[a]!
            for (let b = j * height.kernel; b < (j + 1) * height.kernel; b++) {
              const row = rows[b]!
              const line = ((image * depth.input + plane) * height.input + row) * width.input
              for (let c = l * width.kernel; c < (l + 1) * width.kernel; c++) {
                const column = columns[c]!
                visit(place, plane < 0 || row < 0 || column < 0 ? -1 : line + column, tap++)
              }
            }
          }
          place++
        }
      }
    }
  }
}

/** One and two dimensions as three: an axis of one element that a kernel of one element covers. */
function threeAxes(axes: readonly WindowAxis[]): [WindowAxis, WindowAxis, WindowAxis] {
  const still = { input: 1, kernel: 1, stride: 1, dilation: 1, before: 0, after: 0, mode: 'zeros', output: 1 } as const
  const [width, height = { name: 'height', ...still }, depth = { name: 'depth', ...still }] = axes.toReversed()
  return [depth, height, width!]
}

/** For each place of the window and each of its elements the source in the input: `table[place · kernel + tap]`. */
function sources(axis: WindowAxis): Int32Array {
  return Int32Array.from({ length: axis.output * axis.kernel }, (_, index) =>
    sourceIndex(axis, Math.floor(index / axis.kernel), index % axis.kernel),
  )
}
