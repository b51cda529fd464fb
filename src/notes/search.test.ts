// Which words a text has, and that the browser's copy of the function has all that it needs.
// Rule: one line per text.
import { expect, it } from 'vitest'
import { wordsOf } from './search.ts'

const texts: [string, string[]][] = [
  ['Cross-correlation, Slide!', ['cross', 'correlation', 'slide']],
  ['corr2d(X, edge_image)', ['corr2d', 'x', 'edge_image']],
  ['卷积核', ['卷积', '积核', '核']],
  ['用3×3的卷积', ['用', '3', '3', '的卷', '卷积', '积']],
  ['ＲＧＢ Größe', ['rgb', 'größe']],
  ['', []],
  ['··· → ∑', []],
]

it.each(texts)('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('works alone, as it will in the browser', () => {
  const alone: unknown = new Function(`return (${wordsOf})('卷积 layer')`)()
  expect(alone).toEqual(['卷积', '积', 'layer'])
})
