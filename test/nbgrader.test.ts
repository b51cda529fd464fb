// nbgrader 0.9.6 with our sheets: assign, collect, autograde, feedback, as a teacher does it.
// Rule: the real programs, in a course folder of their own; what they write into the gradebook is what counts.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { solutionOf } from '../src/exercises/cells.ts'
import type { Exercise } from '../src/exercises/definition.ts'
import { bank, idsOf, sheets } from '../src/exercises/registry.ts'
import { execute, python, root, tensorcell } from './environment.ts'

const course = mkdtempSync(join(tmpdir(), 'nbgrader-test-'))
const sheet = sheets.find(({ name }) => name === 'ex-01-counting')!
const exercises = idsOf(sheet).map((id) => ({ id, exercise: bank[id] as Exercise }))
const total = exercises.reduce((sum, { exercise }) => sum + (exercise.points ?? 1), 0)
const file = `${sheet.name}.ipynb`

interface Cell {
  id: string
  source: string[]
  metadata: { nbgrader?: { grade_id: string } }
}

/** A learner hands in the released sheet with some answers filled in, as they would write them. */
function submit(student: string, fill: (id: string) => boolean): void {
  const notebook: { cells: Cell[] } = JSON.parse(readFileSync(join(course, 'release', sheet.name, file), 'utf8'))
  for (const { id, exercise } of exercises.filter((entry) => fill(entry.id))) {
    const cell = notebook.cells.find(
      ({ metadata }) => metadata.nbgrader?.grade_id === `answer-${id.replace('.', '-')}`,
    )!
    cell.source = [solutionOf(exercise)]
  }
  const folder = join(course, 'submitted', student, sheet.name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), JSON.stringify(notebook))
}

async function nbgrader(...args: string[]): Promise<string> {
  // Its own Jupyter folders: this machine's kernels and settings do not count. It calls `alembic` by its name.
  const environment = {
    JUPYTER_PATH: join(course, 'share'),
    JUPYTER_CONFIG_DIR: join(course, 'config'),
    TENSORCELL_SEED: '20261124',
    PATH: `${dirname(python('nbgrader'))}:${process.env.PATH}`,
  }
  const { code, stdout, stderr } = await execute('env', ['-C', course, python('nbgrader'), ...args], environment)
  expect(code, stdout + stderr).toBe(0)
  return stdout + stderr
}

beforeAll(async () => {
  const source = join(course, 'source', sheet.name)
  await tensorcell(['install', '--prefix', course])
  cpSync(join(course, 'share/jupyter'), join(course, 'share'), { recursive: true })
  cpSync(join(root, 'python/nbgrader_config.py'), join(course, 'nbgrader_config.py'))
  const { code, stderr } = await tensorcell(['sheets', join(course, 'all'), '--instructor'])
  expect(code, stderr).toBe(0)
  mkdirSync(source, { recursive: true })
  cpSync(join(course, 'all', file), join(source, file))
  await nbgrader('generate_assignment', sheet.name, '--create')
}, 120_000)
afterAll(() => rmSync(course, { recursive: true }))

it('releases the sheet without solutions and hidden tests', () => {
  const released = readFileSync(join(course, 'release', sheet.name, file), 'utf8')
  expect(released).toContain('// Your code here')
  expect(released).not.toContain('BEGIN SOLUTION')
  expect(released).not.toContain('HIDDEN TESTS')
  expect(released).not.toContain('20261124')
})

describe('nbgrader autograde', () => {
  const half = exercises.slice(0, Math.ceil(exercises.length / 2)).map(({ id }): string => id)
  let scores: Map<string, number>
  let most: Map<string, number>

  beforeAll(async () => {
    submit('ada', () => true)
    submit('bob', () => false)
    submit('cy', (id) => half.includes(id))
    await nbgrader('autograde', sheet.name, '--create')
    await nbgrader('export', '--to', join(course, 'grades.csv'))
    const [head, ...rows] = readFileSync(join(course, 'grades.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
    const column = (name: string) => head!.indexOf(name)
    scores = new Map(rows.map((row) => [row[column('student_id')]!, Number(row[column('raw_score')])]))
    most = new Map(rows.map((row) => [row[column('student_id')]!, Number(row[column('max_score')])]))
  }, 400_000)

  it('gives full points to solutions, none to the released sheet, a part to half', () => {
    expect([...most.values()]).toEqual([total, total, total])
    const points = exercises
      .filter(({ id }) => half.includes(id))
      .reduce((sum, { exercise }) => sum + (exercise.points ?? 1), 0)
    expect(Object.fromEntries(scores)).toEqual({ ada: total, bob: 0, cy: points })
  })

  it('writes feedback with the diagnosis, and without hidden cases', async () => {
    await nbgrader('generate_feedback', sheet.name)
    const page = readFileSync(join(course, 'feedback', 'bob', sheet.name, file.replace('.ipynb', '.html')), 'utf8')
    expect(page).toContain('Not done yet')
    expect(page).not.toContain('20261124')
    expect(existsSync(join(course, 'feedback', 'ada', sheet.name))).toBe(true)
  }, 120_000)
})
