// Finished pieces of HTML (a formula, highlighted code) that go around the sanitiser, which would take them apart.
// Rule: a mark is an element that carries a random secret, so no author can write one; where the sanitiser finds it in an
// attribute it is escaped, and so is never filled in there.
import { randomUUID } from 'node:crypto'

/** Keeps pieces, and gives a mark for each. The bytes of the page do not show the secret: every mark is filled in. */
export class Marks {
  readonly #secret = randomUUID()
  readonly #pieces: string[] = []

  /** A mark that stands for a finished piece of HTML. */
  put(piece: string): string {
    this.#pieces.push(piece)
    return `<span data-mark="${this.#secret}-${this.#pieces.length - 1}"></span>`
  }

  /** The HTML with every mark filled in. */
  fill(html: string): string {
    const mark = new RegExp(`<span data-mark="${this.#secret}-(\\d+)"></span>`, 'g')
    return html.replace(mark, (_, index: string) => this.#pieces[Number(index)] ?? '')
  }
}
