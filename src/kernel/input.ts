// Questions to the person at the front end, and their answers.
// Rule: one question at a time, asked by the cell that runs; the sleeping main thread gets an answer, or is terminated by Stop.
import type { InputRequest, RequestOf } from '../protocol/messages.ts'
import type { Wire } from '../protocol/sockets.ts'
import type { Answer } from '../runtime/link.ts'

export class Input {
  readonly #wire: Wire
  #asked: ((answer: Answer) => void) | undefined

  constructor(wire: Wire) {
    this.#wire = wire
    void this.#hear()
  }

  /** Asks the front end that sent `request`; there is none when its cell has ended. */
  ask(request: RequestOf<'execute_request'> | undefined, question: InputRequest): Promise<Answer> {
    if (!request) return Promise.resolve({ refused: 'late' })
    if (request.content.allow_stdin === false) return Promise.resolve({ refused: 'nobody' })
    this.#wire.ask(request, question)
    return new Promise((resolve) => {
      this.#asked = resolve
    })
  }

  /** Forgets the question that is open: who asked it was terminated while it slept. */
  forget(): void {
    this.#asked = undefined
  }

  /** An answer to no question is one that came after Stop. */
  async #hear(): Promise<void> {
    for await (const value of this.#wire.answers()) this.#settle({ value })
  }

  #settle(answer: Answer): void {
    this.#asked?.(answer)
    this.#asked = undefined
  }
}
