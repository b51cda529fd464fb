// The door to Shiki: code in colours, for light and dark pages at once.
// Rule: a colour is a pair of CSS variables, --shiki-light and --shiki-dark, of which the page's style sheet takes one; code
// of a language that is not here is shown without colours.

import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import javascript from 'shiki/langs/javascript.mjs'
import json from 'shiki/langs/json.mjs'
import python from 'shiki/langs/python.mjs'
import shellscript from 'shiki/langs/shellscript.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import dark from 'shiki/themes/github-dark-default.mjs'
import light from 'shiki/themes/github-light-high-contrast.mjs'

const highlighter = createHighlighterCoreSync({
  themes: [light, dark],
  langs: [typescript, javascript, json, shellscript, python],
  engine: createJavaScriptRegexEngine(),
})

/**
 * Code as `<pre class="shiki"><code>…`, which the Tab key reaches so that its ends can be scrolled to.
 *
 * @example
 * ```ts
 * highlighted('let x = 1', 'ts') // → '<pre class="shiki …" tabindex="0"><code>…'
 * ```
 */
export function highlighted(code: string, language: string): string {
  const lang = highlighter.getLoadedLanguages().includes(language) ? language : 'text'
  return highlighter.codeToHtml(code.replace(/\n$/, ''), {
    lang,
    themes: { light: light.name ?? '', dark: dark.name ?? '' },
    defaultColor: false,
    // By default Shiki gives up on a line after 500 ms, so that a busy machine would make other bytes.
    tokenizeTimeLimit: 0,
  })
}
