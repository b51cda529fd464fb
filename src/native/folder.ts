// Makes a folder whole or not at all, so that set-up can be killed at any point and run again.
// Rule: work happens in a folder named partial-…; only a finished one is renamed to its final name, which is atomic.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const prefix = 'partial-'

/** Has `fill` make the contents of `path` in a folder beside it, and gives it its name when it is finished. */
export async function makeFolder(path: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = join(dirname(path), `${prefix}${randomUUID()}`)
  await mkdir(partial, { recursive: true })
  try {
    await fill(partial)
    await rename(partial, path)
  } catch (error) {
    // Another set-up may have been first, on a machine that shares this folder. What it made is as good.
    if (!existsSync(path)) throw error
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** Removes what killed set-ups left in `parent`. */
export async function sweepPartial(parent: string): Promise<void> {
  const names = existsSync(parent) ? await readdir(parent) : []
  const left = names.filter((name) => name.startsWith(prefix))
  // A killed set-up's npm may still be writing there for a moment: then rm fails, and the next set-up sweeps.
  await Promise.allSettled(left.map((name) => rm(join(parent, name), { recursive: true, force: true })))
}
