// Text made of pieces of another text, which remembers where each piece came from.
// Rule: every offset of the made text leads back to an offset of the original.

interface Piece {
  start: number
  from: number
  kept: boolean
}

export class Pieces {
  readonly #original: string
  readonly #pieces: Piece[] = []
  #text = ''

  constructor(original: string) {
    this.#original = original
  }

  get text(): string {
    return this.#text
  }

  /** Appends the original's characters from `start` to `end`. */
  keep(start: number, end: number): void {
    if (end <= start) return
    this.#pieces.push({ start: this.#text.length, from: start, kept: true })
    this.#text += this.#original.slice(start, end)
  }

  /** Appends new text, all of which stands for the original's place `from`. */
  insert(text: string, from: number): void {
    this.#pieces.push({ start: this.#text.length, from, kept: false })
    this.#text += text
  }

  /** Where the character at `offset` of the made text comes from. */
  originOf(offset: number): number {
    const piece = this.#pieces.findLast(({ start }) => start <= offset)
    if (!piece) return 0
    return piece.kept ? piece.from + offset - piece.start : piece.from
  }
}
