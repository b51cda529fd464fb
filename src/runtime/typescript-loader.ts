// Node's module hooks by which a learner's own TypeScript files are imported like any module.
// Rule: a file is transformed, not checked (the checker has done that); when a file has changed since it was loaded, the
// next import from a cell loads it and all others anew, since a module that kept an old one would compute with the past.
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { LoadHook, ResolveHook } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'oxc-transform'

const suffixes = ['', '.ts', '.tsx', '.mts', '.js', '.mjs', '.json', '/index.ts', '/index.js']
const version = 'tensorcell'

/** The files loaded, with the time of their last change. */
const loaded = new Map<string, number>()
let generation = 1

export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const { parentURL } = context
  const path = parentURL?.startsWith('file:') ? localPath(specifier, parentURL) : undefined
  if (path === undefined || !isTypeScript(path)) return nextResolve(specifier, context)
  if (!isVersioned(parentURL!)) renewIfChanged()
  const url = pathToFileURL(path)
  url.searchParams.set(version, String(generation))
  return { url: url.href, format: 'module', shortCircuit: true }
}

export const load: LoadHook = async (url, context, nextLoad) => {
  if (!isVersioned(url)) return nextLoad(url, context)
  const path = fileURLToPath(url)
  loaded.set(path, statSync(path).mtimeMs)
  const { code, errors } = transformSync(path, readFileSync(path, 'utf8'), {
    sourceType: 'module',
    target: 'es2023',
    typescript: { onlyRemoveTypeImports: false },
  })
  const [error] = errors
  if (error) throw new SyntaxError(`${path} is not valid TypeScript: ${error.message}`)
  return { format: 'module', source: code, shortCircuit: true }
}

/** The file that a relative or absolute specifier means, as TypeScript's bundler resolution finds it. */
function localPath(specifier: string, parentUrl: string): string | undefined {
  if (!/^(?:\.{1,2}\/|\/|file:)/.test(specifier)) return undefined
  const path = fileURLToPath(new URL(specifier, parentUrl))
  if (path.includes('/node_modules/')) return undefined
  const candidates = [...suffixes.map((suffix) => path + suffix), path.replace(/\.([cm]?)js$/, '.$1ts')]
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
}

function isTypeScript(path: string): boolean {
  return /\.(?:ts|tsx|mts)$/.test(path)
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
