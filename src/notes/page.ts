// A notebook as the inside of a page of lecture notes: its HTML, its headings, its figures, its slides and its text for search.
// Rule: the same notebook makes the same bytes. Markdown never runs a script. A script of an output runs only where `trusted` says
// that this very program has just run the notebook; in a notebook that came as a file, nothing runs, as in JupyterLab.
import { basename } from 'node:path'
import { type Language, sayIn } from '../words/language.ts'
import { codeCellHtml, proseCellHtml, rawCellHtml } from './cell-html.ts'
import { type Cell, readLesson } from './lesson.ts'
import { relinkWith } from './links.ts'
import { type Heading, MarkdownPage, type Prose, type Warn } from './markdown.ts'
import type { Figure } from './output-html.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Relink } from './sanitize.ts'
import { slidesOf } from './slides.ts'

/** How a notebook is shown. `file` is its path as errors and warnings should say it. */
export interface PageOptions {
  file: string
  language: Language
  /** The notebook was run by the caller: scripts of its outputs run. */
  trusted: boolean
}

/** The inside of a page. */
export interface Page {
  /** The first heading of level 1 as plain text, else the file's name. */
  title: string
  headings: Heading[]
  /** One `<section class="cell markdown|code|raw" id="cell-ID">` for each cell. */
  html: string
  passages: Passage[]
  /** Figures to be drawn into `<div class="figure" data-figure="ID">`. */
  figures: Figure[]
  /** The slides as stacks: a slide, and what stands below it. */
  slides: string[][]
  /** Picture files that the Markdown shows, as paths below the notebook's folder. */
  pictures: string[]
  /** The inline scripts that `html` contains because it is trusted: each text, for the page's content security policy. */
  scripts: string[]
  /** What the author should mend: a sentence each, with file and cell. */
  warnings: string[]
}

/**
 * Draws a notebook, given as its parsed JSON. Throws a NotebookError that names the file and the cell if it is broken.
 *
 * @example
 * ```ts
 * const page = renderPage(JSON.parse(text), { file: '05-x.ipynb', language: 'en', trusted: false })
 * page.headings[0] // → { id: '05-·-Cross-correlation', text: '05 · Cross-correlation', level: 1 }
 * ```
 */
export function renderPage(notebook: unknown, { file, language, trusted }: PageOptions): Page {
  const lesson = readLesson(notebook, file)
  const cells = lesson.cells.filter(({ tags }) => !tags.has('remove-cell'))
  const [say, warnings, pictures] = [sayIn({ language }), new Set<string>(), new Set<string>()]
  const [figures, scripts]: [Figure[], string[]] = [[], []]
  const markdown = new MarkdownPage(say)
  const prose = new Map(
    cells.filter(({ kind }) => kind === 'markdown').map((cell) => [cell.id, markdown.read(cell.source, cell.id)]),
  )

  const warnIn = (cell: Cell): Warn => {
    const place = `${file}: cell ${lesson.cells.indexOf(cell) + 1} ("${cell.id}")`
    return (sentence) => warnings.add(`${place}: ${sentence}`)
  }
  const relinkIn = (cell: Cell): Relink => relinkWith(cell.kind === 'markdown' ? cell.attachments : {}, pictures)
  const drawProse = (text: Prose, cell: Cell): string => markdown.html(text, relinkIn(cell), warnIn(cell))
  const draw = (cell: Cell): string => {
    const text = prose.get(cell.id)
    if (text) return proseCellHtml(cell.id, drawProse(text, cell))
    if (cell.kind !== 'code') return rawCellHtml(cell.id, cell.source)
    const drawMarkdown = (source: string): string => drawProse(markdown.read(source, `${cell.id}-output`), cell)
    return codeCellHtml(cell, lesson.codeLanguage, {
      cell: cell.id,
      trusted,
      say,
      relink: relinkIn(cell),
      figures,
      scripts,
      markdown: drawMarkdown,
    })
  }

  const headings = [...markdown.headings]
  const title = headings.find(({ level }) => level === 1)?.text ?? basename(file, '.ipynb')
  const drawn = new Map(cells.map((cell) => [cell, draw(cell)]))
  return {
    title,
    headings,
    html: [...drawn.values()].join('\n'),
    passages: passagesOf({ ...lesson, cells }, title, (id) => prose.get(id)),
    figures,
    slides: slidesOf(cells, (cell) => drawn.get(cell) ?? ''),
    pictures: [...pictures].sort(),
    scripts,
    warnings: [...warnings],
  }
}
