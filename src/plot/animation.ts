// A figure that moves: a slider over its steps, and buttons to play and to pause.
// Rule: before it is played a figure shows one whole step, which is also what a page without Plotly shows; each frame
// asks for a redraw, because Plotly does not move heat maps otherwise.

import type { Say, Text } from '../words/language.ts'
import { type Figure, type FigureFrame, ink } from './figure.ts'

/** The name of the slider's steps, which step is shown first, and how long each one stays, in milliseconds. */
export interface Animation {
  label: Text
  shown: number
  duration: number
}

/** The figure with its frames; they stand below it, in 90 pixels more of height. */
export function animated(figure: Figure, frames: FigureFrame[], animation: Animation, say: Say): Figure {
  const { layout, data } = figure
  const margin = { ...layout.margin, b: (layout.margin?.b ?? 0) + controls }
  const timing = {
    mode: 'immediate',
    transition: { duration: 0 },
    frame: { duration: animation.duration, redraw: true },
  }
  const top = -((layout.margin?.b ?? 0) + 4) / heightOfPanels(figure)
  const place = {
    y: top,
    yanchor: 'top',
    pad: { t: 4, b: 0 },
    font: { color: ink, size: 12 },
    bordercolor: ink,
  } as const
  return {
    data,
    frames,
    layout: {
      ...layout,
      height: (layout.height ?? 0) + controls,
      margin,
      updatemenus: [
        {
          ...place,
          type: 'buttons',
          direction: 'left',
          showactive: false,
          bgcolor: 'rgba(0, 0, 0, 0)',
          x: 0,
          xanchor: 'left',
          buttons: [
            { label: '▶', method: 'animate', args: [null, { ...timing, fromcurrent: false }] },
            { label: '❚❚', method: 'animate', args: [[null], { ...timing, frame: { duration: 0, redraw: false } }] },
          ],
        },
      ],
      sliders: [
        {
          ...place,
          active: animation.shown,
          x: 0.24,
          len: 0.76,
          xanchor: 'left',
          tickcolor: ink,
          currentvalue: { prefix: `${say(animation.label)} `, font: { color: ink, size: 13 }, xanchor: 'left' },
          steps: frames.map(({ name }) => ({ label: name, method: 'animate', args: [[name], timing] })),
        },
      ],
    },
  }
}

const controls = 90

function heightOfPanels({ layout: { height = 0, margin = {} } }: Figure): number {
  return height - (margin.t ?? 0) - (margin.b ?? 0)
}
