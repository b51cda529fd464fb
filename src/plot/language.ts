// The language of a figure's words: English or Chinese, the same option for every figure.
// Rule: both forms of a text stand side by side where it is used; names that a caller gives are left as they are.

/** English or Chinese. */
export type Language = 'en' | 'zh'

/** A text, or one for each language. */
export type Text = string | Readonly<Record<Language, string>>

/** What every figure may be told. */
export interface FigureOptions {
  /** The title; without it the figure says what it is. */
  title?: Text
  /** The language of its words; that of `setLanguage` unless told. */
  language?: Language
}

/** Gives a text in the language of a figure. */
export type Say = (text: Text) => string

let chosen: Language = 'en'

/**
 * The language of all figures from now on that are not told another one; English at first. Throws a RangeError for
 * anything but 'en' and 'zh'.
 *
 * @example
 * ```ts
 * plot.setLanguage('zh')
 * plot.kernel(sobelX).layout.title?.text?.slice(0, 3) // → '卷积核'
 * plot.setLanguage('en')
 * ```
 */
export function setLanguage(language: Language): void {
  chosen = known(language)
}

/** How this figure speaks. */
export function sayIn({ language = chosen }: FigureOptions): Say {
  const spoken = known(language)
  return (text) => (typeof text === 'string' ? text : text[spoken])
}

function known(language: Language): Language {
  if (language === 'en' || language === 'zh') return language
  throw new RangeError(`There are no words in the language '${language}'. Use 'en' or 'zh'.`)
}
