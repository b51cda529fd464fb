// Cells run one after the other, in the order in which they were asked for.
// Rule: the sockets are always drained, so what waits is known here; when a cell fails, all of it is aborted, without sleeps.

/** A place in the queue. */
export interface Turn {
  aborted: boolean
}

export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  readonly #waiting = new Set<Turn>()

  /** Runs `work` when everything before it has ended. `work` itself never rejects. */
  take(work: (turn: Turn) => Promise<void>): void {
    const turn = { aborted: false }
    this.#waiting.add(turn)
    this.#last = this.#last.then(() => {
      this.#waiting.delete(turn)
      return work(turn)
    })
  }

  /** Makes everything that waits now know that it must not run. */
  abortWaiting(): void {
    for (const turn of this.#waiting) turn.aborted = true
  }
}
