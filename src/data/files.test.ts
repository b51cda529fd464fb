// Every file is what was published, has its licence, and is refused by name when it is absent, cut short or altered.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dataFiles, readDataFile } from './files.ts'

const data = join(import.meta.dirname, '../../data')
const notices = readFileSync(join(data, 'LICENSES.md'), 'utf8')
const copy = mkdtempSync(join(tmpdir(), 'tensorcell-data-'))
afterAll(() => rmSync(copy, { recursive: true }))

it.each(dataFiles)('%s is what was published and has a licence', (file) => {
  expect(readDataFile(file).length).toBeGreaterThan(0)
  expect(notices).toContain(`| \`${file}\` |`)
})

it('the folder holds nothing else', () => {
  expect(readdirSync(data).sort()).toEqual([...dataFiles, 'LICENSES.md'].sort())
})

it.each(dataFiles)('%s is refused when it is cut short, altered or absent', (file) => {
  const bytes = readFileSync(join(data, file))
  const path = join(copy, file)
  expect(() => readDataFile(file, copy)).toThrow(`${path} does not exist. Install tensorcell again.`)
  writeFileSync(path, bytes.subarray(0, 2000))
  expect(() => readDataFile(file, copy)).toThrow(`${path} is cut short: it has 2000 of ${bytes.length} bytes.`)
  bytes[5000] = bytes[5000]! ^ 1
  writeFileSync(path, bytes)
  expect(() => readDataFile(file, copy)).toThrow(`${path} is damaged: its content is not what was published`)
})

it('a folder in place of the file is said', () => {
  expect(() => readDataFile('boats.png', '/dev/null')).toThrow('/dev/null/boats.png cannot be read.')
})
