// How the loss falls while learning.
// Rule: the loss axis is logarithmic, so that steady learning is a straight line; a loss of 0 has no place on it.
import type { Data } from 'plotly.js'
import { sayIn } from '../words/language.ts'
import { axisTitle, colors, type Figure, frame, grid, headline } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'

/** One step and its loss; the history of `learnKernel` fits. */
export interface LossPoint {
  readonly step: number
  readonly loss: number
}

/** One run of learning, or several by name. */
export type LossHistory = readonly LossPoint[] | Readonly<Record<string, readonly LossPoint[]>>

/** What a figure of losses may be told. */
export interface LossOptions extends FigureOptions {
  /** What theory predicts, for the one run or by the names of the runs: drawn as dashed lines, the runs as points. */
  theory?: LossHistory
}

/**
 * The loss of each step, on a logarithmic axis: a line for each run, or points on the dashed line that theory predicts.
 *
 * Throws a RangeError when there is no run, or more than five. Lesson 06; learning at a fixed rate is a straight line
 * here.
 *
 * @example
 * ```ts
 * const X = edgeImage()
 * const learn = (lr: number) => learnKernel(X, corr2d(X, edge), { init: [[0, 0]], lr, steps: 10 }).history
 * plot.lossCurve(learn(0.03))
 * plot.lossCurve({ slow: learn(0.01), fast: learn(0.03) }, { title: 'Two learning rates' })
 * // From zero both weights shrink their error by 1 − 12 · lr in each step: the loss by its square.
 * const theory = learn(0.03).map(({ step }) => ({ step, loss: 12 * 0.64 ** (2 * (step - 1)) }))
 * plot.lossCurve(learn(0.03), { theory }).data.length // → 2
 * ```
 */
export function lossCurve(history: LossHistory, options: LossOptions = {}): Figure {
  const say = sayIn(options)
  const runs = runsOf(history, say({ en: 'measured', zh: '实测' }))
  const theories = options.theory === undefined ? [] : runsOf(options.theory, say(theoryName))
  if (runs.length === 0 || runs.length > colors.length) {
    throw new RangeError(`There are ${runs.length} runs to draw. Give 1 to ${colors.length}.`)
  }
  const several = runs.length + theories.length > 1
  const losses = [...runs, ...theories]
    .flatMap(([, points]) => points.map(({ loss }) => loss))
    .filter((loss) => loss > 0)
  const decades = losses.length === 0 ? 0 : Math.log10(Math.max(...losses) / Math.min(...losses))
  return {
    data: [
      ...theories.map(([name, points], index) =>
        theoryLine(isSingle(history) ? name : `${name}, ${say(theoryName)}`, points, index),
      ),
      ...runs.map(([name, points], index) => lineOf(name, points, index, theories.length > 0)),
    ],
    layout: {
      ...frame(headline(options, { en: 'Loss', zh: '损失' }, []), {
        width: 520,
        height: 300,
        left: 72,
        right: several ? 190 : 24,
        bottom: 52,
      }),
      xaxis: { ...grid, ...axisTitle(say({ en: 'step', zh: '步' })) },
      yaxis: {
        ...grid,
        ...axisTitle(say({ en: 'loss (logarithmic)', zh: '损失（对数刻度）' })),
        type: 'log',
        automargin: true,
        exponentformat: 'power',
        ...(decades >= 2 ? { dtick: Math.ceil(decades / 10) } : {}),
      },
      showlegend: several,
    },
  }
}

const theoryName = { en: 'theory', zh: '理论' }

function runsOf(history: LossHistory, name: string): (readonly [name: string, points: readonly LossPoint[]])[] {
  return isSingle(history) ? [[name, history]] : Object.entries(history)
}

function theoryLine(name: string, points: readonly LossPoint[], index: number): Data {
  const { x, y } = coordinates(points)
  const line = { color: colors[index % colors.length]!, width: 2, dash: 'dash' as const }
  return { type: 'scatter', mode: 'lines', name, x, y, line, hoverinfo: 'skip' }
}

const symbols = ['circle', 'square', 'diamond', 'cross', 'x'] as const

/** The points of a run, joined unless they stand on the line of a theory. */
function lineOf(name: string, points: readonly LossPoint[], index: number, alone: boolean): Data {
  return {
    type: 'scatter',
    name,
    ...coordinates(points),
    ...(alone ? { mode: 'markers' } : { mode: 'lines+markers', line: { color: colors[index]!, width: 2 } }),
    marker: { color: colors[index]!, size: 7, symbol: symbols[index]! },
    hovertemplate: `${name}: step %{x}, %{y}<extra></extra>`,
  }
}

function coordinates(points: readonly LossPoint[]): { x: number[]; y: number[] } {
  return { x: points.map(({ step }) => step), y: points.map(({ loss }) => Number(loss.toPrecision(6))) }
}

function isSingle(history: LossHistory): history is readonly LossPoint[] {
  return Array.isArray(history)
}
