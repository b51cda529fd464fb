// The door to markdown-it and its plugins: Markdown as a notebook page shows it.
// Rule: a page is read as a whole before any of it is drawn, so that a reference may come before its equation; what is drawn
// is sanitised as a whole, and only our own pieces (formulas, highlighted code) go around the sanitiser, as marks.
import { alert } from '@mdit/plugin-alert'
import { footnote } from '@mdit/plugin-footnote'
import { katex } from '@mdit/plugin-katex'
import MarkdownIt, { type Token } from 'markdown-it'
import { escapeHtml } from '../display/html.ts'
import type { Say } from '../words/language.ts'
import { highlighted } from './highlight.ts'
import { Marks } from './marks.ts'
import { anchorOf, Equations, mathFault, mathOptions, mathText } from './math.ts'
import { addMathRules } from './math-rules.ts'
import { type Relink, sanitized } from './sanitize.ts'

/** A heading of the page: its anchor, its text without markup, and its level from 1 to 6. */
export interface Heading {
  id: string
  text: string
  level: number
}

/** A piece of Markdown that has been read. */
export interface Prose {
  tokens: Token[]
  env: object
}

/** Hears a sentence about something in the page that its author should mend. */
export type Warn = (sentence: string) => void

/** Reads and draws the Markdown of one page. */
export class MarkdownPage {
  readonly headings: Heading[] = []
  readonly #markdown: MarkdownIt
  readonly #marks = new Marks()
  readonly #equations = new Equations()
  readonly #ids = new Set<string>()
  #warn: Warn = () => {}

  constructor(say: Say) {
    this.#markdown = new MarkdownIt({ html: true, linkify: true })
    this.#markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
    this.#markdown.use(footnote).use(alert, { titleRender: (tokens, at) => alertTitle(tokens[at]!.markup, say) })
    this.#markdown.use(katex, {
      ...mathOptions(),
      logger: () => 'ignore',
      transformer: (html: string) => this.#formula(html),
    })
    addMathRules(this.#markdown)
    this.#drawOurWay(this.#markdown.renderer.rules)
  }

  /** Reads a text; `place` is its cell's id, which makes the ids of its footnotes its own. */
  read(source: string, place: string): Prose {
    const env = { docId: place }
    const tokens = this.#markdown.parse(source, env)
    for (const token of everyToken(tokens)) {
      if (token.type === 'math_block' || token.type === 'math_display') this.#number(token)
      else if (token.type === 'math_inline') referenceAlone(token)
    }
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open') this.#name(token, tokens[index + 1]!)
    }
    return { tokens, env }
  }

  /** The HTML of a text. What is wrong in it is told to `warn`. */
  html({ tokens, env }: Prose, relink: Relink, warn: Warn): string {
    this.#warn = warn
    const html = this.#markdown.renderer.render(tokens, this.#markdown.options, env)
    return this.#marks.fill(sanitized(html, relink))
  }

  #number(token: Token): void {
    const { tex, labels } = this.#equations.number(token.content)
    token.content = tex
    token.meta = { labels }
  }

  #name(heading: Token, inline: Token): void {
    const text = plainText(inline)
    const wanted = text.replace(/\s+/g, '-').replace(/^(notes-|$)/, 'section-$1')
    let id = wanted
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted}-${count}`
    this.#ids.add(id)
    heading.attrSet('id', id)
    this.headings.push({ id, text, level: Number(heading.tag.slice(1)) })
  }

  #formula(html: string): string {
    const fault = mathFault(html)
    if (fault !== undefined) this.#warn(`a formula cannot be read: ${fault}`)
    const block = /^<p class='katex-block'>(.*)<\/p>\n$/s.exec(html)?.[1]
    return this.#marks.put(block === undefined ? html : `<span class="math-block" tabindex="0">${block}</span>`)
  }

  #drawOurWay(rules: MarkdownIt['renderer']['rules']): void {
    const code = (token: Token): string =>
      this.#marks.put(highlighted(token.content, token.info.trim().split(/\s/)[0]!))
    rules.fence = (tokens, at) => code(tokens[at]!)
    rules.code_block = (tokens, at) => code(tokens[at]!)
    rules.table_open = () => `${this.#marks.put('<div class="table" tabindex="0">')}<table>`
    rules.table_close = () => `</table>${this.#marks.put('</div>')}`
    rules.heading_close = (tokens, at) => `${this.#anchor(tokens, at)}</${tokens[at]!.tag}>\n`
    for (const type of ['math_inline', 'math_block', 'math_display']) this.#drawFormula(rules, type)
    rules.equation_reference = (tokens, at) => this.#reference(tokens[at]!)
  }

  #anchor(tokens: Token[], close: number): string {
    const id = `${tokens[close - 2]?.attrGet('id')}`
    const link = `<a class="anchor" href="#${encodeURIComponent(id)}" aria-hidden="true" tabindex="-1">#</a>`
    return this.#marks.put(link)
  }

  /** The plugin draws, from a text whose references are resolved; before it stand the anchors of its labels. */
  #drawFormula(rules: MarkdownIt['renderer']['rules'], type: string): void {
    const draw = rules[type]!
    rules[type] = (tokens, at, options, env, self) => {
      const token = tokens[at]!
      token.content = this.#equations.referring(token.content, (label) => this.#missing(label))
      const anchors = labelsOf(token).map((label) => `<span id="${escapeHtml(anchorOf(label))}"></span>`)
      return anchors.join('') + draw(tokens, at, options, env, self)
    }
  }

  #reference({ content: label, markup }: Token): string {
    const number = this.#equations.numberOf(label)
    if (number === undefined) this.#missing(label)
    const text = markup === 'eqref' ? `(${number ?? '?'})` : (number ?? '?')
    return `<a class="reference" href="#${escapeHtml(encodeURIComponent(anchorOf(label)))}">${escapeHtml(text)}</a>`
  }

  #missing(label: string): void {
    this.#warn(`there is no equation with the label "${label}".`)
  }
}

/** What a token says, without its markup. */
export function plainText(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  if (token.type.startsWith('math_')) return mathText(token.content)
  if (token.children && token.type !== 'image') return token.children.map(plainText).join('').trim()
  return ['text', 'code_inline', 'image', 'fence', 'code_block'].includes(token.type) ? token.content : ''
}

function everyToken(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...everyToken(token.children ?? [])])
}

/** `$\eqref{…}$`, as MathJax wants it in some pages, is a reference like one in the sentence. */
function referenceAlone(token: Token): void {
  const [, kind, label] = /^\s*\\(eqref|ref)\{([^{}]*)\}\s*$/.exec(token.content) ?? []
  if (kind !== undefined) Object.assign(token, { type: 'equation_reference', markup: kind, content: label })
}

function labelsOf({ meta }: Token): string[] {
  return Array.isArray(meta?.labels) ? meta.labels : []
}

function alertTitle(kind: string, say: Say): string {
  return `<p class="markdown-alert-title">${say(alertTitles[kind] ?? kind)}</p>\n`
}

const alertTitles: Record<string, { en: string; zh: string }> = {
  note: { en: 'Note', zh: '说明' },
  tip: { en: 'Tip', zh: '提示' },
  important: { en: 'Important', zh: '重要' },
  warning: { en: 'Warning', zh: '注意' },
  caution: { en: 'Caution', zh: '警告' },
}
