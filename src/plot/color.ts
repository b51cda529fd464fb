// Which colour a number gets: greys for images, blue-white-red for signed numbers, dark to bright for the others.
// Rule: white is exactly zero in a signed scale; where a scale ends before the largest number, the note says so.
import type { ColorScale } from 'plotly.js'
import type { Matrix } from '../conv/shape.ts'
import type { Text } from '../words/language.ts'
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
  note: Text
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
  const reach = reachOf(Float64Array.from(maps.flat(2)), largest)
  const zmax = reach === least ? least + 1 : reach
  return { scale: { colorscale: 'Viridis', zmin: least, zmax }, note: noteOf(`${reach}`, reach, largest) }
}

/**
 * Blue, white, red, with white at zero. In large maps the strongest hundredth of the numbers is drawn in the end
 * colours: a few strong edges would leave all others pale.
 */
export function signedScaleFor(maps: readonly Matrix[]): NotedScale {
  const [least, most] = rangeOf(maps)
  const largest = Math.max(-least, most) || 1
  const reach = reachOf(Float64Array.from(maps.flat(2), Math.abs), largest)
  return { scale: { colorscale: signedColors, zmin: -reach, zmax: reach }, note: noteOf(`±${reach}`, reach, largest) }
}

/** Where the colours end: at the largest number, or in a large map with few much larger ones where these begin. */
function reachOf(sizes: Float64Array, largest: number): number {
  if (sizes.length <= 1000) return largest
  const common = sizes.filter(Number.isFinite).sort()[Math.floor(sizes.length * 0.99)] ?? largest
  return common > largest / 100 && common < largest / 1.25 ? Number(common.toPrecision(2)) : largest
}

function noteOf(end: string, reach: number, largest: number): Text {
  if (reach === largest) return ''
  const strongest = Number(largest.toPrecision(3))
  return {
    en: `colours end at ${end}, the largest is ${strongest}`,
    zh: `颜色到 ${end} 为止，最大 ${strongest}`,
  }
}

/** Blue and red differ for the colour-blind too. */
const signedColors: ColorScale = [
  [0, '#1f4e9c'],
  [0.25, '#7fa8d9'],
  [0.5, '#f7f7f7'],
  [0.75, '#ee9c7d'],
  [1, '#a3201f'],
]
