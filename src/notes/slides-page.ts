// The slides of a chapter: one screen for each, turned by keys, by a tap, or by an address such as `#3`.
// Rule: they are the notebook's own cells in the book's own style; without scripts they stand below each other.
import { basename } from 'node:path/posix'
import { escapeHtml } from '../display/html.ts'
import { sayIn } from '../words/language.ts'
import { addressOf, type Book, type Chapter } from './book.ts'
import { slidesAddress } from './chapter-page.ts'
import { bookTitle, headOf } from './layout.ts'
import { phrases } from './phrases.ts'

/** The page with a chapter's slides. Slides that stand below one another in Jupyter's tagging follow each other here. */
export function slidesPage(book: Book, chapter: Chapter): string {
  const say = sayIn(chapter)
  const address = slidesAddress(chapter)
  const slides = chapter.page.slides.flat()
  const sections = slides.map(
    (html, place) =>
      `<section class="slide" aria-roledescription="${say(phrases.slide)}" aria-label="${place + 1} / ${slides.length}"><div>\n${html}\n</div></section>`,
  )
  const sheet = { address, language: chapter.language, title: chapter.page.title, main: '', chapter }
  return `${headOf(sheet, bookTitle(book, chapter.language), ['page.js', 'figures.js', 'slides.js'])}
<body class="slides">
<main id="notes-main">
<h1 class="hidden">${escapeHtml(chapter.page.title)}</h1>
${sections.join('\n')}
</main>
<nav class="turn" aria-label="${say(phrases.slides)}">
<a href="${encodeURIComponent(basename(addressOf(chapter)))}">${say(phrases.backToText)}</a>
<button type="button" class="back" aria-label="${say(phrases.previous)}">←</button>
<span class="place" role="status"></span>
<button type="button" class="on" aria-label="${say(phrases.next)}">→</button>
<button type="button" class="theme" aria-label="${say(phrases.theme)}" title="${say(phrases.theme)}"></button>
</nav>
</body>
</html>
`
}
