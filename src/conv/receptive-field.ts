// The receptive field by formula: which input pixels one place of a deep feature map can depend on.
// Rule: pixels count from the image's corner; a field may begin before it or end behind it, in the padding.
import { type LayerWindowOptions, windowOf } from './layer-window.ts'
import { requireWhole, type Size } from './shape.ts'

/** The square of input pixels behind one output place, each as [vertical, horizontal]. */
export interface ReceptiveField {
  /** How many pixels it spans. */
  size: Size
  /** How many pixels it moves from one output place to the next. */
  jump: Size
  /** The first pixel behind the first output place; negative in the padding. */
  start: Size
}

/** A layer as the formula sees it: its window, one number for a square, and how that slides. */
export interface SlidingWindow extends LayerWindowOptions {
  kernel: number | Size
}

/**
 * The receptive field of the last of these layers. Each layer adds dilation · (kernel − 1) steps of the jump so far to the
 * size (Araujo, Norris and Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks").
 *
 * Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * receptiveField([{ kernel: 2 }, { kernel: 2 }]).size // → [3, 3]
 * receptiveField([{ kernel: 3, stride: 2 }, { kernel: 3, stride: 2 }]).size // → [7, 7]
 * ```
 */
export function receptiveField(layers: readonly SlidingWindow[]): ReceptiveField {
  return layers.reduce(behind, { size: [1, 1], jump: [1, 1], start: [0, 0] })
}

function behind({ size, jump, start }: ReceptiveField, layer: SlidingWindow): ReceptiveField {
  const { stride, padding, dilation } = windowOf(layer)
  const kernel = typeof layer.kernel === 'number' ? ([layer.kernel, layer.kernel] as const) : layer.kernel
  const along = (axis: 0 | 1) => {
    requireWhole(kernel[axis], 1, axis === 0 ? "The kernel's height" : "The kernel's width")
    return {
      size: size[axis] + dilation[axis] * (kernel[axis] - 1) * jump[axis],
      jump: jump[axis] * stride[axis],
      start: start[axis] - padding[axis] * jump[axis],
    }
  }
  const [vertical, horizontal] = [along(0), along(1)]
  return {
    size: [vertical.size, horizontal.size],
    jump: [vertical.jump, horizontal.jump],
    start: [vertical.start, horizontal.start],
  }
}
