// The site: every file of it, from the book to the scripts that the pages load.
// Rule: made in memory and in a fixed order; the same book gives the same bytes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { addressOf, type Book, figuresFolder, frontOf, languagesOf } from './book.ts'
import { chapterPage, slidesAddress } from './chapter-page.ts'
import { frontPage } from './front-page.ts'
import { mathFiles } from './math-files.ts'
import { searchScript } from './search.ts'
import { slidesPage } from './slides-page.ts'

/** The scripts and the style of the site stand in the package as they are served. */
const client = join(import.meta.dirname, '../../src/notes/client')
const clientFiles = ['notes.css', 'theme.js', 'page.js', 'figures.js', 'search.js', 'slides.js', 'icon.svg']

/** What the packages have for browsers: Plotly names it as its entry, MiniSearch has it beside its CommonJS entry. */
const { resolve } = createRequire(import.meta.url)
const plotly = resolve('plotly.js-dist')
const miniSearch = join(resolve('minisearch'), '../../umd/index.js')

/** A file of the site: its path from the site's root, with forward slashes. */
export type SiteFiles = Map<string, string | Uint8Array>

/** All files of the site. */
export function siteOf(book: Book): SiteFiles {
  const files: SiteFiles = new Map()
  for (const language of languagesOf(book)) {
    files.set(frontOf(book, language), frontPage(book, language))
    files.set(`assets/search-${language}.js`, searchScript(book, language))
  }
  for (const chapter of book.chapters) {
    files.set(addressOf(chapter), chapterPage(book, chapter))
    files.set(chapter.path, chapter.notebook)
    for (const { id, json } of chapter.page.figures)
      files.set(`${figuresFolder(chapter)}${id}.js`, figureScript(id, json))
    if (chapter.page.slides.length > 0) files.set(slidesAddress(chapter), slidesPage(book, chapter))
  }
  for (const { path, bytes } of mathFiles()) files.set(path, bytes)
  for (const name of clientFiles) files.set(`assets/${name}`, readFileSync(join(client, name)))
  if (book.chapters.some(({ page }) => page.figures.length > 0)) files.set('assets/plotly.js', readFileSync(plotly))
  files.set('assets/minisearch.js', readFileSync(miniSearch))
  return files
}

/** A figure as a script, because a page that is opened from a disk may load scripts but must not fetch JSON. */
function figureScript(id: string, json: string): string {
  return `notesFigures[${JSON.stringify(id)}] = ${json}\n`
}
