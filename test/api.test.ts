// The API reference as `npm run api` writes it: a page for everything that the public entries export.
// Rule: TypeDoc's warnings are errors: a broken link, or words that Markdown swallows.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as conv from '../src/conv.ts'
import * as course from '../src/course.ts'
import * as data from '../src/data.ts'
import * as exercises from '../src/exercises.ts'
import * as plot from '../src/plot.ts'
import { execute, root } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'tensorcell-api-'))
const page = (path: string) => readFileSync(join(folder, path), 'utf8')

beforeAll(async () => {
  const { code, stdout, stderr } = await execute(process.execPath, [
    join(root, 'scripts/api/make.mjs'),
    '--out',
    folder,
  ])
  expect(code, stdout + stderr).toBe(0)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true }))

it('lists the entries in front, with what they are for', () => {
  for (const name of [
    'tensorcell',
    'tensorcell/conv',
    'tensorcell/course',
    'tensorcell/data',
    'tensorcell/exercises',
    'tensorcell/plot',
  ]) {
    expect(page('index.html')).toContain(`<code>${name}</code></a>: `)
  }
})

const entries = { conv, course, data, exercises, plot }

describe.each(Object.entries(entries))('tensorcell/%s', (_, module) => {
  it('has a page for each export, with the entry that exports it first', () => {
    const pages = ['functions', 'classes', 'variables'].flatMap((kind) => readdirSync(join(folder, kind)))
    const missing = Object.keys(module).filter(
      (name) => !Object.keys(entries).some((entry) => pages.includes(`tensorcell_${entry}.${name}.html`)),
    )
    expect(missing).toEqual([])
  })
})

it('shows prose, shapes and the example', () => {
  const corr2d = page('functions/tensorcell_conv.corr2d.html').replace(/<[^>]*>/g, '')
  expect(corr2d).toContain('Slides the kernel K over X')
  expect(corr2d).toContain('Example')
})
