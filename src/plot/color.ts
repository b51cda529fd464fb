// Which colour a number gets: greys for images, blue-white-red for signed numbers, dark to bright for the others.
// Rule: white is exactly zero in a signed scale; where a scale ends before the largest number, the note says so.
import type { ColorScale } from 'plotly.js'
import type { Matrix } from '../conv/shape.ts'
import { rangeOf } from './grid.ts'

/** Colours and the numbers at their ends. */
export interface Scale {
  colorscale: ColorScale
  zmin: number
  zmax: number
}

/** A scale, and what a reader must know about it. */
export interface NotedScale {
  scale: Scale
  note: string
}

/** Greys: 0 black, 1 white. */
export const imageScale: Scale = {
  colorscale: [
    [0, '#000000'],
    [1, '#ffffff'],
  ],
  zmin: 0,
  zmax: 1,
}

/** The scale for these maps: the signed one as soon as one number is negative. */
export function scaleFor(maps: readonly Matrix[]): NotedScale {
  const [least, largest] = rangeOf(maps)
  if (least < 0) return signedScaleFor(maps)
  return { scale: { colorscale: 'Viridis', zmin: least, zmax: largest === least ? least + 1 : largest }, note: '' }
}

/**
 * Blue, white, red, with white at zero. In large maps the strongest hundredth of the numbers is drawn in the end colours:
 * a few strong edges would leave all others pale.
 */
export function signedScaleFor(maps: readonly Matrix[]): NotedScale {
  const sizes = Float64Array.from(maps.flat(2), Math.abs).filter(Number.isFinite).sort()
  const largest = sizes.at(-1) || 1
  const common = sizes.length > 1000 ? sizes[Math.floor(sizes.length * 0.99)]! : largest
  const reach = common > largest / 100 && common < largest / 1.25 ? Number(common.toPrecision(2)) : largest
  const note = reach < largest ? `colours end at ±${reach}, the largest is ${Number(largest.toPrecision(3))}` : ''
  return { scale: { colorscale: signedColors, zmin: -reach, zmax: reach }, note }
}

/** Blue and red differ for the colour-blind too. */
const signedColors: ColorScale = [
  [0, '#1f4e9c'],
  [0.25, '#7fa8d9'],
  [0.5, '#f7f7f7'],
  [0.75, '#ee9c7d'],
  [1, '#a3201f'],
]
