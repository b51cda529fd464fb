// `npm run api`: writes the API reference, docs/api/index.html, from the docs in src/. `--out DIR` writes it elsewhere.
// Rule: TypeDoc needs the API of TypeScript 6 (0.28 does not know 7); it lives here, apart, with a lock of its own, and is
// no part of the package.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

if (!isInstalled()) {
  console.log('Installing TypeDoc (npm ci in scripts/api)')
  execFileSync('npm', ['ci', '--loglevel=error'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
}
const typedoc = join(here, 'node_modules/typedoc/bin/typedoc')
const { status } = spawnSync(process.execPath, [typedoc, ...process.argv.slice(2)], { cwd: here, stdio: 'inherit' })
process.exitCode = status ?? 1

function isInstalled() {
  const record = join(here, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')).packages).filter(
    ([path]) => path !== '',
  )
  return wanted.every(([path, { version }]) => installed[path]?.version === version)
}
