// What every figure has in common: the shape of a Plotly figure, its colours and its frame.
// Rule: a figure is plain JSON and always has a layout (front ends draw nothing without one); backgrounds are transparent
// and the text is a middle grey, so that the figure reads on a light and on a dark page.
import type { ColorScale, Data, Layout } from 'plotly.js'

/** A Plotly figure. A cell that ends with one shows it. */
export interface Figure {
  data: Data[]
  layout: Partial<Layout>
}

/** Text and lines: contrast 4.3 to 1 on white, 4.4 to 1 on #111. */
export const ink = '#7a7a7a'

/** Lines and bars, told apart by the colour-blind too (Okabe and Ito's palette). */
export const colors = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7'] as const

/** Negative blue, zero white, positive red; blue and red differ for the colour-blind too. */
export const signedScale: ColorScale = [
  [0, '#1f4e9c'],
  [0.25, '#7fa8d9'],
  [0.5, '#f7f7f7'],
  [0.75, '#ee9c7d'],
  [1, '#a3201f'],
]

/** 0 black, 1 white. */
export const greyScale: ColorScale = [
  [0, '#000000'],
  [1, '#ffffff'],
]

/** The frame: title, size in pixels, and the page showing through. `plot` is the size of the drawing without margins. */
export function frame(title: string, plot: { width: number; height: number }): Partial<Layout> {
  const margin = { l: 48, r: 88, t: title === '' ? 16 : title.includes('<br>') ? 72 : 52, b: 40 }
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
export function titled(title: string, note: string): string {
  return note === '' ? title : `${title}<br><sub>${note}</sub>`
}
