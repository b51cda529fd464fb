// Formulas: numbers for the equations that have a label, references to them, and what a formula says as plain text. The door
// to KaTeX itself; markdown.ts draws the formulas through its plugin for markdown-it.
// Rule: an equation is numbered if it has a `\label` (with the page's next number) or a `\tag` (with what that says), as in
// LaTeX's starred environments; nothing in a formula may load, link outside the page or carry attributes.
import katex, { type KatexOptions } from 'katex'

/** The equations of a page: their numbers by label. */
export class Equations {
  readonly #numbers = new Map<string, string>()
  #count = 0

  /** Takes the labels out of a formula that stands on its own, and puts the numbers in. */
  number(tex: string): { tex: string; labels: string[] } {
    const labels: string[] = []
    const rows = withoutAutomaticNumbers(tex).split(/(\\\\)/)
    const numbered = rows.map((row) =>
      row.replace(/\\label\s*\{([^{}]*)\}/g, (_, label: string) => {
        labels.push(label)
        const tag = /\\tag\*?\s*\{([^{}]*)\}/.exec(row)?.[1]
        this.#numbers.set(label, tag ?? `${++this.#count}`)
        return tag === undefined ? `\\tag{${this.#count}}` : ''
      }),
    )
    return { tex: numbered.join(''), labels }
  }

  /** The number of the equation with this label, once every formula of the page has been numbered. */
  numberOf(label: string): string | undefined {
    return this.#numbers.get(label)
  }

  /** A formula with numbers for its `\eqref{…}` and `\ref{…}`: without a link, which a screen reader could not reach there. */
  referring(tex: string, missing: (label: string) => void): string {
    return tex.replace(/\\(eq)?ref\s*\{([^{}]*)\}/g, (_, eq: string | undefined, label: string) => {
      const number = this.numberOf(label)
      if (number === undefined) missing(label)
      return `\\text{${eq === undefined ? (number ?? '?') : `(${number ?? '?'})`}}`
    })
  }
}

/** The id of the equation with this label. */
export function anchorOf(label: string): string {
  return `equation-${label.trim().replace(/[^\p{L}\p{N}:._-]+/gu, '-')}`
}

/** What KaTeX is told, for one page: `\newcommand` in one cell holds in those below, as in a notebook. */
export function mathOptions(): KatexOptions {
  return {
    throwOnError: false,
    globalGroup: true,
    macros: {},
    maxSize: 50,
    maxExpand: 1000,
  }
}

/** What is wrong with a formula that KaTeX could not read, from what it drew in its place. */
export function mathFault(html: string): string | undefined {
  const fault = /class="katex-error" title="(?:ParseError: )?(?:KaTeX parse error: )?([^"]*)"/.exec(html)
  return fault ? unescaped(fault[1]!) : undefined
}

/**
 * A formula as a line of text, for a table of contents and for search.
 *
 * @example
 * ```ts
 * mathText('X \\cdot W') // → 'X⋅W'
 * ```
 */
export function mathText(tex: string): string {
  const mathml = katex.renderToString(tex, { output: 'mathml', throwOnError: false, strict: 'ignore' })
  return unescaped(mathml.replace(/<annotation.*?<\/annotation>|<[^>]*>/gs, ''))
    .replace(/\p{Cf}/gu, '')
    .trim()
}

/** What KaTeX has escaped, and nothing else. */
function unescaped(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name]!)
}

/** Only what has a label is numbered, so that numbers and references cannot disagree. */
function withoutAutomaticNumbers(tex: string): string {
  return tex.replace(/\\(begin|end)\s*\{(equation|align|alignat|gather)\}/g, '\\$1{$2*}')
}
