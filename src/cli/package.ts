// Where this package lies on the disk and which version it is.
// Rule: the same answer from src/cli (tests) and from dist/cli (what people run).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own folder, absolute: the one with package.json, dist/ and requirements.txt. */
export const packageRoot: string = fileURLToPath(new URL('../..', import.meta.url))

/** The version in package.json, such as `0.1.0`. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}
