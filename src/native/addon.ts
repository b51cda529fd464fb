// tfjs-node with its addon, in an npm prefix of its own in the user's cache: installed from our lock file, compiled with
// g++ against Node's stable N-API headers, and tried in a Node of its own before it gets its final name.
// Rule: no install script runs, and nothing outside the given folder changes.
import { copyFile, mkdir, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CommandError, run, SetUpError } from './command.ts'
import { makeFolder } from './folder.ts'
import { compilerFlags, shim, tfjsNodeVersion } from './inputs.ts'
import { restoreLegacyUtil } from './legacy-util.ts'
import { libraryNames } from './library.ts'
import { addon, packageIn } from './place.ts'
import { type Report, timed } from './progress.ts'

/** Makes the npm prefix `folder`, linked to the TensorFlow libraries in `libraries`. */
export function buildPrefix(folder: string, libraries: string, report: Report): Promise<void> {
  return makeFolder(folder, async (prefix) => {
    const packageFolder = packageIn(prefix)
    await timed(report, `Installing tfjs-node ${tfjsNodeVersion}`, () => install(prefix))
    await timed(report, 'Compiling its addon with g++', () => compile(packageFolder, libraries))
    await timed(report, 'Trying a convolution', () => tryOut(packageFolder))
  })
}

async function install(prefix: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) {
    await copyFile(join(shim, 'prefix', name), join(prefix, name))
  }
  try {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: prefix })
  } catch (cause) {
    throw explained('npm could not install tfjs-node. Check the network and the settings of npm.', cause)
  }
}

async function compile(packageFolder: string, libraries: string): Promise<void> {
  const linkFolder = join(packageFolder, 'deps/lib')
  await mkdir(linkFolder, { recursive: true })
  await mkdir(dirname(join(packageFolder, addon)), { recursive: true })
  for (const name of libraryNames) await symlink(relative(linkFolder, join(libraries, name)), join(linkFolder, name))
  const headers = join(dirname(createRequire(import.meta.url).resolve('node-api-headers/package.json')), 'include')
  const sourceFiles = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => join(packageFolder, 'binding', name))
  // The addon finds the libraries beside itself, so the cache folder may be moved.
  const links = [`-L${linkFolder}`, ...libraryNames.map((name) => `-l:${name}`), '-Wl,-rpath,$ORIGIN/../../deps/lib']
  const output = ['-o', join(packageFolder, addon)]
  try {
    await run('g++', [...compilerFlags, `-I${headers}`, `-I${shim}`, ...sourceFiles, ...output, ...links])
  } catch (cause) {
    throw explained('g++ could not compile the addon of tfjs-node. It needs C++17: g++ 8 or later.', cause)
  }
}

/** Loads the build in a process of its own, where a crash (a processor without AVX, an older glibc) is only an answer. */
async function tryOut(packageFolder: string): Promise<void> {
  const script = `
    (${restoreLegacyUtil})(require('node:util'))
    const tf = require(process.argv[1])
    const sum = tf.conv2d(tf.ones([1, 8, 8, 2]), tf.ones([3, 3, 2, 4]), 1, 'same').sum().dataSync()[0]
    if (sum !== 3872) throw new Error('The convolution gave ' + sum + ', not 3872.')`
  try {
    await run(process.execPath, ['-e', script, packageFolder], { env: { TF_CPP_MIN_LOG_LEVEL: '2' } })
  } catch (cause) {
    throw explained('TensorFlow does not run on this machine; the lessons still do, on WebAssembly.', cause)
  }
}

function explained(sentence: string, cause: unknown): SetUpError {
  const detail = cause instanceof CommandError ? `\n${cause.message}` : ''
  return new SetUpError(`${sentence}${detail}`, { cause })
}
