// Sets TensorFlow's native build up for this user, from package registries only: library, tfjs-node, addon. `npx tensorcell
// setup`, `npm start` and `npm test` call it.
// Rule: killed at any point and run again it finishes; what is already whole is never made again.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPrefix } from './addon.ts'
import { finds, SetUpError } from './command.ts'
import { sweepPartial } from './folder.ts'
import { fetchLibrary } from './library.ts'
import { home, isBuilt, packageIn, prefixFolder } from './place.ts'
import type { Report } from './progress.ts'
import { takeTurn } from './turn.ts'

/** The archive, the libraries before and after stripping, and tfjs-node's packages are there at once. */
const neededGigabytes = 2

/** Whether the native build for this version of TensorCell is there and whole. */
export function isSetUp(): boolean {
  return isBuilt(packageIn(prefixFolder()))
}

/**
 * Makes the native build if it is not there: downloads 207 MB, compiles for some seconds, reports each step as a line.
 *
 *     await setUp((line) => console.log(line))
 *
 * @throws SetUpError with a sentence that says what is missing and what to type.
 */
export async function setUp(report: Report): Promise<void> {
  if (isSetUp()) return
  await checkMachine()
  const onWait = () => report('Another set-up is at work; waiting for it …')
  await takeTurn(home(), onWait, async () => {
    if (isSetUp()) return
    await sweepPartial(home())
    await rm(prefixFolder(), { recursive: true, force: true })
    const libraries = await fetchLibrary(report)
    await buildPrefix(prefixFolder(), libraries, report)
    await sweepPartial(home())
  })
}

/** Deletes everything that any set-up made, after one that is at work. A running kernel keeps what it has loaded. */
export async function remove(): Promise<void> {
  const names = existsSync(home()) ? await readdir(home()) : []
  if (!names.some(isOurs)) return
  await takeTurn(
    home(),
    () => {},
    async () => {
      const ours = (await readdir(home())).filter(isOurs)
      await Promise.all(ours.map((name) => rm(join(home(), name), { recursive: true, force: true })))
    },
  )
}

function isOurs(name: string): boolean {
  return /^(tensorflow-|tfjs-node-|partial-|downloads$)/.test(name)
}

/** Says what is missing before anything is downloaded. */
async function checkMachine(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(
      "TensorFlow's native library is set up on Linux x86-64 only; here the lessons run on WebAssembly.",
    )
  }
  if (!(await finds('g++', ['--version']))) {
    throw new SetUpError(
      'g++ is missing. Install it (Debian/Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++).',
    )
  }
  if (!(await finds('npm', ['--version']))) {
    throw new SetUpError('npm is missing. Install it (Debian/Ubuntu: apt-get install npm).')
  }
  await mkdir(home(), { recursive: true })
  const { bavail, bsize } = await statfs(home())
  const gigabytes = (bavail * bsize) / 1e9
  if (gigabytes < neededGigabytes) {
    const situation = `${home()} has ${gigabytes.toFixed(1)} GB left, and set-up needs ${neededGigabytes} GB.`
    throw new SetUpError(`${situation} Free some space, or set TENSORCELL_HOME to another folder.`)
  }
}
