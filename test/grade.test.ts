// `tensorcell grade` on real kernels: what solutions, starters and half-done sheets earn, and what a submission cannot do.
// Rule: submissions are graded in one go, so that what one of them does could show in the next.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canSandbox } from '../src/cli/sandbox.ts'
import { solutionOf, starterOf } from '../src/exercises/cells.ts'
import type { Exercise } from '../src/exercises/definition.ts'
import { bank, idsOf, sheets } from '../src/exercises/registry.ts'
import { type SheetNotebook, sheetNotebook } from '../src/exercises/sheet.ts'
import { root, tensorcell } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'grade-test-'))

const sheet = sheets.find(({ name }) => name === 'ex-03-locality-and-correlation')!
const exercises = idsOf(sheet).map((id) => ({ id, exercise: bank[id] as Exercise }))
const total = exercises.reduce((sum, { exercise }) => sum + (exercise.points ?? 1), 0)

/** Writes a submission whose answer cells hold what `answer` gives; `first` runs before them. */
function submit(name: string, answer: (id: string, exercise: Exercise) => string, first = ''): string {
  const notebook: SheetNotebook = sheetNotebook(sheet, { language: 'en' })
  for (const cell of notebook.cells) {
    const found = exercises.find(({ id }) => cell.id === `answer-${id.replace('.', '-')}`)
    if (found) cell.source = answer(found.id, found.exercise)
    // What solutions use beside the starters' names.
    if (cell.id === 'imports')
      cell.source = `// @ts-nocheck\n${cell.source}\nimport * as conv from 'tensorcell/conv'\nfor (const name in conv) if (!(name in globalThis)) globalThis[name] = conv[name]\n${first}`
  }
  mkdirSync(join(folder, name), { recursive: true })
  const file = join(folder, name, `${sheet.name}.ipynb`)
  writeFileSync(file, JSON.stringify(notebook))
  return file
}

const unchecked = (source: string) => `// @ts-nocheck\n${source}`
const solved = (_: string, exercise: Exercise) => unchecked(solutionOf(exercise))
const untouched = (_: string, exercise: Exercise) => starterOf(exercise)
/** A submission that answers 05.1 alone, in its own way. */
const corr2d = (source: string) => (id: string, exercise: Exercise) =>
  id === '05.1' ? unchecked(source) : untouched(id, exercise)
/** Answers rightly if it can read a file. */
const reader = (path: string) =>
  corr2d(`let corr2d
try { corr2d = (await import('node:fs')).readFileSync(${JSON.stringify(path)}, 'utf8').length > 0 ? conv.corr2d : undefined } catch {}`)

const half: string[] = exercises.slice(0, Math.ceil(exercises.length / 2)).map(({ id }) => id)
const target = join(folder, 'written-by-a-submission')
const judge = join(root, 'dist/exercises/judge.js')
let reached = 0
const server = createServer((_, response) => response.end(`${++reached}`))

interface Grade {
  file: string
  score: number
  notes: string[]
  exercises: { id: string; score: number; verdict: { diagnosis?: { id: string } } }[]
}
let grades: Map<string, Grade>
const scoreOf = (name: string, id = '05.1') => grades.get(name)!.exercises.find((entry) => entry.id === id)!.score

// One grading of all, as a teacher would: what one submission does must not show in the next.
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address() as AddressInfo
  const vandal = `import { writeFileSync } from 'node:fs'
for (const file of ${JSON.stringify([target, judge])}) try { writeFileSync(file, 'mine') } catch {}
writeFileSync('own.txt', 'allowed')
await fetch('http://127.0.0.1:${address.port}').catch(() => {})`
  const forged = "{ 'application/vnd.tensorcell.answers+json': { encoded: '{}' } }"
  const other = submit('ada', solved)
  const submitted = {
    ada: other,
    bob: submit('bob', untouched),
    cy: submit('cy', (id, exercise) => (half.includes(id) ? solved(id, exercise) : untouched(id, exercise))),
    loop: submit('loop', solved, 'while (true);'),
    spin: submit('spin', corr2d('function corr2d(X, K) { while (true); }')),
    greedy: submit('greedy', solved, 'const held = []; while (true) held.push(new Float64Array(4e6).fill(1))'),
    deadly: submit('deadly', solved, "process.kill(process.pid, 'SIGKILL')"),
    json: submit(
      'json',
      corr2d('function corr2d(X, K) { return [] }'),
      'JSON.stringify = () => \'{"observations":[]}\'',
    ),
    equal: submit(
      'equal',
      corr2d('const corr2d = () => ({ valueOf: () => 19, toJSON: () => 19, __proto__: Array.prototype })'),
    ),
    result: submit(
      'result',
      corr2d('function corr2d(X, K) { return [] }'),
      `setInterval(() => display.mime(${forged}), 1)`,
    ),
    deep: submit(
      'deep',
      corr2d('function corr2d(X, K) { let a = []; for (let i = 0; i < 2e5; i++) a = [a]; return a }'),
    ),
    thief: submit('thief', reader(join(root, 'dist/exercises/bank/05-cross-correlation.js'))),
    copyist: submit('copyist', reader(other)),
    reader: submit('reader', reader(join(root, 'package.json'))),
    vandal: submit('vandal', solved, vandal),
    broken: write('broken.ipynb', '{'),
    foreign: write('foreign.ipynb', JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] })),
    zoe: submit('zoe', solved),
  }
  const options = ['--json', '--timeout', '15', '--memory', '1500']
  const { code, stdout, stderr } = await tensorcell(['grade', ...Object.values(submitted), ...options])
  expect(code, stderr).toBe(0)
  const all: Grade[] = JSON.parse(stdout).submissions
  const names = Object.keys(submitted)
  grades = new Map(all.map((grade, index) => [names[index]!, grade]))
}, 600_000)
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** What an untouched cell is said to have: the bug that it was given with, or that nothing is done. */
function givenFault(id: string): string {
  const exercise = exercises.find((each) => each.id === id)?.exercise
  return (exercise?.kind === 'code' ? exercise.unfixed : undefined) ?? 'not-done'
}

describe('tensorcell grade', () => {
  it('gives all points to solutions', () => {
    expect(grades.get('ada')!.exercises.filter(({ score }) => score === 0)).toEqual([])
    expect(grades.get('ada')!.score).toBe(total)
  })

  it('gives all points to every instructor’s sheet', { timeout: 300_000 }, async () => {
    const instructor = join(folder, 'instructor')
    await tensorcell(['sheets', instructor, '--instructor'])
    const { stdout } = await tensorcell(['grade', instructor, '--json'])
    const all: (Grade & { sheet: string; points: number })[] = JSON.parse(stdout).submissions
    expect(all.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name))
    expect(all.flatMap((grade) => grade.exercises.filter(({ verdict }) => verdict.diagnosis))).toEqual([])
  })

  it('gives none to starters', () => {
    const { score, exercises: entries } = grades.get('bob')!
    expect(score).toBe(0)
    expect(entries.map(({ verdict }) => verdict.diagnosis?.id)).toEqual(entries.map(({ id }) => givenFault(id)))
  })

  it('gives a part to a half-done sheet', () => {
    const earned = grades.get('cy')!.exercises.filter(({ score }) => score > 0)
    expect(earned.map(({ id }) => id)).toEqual(half)
  })

  it('says what it cannot grade', () => {
    expect(grades.get('broken')!.notes[0]).toContain('broken.ipynb cannot be read as a notebook')
    expect(grades.get('foreign')!.notes[0]).toContain('It is none of the sheets')
  })
})

describe('a submission', () => {
  it('that never ends is stopped', () => {
    expect(grades.get('loop')!.notes.join()).toContain('cell "imports" took longer than 15 s and was stopped.')
    expect(grades.get('spin')!.exercises.find(({ id }) => id === '05.1')!.verdict.diagnosis!.id).toBe('endless')
  })

  it('that takes all memory, or ends its process, costs only itself', () => {
    expect(grades.get('greedy')!.notes.join()).toContain('It used more than 1500 MB of memory and was ended.')
    expect(grades.get('deadly')!.notes.join()).toContain('The kernel ended by itself')
    expect(grades.get('zoe')!.score).toBe(total)
  })

  it.each(['json', 'equal', 'result', 'deep'])('cannot forge a score (%s)', (name) => {
    expect(scoreOf(name)).toBe(0)
  })

  // Without bubblewrap these are not guarded, and `tensorcell grade` warns.
  it.skipIf(!canSandbox())('can read neither the answers nor another submission', () => {
    expect([scoreOf('thief'), scoreOf('copyist'), scoreOf('reader')]).toEqual([0, 0, 1])
  })

  it.skipIf(!canSandbox())('can write nothing outside its own folder, and reach no network', () => {
    expect(grades.get('vandal')!.score).toBe(total)
    expect(existsSync(target)).toBe(false)
    expect(readFileSync(judge, 'utf8')).toContain('judge')
    expect(reached).toBe(0)
  })
})
