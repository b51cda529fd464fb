// How the loss falls while learning.
// Rule: the loss axis is logarithmic, so that steady learning is a straight line; a loss of 0 has no place on it.
import type { Data } from 'plotly.js'
import { colors, type Figure, frame, grid, ink } from './figure.ts'

/** One step and its loss; the history of `learnKernel` fits. */
export interface LossPoint {
  readonly step: number
  readonly loss: number
}

/** One run of learning, or several by name. */
export type LossHistory = readonly LossPoint[] | Readonly<Record<string, readonly LossPoint[]>>

/**
 * A line for each run. Throws a RangeError when there is no run, or more than five.
 *
 * @example
 * ```ts
 * const [X, start] = [edgeImage(), { init: [[0, 0]], lr: 0.03, steps: 10 }]
 * const sum = learnKernel(X, corr2d(X, edge), start).history
 * const mean = learnKernel(X, corr2d(X, edge), { ...start, reduction: 'mean' }).history
 * plot.lossCurve({ sum, mean }, { title: 'The same learning rate' })
 * ```
 */
export function lossCurve(history: LossHistory, options: { title?: string } = {}): Figure {
  const runs = isSingle(history) ? [['loss', history] as const] : Object.entries(history)
  if (runs.length === 0 || runs.length > colors.length) {
    throw new RangeError(`There are ${runs.length} runs to draw. Give 1 to ${colors.length}.`)
  }
  const losses = runs.flatMap(([, points]) => points.map(({ loss }) => loss)).filter((loss) => loss > 0)
  const decades = Math.log10(Math.max(...losses) / Math.min(...losses))
  return {
    data: runs.map(([name, points], index) => lineOf(name, points, index)),
    layout: {
      ...frame(options.title ?? '', { width: 520, height: 300, right: runs.length > 1 ? 160 : 24, bottom: 44 }),
      xaxis: { ...grid, title: { text: 'step', font: { color: ink } } },
      yaxis: {
        ...grid,
        type: 'log',
        automargin: true,
        exponentformat: 'power',
        ...(decades >= 2 ? { dtick: 1 } : {}),
        title: { text: 'loss (logarithmic)', font: { color: ink } },
      },
      showlegend: runs.length > 1,
    },
  }
}

const symbols = ['circle', 'square', 'diamond', 'cross', 'x'] as const

function lineOf(name: string, points: readonly LossPoint[], index: number): Data {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    x: points.map(({ step }) => step),
    y: points.map(({ loss }) => Number(loss.toPrecision(6))),
    line: { color: colors[index]!, width: 2 },
    marker: { color: colors[index]!, size: 7, symbol: symbols[index]! },
    hovertemplate: `${name}: step %{x}, %{y}<extra></extra>`,
  }
}

function isSingle(history: LossHistory): history is readonly LossPoint[] {
  return Array.isArray(history)
}
