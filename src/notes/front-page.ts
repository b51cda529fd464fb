// The front page of a language: what the book is called, and every chapter with what it is about.
// Rule: it says only what the notebooks say: their titles and their sections.
import { escapeHtml } from '../display/html.ts'
import { type Language, sayIn } from '../words/language.ts'
import { addressOf, type Book, type Chapter, frontOf, languagesOf, linkTo, type Part, partsOf } from './book.ts'
import { bookTitle, framed, partName } from './layout.ts'
import { phrases } from './phrases.ts'

/** The whole front page of a language. */
export function frontPage(book: Book, language: Language): string {
  const other = languagesOf(book).find((another) => another !== language)
  const address = frontOf(book, language)
  return framed(book, {
    address,
    language,
    title: bookTitle(book, language),
    main: main(book, language, address),
    ...(other && { translation: { address: frontOf(book, other), language: other } }),
  })
}

function main(book: Book, language: Language, address: string): string {
  const say = sayIn({ language })
  const parts = partsOf(book, language)
  const first = parts[0]?.chapters[0]
  const start =
    first &&
    `<a class="start" href="${linkTo(addressOf(first), address)}">${say(phrases.start)} ${escapeHtml(first.page.title)}</a>`
  return `<div class="front">
<h1>${escapeHtml(bookTitle(book, language))}</h1>
<p>${start ?? ''}</p>
${parts.map((part) => partHtml(part, language, address)).join('\n')}
<noscript><p class="note">${say(phrases.scripts)}</p></noscript>
</div>`
}

function partHtml({ folder, chapters }: Part, language: Language, address: string): string {
  const name = folder === '' ? '' : `<h2>${escapeHtml(partName(folder, sayIn({ language })))}</h2>\n`
  return `${name}<ol class="chapters">\n${chapters.map((chapter) => entry(chapter, address)).join('\n')}\n</ol>`
}

function entry(chapter: Chapter, from: string): string {
  const link = linkTo(addressOf(chapter), from)
  const sections = chapter.page.headings.filter(({ level }) => level === 2)
  const items = sections.map(
    ({ id, text }) => `<li><a href="${link}#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`,
  )
  const list = items.length === 0 ? '' : `\n<ul>${items.join('\n')}</ul>`
  return `<li><a class="title" href="${link}">${escapeHtml(chapter.page.title)}</a>${list}</li>`
}
