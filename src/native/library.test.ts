// Fetching the library, with small archives in place of the 207 MB ones: what is kept, what is tried next, what is said.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { fetchLibrary, libraryNames } from './library.ts'
import { home } from './place.ts'
import type { Source } from './sources.ts'

let archive: string
let downloaded: string[]

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tensorcell-archive-'))
  writeFileSync(join(folder, 'empty.c'), '')
  for (const name of libraryNames) execFileSync('g++', ['-shared', '-o', name, 'empty.c'], { cwd: folder })
  writeFileSync(join(folder, 'LICENSE'), 'Apache-2.0')
  archive = join(folder, 'library.zip')
  execFileSync('python3', ['-m', 'zipfile', '-c', archive, ...libraryNames, 'LICENSE'], { cwd: folder })
})

beforeEach(() => {
  vi.stubEnv('TENSORCELL_HOME', mkdtempSync(join(tmpdir(), 'tensorcell-library-')))
  downloaded = []
})

afterEach(() => vi.unstubAllEnvs())

function source(version: string, change: Partial<Source> = {}): Source {
  return {
    version,
    archive: `tensorflow-${version}.whl`,
    sha256: createHash('sha256').update(readFileSync(archive)).digest('hex'),
    megabytes: 1,
    through: `registry-${version}`,
    isAvailable: async () => true,
    async download(folder) {
      downloaded.push(version)
      copyFileSync(archive, join(folder, this.archive))
    },
    ...change,
  }
}

it('keeps the libraries with their licence, and no archive', async () => {
  const folder = await fetchLibrary(() => {}, [source('2.15.1')])
  expect(folder).toBe(join(home(), 'tensorflow-2.15.1'))
  expect(readdirSync(folder).sort()).toEqual(['LICENSE', ...libraryNames])
  expect(readdirSync(home())).toEqual(['tensorflow-2.15.1'])
})

it('downloads once', async () => {
  await fetchLibrary(() => {}, [source('2.15.1')])
  await fetchLibrary(() => {}, [source('2.15.1')])
  expect(downloaded).toEqual(['2.15.1'])
})

it('goes on with an archive that a killed set-up left', async () => {
  mkdirSync(join(home(), 'downloads/2.15.1'), { recursive: true })
  copyFileSync(archive, join(home(), 'downloads/2.15.1/tensorflow-2.15.1.whl'))
  await fetchLibrary(() => {}, [source('2.15.1')])
  expect(downloaded).toEqual([])
})

it('does not trust an archive that was left damaged', async () => {
  mkdirSync(join(home(), 'downloads/2.15.1'), { recursive: true })
  writeFileSync(join(home(), 'downloads/2.15.1/tensorflow-2.15.1.whl'), 'half of it')
  await fetchLibrary(() => {}, [source('2.15.1')])
  expect(downloaded).toEqual(['2.15.1'])
})

it('makes a library folder again that is not whole', async () => {
  mkdirSync(join(home(), 'tensorflow-2.15.1'), { recursive: true })
  const folder = await fetchLibrary(() => {}, [source('2.15.1')])
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(libraryNames))
})

it('tries the next source when one refuses or sends something else', async () => {
  const refused = source('2.15.1', { download: () => Promise.reject(new Error('403')) })
  const swapped = source('2.14.0', { sha256: '0'.repeat(64) })
  const folder = await fetchLibrary(() => {}, [refused, swapped, source('2.10.1')])
  expect(folder).toBe(join(home(), 'tensorflow-2.10.1'))
})

it('says what is missing when nothing can download', async () => {
  const none = [source('2.15.1', { isAvailable: async () => false })]
  await expect(fetchLibrary(() => {}, none)).rejects.toThrow(
    "Neither Python's pip nor Maven is here to download TensorFlow. Install one (Debian/Ubuntu: apt-get install python3-venv).",
  )
})

it('says why every source failed', async () => {
  const refused = source('2.15.1', { download: () => Promise.reject(new Error('403 Forbidden')) })
  await expect(fetchLibrary(() => {}, [refused])).rejects.toThrow(
    'TensorFlow could not be downloaded.\nWith registry-2.15.1: 403 Forbidden\nCheck the network and the settings of pip.',
  )
})
