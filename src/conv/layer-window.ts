// The window of a layer on an image: the same padding on both sides, everything as [vertical, horizontal].
// Rule: this is what receptive fields and summaries need; `window.ts` knows the rest (ends that differ, modes, 1-D and 3-D).
import { requireWhole, type Size } from './shape.ts'

/** How a layer's window moves. One number counts for both directions, a pair is [vertical, horizontal]. */
export interface LayerWindowOptions {
  /** Steps between neighbouring windows; 1 unless told. */
  stride?: number | Size
  /** Zeros added on *each* side; 0 unless told. */
  padding?: number | Size
  /** Distance between neighbouring kernel elements; 1 unless told. */
  dilation?: number | Size
}

/** The options with their defaults, each as [vertical, horizontal]. */
export interface Window {
  stride: Size
  padding: Size
  dilation: Size
}

/** Fills in the defaults. Throws a RangeError for a stride or dilation below 1, a padding below 0, or a fraction. */
export function windowOf(options: LayerWindowOptions): Window {
  return {
    stride: pair(options.stride ?? 1, 1, 'stride'),
    padding: pair(options.padding ?? 0, 0, 'padding'),
    dilation: pair(options.dilation ?? 1, 1, 'dilation'),
  }
}

function pair(value: number | Size, least: number, name: string): Size {
  const [vertical, horizontal] = typeof value === 'number' ? [value, value] : value
  requireWhole(vertical, least, `The vertical ${name}`)
  requireWhole(horizontal, least, `The horizontal ${name}`)
  return [vertical, horizontal]
}
