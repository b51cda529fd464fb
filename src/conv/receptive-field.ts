// The receptive field by formula: which input pixels one place of a deep feature map can depend on.
// Rule: pixels count from the image's corner; a field may begin before it or end behind it, in the padding.
import type { Layer } from './layer.ts'
import type { Size } from './shape.ts'
import { type WindowAxis, type WindowOptions, windowAxes } from './window.ts'

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
export interface SlidingWindow extends WindowOptions {
  kernel: number | Size
}

/**
 * The receptive field of the last of these layers, given as windows or as layers of a model. Each adds
 * dilation · (kernel − 1) steps of the jump so far to the size (Araujo, Norris and Sim 2019, "Computing Receptive Fields
 * of Convolutional Neural Networks").
 *
 * Throws a RangeError for a size that is no whole number, for a layer that sees everything, and for 'same' padding with
 * a stride, which depends on the image. Introduced in notebooks/10-pooling-and-receptive-field.
 *
 * @example
 * ```ts
 * receptiveField([{ kernel: 2 }, { kernel: 2 }]).size // → [3, 3]
 * receptiveField([{ kernel: 3, stride: 2 }, { kernel: 3, stride: 2 }]).size // → [7, 7]
 * receptiveField(lenet({ rng: createRng(0) }).layers.slice(0, 6)).size // → [16, 16]
 * ```
 */
export function receptiveField(layers: readonly (SlidingWindow | Layer)[]): ReceptiveField {
  return layers.flatMap(windowsOf).reduce(behind, { size: [1, 1], jump: [1, 1], start: [0, 0] })
}

function windowsOf(layer: SlidingWindow | Layer): SlidingWindow[] {
  if (!('sees' in layer)) return [layer]
  if (layer.sees === 'same place') return []
  if (layer.sees !== 'everything') return [layer.sees]
  throw new RangeError(`${layer} sees the whole image, however large. Take the layers before it.`)
}

function behind(field: ReceptiveField, layer: SlidingWindow): ReceptiveField {
  const [vertical, horizontal] = axesOf(layer).map((axis, index) => {
    const [size, jump, start] = [field.size[index]!, field.jump[index]!, field.start[index]!]
    return {
      size: size + axis.dilation * (axis.kernel - 1) * jump,
      jump: jump * axis.stride,
      start: start - axis.before * jump,
    }
  })
  return {
    size: [vertical!.size, horizontal!.size],
    jump: [vertical!.jump, horizontal!.jump],
    start: [vertical!.start, horizontal!.start],
  }
}

/** The window on an image so large that every window fits. */
function axesOf(layer: SlidingWindow): WindowAxis[] {
  const kernel = typeof layer.kernel === 'number' ? [layer.kernel, layer.kernel] : layer.kernel
  const axes = windowAxes([2 ** 40, 2 ** 40], kernel, layer)
  if (layer.padding !== 'same' || axes.every(({ stride }) => stride === 1)) return axes
  throw new RangeError("With a stride, 'same' padding depends on the size of the image. Give the padding in numbers.")
}
