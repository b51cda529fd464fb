// Where TensorFlow's native build lives, and which copy of tfjs-node a process uses. Outside any node_modules, so that
// `npm ci` never costs the build again and every project of a user shares one.
// Rule: reading only. A folder that has its final name is whole (set-up renames it last), so looking is enough.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fingerprint, tfjsNodeVersion } from './inputs.ts'

/** The addon and the library inside tfjs-node's package folder. tfjs-node itself looks for the addon there. */
export const addon = 'lib/napi-v8/tfjs_binding.node'
export const library = 'deps/lib/libtensorflow_cc.so.2'

/**
 * Our folder in the user's cache: `tensorcell` in `$TENSORCELL_HOME`, else in `$XDG_CACHE_HOME`, else in `~/.cache`.
 * A classroom's machines may share one: set `TENSORCELL_HOME` to a folder where set-up ran once.
 */
export function home(): string {
  const parent = process.env.TENSORCELL_HOME || process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(resolve(parent), 'tensorcell')
}

/** The npm prefix with the build for exactly our inputs. It need not exist yet. */
export function prefixFolder(): string {
  return join(home(), `tfjs-node-${tfjsNodeVersion}-${fingerprint()}`)
}

/** tfjs-node's package folder in an npm prefix. */
export function packageIn(prefix: string): string {
  return join(prefix, 'node_modules/@tensorflow/tfjs-node')
}

/** Whether tfjs-node in this package folder has its addon and the library that the addon links to. */
export function isBuilt(packageFolder: string): boolean {
  return existsSync(join(packageFolder, addon)) && existsSync(join(packageFolder, library))
}

/**
 * What to `require` for `@tensorflow/tfjs-node`: a working copy that the folder `from` resolves to wins, then the user's
 * own build. `undefined` means that neither is there and the WebAssembly fallback runs.
 *
 *     nativeModule(process.cwd())  →  '/home/ada/.cache/tensorcell/tfjs-node-4.22.0-1f0c…/node_modules/@tensorflow/tfjs-node'
 */
export function nativeModule(from: string): string | undefined {
  return [installedIn(from), packageIn(prefixFolder())].find((folder) => folder !== undefined && isBuilt(folder))
}

function installedIn(from: string): string | undefined {
  try {
    return dirname(createRequire(join(from, 'notebook.js')).resolve('@tensorflow/tfjs-node/package.json'))
  } catch {
    return undefined
  }
}
