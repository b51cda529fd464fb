// Colours by number: Plotly's named colour scales, and any list of stops.
// Rule: a scale or a colour that is not known is drawn with the default one, never left out.
import { type Fields, listOf, numberOf, textOf } from './fields.ts'

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The colour at a place between 0 and 1. */
export type ColorScale = (place: number) => Rgb

/** Plotly's own order of colours for traces. */
export const colorway = [
  '#1f77b4',
  '#ff7f0e',
  '#2ca02c',
  '#d62728',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#7f7f7f',
  '#bcbd22',
  '#17becf',
] as const

/** The scale that a trace names or lists; `reversescale` turns it. */
export function scaleOf(given: unknown, reversed = false): ColorScale {
  const stops = typeof given === 'string' ? named(given) : listed(given)
  return (place) => colorAt(stops, reversed ? 1 - place : place)
}

/** The numbers at the ends of a scale: those that its owner gives, else the smallest and largest of its values. */
export function colorRange(fields: Fields, letter: 'z' | 'c', least: number, largest: number): [number, number] {
  const middle = numberOf(fields[`${letter}mid`], undefined)
  const reach = middle === undefined ? 0 : Math.max(middle - least, largest - middle)
  const [low, high] = middle === undefined ? [least, largest] : [middle - reach, middle + reach]
  const ends: [number, number] = [
    numberOf(fields[`${letter}min`], Number.isFinite(low) ? low : 0),
    numberOf(fields[`${letter}max`], Number.isFinite(high) ? high : 1),
  ]
  return ends[0] === ends[1] ? [ends[0] - 0.5, ends[1] + 0.5] : ends
}

/** A colour as numbers, for mixing; a grey if it is none that is read here. */
export function rgbOf(color: string): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1]
  if (hex !== undefined) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
    const [red, green, blue] = [0, 2, 4].map((place) => Number.parseInt(digits.slice(place, place + 2), 16))
    return [red!, green!, blue!]
  }
  const [red, green, blue] = color.match(/[\d.]+/g)?.map(Number) ?? []
  if (red !== undefined && green !== undefined && blue !== undefined) return [red, green, blue]
  return words[color.trim().toLowerCase()] ?? [128, 128, 128]
}

/** `rgb(1,2,3)`. */
export function cssOf(color: Rgb): string {
  return `rgb(${color.map(Math.round).join(',')})`
}

/** Black or white, whichever is read better on `color` (relative luminance, WCAG 2.2). */
export function readableOn(color: Rgb): '#000' | '#fff' {
  const [red, green, blue] = color.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.18 ? '#000' : '#fff'
}

type Stop = readonly [place: number, color: Rgb]

function colorAt(stops: readonly Stop[], place: number): Rgb {
  const next = stops.findIndex(([at]) => at >= place)
  if (next === 0) return stops[0]![1]
  if (next < 0) return stops.at(-1)![1]
  const [[from, before], [to, after]] = [stops[next - 1]!, stops[next]!]
  const share = to === from ? 1 : (place - from) / (to - from)
  const mixed = (part: 0 | 1 | 2) => before[part] + share * (after[part] - before[part])
  return [mixed(0), mixed(1), mixed(2)]
}

function listed(given: unknown): readonly Stop[] {
  const stops = listOf(given).map((stop): Stop => [numberOf(listOf(stop)[0], 0), rgbOf(textOf(listOf(stop)[1]))])
  return stops.length === 0 ? named('RdBu') : stops
}

function named(name: string): readonly Stop[] {
  const colors = (scales[name] ?? scales.RdBu!).split(' ')
  return colors.map((stop, index): Stop => {
    const [color, place] = stop.split('@')
    return [place === undefined ? index / (colors.length - 1) : Number(place), rgbOf(color!)]
  })
}

const words: Record<string, Rgb> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  orange: [255, 165, 0],
  yellow: [255, 255, 0],
}

/** The scales that Plotly knows by name: evenly spaced colours, or `color@place`. */
const scales: Record<string, string> = {
  Viridis: '#440154 #482878 #3e4989 #31688e #26828e #1f9e89 #35b779 #6ece58 #b5de2b #fde725',
  Cividis: '#00224e #123570 #3b496c #575d6d #707173 #8a8678 #a59c74 #c3b369 #e1cc55 #fee838',
  RdBu: '#050aac@0 #6a89f7@0.35 #bebebe@0.5 #dcaa84@0.6 #e6915a@0.7 #b20a1c@1',
  Greys: '#000000 #ffffff',
  Reds: '#dcdcdc@0 #f5c39d@0.2 #f5a069@0.4 #b20a1c@1',
  Blues: '#050aac@0 #283cbe@0.35 #466ff5@0.5 #5a78f5@0.6 #6a89f7@0.7 #dcdcdc@1',
  Greens: '#00441b #006d2c #238b45 #41ab5d #74c476 #a1d99b #c7e9c0 #e5f5e0 #f7fcf5',
  YlGnBu: '#081d58 #253494 #225ea8 #1d91c0 #41b6c4 #7fcdbb #c7e9b4 #edf8d9 #ffffd9',
  YlOrRd: '#800026 #bd0026 #e31a1c #fc4e2a #fd8d3c #feb24c #fed976 #ffeda0 #ffffcc',
  Hot: '#000000@0 #e60000@0.3 #ffd200@0.6 #ffffff@1',
  Jet: '#000083@0 #003caa@0.125 #05ffff@0.375 #ffff00@0.625 #fa0000@0.875 #800000@1',
  Portland: '#0c3383 #0a88ba #f2d338 #f28f38 #d91e1e',
}
