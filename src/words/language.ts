// The language of the words that a learner reads in figures, claims and exercises: English or Chinese.
// Rule: both forms of a text stand side by side where it is used; names that a caller gives are left as they are.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** English or Chinese. */
export type Language = 'en' | 'zh'

/** A text, or one for each language. */
export type Text = string | Readonly<Record<Language, string>>

/** Gives a text in the language that was chosen. */
export type Say = (text: Text) => string

let chosen: Language | undefined

/**
 * The language of everything from now on that is not told another one. At first it is that of the notebook's folder, which
 * a file `tensorcell.json` with `{ "language": "zh" }` sets, else English. Throws a RangeError for anything but 'en' and 'zh'.
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

/** How to say texts: in the language that is told, else in the chosen one. */
export function sayIn(options: { language?: Language | undefined } = {}): Say {
  const spoken = options.language === undefined ? currentLanguage() : known(options.language)
  return (text) => (typeof text === 'string' ? text : text[spoken])
}

/** The language that `setLanguage` or the notebook's folder has chosen. */
export function currentLanguage(): Language {
  chosen ??= languageOf(process.cwd())
  return chosen
}

function languageOf(folder: string): Language {
  const file = join(folder, 'tensorcell.json')
  if (!existsSync(file)) return 'en'
  const settings = JSON.parse(readFileSync(file, 'utf8')) as { language?: Language }
  return known(settings.language ?? 'en')
}

function known(language: Language): Language {
  if (language === 'en' || language === 'zh') return language
  throw new RangeError(`There are no words in the language '${language}'. Use 'en' or 'zh'.`)
}
