// The reference: cross-correlation as loops in float64, and its gradients.
// Rule: `eachProduct` is the one place that says which input element meets which kernel element for which output; forward,
// gradients and the dense picture are one line each on top of it.
import type { Correlation } from './correlation.ts'
import { sizeOf } from './nested.ts'
import { sourceIndex, type WindowAxis } from './window.ts'

/** Y[y] = Σ K[k]·X[x] over the products of the plan. X, K and the result are flat and row-major, channels last. */
export function correlateByLoops(plan: Correlation, X: Float64Array, K: Float64Array): Float64Array {
  const Y = new Float64Array(sizeOf(plan.outputShape))
  eachProduct(plan, (y, x, k) => {
    Y[y]! += K[k]! * X[x]!
  })
  return Y
}

/** What a small change of X and of K does to Σ Y·dY: each product hands its share to both of its factors. */
export function gradientsByLoops(
  plan: Correlation,
  X: Float64Array,
  K: Float64Array,
  dY: Float64Array,
): { X: Float64Array; K: Float64Array } {
  const gradients = { X: new Float64Array(X.length), K: new Float64Array(K.length) }
  eachProduct(plan, (y, x, k) => {
    gradients.X[x]! += K[k]! * dY[y]!
    gradients.K[k]! += X[x]! * dY[y]!
  })
  return gradients
}

/**
 * Calls `visit` for each product K[k]·X[x] that is added to Y[y]; positions are in the flat arrays. Padded zeros meet
 * nothing; elements that circular, reflected or replicated padding repeats meet the kernel more than once.
 */
export function eachProduct(plan: Correlation, visit: (y: number, x: number, k: number) => void): void {
  const [depth, height, width] = threeAxes(plan.axes)
  const [planes, rows, columns] = [sources(depth), sources(height), sources(width)]
  for (let image = 0; image < plan.batch; image++) {
    for (let i = 0; i < depth.output; i++) {
      for (let j = 0; j < height.output; j++) {
        for (let l = 0; l < width.output; l++) {
          const output = ((image * depth.output + i) * height.output + j) * width.output + l
          for (let a = 0; a < depth.kernel; a++) {
            const plane = planes[i * depth.kernel + a]!
            for (let b = 0; plane >= 0 && b < height.kernel; b++) {
              const row = rows[j * height.kernel + b]!
              for (let c = 0; row >= 0 && c < width.kernel; c++) {
                const column = columns[l * width.kernel + c]!
                if (column < 0) continue
                const input = ((image * depth.input + plane) * height.input + row) * width.input + column
                eachChannelPair(plan, output, input, (a * height.kernel + b) * width.kernel + c, visit)
              }
            }
          }
        }
      }
    }
  }
}

/** The products of one window element: each output channel reads the input channels of its own group. */
function eachChannelPair(
  plan: Correlation,
  output: number,
  input: number,
  tap: number,
  visit: (y: number, x: number, k: number) => void,
): void {
  const { inChannels, outChannels, groups } = plan
  const [inEach, outEach] = [inChannels / groups, outChannels / groups]
  for (let out = 0; out < outChannels; out++) {
    const first = input * inChannels + Math.floor(out / outEach) * inEach
    for (let channel = 0; channel < inEach; channel++) {
      visit(output * outChannels + out, first + channel, (tap * inEach + channel) * outChannels + out)
    }
  }
}

/** One and two dimensions as three: an axis of one element that a kernel of one element covers. */
function threeAxes(axes: readonly WindowAxis[]): [WindowAxis, WindowAxis, WindowAxis] {
  const still = { input: 1, kernel: 1, stride: 1, dilation: 1, before: 0, after: 0, mode: 'zeros', output: 1 } as const
  const [first = { name: 'depth', ...still }, second = { name: 'height', ...still }, third] = [
    ...Array<undefined>(3 - axes.length).fill(undefined),
    ...axes,
  ]
  return [first, second, third!]
}

/** For each place of the window and each of its elements the source in the input: `table[place · kernel + tap]`. */
function sources(axis: WindowAxis): Int32Array {
  return Int32Array.from({ length: axis.output * axis.kernel }, (_, index) =>
    sourceIndex(axis, Math.floor(index / axis.kernel), index % axis.kernel),
  )
}
