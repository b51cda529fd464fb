// The path that two weights take over the landscape of their loss.
// Rule: colours are powers of ten of the loss, because close to the goal it falls by many of them.
import type { Matrix } from '../conv/shape.ts'
import { sayIn } from '../words/language.ts'
import { axisTitle, border, colors, type Figure, frame, headline, ink } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { colorbar } from './heatmap.ts'

/**
 * The path of a kernel with two weights (each kernel [1, 2] or [2, 1], the start first) over the plane of all such
 * kernels, coloured by their loss (dark is low).
 *
 * Throws a RangeError for fewer than two kernels or one that has not two weights, and where the loss is not a number.
 * Lesson 06: from most starts the path bends, because one direction is learned five times as fast as the other.
 *
 * @example
 * ```ts
 * const X = edgeImage()
 * const Y = corr2d(X, edge)
 * const { history } = learnKernel(X, Y, { init: [[0.3, 0.4]], lr: 0.01, steps: 20 })
 * const path = [[[0.3, 0.4]], ...history.map(({ kernel }) => kernel)]
 * plot.weightPath(path, (K) => {
 *   const error = corr2d(X, K).flat().map((value, i) => value - Y.flat()[i])
 *   return error.reduce((sum, value) => sum + value ** 2, 0)
 * })
 * ```
 */
export function weightPath(
  kernels: readonly Matrix[],
  loss: (kernel: Matrix) => number,
  options: FigureOptions = {},
): Figure {
  const say = sayIn(options)
  const path = kernels.map(weightsOf)
  if (path.length < 2) throw new RangeError('A path needs two kernels or more. Give the start, then one for each step.')
  const [first, second] = [0, 1].map((weight) => lattice(path.map((point) => point[weight]!)))
  const upright = kernels[0]!.length === 2
  const kernelAt = (a: number, b: number): Matrix => (upright ? [[a], [b]] : [[a, b]])
  const z = second!.map((b) => first!.map((a) => logarithm(loss(kernelAt(a, b)))))
  const [start, end] = [path[0]!, path.at(-1)!]
  return {
    data: [
      {
        type: 'heatmap',
        x: first!,
        y: second!,
        z,
        colorscale: 'Cividis',
        colorbar: { ...colorbar(say, { en: 'loss', zh: '损失' }), ...powersIn(z) },
        hoverinfo: 'x+y',
      },
      {
        type: 'scatter',
        mode: 'lines+markers',
        x: path.map(([a]) => rounded(a)),
        y: path.map(([, b]) => rounded(b)),
        line: { color: colors[3], width: 1.5 },
        marker: { color: path.map((_, step) => (step === 0 ? '#ffffff' : colors[3])), size: 7 },
        text: path.map((_, step) => say({ en: `step ${step}`, zh: `第 ${step} 步` })),
        hovertemplate: '%{text}: (%{x}, %{y})<extra></extra>',
        showlegend: false,
      },
    ],
    layout: {
      ...frame(headline(options, { en: 'The path of two weights', zh: '两个权重的路径' }, [about(start, end)]), {
        width: 400,
        height: 400,
        left: 72,
        right: 110,
        bottom: 56,
      }),
      xaxis: { ...border, tickcolor: ink, ...axisTitle(say({ en: 'first weight', zh: '第一个权重' })) },
      yaxis: { ...border, tickcolor: ink, ...axisTitle(say({ en: 'second weight', zh: '第二个权重' })) },
    },
  }
}

type Weights = readonly [first: number, second: number]

function weightsOf(kernel: Matrix): Weights {
  const [first, second, ...more] = kernel.flat()
  if (Number.isFinite(first) && Number.isFinite(second) && more.length === 0) return [first!, second!]
  throw new RangeError(
    `A kernel of ${kernel.flat().length} weights has no place in a plane. Give kernels [1, 2] or [2, 1].`,
  )
}

const steps = 60

/** Even places around the values, a quarter of their spread more on each side. */
function lattice(values: readonly number[]): number[] {
  const [least, largest] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.25 * (largest - least), 0.1)
  const width = largest - least + 2 * room
  return Array.from({ length: steps + 1 }, (_, step) => rounded(least - room + (step / steps) * width))
}

function logarithm(loss: number): number {
  if (Number.isFinite(loss) && loss >= 0) return Number(Math.log10(Math.max(loss, 1e-12)).toFixed(3))
  throw new RangeError(`The loss of a kernel is ${loss}. Give a function that returns a number from 0 on.`)
}

/** A mark for each power of ten within the colours. */
function powersIn(z: readonly number[][]): { tickvals: number[]; ticktext: string[] } {
  const [least, largest] = [Math.min(...z.flat()), Math.max(...z.flat())]
  const span = Math.max(1, Math.ceil((largest - least) / 8))
  const powers = Array.from({ length: 40 }, (_, index) => index - 20).filter(
    (power) => power >= least && power <= largest && power % span === 0,
  )
  return { tickvals: powers, ticktext: powers.map((power) => String(Number(`1e${power}`))) }
}

function about(start: Weights, end: Weights) {
  const [from, to] = [start, end].map(
    (point) =>
      `(${point
        .map((weight) => Number(weight.toFixed(3)))
        .join(', ')
        .replaceAll('-', '−')})`,
  )
  return { en: `from ${from} to ${to}`, zh: `从 ${from} 到 ${to}` }
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
