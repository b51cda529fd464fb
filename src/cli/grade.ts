// `tensorcell grade`: grades submitted exercise sheets in fresh kernels, without Python.
// Rule: all submissions are read before the first one runs, and scores are made here, never in a submission's process.
import { randomInt } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { trialsOf } from '../exercises/cases.ts'
import type { Exercise } from '../exercises/definition.ts'
import { judge } from '../exercises/judge.ts'
import { judgeValue } from '../exercises/judge-value.ts'
import { bank, type ExerciseId, idsOf } from '../exercises/registry.ts'
import type { Answers } from '../exercises/remote.ts'
import type { Verdict } from '../exercises/verdict.ts'
import { sayIn } from '../words/language.ts'
import type { Command } from './command.ts'
import { CliError, UsageError } from './errors.ts'
import { examine, type Limits } from './examine.ts'
import { csvOf, type Grade, jsonOf, markdownOf } from './grade-table.ts'
import { canSandbox } from './sandbox.ts'
import { readSubmission, type Submission } from './submission.ts'

export const grade: Command = {
  summary: 'grade submitted exercise sheets (no Python needed)',
  help: `Usage: tensorcell grade FILE|FOLDER... [--json | --csv] [--timeout SECONDS] [--memory MB] [--seed N]

Grades notebooks that learners made of the course's exercise sheets; a folder means all notebooks in it and below. Prints a table
of points: Markdown, or --csv with a line for each exercise, or --json with everything. Progress goes to stderr.

  --timeout SECONDS   for each cell and each answer (default 60)
  --memory MB         for each submission (default 2048)
  --seed N            the hidden cases; by default a new random number, which --json tells

Each submission runs in a kernel and a folder of its own. Its functions are called there with visible and hidden cases; what they
return is judged in this process, so a submission cannot read what is right and cannot write its own score. With bubblewrap
(Debian and Ubuntu: apt install bubblewrap) it can also write no files, read no other submission, reach no network, and read none of the
package's answers. Without bubblewrap a warning says that it can.`,

  async start(args) {
    const options = {
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      timeout: { type: 'string', default: '60' },
      memory: { type: 'string', default: '2048' },
      seed: { type: 'string', default: String(randomInt(3, 2 ** 31)) },
    } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (positionals.length === 0)
      throw new UsageError('There is nothing to grade.', 'Name notebooks or folders: `tensorcell grade submitted/`.')
    if (values.json && values.csv) throw new UsageError('--json and --csv exclude each other.', 'Choose one of them.')
    const limits = { seconds: positive('timeout', values.timeout), bytes: positive('memory', values.memory) * 2 ** 20 }
    const seed = positive('seed', values.seed)
    const grades = await gradeAll(positionals.flatMap(notebooksIn), seed, limits)
    const table = values.json ? jsonOf(grades, seed) : values.csv ? csvOf(grades, sayIn()) : markdownOf(grades)
    process.stdout.write(`${table}\n`)
  },
}

async function gradeAll(files: readonly string[], seed: number, limits: Limits): Promise<Grade[]> {
  const guarded = canSandbox()
  if (!guarded)
    process.stderr.write(
      'Warning: bubblewrap is not available, so submissions run with your rights: they can read and write your files. Install it (apt install bubblewrap) to guard against that.\n',
    )
  const submissions = files.map((file) => [file, readSubmission(file)] as const)
  const grades: Grade[] = []
  for (const [file, submission] of submissions) {
    const others = files.filter((other) => other !== file).map((other) => resolve(other))
    const done =
      typeof submission === 'string'
        ? unread(file, submission)
        : await gradeOne(submission, seed, limits, guarded ? others : undefined)
    grades.push(done)
    process.stderr.write(`${grades.length}/${files.length}  ${file}  ${done.score.toFixed(2)} / ${done.points}\n`)
  }
  return grades
}

function unread(file: string, note: string): Grade {
  return { file, score: 0, points: 0, exercises: [], notes: [note] }
}

async function gradeOne(
  submission: Submission,
  seed: number,
  limits: Limits,
  hidden: readonly string[] | undefined,
): Promise<Grade> {
  const { file, sheet } = submission
  const asked = idsOf(sheet).map((id) => inquire(id, seed))
  const { answers, notes } = await examine(submission, asked, limits, hidden)
  const exercises = asked.map(({ id, exercise, verdictOn }, index) => {
    const verdict = judged(() => verdictOn(answers[index]!))
    const { points = 1 } = exercise
    return { id, points, score: points * verdict.score, verdict }
  })
  const sum = (key: 'score' | 'points') => exercises.reduce((total, entry) => total + entry[key], 0)
  return { file, sheet: sheet.name, score: sum('score'), points: sum('points'), exercises, notes }
}

/** An answer that cannot even be compared (nested a hundred thousand deep) earns nothing, and the next one is judged. */
function judged(judging: () => Verdict): Verdict {
  try {
    return judging()
  } catch (error) {
    const none = { ok: 0, total: 0 }
    const message = `The answer cannot be judged: ${error}`
    return { passed: false, public: none, hidden: none, score: 0, diagnosis: { id: 'unjudged', message } }
  }
}

/** What to ask of an answer, and how to judge what comes back. */
function inquire(id: ExerciseId, seed: number) {
  const exercise: Exercise = bank[id]
  if (exercise.kind !== 'code') {
    return {
      id,
      exercise,
      inputs: [],
      verdictOn: ({ observations }: Answers): Verdict => judgeValue(exercise, observations[0]!),
    }
  }
  const trials = trialsOf(exercise, seed)
  const verdictOn = ({ observations, takes }: Answers): Verdict =>
    judge(exercise, trials, { observations: trials.map((_, index) => observations[index] ?? observations[0]!), takes })
  return { id, exercise, inputs: trials.map(({ input }) => input), verdictOn }
}

function notebooksIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new CliError(`There is no ${path}.`, 'Name a notebook, or a folder of them.')
  if (!found.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints'))
    .sort()
    .map((file) => join(path, file))
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError(`--${name} takes a positive number, not "${text}".`, 'See `tensorcell grade --help`.')
}
