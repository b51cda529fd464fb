// Which copy of tfjs-node a process uses: the user's working copy, then the user's build, then none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addon, home, library, nativeModule, packageIn, prefixFolder } from './place.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tensorcell-place-'))
  vi.stubEnv('TENSORCELL_HOME', join(folder, 'home'))
})

afterEach(() => vi.unstubAllEnvs())

function place(prefix: string, files: string[]): string {
  for (const file of ['package.json', ...files]) {
    const path = join(packageIn(prefix), file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '{}')
  }
  return packageIn(prefix)
}

it('finds nothing where nothing is', () => {
  expect(nativeModule(folder)).toBeUndefined()
})

it("finds the user's build from any folder", () => {
  const built = place(prefixFolder(), [addon, library])
  expect(nativeModule(folder)).toBe(built)
})

it("prefers a working copy in the user's folder", () => {
  place(prefixFolder(), [addon, library])
  const own = place(folder, [addon, library])
  mkdirSync(join(folder, 'lessons'))
  expect(nativeModule(join(folder, 'lessons'))).toBe(own)
})

it('passes over a copy whose install script failed', () => {
  const built = place(prefixFolder(), [addon, library])
  place(folder, [])
  expect(nativeModule(folder)).toBe(built)
})

it('passes over a build that has lost its library', () => {
  const built = place(prefixFolder(), [addon, library])
  rmSync(join(built, library))
  expect(nativeModule(folder)).toBeUndefined()
})

it('keeps to the cache folder that the environment names', () => {
  expect(home()).toBe(join(folder, 'home/tensorcell'))
  vi.stubEnv('TENSORCELL_HOME', '')
  vi.stubEnv('XDG_CACHE_HOME', '/var/cache/ada')
  expect(home()).toBe('/var/cache/ada/tensorcell')
})
