// Tagged templates whose value shows itself: html`<b>${x}</b>`, svg`…`, md`…` and tex`\frac{1}{n}`.
// Rule: what is put into HTML or SVG is escaped (a word like `<pad>` must not vanish), unless a tag made it.
import { inspect } from 'node:util'
import type { MimeBundle } from '../protocol/messages.ts'
import { escapeHtml } from './html.ts'
import { markupOf } from './markup.ts'
import { type Displayable, displayKey, render } from './render.ts'

/** Content of one MIME type. As text (`String(fragment)`, or inside another template) it is its own source. */
export class Fragment implements Displayable {
  readonly #mime: string
  readonly #source: string

  constructor(mime: string, source: string) {
    this.#mime = mime
    this.#source = source
  }

  [displayKey](): MimeBundle {
    return { [this.#mime]: this.#source, 'text/plain': this.#source }
  }

  toString(): string {
    return this.#source
  }

  [inspect.custom](): string {
    return this.#source
  }
}

/**
 * HTML. What is put in is shown as text, but other HTML is taken as it is, a list is joined, a value with a picture or a
 * table of its own (a tensor) is that, and false, null and undefined are nothing.
 *
 *     html`<ul>${words.map((word) => html`<li>${word}</li>`)}</ul>`
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  return new Fragment('text/html', String.raw({ raw: strings }, ...values.map(insertionOf)))
}

/** SVG, with the same rules as `html`: svg`<svg viewBox="0 0 9 9"><circle r="${radius}"/></svg>`. */
export function svg(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  return new Fragment('image/svg+xml', String.raw({ raw: strings }, ...values.map(insertionOf)))
}

/** Markdown: md`# Epoch ${epoch}`. */
export function md(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  return new Fragment('text/markdown', String.raw({ raw: strings }, ...values))
}

/** A formula in LaTeX, with its backslashes as they are: tex`h = \frac{n - k + ${p}}{s}`. */
export function tex(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  // IPython's `Math` wraps a formula so too: large symbols, and at the left like every other output.
  return new Fragment('text/latex', `$\\displaystyle ${String.raw(strings, ...values).trim()}$`)
}

function insertionOf(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(insertionOf).join('')
  const bundle = typeof value === 'object' ? render(value) : undefined
  return bundle === undefined || bundle instanceof Promise ? escapeHtml(String(value)) : markupOf(bundle)
}
