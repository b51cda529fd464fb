// A folder is there whole or not at all, whatever happens while it is made.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { makeFolder, sweepPartial } from './folder.ts'

let parent: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tensorcell-folder-'))
})

it('gives the folder its name when it is full, not before', async () => {
  const path = join(parent, 'whole')
  await makeFolder(path, async (partial) => {
    writeFileSync(join(partial, 'file'), '')
    expect(existsSync(path)).toBe(false)
  })
  expect(readdirSync(parent)).toEqual(['whole'])
  expect(readdirSync(path)).toEqual(['file'])
})

it('leaves nothing when filling fails', async () => {
  const failure = makeFolder(join(parent, 'whole'), () => Promise.reject(new Error('no space')))
  await expect(failure).rejects.toThrow('no space')
  expect(readdirSync(parent)).toEqual([])
})

it('is content with what another set-up made meanwhile', async () => {
  const path = join(parent, 'whole')
  await makeFolder(path, async () => {
    mkdirSync(path)
    writeFileSync(join(path, 'theirs'), '')
  })
  expect(readdirSync(parent)).toEqual(['whole'])
  expect(readdirSync(path)).toEqual(['theirs'])
})

it('sweeps what a killed set-up left and nothing else', async () => {
  mkdirSync(join(parent, 'partial-killed', 'node_modules'), { recursive: true })
  mkdirSync(join(parent, 'tensorflow-2.15.1'))
  await sweepPartial(parent)
  expect(readdirSync(parent)).toEqual(['tensorflow-2.15.1'])
})
