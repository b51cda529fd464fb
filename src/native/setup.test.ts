// Set-up beside what is already there. The real build runs in tensorflow-native.test.ts, once a machine.
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addon, home, library, packageIn, prefixFolder } from './place.ts'
import { isSetUp, remove, setUp } from './setup.ts'

beforeEach(() => {
  vi.stubEnv('TENSORCELL_HOME', mkdtempSync(join(tmpdir(), 'tensorcell-setup-')))
})

afterEach(() => vi.unstubAllEnvs())

function pretendToBeBuilt(): void {
  for (const file of [addon, library]) {
    const path = join(packageIn(prefixFolder()), file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
}

it('does nothing and says nothing where the build is there', async () => {
  pretendToBeBuilt()
  const lines: string[] = []
  await setUp((line) => lines.push(line))
  expect(lines).toEqual([])
})

it('says that g++ is missing before anything is downloaded', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const lines: string[] = []
  await expect(setUp((line) => lines.push(line))).rejects.toThrow(
    'g++ is missing. Install it (Debian/Ubuntu: apt-get install g++; Fedora: dnf install gcc-c++).',
  )
  expect(lines).toEqual([])
})

it('removes what it made and nothing else', async () => {
  pretendToBeBuilt()
  for (const name of ['tensorflow-2.15.1', 'partial-1', 'downloads', 'notes']) mkdirSync(join(home(), name))
  await remove()
  expect(readdirSync(home())).toEqual(['notes'])
  expect(isSetUp()).toBe(false)
})

it('removes nothing where nothing is', async () => {
  await remove()
  expect(isSetUp()).toBe(false)
})
