// `exercise(id)`: what a learner does with an exercise: read it, check an answer, ask for a hint, see the solution.
// Rule: each of these is kept in the notebook's folder; the solution shows itself only after a real attempt.
import { display } from '../display/display.ts'
import { type Displayable, displayKey } from '../display/render.ts'
import { sayIn } from '../words/language.ts'
import { type AnswerOf, attemptOf } from './answer.ts'
import { trialsOf } from './cases.ts'
import { starterOf } from './cells.ts'
import type { CodeExercise, Exercise } from './definition.ts'
import { hintCard, lockedCard, solutionCard } from './help.ts'
import { judge } from './judge.ts'
import { judgeValue } from './judge-value.ts'
import { nearIds } from './near.ts'
import { observe } from './observation.ts'
import { eventsIn, type NewEvent, record, standingOf } from './progress.ts'
import { type Bank, bank, type ExerciseId, exerciseIds } from './registry.ts'
import { type Report, reportOf } from './report.ts'
import type { AnyFunction } from './trial.ts'
import type { Verdict } from './verdict.ts'
import { words } from './words.ts'

/** An exercise in a learner's hands. A cell that ends with it shows what is asked. */
export interface ExerciseInHand<Answer> extends Displayable {
  /** TypeScript of the cell to begin with. */
  readonly starter: string
  /** Tries an answer; the report shows itself as a card. */
  check(answer: Answer): Report
  /** One step further each time it is asked, three in all. */
  hint(): Displayable
  /** The solution, once an answer of your own has been checked. */
  solution(): Displayable
  /**
   * For the cell of a grader: shows the report, gives the points as a number (which nbgrader takes as partial credit), and
   * throws a GradeError when there are none. A number of the teacher's own, as `seed` or in the environment variable
   * TENSORCELL_SEED, gives hidden cases that nobody has seen, and stands in no notebook that learners get back.
   */
  grade(answer: Answer, options?: { seed?: number }): number
}

/** What `grade` throws when an answer earns nothing; the message is the diagnosis. */
export class GradeError extends Error {
  override readonly name = 'GradeError'
}

/**
 * The exercise of that id. Throws a RangeError for one that does not exist, and names those near it.
 *
 * @example
 * ```ts
 * exercise('03.5').check('equivariant').passed // → true
 * exercise('03.5').check('invariant').diagnosis?.id // → 'invariant'
 * ```
 */
export function exercise<Id extends ExerciseId>(id: Id): ExerciseInHand<AnswerOf<Bank[Id]>>
export function exercise(id: ExerciseId): ExerciseInHand<unknown> {
  const found = exerciseOf(id)
  const folder = process.cwd()
  return {
    starter: starterOf(found),
    check: (answer) => {
      const verdict = verdictOn(found, answer)
      return reportOf(id, found, verdict, record(folder, checkEvent(id, found, verdict)))
    },
    hint: () => {
      record(folder, { exercise: id, event: 'hint' })
      return hintCard(id, found, standingOf(eventsIn(folder).events, id).hints)
    },
    solution: () => {
      const { attempts } = standingOf(eventsIn(folder).events, id)
      if (attempts === 0) return lockedCard(id, found)
      record(folder, { exercise: id, event: 'solution' })
      return solutionCard(id, found)
    },
    grade: (answer, options = {}) => graded(id, found, verdictOn(found, answer, options.seed ?? graderSeed())),
    [displayKey]: () => {
      const text = `**${id} ${sayIn()(found.title)}**\n\n${sayIn()(found.statement)}`
      return { 'text/markdown': text, 'text/plain': text }
    },
  }
}

function exerciseOf(id: string): Exercise {
  const all: Readonly<Record<string, Exercise>> = bank
  const found = Object.hasOwn(all, id) ? all[id] : undefined
  if (found) return found
  throw new RangeError(`There is no exercise '${id}'. Did you mean ${nearIds(id, exerciseIds).join(', ')}?`)
}

function checkEvent(id: string, found: Exercise, { passed, score, diagnosis }: Verdict): NewEvent {
  const untouched = ['not-done', found.kind === 'code' ? found.unfixed : undefined]
  const event = {
    exercise: id,
    event: 'check',
    passed,
    score,
    real: passed || !untouched.includes(diagnosis?.id),
  } as const
  return diagnosis ? { ...event, diagnosis: diagnosis.id } : event
}

/** The teacher's number where one is set. nbgrader's feedback shows hidden tests, so it does not stand in them. */
function graderSeed(): number | undefined {
  const text = process.env.TENSORCELL_SEED
  if (text === undefined || text === '') return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new RangeError(`TENSORCELL_SEED is "${text}". Give it a whole number of at most 15 digits, such as 20261124.`)
}

/** Judges an answer, whatever it is. */
export function verdictOn(found: Exercise, answer: unknown, seed?: number): Verdict {
  if (found.kind !== 'code') return judgeValue(found, observe(answer))
  if (!isFunction(answer)) return notFunction(found, answer)
  const trials = trialsOf(found, seed)
  return judge(found, trials, attemptOf(answer, trials))
}

function notFunction(found: CodeExercise, answer: unknown): Verdict {
  const count = (group: string) => ({ ok: 0, total: trialsOf(found).filter((trial) => trial.group === group).length })
  const diagnosis =
    answer === undefined
      ? { id: 'not-done', message: words.notDone }
      : { id: 'no-function', message: words.notFunction(found.name) }
  return { passed: false, public: count('public'), hidden: count('hidden'), score: 0, diagnosis }
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function'
}

/** nbgrader takes a number as partial credit and gives nothing to a cell that fails (nbgrader 0.9.6, utils.py). */
function graded(id: string, found: Exercise, verdict: Verdict): number {
  const report = reportOf(id, found, verdict, true)
  void display(report)
  if (verdict.score === 0) throw new GradeError(`${id}: ${report.diagnosis?.message}`)
  return Math.round(report.points * verdict.score * 100) / 100
}
