// The frame around every page of the site: head, header, contents, and the landmarks that a screen reader jumps between.
// Rule: nothing is loaded from anywhere but the site's own folder, and the page's policy says so to the browser.
import { createHash } from 'node:crypto'
import { escapeHtml } from '../display/html.ts'
import { type Language, sayIn } from '../words/language.ts'
import {
  addressOf,
  type Book,
  type Chapter,
  encoded,
  figuresFolder,
  frontOf,
  linkTo,
  partsOf,
  rootFrom,
} from './book.ts'
import { phrases } from './phrases.ts'

/** A page to be framed. */
export interface Sheet {
  address: string
  language: Language
  title: string
  /** The HTML of `<main>`. */
  main: string
  /** The chapter of the page; the front page has none. */
  chapter?: Chapter
  /** Where the other language's switch leads. */
  translation?: { address: string; language: Language }
}

/** A whole page of the book. */
export function framed(book: Book, sheet: Sheet): string {
  const say = sayIn(sheet)
  return `${headOf(sheet, bookTitle(book, sheet.language), ['page.js', 'figures.js', 'search.js'])}
<body>
<a class="skip" href="#notes-main">${say(phrases.skip)}</a>
${header(book, sheet)}
<div class="sheet">
<nav id="notes-contents" class="contents" aria-label="${say(phrases.contents)}">
${contents(book, sheet)}
</nav>
<main id="notes-main" tabindex="-1">
${sheet.main}
</main>
</div>
${searchDialog(sheet)}
</body>
</html>
`
}

/** Everything before `<body>`; slides have the same. */
export function headOf({ address, language, title, chapter }: Sheet, book: string, scripts: string[]): string {
  const root = rootFrom(address)
  const name = title === book ? title : `${title} · ${book}`
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-root="${root}" data-index="search-${language}.js"${chapter ? ` data-figures="${encoded(figuresFolder(chapter))}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(chapter?.page.scripts ?? [])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}katex/katex.min.css">
<link rel="stylesheet" href="${root}assets/notes.css">
<script src="${root}assets/theme.js"></script>
${scripts.map((script) => `<script src="${root}assets/${script}" defer></script>`).join('\n')}
</head>`
}

/** What a book is called; where its folder does not say, it is lecture notes. */
export function bookTitle(book: Book, language: Language): string {
  return book.titles[language] ?? sayIn({ language })(phrases.book)
}

/**
 * The second wall behind the cleaning of HTML: no script runs but the site's own files and those scripts of trusted outputs
 * that are named by their hash; nothing is fetched, framed or sent. `file:` is for browsers to which the `'self'` of a page
 * that is opened from a disk matches nothing (https://github.com/w3c/webappsec-csp/issues/459).
 */
function policy(scripts: string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const rules = [
    "default-src 'none'",
    ["script-src 'self' file:", ...hashes].join(' '),
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data: blob:",
    "font-src 'self' file: data:",
    'media-src data:',
    'object-src data:',
    'frame-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return rules.join('; ')
}

function header(book: Book, { address, language, chapter, translation }: Sheet): string {
  const say = sayIn({ language })
  const other = translation && otherLanguage(translation, address)
  return `<header class="bar">
<button type="button" class="menu" aria-expanded="false" aria-controls="notes-contents">${say(phrases.contents)}</button>
<a class="home" href="${linkTo(frontOf(book, language), address)}">${escapeHtml(bookTitle(book, language))}</a>
<div class="tools">
${chapter ? `<button type="button" class="code-switch" data-other="${say(phrases.showCode)}">${say(phrases.hideCode)}</button>` : ''}
<button type="button" class="search-open" aria-haspopup="dialog"><kbd>/</kbd> ${say(phrases.search)}</button>
${other ?? ''}
<button type="button" class="theme" aria-label="${say(phrases.theme)}" title="${say(phrases.theme)}"></button>
</div>
</header>`
}

function otherLanguage({ address, language }: { address: string; language: Language }, from: string): string {
  const name = sayIn({ language: language === 'zh' ? 'en' : 'zh' })(phrases.otherLanguage)
  const tag = language === 'zh' ? 'zh-CN' : 'en'
  return `<a class="language" lang="${tag}" hreflang="${tag}" href="${linkTo(address, from)}">${name}</a>`
}

function contents(book: Book, sheet: Sheet): string {
  const say = sayIn(sheet)
  return partsOf(book, sheet.language)
    .map(({ folder, chapters }) => {
      const name = folder === '' ? '' : `<p class="part">${escapeHtml(partName(folder, say))}</p>\n`
      return `${name}<ol>\n${chapters.map((chapter) => contentsEntry(chapter, sheet)).join('\n')}\n</ol>`
    })
    .join('\n')
}

/** What the chapters of a folder are together. */
export function partName(folder: string, say: ReturnType<typeof sayIn>): string {
  return folder === 'exercises' ? say(phrases.exercises) : folder
}

function contentsEntry(chapter: Chapter, sheet: Sheet): string {
  const here = chapter === sheet.chapter
  const link = `<a href="${linkTo(addressOf(chapter), sheet.address)}"${here ? ' aria-current="page"' : ''}>${escapeHtml(chapter.page.title)}</a>`
  const sections = here ? chapter.page.headings.filter(({ level }) => level === 2) : []
  if (sections.length === 0) return `<li>${link}</li>`
  const items = sections.map(({ id, text }) => `<li><a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`)
  return `<li>${link}\n<ol>${items.join('\n')}</ol></li>`
}

function searchDialog({ language }: Sheet): string {
  const say = sayIn({ language })
  return `<dialog class="search" aria-label="${say(phrases.searchFor)}">
<form method="dialog" role="search">
<input type="search" aria-label="${say(phrases.searchFor)}" placeholder="${say(phrases.searchFor)}" autocomplete="off" spellcheck="false">
<button>${say(phrases.close)}</button>
</form>
<p class="found" role="status" data-found="${say(phrases.found)}" data-nothing="${say(phrases.nothingFound)}"></p>
<ol class="results"></ol>
</dialog>`
}
