// Downloads the archive of a package registry that TensorFlow's library is in, and keeps it until it is unpacked.
// Rule: an archive is used only if its sha256 is the one that we know, also when an earlier set-up left it.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SetUpError } from './command.ts'
import { makeFolder, sweepPartial } from './folder.ts'
import { home } from './place.ts'
import { type Report, timed } from './progress.ts'
import type { Source } from './sources.ts'

/**
 * A checked archive: one that an earlier set-up left, else the first of `from` that can be downloaded.
 *
 * @throws SetUpError when nothing here can download, or every download failed.
 */
export async function obtainArchive(report: Report, from: Source[]): Promise<{ source: Source; archive: string }> {
  for (const source of from) {
    const archive = archiveOf(source)
    if (existsSync(archive) && (await isIntact(archive, source))) return { source, archive }
  }
  await sweepPartial(downloads())
  const failures: string[] = []
  for (const source of from) {
    if (!(await source.isAvailable())) continue
    try {
      await download(source, report)
      return { source, archive: archiveOf(source) }
    } catch (error) {
      failures.push(`With ${source.through}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new SetUpError(
    failures.length === 0
      ? "Neither Python's pip nor Maven is here to download TensorFlow. Install one (Debian/Ubuntu: apt-get install python3-venv)."
      : `TensorFlow could not be downloaded.\n${failures.join('\n')}\nCheck the network and the settings of pip.`,
  )
}

function archiveOf(source: Source): string {
  return join(downloads(), source.version, source.archive)
}

/** Removes the archives, once what they hold is in place. */
export function dropArchives(): Promise<void> {
  return rm(downloads(), { recursive: true, force: true })
}

function downloads(): string {
  return join(home(), 'downloads')
}

async function download(source: Source, report: Report): Promise<void> {
  const folder = dirname(archiveOf(source))
  await rm(folder, { recursive: true, force: true })
  await makeFolder(folder, async (arriving) => {
    const doing = `Downloading TensorFlow ${source.version} with ${source.through}, ${source.megabytes} MB`
    const watch = setInterval(async () => {
      // pip and Maven copy the finished file once more: never say more than the whole.
      const arrived = Math.min(await megabytesIn(arriving), source.megabytes)
      report(`  ${arrived} of ${source.megabytes} MB`)
    }, 10_000)
    try {
      await timed(report, doing, () => source.download(arriving))
    } finally {
      clearInterval(watch)
    }
    if (await isIntact(join(arriving, source.archive), source)) return
    throw new Error(`${source.archive} is not the file that we know (its sha256 differs).`)
  })
}

async function isIntact(archive: string, source: Source): Promise<boolean> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex') === source.sha256
}

async function megabytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = names.map(async (name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6)
}
