// What `tslab.versions` says: which programs a notebook runs on.
// Rule: each is read where it is true; of tslab itself it is the version whose API we follow.
import { createRequire } from 'node:module'

/** The last tslab (2024). Its API is `display`, `newDisplay` and `versions`. */
const followed = '1.0.22'

/** `tslab.versions` of notebooks that were written for tslab. */
export const versions: { tslab: string; typescript: string; node: string } = {
  tslab: followed,
  typescript: createRequire(import.meta.url)('typescript/package.json').version,
  node: process.version,
}
