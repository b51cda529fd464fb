// Which of the files that cells name have changed on disk, since TypeScript watches none by itself.
// Rule: a file is looked at when a cell names it, by a relative path in a string, just before that cell is checked.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const suffixes = ['', '.ts', '.tsx', '.mts', '.js', '.json', '/index.ts']

export class LocalFiles {
  readonly #folder: string
  readonly #times = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The files named in `source` that are not what they were when a cell last named them. */
  changedIn(source: string): string[] {
    const named = [...source.matchAll(/['"](\.{1,2}\/[^'"\n]+)['"]/g)].map(([, path]) => join(this.#folder, path!))
    return named.flatMap((path) => suffixes.map((suffix) => path + suffix)).filter((path) => this.#changed(path))
  }

  #changed(path: string): boolean {
    const time = existsSync(path) ? statSync(path).mtimeMs : undefined
    const before = this.#times.get(path)
    if (time === undefined || time === before) return false
    this.#times.set(path, time)
    return true
  }
}
