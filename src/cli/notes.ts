// `tensorcell notes`: makes a site of lecture notes out of executed notebooks.
// Rule: the libraries that draw it (1 s to load) are loaded when they are needed, so that no other command waits for them.
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

const options = {
  out: { type: 'string', default: 'site' },
  run: { type: 'boolean', default: false },
  slides: { type: 'boolean', default: false },
  pdf: { type: 'boolean', default: false },
} as const

export const notes: Command = {
  summary: 'make a site of lecture notes, which works offline, out of executed notebooks',
  help: `Usage: tensorcell notes [FILE...] [--out DIR] [--run] [--slides] [--pdf]

Makes static HTML out of notebooks with their outputs: put it on any host or on a USB stick, and open index.html. Nothing is
loaded from anywhere else. Without FILE: all notebooks in the folder notebooks, in its folders too.

A notebook is in the language that tensorcell.json in its folder names ({ "language": "zh" }; else English). The same path
without the folder "zh" is the same lesson. "title" in that file is what the book is called.

  --out DIR   where the site is written (default: site); an older site there is replaced
  --run       execute each notebook first, in a fresh kernel. Only then do scripts in outputs run in the reader's browser:
              outputs that a file has brought along are shown without their scripts
  --slides    also make slides of the cells that are tagged so (Jupyter's slideshow types, or the tag "slide")
  --pdf       also print each page to a PDF file beside it, A4, with Chromium`,

  async start(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const { makeNotes } = await import('./make-notes.ts')
    await makeNotes(positionals, values)
  },
}
