// TensorFlow's two shared libraries, in a folder of the user's cache named by their version: downloaded, checked, unpacked,
// stripped of symbols (a quarter of their size), with their licences.
// Rule: an archive is used only if its sha256 is the one that we know, also when an earlier set-up left it.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run, SetUpError } from './command.ts'
import { makeFolder } from './folder.ts'
import { home } from './place.ts'
import { type Report, timed } from './progress.ts'
import { type Source, sources } from './sources.ts'
import { extract } from './zip.ts'

/** The libraries that the addon links to. */
export const libraryNames = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']

/**
 * The folder with both libraries, made if it is not there.
 *
 * @throws SetUpError when nothing here can download them, or every download failed.
 */
export async function fetchLibrary(report: Report, from: Source[] = sources): Promise<string> {
  const ready = from.map(folderFor).find(hasLibraries)
  if (ready !== undefined) return ready
  const { source, archive } = await obtain(report, from)
  const folder = folderFor(source)
  await rm(folder, { recursive: true, force: true })
  await makeFolder(folder, (partial) => unpack(archive, source, partial, report))
  await rm(downloads(), { recursive: true, force: true })
  return folder
}

/** Where archives wait until they are unpacked. */
function downloads(): string {
  return join(home(), 'downloads')
}

function folderFor(source: Source): string {
  return join(home(), `tensorflow-${source.version}`)
}

function hasLibraries(folder: string): boolean {
  return libraryNames.every((name) => existsSync(join(folder, name)))
}

/** A checked archive: one that is already here, else the first that can be downloaded. */
async function obtain(report: Report, from: Source[]): Promise<{ source: Source; archive: string }> {
  for (const source of from) {
    const archive = join(downloads(), source.archive)
    if (existsSync(archive) && (await isIntact(archive, source))) return { source, archive }
  }
  const failures: string[] = []
  for (const source of from) {
    if (!(await source.isAvailable())) continue
    try {
      return { source, archive: await download(source, report) }
    } catch (error) {
      failures.push(`With ${source.through}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new SetUpError(
    failures.length === 0
      ? 'Neither pip nor Maven is here to download TensorFlow. Install pip (Debian/Ubuntu: apt-get install python3-pip).'
      : `TensorFlow could not be downloaded.\n${failures.join('\n')}\nCheck the network and the settings of pip.`,
  )
}

async function download(source: Source, report: Report): Promise<string> {
  const archive = join(downloads(), source.archive)
  const arriving = join(downloads(), source.through)
  await rm(arriving, { recursive: true, force: true })
  await mkdir(arriving, { recursive: true })
  const doing = `Downloading TensorFlow ${source.version} with ${source.through}, ${source.megabytes} MB`
  const watch = setInterval(async () => report(`  ${await megabytesIn(arriving)} of ${source.megabytes} MB`), 10_000)
  try {
    await timed(report, doing, () => source.download(arriving))
  } finally {
    clearInterval(watch)
  }
  const arrived = join(arriving, source.archive)
  if (!(await isIntact(arrived, source)))
    throw new Error(`${source.archive} is not the file that we know (its sha256 differs).`)
  await rename(arrived, archive)
  await rm(arriving, { recursive: true, force: true })
  return archive
}

async function isIntact(archive: string, source: Source): Promise<boolean> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex') === source.sha256
}

async function megabytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = names.map(async (name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6)
}

async function unpack(archive: string, source: Source, folder: string, report: Report): Promise<void> {
  const wanted = [...libraryNames, 'LICENSE', 'THIRD_PARTY_NOTICES.txt', 'THIRD_PARTY_TF_JNI_LICENSES']
  const isOurs = (name: string) => wanted.includes(basename(name)) && !name.includes('/include/')
  await timed(report, `Unpacking TensorFlow ${source.version}`, async () => {
    await extract(archive, (name) => (isOurs(name) ? join(folder, basename(name)) : undefined))
    if (!hasLibraries(folder)) throw new Error(`${source.archive} does not hold TensorFlow's libraries.`)
    await run('strip', ['--strip-unneeded', ...libraryNames.map((name) => join(folder, name))])
  })
}
