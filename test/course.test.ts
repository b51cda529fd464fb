// What holds for every lesson of the course, in both languages.
// Rule: it reads the committed notebooks and runs nothing; that their outputs are right, `tensorcell run --verify` says.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimCoverage } from '../src/course/coverage.ts'
import { notebooks } from './environment.ts'

const folders = { en: notebooks, zh: join(notebooks, 'zh') }
const lessons = readdirSync(notebooks).filter((file) => file.endsWith('.ipynb'))
const files = Object.values(folders).flatMap((folder) => lessons.map((lesson) => join(folder, lesson)))

interface Cell {
  id: string
  cell_type: string
  source: string[]
}

describe.each(Object.entries(folders))('the course (%s)', (_, folder) => {
  it('proves all 56 claims and 20 corrections', () => {
    const { proven, missing } = claimCoverage(folder)
    expect({ missing, proven: proven.size }).toEqual({ missing: [], proven: 76 })
  })
})

describe.each(files.map((file) => [file.slice(notebooks.length + 1), file] as const))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8')
  const cells: Cell[] = JSON.parse(text).cells

  it('is at most 1.5 MB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(1.5e6)
  })

  it('begins with a title, ends with a recap, and each cell has an id of its own', () => {
    expect(cells[0]!.source[0]).toMatch(/^# \d\d · /)
    expect(cells.at(-1)!.id).toBe('recap')
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length)
  })

  it('links to notebooks that are there', () => {
    const prose = cells.filter(({ cell_type }) => cell_type === 'markdown').flatMap(({ source }) => source)
    const links = [...prose.join('').matchAll(/\]\(([^)#:]+\.ipynb)/g)].map(([, link]) => link!)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })

  it('names no folder of a machine', () => {
    expect(text).not.toMatch(/\/(?:tmp|root|home)\//)
  })
})
