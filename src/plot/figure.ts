// What every figure has in common: the shape of a Plotly figure, its ink and its frame.
// Rule: a figure is plain JSON and always has a layout (front ends draw nothing without one); backgrounds are
// transparent and the text is a middle grey, so that the figure reads on a light and on a dark page.
import type { Data, Layout } from 'plotly.js'
import { type Say, sayIn, type Text } from '../words/language.ts'
import type { FigureOptions } from './figure-options.ts'

/** A Plotly figure. A cell that ends with one shows it. */
export interface Figure {
  data: Data[]
  layout: Partial<Layout>
  /** The steps of an animation; the slider below the figure names them. */
  frames?: FigureFrame[]
}

/** One step of an animation: what changes in some of the traces, and in the layout. */
export interface FigureFrame {
  name: string
  data: object[]
  traces: number[]
  layout?: object
}

/** A picture as a trace, read from the PNG at `source`; the types of Plotly do not know that field yet (3.0.14). */
export interface PictureTrace {
  type: 'image'
  source: string
  /** The place of the first pixel, and how many columns and rows one pixel stands for. */
  x0?: number
  dx?: number
  y0?: number
  dy?: number
  hoverinfo: 'x+y'
}

/** Text and lines: contrast 4.3 to 1 on white and on #111, JupyterLab's dark page; no colour has more on both. */
export const ink = '#797979'

/**
 * Lines and bars, told apart by the colour-blind too: Okabe and Ito's palette, with three of its colours darker, so
 * that each has a contrast of 3 to 1 on white and on #111 (color-vision.test.ts).
 */
export const colors = ['#0072b2', '#c68800', '#009e73', '#c04000', '#c86fa5'] as const

/** A line around a map, so that a white or a black edge of it is seen on any page. */
export const border = { showline: true, mirror: true, linecolor: ink, showgrid: false, zeroline: false } as const

/** Grid lines that do not outshine the data. */
export const grid = { gridcolor: 'rgba(128, 128, 128, 0.25)', zeroline: false } as const

/** The size in pixels of a drawing without its margins, and the margins that depend on what is written there. */
export interface FramedSize {
  width: number
  height: number
  left?: number
  right: number
  bottom: number
}

/** The title of a figure: its own or what kind of figure it is, with notes in smaller lines below. */
export function headline(options: FigureOptions, kind: Text, notes: readonly Text[]): string {
  const say = sayIn(options)
  const title = say(options.title ?? kind)
  const lines = notes.map(say).filter(Boolean)
  const line = lines.join(say({ en: '; ', zh: '；' }))
  const small = (text: string) => `<span style="font-size: 12px">${text}</span>`
  const fits = widthOf(small(line)) <= widestNote
  return [title, ...(fits ? [line].filter(Boolean) : lines).map(small)].join('<br>')
}

/** Pixels of a line of notes; longer ones are broken, each note in its own line. */
const widestNote = 520

/** The title of an axis, close to its labels. */
export function axisTitle(text: string): { title: { text: string; standoff: number; font: { color: string } } } {
  return { title: { text, standoff: 8, font: { color: ink } } }
}

/**
 * The frame: title, size in pixels, and the page showing through. The right
 * margin grows where the title is longer than the drawing.
 */
export function frame(title: string, plot: FramedSize): Partial<Layout> {
  const left = plot.left ?? 52
  const margin = { l: left, r: Math.max(plot.right, widthOf(title) - plot.width), t: topMargin(title), b: plot.bottom }
  return {
    title: { text: title, font: { size: 15 }, x: 0, xref: 'paper', xanchor: 'left' },
    width: plot.width + margin.l + margin.r,
    height: plot.height + margin.t + margin.b,
    margin,
    font: { color: ink },
    paper_bgcolor: 'rgba(0, 0, 0, 0)',
    plot_bgcolor: 'rgba(0, 0, 0, 0)',
  }
}

/** `12,345` in English and in Chinese text. */
export function written(count: number): string {
  return count.toLocaleString('en-US')
}

/** `3 × 5`. */
export function timesOf(shape: readonly number[]): string {
  return shape.join(' × ')
}

/** The words for the two directions of a matrix. */
export function rowsAndColumns(say: Say): { x: string; y: string } {
  return { x: say({ en: 'column', zh: '列' }), y: say({ en: 'row', zh: '行' }) }
}

/** Pixels of the longest line at the size of a title; a note's letters are smaller. */
function widthOf(title: string): number {
  const lines = title.split('<br>').map((line) => {
    const size = line.includes('font-size: 12px') ? 12 : 15
    const wide = [...line.replace(/<[^>]*>/g, '')].map((letter) => (letter > '\u2e7f' ? 1 : 0.54))
    return wide.reduce((sum, each) => sum + each, 0) * size
  })
  return Math.ceil(Math.max(...lines))
}

function topMargin(title: string): number {
  return 52 + 25 * (title.split('<br>').length - 1)
}
