// What every figure has in common: the shape of a Plotly figure, its ink and its frame.
// Rule: a figure is plain JSON and always has a layout (front ends draw nothing without one); backgrounds are transparent
// and the text is a middle grey, so that the figure reads on a light and on a dark page.
import type { Data, Layout } from 'plotly.js'

/** A Plotly figure. A cell that ends with one shows it. */
export interface Figure {
  data: Data[]
  layout: Partial<Layout>
}

/** Text and lines: contrast 4.3 to 1 on white, 4.4 to 1 on #111. */
export const ink = '#7a7a7a'

/** Lines and bars, told apart by the colour-blind too (Okabe and Ito's palette). */
export const colors = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7'] as const

/** A line around a map, so that a white or a black edge of it is seen on any page. */
export const border = { showline: true, mirror: true, linecolor: ink, showgrid: false, zeroline: false } as const

/** Grid lines that do not outshine the data. */
export const grid = { gridcolor: 'rgba(128, 128, 128, 0.25)', zeroline: false } as const

/** The size in pixels of a drawing without its margins, and the margins that depend on what is written there. */
export interface FramedSize {
  width: number
  height: number
  right: number
  bottom: number
}

/**
 * The frame: title, size in pixels, and the page showing through. The right
 * margin grows where the title is longer than the drawing.
 */
export function frame(title: string, plot: FramedSize): Partial<Layout> {
  const [left, perCharacter] = [52, 8]
  const titleWidth = Math.max(...title.split('<br>').map((line) => line.replace(/<[^>]*>/g, '').length)) * perCharacter
  const margin = { l: left, r: Math.max(plot.right, titleWidth - plot.width), t: topMargin(title), b: plot.bottom }
  return {
    ...(title === '' ? {} : { title: { text: title, font: { size: 15 }, x: 0, xref: 'paper', xanchor: 'left' } }),
    width: plot.width + margin.l + margin.r,
    height: plot.height + margin.t + margin.b,
    margin,
    font: { color: ink },
    paper_bgcolor: 'rgba(0, 0, 0, 0)',
    plot_bgcolor: 'rgba(0, 0, 0, 0)',
  }
}

/** A title with a smaller second line; either may be empty. */
export function titled(title: string, notes: readonly string[]): string {
  const note = notes.filter(Boolean).join('; ')
  if (note === '') return title
  const small = `<span style="font-size: 12px">${note}</span>`
  return title === '' ? small : `${title}<br>${small}`
}

function topMargin(title: string): number {
  if (title === '') return 16
  return title.includes('<br>') ? 72 : 52
}
