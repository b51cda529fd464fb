// Which of the files that cells name have changed on disk, since TypeScript watches none by itself.
// Rule: a file is looked at when a cell names it, or a file that the cell names does, just before that cell is checked.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { manifestsOf, packageOf } from '../project/missing.ts'
import { existingFile, fileByPaths } from '../project/tsconfig.ts'

/** `from 'x'`, `import 'x'`, `import('x')` and `require('x')`. */
const importing = /\b(?:from|import|require)\s*\(?\s*['"]([^'"\n]+)['"]/g

/** What happened to a file, in LSP's numbers. */
export interface FileChange {
  path: string
  type: typeof created | typeof changed | typeof deleted
}

const created = 1
const changed = 2
const deleted = 3

export class LocalFiles {
  readonly #folder: string
  readonly #paths: Record<string, string[]>
  readonly #times = new Map<string, number>()

  /** `paths` are the tsconfig's, absolute. */
  constructor(folder: string, paths: Record<string, string[]>) {
    this.#folder = folder
    this.#paths = paths
  }

  /**
   * The files behind `source`: which are not what they were when a cell last named them (changed, new or gone), and which are
   * the learner's own modules in TypeScript.
   */
  behind(source: string): { changes: FileChange[]; modules: string[] } {
    const files = new Set<string>()
    this.#collect(source, this.#folder, files)
    return {
      changes: [...files].flatMap((path) => this.#changeOf(path) ?? []),
      modules: [...files].filter((path) => /\.m?tsx?$/.test(path) && existsSync(path)),
    }
  }

  #collect(source: string, folder: string, files: Set<string>): void {
    for (const [, specifier = ''] of source.matchAll(importing)) {
      const path = specifier.startsWith('.') ? join(folder, specifier) : undefined
      const file = path ? existingFile(path) : fileByPaths(specifier, this.#paths)
      if (file === undefined) for (const place of path ? [path] : this.#manifests(specifier)) files.add(place)
      else if (!files.has(file) && !file.includes('/node_modules/')) {
        files.add(file)
        if (/\.[cm]?[jt]sx?$/.test(file)) this.#collect(textOf(file), dirname(file), files)
      }
    }
  }

  /** Where a package would be found: it may have been installed since a cell first asked for it. */
  #manifests(specifier: string): string[] {
    const name = packageOf(specifier)
    if (name === undefined) return []
    return manifestsOf(name, this.#folder)
  }

  #changeOf(path: string): FileChange | undefined {
    const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    const before = this.#times.get(path)
    if (time === before) return undefined
    if (time === undefined) {
      this.#times.delete(path)
      return { path, type: deleted }
    }
    this.#times.set(path, time)
    return { path, type: before === undefined ? created : changed }
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
