// Judges a function by what came of its calls: how many are right, and what is the matter with it.
// Rule: a pure function of the exercise, the trials and the observations, which may come from another process. First what
// an exercise knows (a misconception that explains every call), then what went wrong most plainly, last a wrong number.

import { outcomeOf, type Trial } from './cases.ts'
import type { CodeExercise } from './definition.ts'
import { wrongExample } from './example.ts'
import { findFault } from './faults.ts'
import { agree, defaultTolerance } from './nested.ts'
import type { Observation } from './observation.ts'
import type { Count, Diagnosis, Verdict } from './verdict.ts'
import { words } from './words.ts'

/** What was done with a learner's function. */
export interface Attempt {
  /** One for each trial, in their order. */
  observations: readonly Observation[]
  /** How many arguments it declares; undefined when it takes any number. */
  takes?: number | undefined
  printed?: string
}

/** The verdict on a function. `observations` has one entry for each of `trials`. */
export function judge(exercise: CodeExercise, trials: readonly Trial[], attempt: Attempt): Verdict {
  const { observations } = attempt
  const { tolerance = defaultTolerance } = exercise
  const right = trials.map((trial, index) => isRight(observations[index], trial.expected, tolerance))
  const count = (group: Trial['group']): Count => {
    const of = right.filter((_, index) => trials[index]!.group === group)
    return { ok: of.filter(Boolean).length, total: of.length }
  }
  const [open, hidden] = [count('public'), count('hidden')]
  const counts = { public: open, hidden, ...(attempt.printed ? { printed: attempt.printed } : {}) }
  if (right.every(Boolean)) return { passed: true, ...counts, score: 1 }
  const diagnosis = diagnose(exercise, trials, attempt, right)
  // A bug that was given to be found may be right in some cases; leaving it there earns nothing.
  const isGiven = diagnosis.id === exercise.unfixed
  const score = isGiven ? 0 : right.filter(Boolean).length / right.length
  return { passed: false, ...counts, score, diagnosis }
}

function diagnose(
  exercise: CodeExercise,
  trials: readonly Trial[],
  attempt: Attempt,
  right: readonly boolean[],
): Diagnosis {
  if (attempt.observations.some(({ status }) => status === 'todo')) return { id: 'not-done', message: words.notDone }
  const found = misconceptionOf(exercise, trials, attempt.observations)
  if (!found) return findFault(exercise, trials, attempt, right)
  const visible = trials.findIndex(({ group }, index) => group === 'public' && !right[index])
  if (visible < 0) return found
  return { ...found, example: wrongExample(exercise, trials[visible]!, attempt.observations[visible]!) }
}

/** The first misconception that gives the same on every trial. */
function misconceptionOf(
  exercise: CodeExercise,
  trials: readonly Trial[],
  observations: readonly Observation[],
): Diagnosis | undefined {
  const { tolerance = defaultTolerance } = exercise
  const found = exercise.misconceptions.find(
    ({ answer }) =>
      observations.some(({ status }) => status === 'returned') &&
      trials.every(({ input }, index) => sameOutcome(observations[index], outcomeOf(answer, input), tolerance)),
  )
  if (!found) return undefined
  const { id, message } = found
  return { id, message: id === exercise.unfixed ? words.unfixed : message }
}

function isRight(got: Observation | undefined, expected: Observation, tolerance: number): boolean {
  return sameOutcome(got, expected, tolerance) && !(got?.status === 'returned' && got.changed !== undefined)
}

/** Both threw, or both returned what agrees. */
function sameOutcome(got: Observation | undefined, expected: Observation, tolerance: number): boolean {
  if (got?.status === 'returned' && expected.status === 'returned') return agree(got.value, expected.value, tolerance)
  return got?.status === 'threw' && expected.status === 'threw'
}
