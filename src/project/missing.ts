// What to say when a cell imports a package that the notebook's folder does not have.
// Rule: the command is one that works here: by the package manager whose lock file lies in this folder or above it.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const managers: Record<string, string> = {
  'pnpm-lock.yaml': 'pnpm add',
  'yarn.lock': 'yarn add',
  'bun.lock': 'bun add',
  'bun.lockb': 'bun add',
  'package-lock.json': 'npm install',
}

/**
 * The sentences for a missing module; undefined where no package is meant (a file, `node:…`), or where it is there.
 *
 *     missingPackage('d3/array', '/home/ada/lessons')
 *       →  'The package d3 is not installed here. In a terminal: cd /home/ada/lessons && npm install d3'
 */
export function missingPackage(specifier: string, folder: string): string | undefined {
  const name = packageOf(specifier)
  if (name === undefined || manifestsOf(name, folder).some((file) => existsSync(file))) return undefined
  return `The package ${name} is not installed here. In a terminal: cd ${quoted(folder)} && ${installCommand(folder)} ${name}`
}

/** The package's name in a specifier: `@scope/name/part` is of `@scope/name`. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*(?=\/|$)/i.exec(specifier)?.[0]
}

/** Where a package's package.json may be, for a module in `folder`. */
export function manifestsOf(name: string, folder: string): string[] {
  const own = join(folder, 'node_modules', name, 'package.json')
  const parent = dirname(folder)
  return parent === folder ? [own] : [own, ...manifestsOf(name, parent)]
}

function installCommand(folder: string): string {
  const lock = Object.keys(managers).find((file) => existsSync(join(folder, file)))
  if (lock) return managers[lock]!
  const parent = dirname(folder)
  return parent === folder ? 'npm install' : installCommand(parent)
}

function quoted(folder: string): string {
  return /^[\w./~-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`
}
