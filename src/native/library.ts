// TensorFlow's two shared libraries, in a folder of the user's cache named by their version: unpacked from the archive of a
// package registry, stripped of symbols (a quarter of their size), with their licences.
// Rule: the archive goes when the folder is whole, not before.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dropArchives, obtainArchive } from './archive.ts'
import { run } from './command.ts'
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
  const { source, archive } = await obtainArchive(report, from)
  const folder = folderFor(source)
  await rm(folder, { recursive: true, force: true })
  await makeFolder(folder, (partial) => unpack(archive, source, partial, report))
  await dropArchives()
  return folder
}

function folderFor(source: Source): string {
  return join(home(), `tensorflow-${source.version}`)
}

function hasLibraries(folder: string): boolean {
  return libraryNames.every((name) => existsSync(join(folder, name)))
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
