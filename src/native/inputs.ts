// What the native build is made from: the shim (headers and a locked npm prefix, packed with us) and the compiler's flags.
// Rule: whatever would change the result is part of the fingerprint, so a build whose folder carries it is never stale.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The folder of what we supply, the same from `src/` and from `dist/`. */
export const shim = join(import.meta.dirname, '../../src/native/shim')

/** The version of tfjs-node that we build. Its copy of tfjs is our fallback's version too. */
export const tfjsNodeVersion = '4.22.0'

/** How g++ makes the addon. Node 18 to 26 all load an addon of N-API 8: one build serves them (measured). */
export const compilerFlags = [
  '-shared',
  '-fPIC',
  '-O2',
  '-std=c++17',
  '-DNAPI_VERSION=8',
  '-DNODE_GYP_MODULE_NAME=tfjs_binding',
]

/** Eight hexadecimal digits that change when the shim or the flags do. */
export function fingerprint(): string {
  const hash = createHash('sha256').update(compilerFlags.join(' '))
  const files = readdirSync(shim, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  for (const path of paths) hash.update(`\n${relative(shim, path)}\n`).update(readFileSync(path))
  return hash.digest('hex').slice(0, 8)
}
