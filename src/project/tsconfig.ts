// The compiler options of the tsconfig.json that a folder belongs to, with what it extends.
// Rule: only what our own tools must know as well: how decorators, JSX and class fields become JavaScript, and `paths`.
// Everything else is TypeScript's own business (language/project.ts hands it the file).
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

export interface Tsconfig {
  /** The file itself; undefined where no folder above has one. */
  file: string | undefined
  options: Record<string, unknown>
  /** `paths`, with absolute targets. */
  paths: Record<string, string[]>
}

/** The nearest tsconfig.json. One that cannot be read counts as empty: the type checker says what is wrong with it. */
export function readTsconfig(folder: string): Tsconfig {
  const file = nearest(folder)
  return file === undefined ? { file, options: {}, paths: {} } : { ...load(file, []), file }
}

/**
 * The file that `paths` makes of a specifier: of the patterns that match, the one with the longest text before its `*`.
 *
 *     fileByPaths('@/net', { '@/*': ['/home/ada/src/*'] })  →  '/home/ada/src/net.ts', if it is there
 */
export function fileByPaths(specifier: string, paths: Record<string, string[]>): string | undefined {
  const matching = Object.entries(paths).flatMap(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*')
    if (after === undefined) return pattern === specifier ? [{ before: `${before} `, rest: '', targets }] : []
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) return []
    return [{ before, rest: specifier.slice(before.length, specifier.length - after.length), targets }]
  })
  const [best] = matching.toSorted((a, b) => b.before.length - a.before.length)
  return best?.targets.map((target) => existingFile(target.replace('*', best.rest))).find((file) => file !== undefined)
}

const suffixes = ['', '.ts', '.tsx', '.mts', '.js', '.mjs', '.json', '/index.ts', '/index.js']

/** The file that TypeScript's bundler resolution finds for a path without a suffix, or with that of its JavaScript. */
export function existingFile(path: string): string | undefined {
  const candidates = [...suffixes.map((suffix) => path + suffix), path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2')]
  return candidates.find((candidate) => existsSync(candidate) && /\.\w+$/.test(candidate))
}

function nearest(folder: string): string | undefined {
  const file = join(folder, 'tsconfig.json')
  if (existsSync(file)) return file
  const parent = dirname(folder)
  return parent === folder ? undefined : nearest(parent)
}

function load(file: string, above: string[]): Omit<Tsconfig, 'file'> {
  const json = above.includes(file) ? {} : parseWithComments(file)
  const bases = [json.extends ?? []].flat().map((base) => extended(String(base), file))
  const inherited = bases.flatMap((base) => (base === undefined ? [] : [load(base, [...above, file])]))
  const own = isRecord(json.compilerOptions) ? json.compilerOptions : {}
  const folder = resolve(dirname(file), typeof own.baseUrl === 'string' ? own.baseUrl : '.')
  const paths = isRecord(own.paths) ? absolute(own.paths, folder) : undefined
  return {
    options: Object.assign({}, ...inherited.map(({ options }) => options), own),
    paths: paths ?? inherited.at(-1)?.paths ?? {},
  }
}

function extended(base: string, file: string): string | undefined {
  if (!/^\.{0,2}\//.test(base)) return packaged(base, file)
  const path = resolve(dirname(file), base)
  return [path, `${path}.json`].find((candidate) => existsSync(candidate) && candidate.endsWith('.json'))
}

function packaged(base: string, file: string): string | undefined {
  const require = createRequire(file)
  for (const specifier of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      return require.resolve(specifier)
    } catch {}
  }
  return undefined
}

function absolute(paths: Record<string, unknown>, folder: string): Record<string, string[]> {
  const entries = Object.entries(paths).map(([pattern, targets]): [string, string[]] => {
    return [pattern, [targets].flat().map((target) => resolve(folder, String(target)))]
  })
  return Object.fromEntries(entries)
}

/** JSON with comments and trailing commas, as TypeScript reads it. */
function parseWithComments(file: string): Record<string, unknown> {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const bare = text.replaceAll(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[\s\S]*?\*\//g, (_, string = '') => string)
    const json: unknown = JSON.parse(bare.replaceAll(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string = '') => string))
    return isRecord(json) ? json : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
