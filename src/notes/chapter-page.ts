// The page of a chapter: what the notebook says, what can be done with it, and the ways on.
// Rule: the notebook's HTML is put in as `renderPage` has made it; nothing is added inside.
import { basename } from 'node:path/posix'
import { escapeHtml } from '../display/html.ts'
import { type Say, sayIn } from '../words/language.ts'
import { addressOf, type Book, type Chapter, linkTo, neighboursOf, translationOf } from './book.ts'
import { framed } from './layout.ts'
import { phrases } from './phrases.ts'

/** The whole page of a chapter. */
export function chapterPage(book: Book, chapter: Chapter): string {
  const address = addressOf(chapter)
  const translation = translationOf(book, chapter)
  return framed(book, {
    address,
    language: chapter.language,
    title: chapter.page.title,
    main: main(book, chapter),
    chapter,
    ...(translation && { translation: { address: addressOf(translation), language: translation.language } }),
  })
}

/** Where the slides of a chapter stand: beside its page, so that its pictures and links lead to the same places. */
export function slidesAddress(chapter: Chapter): string {
  return addressOf(chapter).replace(/\.html$/, '.slides.html')
}

function main(book: Book, chapter: Chapter): string {
  const say = sayIn(chapter)
  return `${actions(chapter, say)}
<article>
${chapter.page.html}
</article>
${ways(book, chapter, say)}`
}

function actions(chapter: Chapter, say: Say): string {
  const notebook = encodeURIComponent(basename(chapter.path))
  const slides = encodeURIComponent(basename(slidesAddress(chapter)))
  const links = [
    `<a href="${notebook}" download>${say(phrases.download)}</a>`,
    ...(chapter.page.slides.length > 0 ? [`<a href="${slides}">${say(phrases.slides)}</a>`] : []),
    `<button type="button" class="print">${say(phrases.print)}</button>`,
  ]
  return `<div class="actions">${links.join('\n')}</div>`
}

function ways(book: Book, chapter: Chapter, say: Say): string {
  const { previous, next } = neighboursOf(book, chapter)
  const way = (to: Chapter, rel: 'prev' | 'next', word: string) =>
    `<a rel="${rel}" href="${linkTo(addressOf(to), addressOf(chapter))}"><span>${word}</span> ${escapeHtml(to.page.title)}</a>`
  return `<nav class="ways" aria-label="${say(phrases.neighbours)}">
${previous ? way(previous, 'prev', say(phrases.previous)) : ''}
${next ? way(next, 'next', say(phrases.next)) : ''}
</nav>`
}
