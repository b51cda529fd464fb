// The search index of one language, built when the book is made and read by the browser.
// Rule: text becomes words in one function, which the browser gets too: an index and a query never disagree.
import MiniSearch from 'minisearch'
import type { Language } from '../words/language.ts'
import { addressOf, type Book, partsOf } from './book.ts'

const indexOptions = { fields: ['heading', 'text', 'chapter'], storeFields: ['address', 'chapter', 'heading', 'text'] }

/**
 * The words of a text, in lower case. Chinese is cut into pairs of characters, as search engines do (Lucene's
 * CJKAnalyzer), and not into dictionary words: those differ between the versions of ICU in Node and in browsers.
 * It must not use anything outside itself, because its own text is what the browser runs.
 *
 *     wordsOf('A 2×2 卷积核')  →  ['a', '2', '2', '卷积', '积核', '核']
 */
export function wordsOf(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase()
  const words = runs.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+/gu) ?? []
  return words.flatMap((word) => {
    if (!/^\p{Script=Han}/u.test(word)) return [word]
    const characters = [...word]
    return characters.map((character, place) => character + (characters[place + 1] ?? ''))
  })
}

/** A script that gives the page `wordsOf`, the options of the index, and the index itself. */
export function searchScript(book: Book, language: Language): string {
  const index = new MiniSearch({ ...indexOptions, tokenize: wordsOf, processTerm: (term) => term })
  index.addAll(passagesOf(book, language))
  return [
    '// Made by `tensorcell notes`: the index of all passages, and the function that cuts texts into words.',
    `var notesWordsOf = ${wordsOf}`,
    `var notesIndexOptions = ${JSON.stringify(indexOptions)}`,
    `var notesIndex = ${JSON.stringify(JSON.stringify(index))}`,
    '',
  ].join('\n')
}

function passagesOf(book: Book, language: Language): object[] {
  const chapters = partsOf(book, language).flatMap((part) => part.chapters)
  const passages = chapters.flatMap((chapter) =>
    chapter.page.passages.map(({ id, heading, text }) => ({
      address: `${addressOf(chapter)}${id === '' ? '' : `#${id}`}`,
      chapter: chapter.page.title,
      heading,
      text: text.replace(/\s+/g, ' ').trim(),
    })),
  )
  return passages.map((passage, id) => ({ id, ...passage }))
}
