// The names that a cell declares and that have no value, since the cell failed or was stopped before it came to them.
// Rule: V8 says only "x is not defined"; a learner, who sees x declared above, is told why.
import type { Thrown } from '../language/failure.ts'

export class Unfinished {
  /** Name → the number of the cell that failed. */
  readonly #names = new Map<string, number>()

  /** Remembers how a cell that declares `names` ended. */
  ended(names: string[], count: number, well: boolean): void {
    for (const name of names) {
      if (well) this.#names.delete(name)
      else this.#names.set(name, count)
    }
  }

  /** The same error; one about such a name says which cell to run again. */
  explained(thrown: Thrown): Thrown {
    const name = /^(?:Cannot access ')?([\p{ID_Continue}$]+)(?: is not defined|' before initialization)$/u
    const missing = thrown.name === 'ReferenceError' ? name.exec(thrown.message)?.[1] : undefined
    const count = missing === undefined ? undefined : this.#names.get(missing)
    if (count === undefined) return thrown
    const why = `Cell [${count}], which declares it, ended before ${missing} got its value. Run that cell again first.`
    return { ...thrown, message: `${thrown.message}. ${why}` }
  }
}
