// The receptive field of layers as frames over the image that they look at.
// Rule: a frame that reaches beyond the image is drawn in full: what lies outside is padding, which the layer sees as
// well.
import type { ReceptiveField } from '../conv/receptive-field.ts'
import type { Size } from '../conv/shape.ts'
import { sayIn } from '../words/language.ts'
import { colors, type Figure, frame, headline, timesOf } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { type Drawable, fit, placed, rowsOf } from './grid.ts'
import { mapAxes, mapSize, shapeOf } from './heatmap.ts'
import { greyTrace } from './image.ts'

/** What a figure of receptive fields may be told. */
export interface ReceptiveFieldOptions extends FigureOptions {
  /** The pixel of the image, [row, column], around which each layer's field is drawn; the middle unless told. */
  at?: Size
}

/**
 * The pixels that each named layer looks at around one pixel of a grey image, [height, width]: the fields that
 * `receptiveField` gives, at most five.
 *
 * Throws a RangeError for no field or more than five. Lesson 10: the field of LeNet's last layer, 32 × 32, is larger
 * than the digit.
 *
 * @example
 * ```ts
 * const layers = [{ kernel: 5, padding: 2 }, { kernel: 2, stride: 2 }, { kernel: 5 }]
 * const fields = { 'first layer': receptiveField(layers.slice(0, 1)), 'third layer': receptiveField(layers) }
 * plot.receptiveField(photograph('airplane'), fields, { at: [64, 61] }).data.length // → 3
 * ```
 */
export function receptiveField(
  X: Drawable,
  fields: Readonly<Record<string, ReceptiveField>>,
  options: ReceptiveFieldOptions = {},
): Figure {
  const rows = rowsOf(X, 'X')
  const names = Object.keys(fields)
  if (names.length === 0 || names.length > colors.length) {
    throw new RangeError(`There are ${names.length} receptive fields to draw. Give 1 to ${colors.length}.`)
  }
  const [row, column] = options.at ?? [Math.floor(rows.length / 2), Math.floor(rows[0]!.length / 2)]
  const say = sayIn(options)
  const title = options.title ?? {
    en: `What layers see around pixel [${row}, ${column}]`,
    zh: `各层在像素 [${row}, ${column}] 周围看到的区域`,
  }
  const { maps, side, note } = fit([rows])
  const frames = names.map((name, index) =>
    frameOf(`${name}: ${timesOf(fields[name]!.size)}`, fields[name]!, [row, column], index),
  )
  const xs = [-0.5, rows[0]!.length - 0.5, ...frames.flatMap(({ x }) => x)]
  const ys = [-0.5, rows.length - 0.5, ...frames.flatMap(({ y }) => y)]
  const { xaxis, yaxis } = mapAxes(say, false)
  return {
    data: [{ ...greyTrace(maps[0]!, say), ...placed(side), showscale: false }, ...frames],
    layout: {
      ...frame(headline({ ...options, title }, '', [shapeOf(rows), note]), mapSize(rows.length, rows[0]!.length, 200)),
      xaxis: { ...xaxis, range: [Math.min(...xs), Math.max(...xs)] },
      yaxis: { ...yaxis, autorange: false, range: [Math.max(...ys), Math.min(...ys)] },
      legend: { x: 1.02, y: 1, title: { text: say({ en: 'receptive field', zh: '感受野' }) } },
      showlegend: true,
    },
  }
}

/** The outline of the field whose centre is closest to `at`, half a pixel outside its pixels' centres. */
function frameOf(name: string, { size, jump, start }: ReceptiveField, at: Size, index: number) {
  const [top, left] = ([0, 1] as const).map((axis) => {
    const place = Math.round((at[axis] - start[axis] - (size[axis] - 1) / 2) / jump[axis])
    return start[axis] + place * jump[axis] - 0.5
  })
  const [bottom, right] = [top! + size[0], left! + size[1]]
  return {
    type: 'scatter' as const,
    mode: 'lines' as const,
    name,
    x: [left!, right, right, left!, left!],
    y: [top!, top!, bottom, bottom, top!],
    line: { color: colors[index]!, width: 3 },
    hoverinfo: 'name' as const,
  }
}
