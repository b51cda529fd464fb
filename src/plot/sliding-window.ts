// Cross-correlation, step by step: the window moves over the input, and each place gives one number of the output.
// Rule: only small inputs are animated; of more than 50 places every n-th is a step, and the note says so.
import { corr2d } from '../conv/correlate.ts'
import { type Matrix, matrixShape, type Size } from '../conv/shape.ts'
import { sayIn } from '../words/language.ts'
import { animated } from './animation.ts'
import { scaleFor } from './color.ts'
import { captionOf, drawMaps } from './feature-maps.ts'
import { type Figure, type FigureFrame, ink, timesOf } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { frameAround } from './frame-around.ts'
import { type Drawable, rowsOf } from './grid.ts'
import { shapeOf } from './heatmap.ts'

/** How the window moves: one number for both directions, or [vertical, horizontal]. */
export interface SlidingWindowOptions extends FigureOptions {
  /** Steps between neighbouring windows; 1 unless told. */
  stride?: number | Size
  /** Zeros added on each side; 0 unless told. */
  padding?: number | Size
}

/**
 * An animation of `corr2d(X, K)`, both [height, width], the input at most 16 × 16 with its padding: the input with the
 * window on it, the kernel, the output that fills up, and the sum of products written out (for kernels of up to nine
 * numbers). It shows its last step until it is played.
 *
 * Throws a RangeError for a larger input, else the errors of `corr2d`. Lesson 05: the window first sees 0, 1, 3 and 4.
 *
 * @example
 * ```ts
 * const figure = plot.slidingWindow([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])
 * figure.frames?.map(({ name }) => name) // → ['1', '2', '3', '4']
 * plot.slidingWindow(photograph('boats'), sobelX) // throws The input is 205 × 256
 * ```
 */
export function slidingWindow(X: Drawable, K: Drawable, options: SlidingWindowOptions = {}): Figure {
  const [padding, stride] = [pairOf(options.padding ?? 0), pairOf(options.stride ?? 1)]
  const [input, kernel] = [padded(rowsOf(X, 'X'), padding), rowsOf(K, 'K')]
  const [height, width] = matrixShape(input, 'X')
  if (Math.max(height, width) > 16) {
    const size = timesOf([height, width])
    throw new RangeError(
      `The input is ${size}, too large to follow a window over it. Give a part of it, at most 16 × 16.`,
    )
  }
  const output = corr2d(input, kernel, { stride })
  const say = sayIn(options)
  const names = [
    say({ en: 'input', zh: '输入' }),
    say({ en: 'kernel', zh: '卷积核' }),
    say({ en: 'output', zh: '输出' }),
  ]
  const maps = [input, kernel, output].map((map, index) => [names[index]!, map] as const)
  const places = output.flatMap((row, i) => row.map((_, j): Size => [i, j]))
  const every = Math.ceil(places.length / mostSteps)
  const thinned = {
    en: `a step for every ${every} of ${places.length} places`,
    zh: `${places.length} 个位置中每 ${every} 个显示一步`,
  }
  const kind = { en: 'Cross-correlation, step by step', zh: '逐步计算互相关' }
  const [of, by, gives] = maps.map(([, map]) => shapeOf(map))
  const notes = [`${of} ⋆ ${by} → ${gives}`, every === 1 ? '' : thinned]
  const figure = drawMaps(maps, scaleFor, options, kind, notes)
  const steps = places.filter((_, index) => index % every === every - 1 || index === places.length - 1)
  const frames = steps.map((place) => frameAt(place, { input, kernel, output, stride, names }))
  const last = frames.at(-1)!
  const whole = { ...figure, layout: { ...figure.layout, ...last.layout } }
  const room = { ...whole.layout, height: (whole.layout.height ?? 0) + 34 }
  const margin = { ...room.margin, b: (room.margin?.b ?? 0) + 34 }
  const label = { en: 'step', zh: '步' }
  return animated(
    { ...whole, layout: { ...room, margin } },
    frames,
    { label, shown: frames.length - 1, duration: 700 },
    say,
  )
}

const mostSteps = 50

interface Scene {
  input: Matrix
  kernel: Matrix
  output: Matrix
  stride: Size
  names: readonly string[]
}

/** The window at one place of the output: what is filled so far, the two frames, the sum. */
function frameAt([i, j]: Size, { input, kernel, output, stride, names }: Scene): FigureFrame {
  const [top, left] = [i * stride[0], j * stride[1]]
  const width = output[0]!.length
  const filled = output.map((row, a) => row.map((value, b) => (a * width + b <= i * width + j ? rounded(value) : null)))
  const window = frameAround('', top, left, kernel.length, kernel[0]!.length)
  const products = kernel.flatMap((row, a) =>
    row.map((weight, b) => `${rounded(input[top + a]![left + b]!)}·${bracketed(weight)}`),
  )
  const sum = `${products.join(' + ')} = <b>${rounded(output[i]![j]!)}</b>`
  const result = `${names[2]} [${i}, ${j}] = <b>${rounded(output[i]![j]!)}</b>`
  const text = minus(products.length <= 9 && sum.length <= longestSum ? sum : result)
  const below = { x: 0, y: 0, xref: 'paper', yref: 'paper', xanchor: 'left', yanchor: 'top', yshift: -12 } as const
  const line = { text, ...below, showarrow: false, font: { size: 13, color: ink } }
  return {
    name: String(i * width + j + 1),
    data: [{ z: filled }],
    traces: [2],
    layout: { shapes: [window, frameAround('3', i, j)], annotations: [...names.map(captionOf), line] },
  }
}

/** Letters that fit below the three maps. */
const longestSum = 105

function padded(rows: Matrix, [vertical, horizontal]: Size): Matrix {
  const [height, width] = matrixShape(rows, 'X')
  return Array.from({ length: height + 2 * vertical }, (_, i) =>
    Array.from({ length: width + 2 * horizontal }, (_, j) => rows[i - vertical]?.[j - horizontal] ?? 0),
  )
}

function pairOf(given: number | Size): Size {
  return typeof given === 'number' ? [given, given] : given
}

function bracketed(weight: number): string {
  return weight < 0 ? `(${rounded(weight)})` : String(rounded(weight))
}

function rounded(value: number): number {
  return Number(value.toPrecision(4)) + 0
}

function minus(text: string): string {
  return text.replaceAll('-', '−')
}
