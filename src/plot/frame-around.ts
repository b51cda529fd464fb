// A frame around cells of one map in a figure of several.
// Rule: one colour, that is seen on the dark reds and blues of a signed map, on Viridis, and on white.

const frameColor = '#f08c00'

/** A frame around `height` × `width` cells, from the cell [top, left] on, of the panel with this number ('' is the first). */
export function frameAround(panel: string, top: number, left: number, height = 1, width = 1) {
  const [x0, y0] = [left - 0.5, top - 0.5]
  const line = { color: frameColor, width: 4 }
  return { type: 'rect', xref: `x${panel}`, yref: `y${panel}`, x0, y0, x1: x0 + width, y1: y0 + height, line } as const
}
