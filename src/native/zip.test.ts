// The archives are written by Python's zipfile, the reference for wheels.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extract } from './zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'tensorcell-zip-'))
const text = 'a convolution slides a kernel over an image\n'.repeat(1000)

function archive(name: string): string {
  const path = join(folder, name)
  const script = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    archive.comment = b'a comment after the directory'
    archive.writestr('lib/packed.txt', sys.argv[2], zipfile.ZIP_DEFLATED)
    archive.writestr('lib/plain.txt', 'plain', zipfile.ZIP_STORED)
    archive.writestr('empty.txt', '', zipfile.ZIP_STORED)
`
  execFileSync('python3', ['-c', script, path, text])
  return path
}

it('extracts the chosen entries, deflated, stored and empty', async () => {
  const chosen = (name: string) => join(folder, name.replaceAll('/', '-'))
  expect(await extract(archive('whole.zip'), chosen)).toEqual(['lib/packed.txt', 'lib/plain.txt', 'empty.txt'])
  const contents = ['lib-packed.txt', 'lib-plain.txt', 'empty.txt'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  )
  expect(contents).toEqual([text, 'plain', ''])
})

it('leaves the other entries alone', async () => {
  const target = join(folder, 'only')
  expect(await extract(archive('some.zip'), (name) => (name === 'lib/plain.txt' ? target : undefined))).toEqual([
    'lib/plain.txt',
  ])
})

it('refuses an entry whose bytes have changed', async () => {
  const path = archive('damaged.zip')
  const bytes = readFileSync(path)
  bytes.write('slain', bytes.indexOf('plain', bytes.indexOf('lib/plain.txt') + 'lib/plain.txt'.length))
  writeFileSync(path, bytes)
  await expect(extract(path, (name) => join(folder, `damaged-${name.length}`))).rejects.toThrow(
    `lib/plain.txt in ${path} is damaged.`,
  )
})

it('refuses a file that was cut off', async () => {
  const path = archive('cut.zip')
  truncateSync(path, 200)
  await expect(extract(path, () => undefined)).rejects.toThrow(`${path} is not a whole zip archive.`)
})
