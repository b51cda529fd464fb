// The committed sheets are what the bank makes, and the instructor's sheet without its marked parts is the learner's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'oxc-transform'
import { describe, expect, it } from 'vitest'
import * as conv from '../conv.ts'
import type { Language } from '../words/language.ts'
import { solutionOf, starterOf } from './cells.ts'
import type { Exercise } from './definition.ts'
import { solutionCell } from './nbgrader.ts'
import { bank, idsOf, sheets } from './registry.ts'
import { courseNames, sheetNotebook } from './sheet.ts'

const exercises = Object.entries<Exercise>({ ...bank } as unknown as Record<string, Exercise>)
const folders: Record<Language, string> = { en: 'notebooks/exercises', zh: 'notebooks/exercises/zh' }
const written = sheets.filter((sheet) => idsOf(sheet).length > 0)

describe.each(written)('$name', (sheet) => {
  it.each(['en', 'zh'] as const)(
    'is committed as the bank makes it, in %s (npm run sheets makes it anew)',
    (language) => {
      const file = join(import.meta.dirname, '../..', folders[language], `${sheet.name}.ipynb`)
      const committed = JSON.parse(readFileSync(file, 'utf8'), (key, value) =>
        key === 'source' && Array.isArray(value) ? value.join('') : value,
      )
      expect(committed).toEqual(sheetNotebook(sheet, { language }))
    },
  )

  it('has cells with different ids, as nbformat 4.5 wants them', () => {
    const ids = sheetNotebook(sheet, { language: 'en' }).cells.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/)
  })

  it('has a language in its prose only', () => {
    const code = (language: Language) =>
      sheetNotebook(sheet, { language }).cells.filter(({ cell_type }) => cell_type === 'code')
    expect(code('zh')).toEqual(code('en'))
  })
})

/** What nbgrader leaves of a cell, but for the stub that it puts in. */
function withoutSolution(source: string): string {
  return source.replace(/^ *\/\/ BEGIN SOLUTION\n[\s\S]*?\/\/ END SOLUTION\n?/m, '').trimEnd()
}

describe.each(exercises)('%s', (_, exercise) => {
  it('is a program while the solution is there', () => {
    expect(transformSync('cell.ts', solutionCell('00-0', exercise)[0]).errors).toEqual([])
  })

  it('is the starter again once nbgrader has taken the solution away', () => {
    const [source] = solutionCell('00-0', exercise)
    if (exercise.kind === 'code') expect(withoutSolution(source)).toBe(starterOf(exercise))
    else expect(withoutSolution(source)).toMatch(new RegExp(`^let ${exercise.name} = undefined as .+ \\| undefined$`))
  })
})

it('imports every name of tensorcell/conv that a cell uses', () => {
  const cells = exercises.flatMap(([, exercise]) =>
    [starterOf(exercise), solutionOf(exercise)].map((source) => source.replaceAll(/\/\/.*/g, '')),
  )
  const called = cells.flatMap((source) => source.match(/(?<![.\w'])[A-Za-z]\w*(?=[([.,)])/g) ?? [])
  const local = cells.flatMap((source) =>
    [...source.matchAll(/\b(?:const|let|function) (\w+)/g)].map(([, name]) => name),
  )
  const declared = [...exercises.map(([, { name }]) => name), ...local]
  const foreign = called.filter((name) => Object.hasOwn(conv, name) && !declared.includes(name))
  expect([...new Set(foreign)].filter((name) => !courseNames.includes(name))).toEqual([])
  expect(courseNames.filter((name) => !Object.hasOwn(conv, name))).toEqual([])
})
