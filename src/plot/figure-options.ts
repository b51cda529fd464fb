// What every figure may be told.
// Rule: an option here means the same in each figure.
import type { Language, Text } from '../words/language.ts'

/** What every figure may be told. */
export interface FigureOptions {
  /** The title; without it the figure says what it is. */
  title?: Text
  /** The language of its words; that of `setLanguage` unless told. */
  language?: Language
}
