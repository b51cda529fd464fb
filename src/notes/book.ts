// The book as data: which chapters there are, in which order, and which is the same one in the other language.
// Rule: order and addresses follow from the files' paths alone, so that the same notebooks make the same book.
import type { Language } from '../words/language.ts'
import type { Page } from './page.ts'

/** One notebook of the book. */
export interface Chapter {
  /** The notebook's path in the book, with forward slashes: `exercises/zh/ex-01.ipynb`. Its page stands at the same place. */
  path: string
  language: Language
  page: Page
  /** The notebook as it can be downloaded. */
  notebook: string
}

/** All chapters, and what the book is called in each language that it has. */
export interface Book {
  titles: Partial<Record<Language, string>>
  chapters: Chapter[]
}

/** Chapters that stand in one folder, whatever their language: `''` are the lessons. */
export interface Part {
  folder: string
  chapters: Chapter[]
}

/** The languages of a book, the one that its front page speaks first. */
export function languagesOf(book: Book): Language[] {
  return (['en', 'zh'] as const).filter((language) => book.chapters.some((chapter) => chapter.language === language))
}

/** The chapters of one language by part, lessons first; within a part by file name. */
export function partsOf(book: Book, language: Language): Part[] {
  const chapters = book.chapters.filter((chapter) => chapter.language === language)
  const folders = [...new Set(chapters.map(folderOf))].sort(byCodeUnit)
  return folders.map((folder) => ({
    folder,
    chapters: chapters.filter((chapter) => folderOf(chapter) === folder).sort((a, b) => byCodeUnit(a.path, b.path)),
  }))
}

/** The chapters before and after this one, in its language. */
export function neighboursOf(book: Book, chapter: Chapter): { previous?: Chapter; next?: Chapter } {
  const order = partsOf(book, chapter.language).flatMap(({ chapters }) => chapters)
  const place = order.indexOf(chapter)
  const [previous, next] = [order[place - 1], order[place + 1]]
  return { ...(previous && { previous }), ...(next && { next }) }
}

/** The same chapter in another language: the same path but for the folders that are named after a language. */
export function translationOf(book: Book, chapter: Chapter): Chapter | undefined {
  return book.chapters.find(
    (other) => other.language !== chapter.language && withoutLanguage(other.path) === withoutLanguage(chapter.path),
  )
}

/** Where a chapter's page stands in the site: `zh/05-cross-correlation.html`. */
export function addressOf(chapter: Chapter): string {
  return `${chapter.path.replace(/\.ipynb$/, '')}.html`
}

/** Where the numbers of a chapter's figures stand, with a slash at its end. */
export function figuresFolder(chapter: Chapter): string {
  return `figures/${chapter.path.replace(/\.ipynb$/, '')}/`
}

/** The front page of a language: the first language has the site's `index.html`. */
export function frontOf(book: Book, language: Language): string {
  return languagesOf(book)[0] === language ? 'index.html' : `${language}/index.html`
}

/** The way from a page up to the site's root: `''`, `'../'`, … */
export function rootFrom(address: string): string {
  return '../'.repeat(address.split('/').length - 1)
}

/** A link from one page of the site to another, as it is written in HTML. */
export function linkTo(address: string, from: string): string {
  return rootFrom(from) + encoded(address)
}

/** A path of the site as it is written in a link. */
export function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function folderOf({ path }: Chapter): string {
  return withoutLanguage(path).split('/').slice(0, -1).join('/')
}

function withoutLanguage(path: string): string {
  const folders = path.split('/')
  return folders.filter((name, place) => place === folders.length - 1 || (name !== 'en' && name !== 'zh')).join('/')
}

/** The same on every machine, unlike a comparison in the user's locale. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
