// A dense layer in space, one output pixel after the other: its weights on the input, and the same weights by offset.
// Rule: the frame marks the output pixel in both maps, so that the right one is seen to be centred on it.
import { type FourSizes, reindex, requireFourAxes } from '../conv/dense.ts'
import type { Array4 } from '../conv/operands.ts'
import type { Matrix, Size } from '../conv/shape.ts'
import { sayIn } from '../words/language.ts'
import { animated } from './animation.ts'
import { scaleFor } from './color.ts'
import { captionOf, drawMaps } from './feature-maps.ts'
import type { Figure, FigureFrame } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { frameAround } from './frame-around.ts'

/**
 * An animation through the output pixels of a dense layer W[i][j][k][l], as `denseAsTensor4d` returns it: the weights on
 * the input, and the field V[i][j] that `reindex` makes of them, with the offset (0, 0) in its middle.
 *
 * Throws a ShapeError unless W has four axes, a RangeError for more than 50 output pixels. Lesson 02.
 *
 * @example
 * ```ts
 * const W = denseAsTensor4d(createRng(0).matrix(4, 4, -1, 1), [2, 2])
 * plot.weightFields(W).frames?.map(({ name }) => name) // → ['(0, 0)', '(0, 1)', '(1, 0)', '(1, 1)']
 * ```
 */
export function weightFields(W: Array4, options: FigureOptions = {}): Figure {
  const { shape } = requireFourAxes(W, 'W')
  const outputs = W.flatMap((row, i) => row.map((_, j): Size => [i, j]))
  if (outputs.length > mostSteps) {
    throw new RangeError(`The layer has ${outputs.length} output pixels. Give one of at most ${mostSteps}.`)
  }
  const V: Array4 = reindex(W)
  const say = sayIn(options)
  const names = [say({ en: 'on the input', zh: '输入上的权重' }), say({ en: 'by offset', zh: '按偏移排列' })]
  const all = [...W.flat(), ...V.flat()]
  const [i, j] = outputs[0]!
  const kind = { en: 'The weights of one output pixel', zh: '一个输出像素的权重' }
  const maps = [W[i]![j]!, V[i]![j]!].map((map, index) => [names[index]!, map] as const)
  const figure = drawMaps(maps, () => scaleFor(all), options, kind)
  const frames = outputs.map((place) => frameAt(place, [W, V], shape, names))
  const fixed = maps.map(([, map], index) => fixedAxes(figure, index === 0 ? '' : '2', map))
  const layout = Object.assign({ ...figure.layout }, ...fixed, frames[0]!.layout)
  const label = { en: 'output pixel', zh: '输出像素' }
  return animated({ ...figure, layout }, frames, { label, shown: 0, duration: 500 }, say)
}

const mostSteps = 50

/** The axes of a map with the range of its cells: left to itself, Plotly makes room for the frame's line, too. */
function fixedAxes({ layout }: Figure, panel: '' | '2', map: Matrix) {
  const [xaxis, yaxis] = [`xaxis${panel}`, `yaxis${panel}`] as const
  const [bottom, right] = [map.length - 0.5, map[0]!.length - 0.5]
  return {
    [xaxis]: { ...layout[xaxis], autorange: false, range: [-0.5, right] },
    [yaxis]: { ...layout[yaxis], autorange: false, range: [bottom, -0.5] },
  }
}

function frameAt([i, j]: Size, weights: Array4[], [height, width]: FourSizes, names: readonly string[]): FigureFrame {
  const maps = weights.map((each): Matrix => each[i]![j]!)
  const shapes = [frameAround('', i, j), frameAround('2', height - 1, width - 1)]
  return {
    name: `(${i}, ${j})`,
    data: maps.map((z) => ({ z: z.map((row) => row.map((value) => Number(value.toPrecision(4)))) })),
    traces: [0, 1],
    layout: { shapes, annotations: names.map(captionOf) },
  }
}
