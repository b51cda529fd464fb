// The order of a book and the ways between its pages, on paths alone.
// Rule: a chapter needs no more than a path and a language here.
import { expect, it } from 'vitest'
import type { Language } from '../words/language.ts'
import { addressOf, type Book, frontOf, languagesOf, linkTo, neighboursOf, partsOf, translationOf } from './book.ts'
import type { Page } from './page.ts'

const page: Page = {
  title: '',
  headings: [],
  html: '',
  passages: [],
  figures: [],
  slides: [],
  pictures: [],
  scripts: [],
  warnings: [],
}
const chapter = (path: string, language: Language) => ({ path, language, page, notebook: '' })
const book: Book = {
  titles: {},
  chapters: [
    chapter('exercises/ex-01.ipynb', 'en'),
    chapter('10-pooling.ipynb', 'en'),
    chapter('02-dense.ipynb', 'en'),
    chapter('zh/10-pooling.ipynb', 'zh'),
    chapter('exercises/zh/ex-01.ipynb', 'zh'),
  ],
}
const find = (path: string) => book.chapters.find((other) => other.path === path)!

it('puts lessons before the other folders, and each folder in the order of its file names', () => {
  const order = (language: Language) => partsOf(book, language).map(({ chapters }) => chapters.map(({ path }) => path))
  expect(order('en')).toEqual([['02-dense.ipynb', '10-pooling.ipynb'], ['exercises/ex-01.ipynb']])
  expect(order('zh')).toEqual([['zh/10-pooling.ipynb'], ['exercises/zh/ex-01.ipynb']])
})

it('leads from a chapter to the one before and after it, across folders', () => {
  const { previous, next } = neighboursOf(book, find('10-pooling.ipynb'))
  expect([previous?.path, next?.path]).toEqual(['02-dense.ipynb', 'exercises/ex-01.ipynb'])
  expect(neighboursOf(book, find('02-dense.ipynb')).previous).toBeUndefined()
  expect(neighboursOf(book, find('exercises/zh/ex-01.ipynb')).next).toBeUndefined()
})

it('finds the same chapter in the other language', () => {
  expect(translationOf(book, find('10-pooling.ipynb'))?.path).toBe('zh/10-pooling.ipynb')
  expect(translationOf(book, find('exercises/zh/ex-01.ipynb'))?.path).toBe('exercises/ex-01.ipynb')
  expect(translationOf(book, find('02-dense.ipynb'))).toBeUndefined()
})

it('gives the first language the front page of the site', () => {
  expect([languagesOf(book), frontOf(book, 'en'), frontOf(book, 'zh')]).toEqual([
    ['en', 'zh'],
    'index.html',
    'zh/index.html',
  ])
  const chinese = { ...book, chapters: [find('zh/10-pooling.ipynb')] }
  expect(frontOf(chinese, 'zh')).toBe('index.html')
})

it('writes links that hold wherever the site stands, whatever the files are called', () => {
  expect(addressOf(find('zh/10-pooling.ipynb'))).toBe('zh/10-pooling.html')
  expect(linkTo('index.html', 'exercises/zh/ex-01.html')).toBe('../../index.html')
  expect(linkTo('a "b"/c#d?.html', 'index.html')).toBe('a%20%22b%22/c%23d%3F.html')
})
