// Node's module hooks by which a learner's own TypeScript files are imported like any module.
// Rule: a file is transformed, not checked (the checker has done that); when a file has changed since it was loaded, the
// next import from a cell loads it and all others anew, since a module that kept an old one would compute with the past.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire, type InitializeHook, type LoadHook, type ResolveHook } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nativeModule } from '../native/place.ts'
import { compile } from '../project/javascript.ts'
import { existingFile, fileByPaths, readTsconfig } from '../project/tsconfig.ts'

import { isServed, tensorFlow } from './served.ts'

const require = createRequire(import.meta.url)
const version = 'tensorcell'
/** The address of the module that stands for TensorFlow.js. */
const tensorFlowUrl = 'tensorcell:tensorflow'
let notebookFolder = process.cwd()

/** The files loaded, with the time of their last change. */
const loaded = new Map<string, number>()
let generation = 1

export const initialize: InitializeHook<{ folder: string }> = ({ folder }) => {
  notebookFolder = folder
}

export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const { parentURL, importAttributes } = context
  if (!parentURL?.startsWith('file:')) return nextResolve(specifier, context)
  if (isVersioned(parentURL) && tensorFlow.has(specifier)) return { url: tensorFlowUrl, shortCircuit: true }
  const path = localPath(specifier, parentURL)
  if (path === undefined || !isReloaded(path)) return resolveServed(specifier, context, nextResolve)
  if (!isVersioned(parentURL)) renewIfChanged()
  const url = pathToFileURL(path)
  url.searchParams.set(version, String(generation))
  // TypeScript imports JSON without saying that it is JSON, Node does not.
  const attributes = path.endsWith('.json') ? { type: 'json' } : importAttributes
  return { url: url.href, importAttributes: attributes, shortCircuit: true }
}

/** What the notebook's folder has itself wins; what it lacks and we bring along is ours. */
const resolveServed: ResolveHook = async (specifier, context, nextResolve) => {
  try {
    return await nextResolve(specifier, context)
  } catch (error) {
    if (!isServed(specifier)) throw error
    return nextResolve(specifier, { ...context, parentURL: import.meta.url })
  }
}

export const load: LoadHook = async (url, context, nextLoad) => {
  if (url === tensorFlowUrl) return { format: 'module', source: tensorFlowModule(), shortCircuit: true }
  if (!isVersioned(url)) return nextLoad(url, context)
  const path = fileURLToPath(url)
  loaded.set(path, statSync(path).mtimeMs)
  if (!isTypeScript(path)) return nextLoad(url, context)
  const { options } = readTsconfig(dirname(path))
  const { code } = compile(readFileSync(path, 'utf8'), path, { keepImports: false, options })
  return { format: 'module', source: code, shortCircuit: true }
}

/** The file of ours that a specifier means: relative, absolute, or by the `paths` of its tsconfig. */
function localPath(specifier: string, parentUrl: string): string | undefined {
  const parent = fileURLToPath(parentUrl)
  if (parent.includes('/node_modules/')) return undefined
  const path = /^(?:\.{1,2}\/|\/|file:)/.test(specifier)
    ? existingFile(fileURLToPath(new URL(specifier, parentUrl)))
    : fileByPaths(specifier, readTsconfig(dirname(parent)).paths)
  return path?.includes('/node_modules/') ? undefined : path
}

function isReloaded(path: string): boolean {
  return isTypeScript(path) || /\.(?:js|mjs|json)$/.test(path)
}

function isTypeScript(path: string): boolean {
  return /\.(?:ts|tsx|mts)$/.test(path)
}

/** The one TensorFlow.js of the process, with the names that Node finds in it; our own door to it loads it first. */
function tensorFlowModule(): string {
  const door = new URL('../native/tensorflow.js', import.meta.url).href
  const library = pathToFileURL(require.resolve(nativeModule(notebookFolder) ?? '@tensorflow/tfjs')).href
  return `import '${door}'\nexport * from '${library}'\nexport { default } from '${library}'`
}

function isVersioned(url: string): boolean {
  return url.startsWith('file:') && new URL(url).searchParams.has(version)
}

function renewIfChanged(): void {
  const changed = [...loaded].some(([path, time]) => !existsSync(path) || statSync(path).mtimeMs !== time)
  if (!changed) return
  loaded.clear()
  generation++
}
