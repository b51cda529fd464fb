// What `import` means in a cell: Node's own import, from the notebook's folder, and our copies of what the folder lacks.
// Rule: TensorFlow.js is one object in the whole process, whichever of its names a cell imports it by.
import { createRequire, register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, Script } from 'node:vm'
import { missingPackage } from '../project/missing.ts'
import { fileByPaths, readTsconfig } from '../project/tsconfig.ts'
import type { Host } from './host.ts'
import { isServed, tensorFlow } from './served.ts'

type Namespace = Record<string, unknown>
type Import = (specifier: string, options?: ImportCallOptions) => Promise<Namespace>

const require = createRequire(import.meta.url)

/** Imports as a module in `folder` would. `say` gets the one line that tells about a fallback. */
export function importerFor(folder: string, say: (line: string) => void): Host['import'] {
  const fromFolder = importFrom(folder)
  const fromHere: Import = (specifier, options) => import(specifier, options)
  let told = false
  const { paths } = readTsconfig(folder)
  const hooks = { parentURL: import.meta.url, data: { folder } }
  const loadTypeScript = once(() => register('./typescript-loader.js', hooks))
  return async (specifier, options) => {
    if (tensorFlow.has(specifier)) {
      const { tf, backend } = await import('../native/tensorflow.ts')
      if (backend.note && !told) say(`${backend.note}\n`)
      told = true
      return tf
    }
    if (specifier === 'tslab') return fromHere('tensorcell/tslab')
    const file = fileByPaths(specifier, paths)
    if (file !== undefined || isLocal(specifier)) loadTypeScript()
    try {
      return interoperable(await fromFolder(file ? pathToFileURL(file).href : specifier, options))
    } catch (error) {
      if (!isMissing(error)) throw error
      if (isServed(specifier)) return interoperable(await fromHere(specifier, options))
      throw explained(error, folder)
    }
  }
}

/** `require` as in `file`, but `tslab` is ours, as it is for `import`. */
export function requireFor(file: string): NodeJS.Require {
  const fromFile = createRequire(file)
  const load = (id: string): unknown => (id === 'tslab' ? require('tensorcell/tslab') : fromFile(id))
  return Object.assign(load, fromFile)
}

/** Node's `import()` as if it stood in a file of the folder. Scripts made by the inspector have none of their own. */
function importFrom(folder: string): Import {
  const script = new Script('(specifier, options) => import(specifier, options)', {
    filename: pathToFileURL(join(folder, 'cell.js')).href,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  return script.runInThisContext() as Import
}

/** Hooks run on a thread of their own and cost every later import a little, so they wait for the first local file. */
function isLocal(specifier: string): boolean {
  return /^(?:\.{1,2}\/|\/|file:)/.test(specifier)
}

function once(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}

function isMissing(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}

/** Node's error with the command that installs what is missing, where that is a package. */
function explained(error: Error, folder: string): Error {
  const name = /^Cannot find package '([^']+)'/.exec(error.message)?.[1]
  const remedy = name === undefined ? undefined : missingPackage(name, folder)
  if (remedy) error.message = `Cannot find package '${name}'. ${remedy}`
  return error
}

/**
 * A CommonJS package as TypeScript's types describe it: `exports` itself where it was an ES module before compilation,
 * and otherwise with the names that Node's scan for exports did not find.
 */
function interoperable(namespace: Record<string, unknown>): unknown {
  const { default: exports } = namespace
  if (!isCommonJs(exports)) return namespace
  return '__esModule' in exports ? exports : { ...exports, ...namespace }
}

/** Node 20 does not say that a namespace came from CommonJS, but it keeps what it required. */
function isCommonJs(exports: unknown): exports is object {
  if ((typeof exports !== 'object' && typeof exports !== 'function') || exports === null) return false
  return Object.values(require.cache).some((module) => module?.exports === exports)
}
