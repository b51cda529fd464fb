// `say`: a text that a cell prints or draws, in the language of its notebook.
// Rule: for words; numbers and code are the same in every language.
import { sayIn, type Text } from '../words/language.ts'

/**
 * The text in the notebook's language, so that one code serves the English and the Chinese lesson.
 *
 * @example
 * ```ts
 * say({ en: 'weights', zh: '权重' }) // → 'weights'
 * ```
 */
export function say(text: Text): string {
  return sayIn()(text)
}
