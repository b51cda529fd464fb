// The numbers behind a heat map: read from arrays or tensors, and made small enough for a notebook.
// Rule: what is drawn is never silently less than what was given: averaged pixels are announced in the figure's note.
import { type Matrix, matrixShape, type Size } from '../conv/shape.ts'
import type { Text } from '../words/language.ts'

/** The little of a tensor that drawing needs; tensors of every TensorFlow.js package fit. */
export interface TensorLike {
  readonly shape: readonly number[]
  dataSync(): ArrayLike<number>
}

/** What can be drawn as one map: rows of numbers, or a tensor of rank 2. */
export type Drawable = Matrix | TensorLike

/** Maps of one figure, rounded and perhaps averaged; `note` says so. */
export interface Drawn {
  maps: number[][][]
  note: Text
  /** Each point stands for `side` × `side` values. */
  side: number
}

/** JSON of one figure's numbers, in characters: a notebook stays quick to open and to send. */
const largestJson = 280_000

/**
 * The rows of an array or a rank-2 tensor. Throws a TypeError for anything else. The tensor is read, not disposed of.
 */
export function rowsOf(drawable: Drawable, name: string): Matrix {
  if (!isTensorLike(drawable)) {
    matrixShape(drawable, name)
    return drawable
  }
  const [height, width, ...more] = drawable.shape
  if (height === undefined || width === undefined || more.length > 0 || height * width === 0) {
    throw new TypeError(
      `${name} has shape [${drawable.shape.join(', ')}]. Give a matrix, for example ${name}.squeeze().`,
    )
  }
  const values = drawable.dataSync()
  return matrixFrom(height, width, (row, column) => values[row * width + column]!)
}

/** The channels of a [height, width, channels] or [1, height, width, channels] tensor, each as a matrix. */
export function channelsOf(tensor: TensorLike): Matrix[] {
  const shape = tensor.shape.length === 4 && tensor.shape[0] === 1 ? tensor.shape.slice(1) : tensor.shape
  const [height, width, channels, ...more] = shape
  if (height === undefined || width === undefined || channels === undefined || more.length > 0) {
    throw new TypeError(
      `The feature maps have shape [${tensor.shape.join(', ')}]. Give [height, width, channels], with at most a batch of 1 in front.`,
    )
  }
  const values = tensor.dataSync()
  return Array.from({ length: channels }, (_, channel) =>
    matrixFrom(height, width, (row, column) => values[(row * width + column) * channels + channel]!),
  )
}

/** True for a tensor. */
export function isTensorLike(value: unknown): value is TensorLike {
  return typeof value === 'object' && value !== null && 'dataSync' in value
}

/** Rounds the numbers, and averages squares of pixels where the figure would be too large otherwise. */
export function fit(maps: readonly Matrix[]): Drawn {
  for (let side = 1; ; side++) {
    const drawn = maps.map((map) => rounded(side === 1 ? map : averaged(map, side)))
    if (JSON.stringify(drawn).length > largestJson) continue
    const note = {
      en: `each point is the mean of ${side} × ${side} values`,
      zh: `每点是 ${side} × ${side} 个值的平均`,
    }
    return { maps: drawn, side, note: side === 1 ? '' : note }
  }
}

/**
 * Where the points stand that each stand for `side` × `side` values: at the middles of their squares. `first` is the row and
 * the column of the first value.
 */
export function placed(
  side: number,
  [row, column]: Size = [0, 0],
): { x0?: number; dx?: number; y0?: number; dy?: number } {
  const middle = (side - 1) / 2
  return side === 1 && row === 0 && column === 0 ? {} : { x0: column + middle, dx: side, y0: row + middle, dy: side }
}

/** The smallest and the largest finite number in the maps; [0, 0] when there is none. */
export function rangeOf(maps: readonly Matrix[]): [least: number, largest: number] {
  let [least, largest] = [Infinity, -Infinity]
  for (const value of maps.flat(2)) {
    if (!Number.isFinite(value)) continue
    least = Math.min(least, value)
    largest = Math.max(largest, value)
  }
  return least <= largest ? [least, largest] : [0, 0]
}

/** Means of squares with `side` × `side` values; what is left over at the right and at the bottom is averaged alone. */
function averaged(map: Matrix, side: number): number[][] {
  const width = map[0]!.length
  return matrixFrom(Math.ceil(map.length / side), Math.ceil(width / side), (row, column) => {
    const rows = map.slice(row * side, (row + 1) * side)
    const values = rows.flatMap((whole) => whole.slice(column * side, (column + 1) * side))
    return values.reduce((sum, value) => sum + value, 0) / values.length
  })
}

/** Six significant digits for maps that are read number by number, about a hundredth of the largest for the others. */
function rounded(map: Matrix): number[][] {
  const [least, largest] = rangeOf([map])
  const magnitude = Math.max(-least, largest)
  if (magnitude === 0) return map.map((row) => [...row])
  const significant = map.length * map[0]!.length <= 400 ? 6 : 2
  const decimals = Math.min(100, Math.max(0, significant - Math.round(Math.log10(magnitude))))
  return map.map((row) => row.map((value) => Number(value.toFixed(decimals)) + 0))
}

function matrixFrom(height: number, width: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => value(row, column)))
}
