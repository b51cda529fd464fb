// What is wrong with a function that no misconception explains: it throws, never ends, gives what was not asked for, a wrong
// shape, a wrong number.
// Rule: the plainest fault is named, in the first visible case that has it; of a hidden case only its sort is said.
import type { Text } from '../words/language.ts'
import type { Trial } from './cases.ts'
import type { CodeExercise } from './definition.ts'
import { differenceText, exampleOf } from './example.ts'
import type { Attempt } from './judge.ts'
import { type Difference, defaultTolerance, firstDifference, holdsNaN, leafOf, shapeOf } from './nested.ts'
import type { Observation } from './observation.ts'
import { signatureOf, sizesOf, type WrongShape } from './shapes.ts'
import { valueText } from './text.ts'
import type { Diagnosis } from './verdict.ts'
import { words } from './words.ts'

/** A call that came out wrong. */
interface Wrong {
  trial: Trial
  got: Observation
}

/** What is the matter: said openly, and as it may be said of a hidden case. */
interface Fault {
  id: string
  message: Text
  hidden?: Text
  at?: Difference['at']
}

/** From the plainest to the least plain. */
const finders: ((exercise: CodeExercise, wrong: Wrong, all: readonly Wrong[]) => Fault | undefined)[] = [
  thrownFault,
  (_, { got }) => (got.status === 'endless' ? { id: 'endless', message: words.endless } : undefined),
  (_, { got }) => (got.status === 'odd' ? { id: got.oddity, message: words.odd[got.oddity] } : undefined),
  (_, { trial, got }) =>
    trial.expected.status === 'threw' && got.status === 'returned'
      ? { id: 'no-error', message: words.noError }
      : undefined,
  kindFault,
  shapeFault,
  (_, { got }) =>
    got.status === 'returned' && got.changed !== undefined
      ? { id: 'changed-input', message: words.changed(got.changed) }
      : undefined,
  differenceFault,
]

/** The diagnosis of the plainest fault. At least one trial is not `right`. */
export function findFault(
  exercise: CodeExercise,
  trials: readonly Trial[],
  attempt: Attempt,
  right: readonly boolean[],
): Diagnosis {
  const counted = argumentFault(exercise, attempt)
  if (counted) return counted
  const wrong = trials
    .map((trial, index) => ({ trial, got: attempt.observations[index]! }))
    .filter((_, index) => !right[index])
  if (wrong.every(({ trial }) => trial.group === 'repeat')) return { id: 'remembers', message: words.remembers }
  for (const finder of finders) {
    for (const each of wrong) {
      const fault = finder(exercise, each, wrong)
      if (fault) return diagnosisOf(exercise, each, fault)
    }
  }
  throw new Error(
    `Nothing explains what is wrong with an answer to “${exercise.name}”; tell the authors of the course.`,
  )
}

function diagnosisOf(exercise: CodeExercise, { trial }: Wrong, { id, message, hidden, at }: Fault): Diagnosis {
  if (trial.group === 'hidden') return { id, message: words.inCase(trial.about, hidden ?? message) }
  return { id, message, example: exampleOf(exercise, trial, at) }
}

function argumentFault({ reference }: CodeExercise, { takes }: Attempt): Diagnosis | undefined {
  if (takes === undefined || takes === reference.length) return undefined
  return { id: 'arguments', message: words.argumentCount(takes, reference.length) }
}

function thrownFault(_: CodeExercise, { got }: Wrong): Fault | undefined {
  if (got.status !== 'threw') return undefined
  if (got.message.includes('Maximum call stack size')) return { id: 'recursion', message: words.recursion }
  return { id: 'threw', message: words.threw(got.name, got.message), hidden: words.threwHidden(got.name) }
}

/** Undefined, NaN, or a string where a number is asked for. */
function kindFault(_: CodeExercise, { trial, got }: Wrong): Fault | undefined {
  if (got.status !== 'returned' || trial.expected.status !== 'returned') return undefined
  const expected = trial.expected.value
  if (got.value === undefined) return { id: 'undefined', message: words.missing }
  if (holdsNaN(got.value) && !holdsNaN(expected)) return { id: 'nan', message: words.nan }
  const [left, right] = [kindOf(got.value), kindOf(expected)]
  if (left === right || left.startsWith('nothing')) return undefined
  return { id: 'kind', message: words.kind(left, right) }
}

/** 'number', 'number[][]', 'object' …; for arrays of other depth, that is the shape's fault. */
function kindOf(value: unknown): string {
  const leaf = leafOf(value)
  return Array.isArray(value) ? `${leaf}[]` : leaf
}

function shapeFault({ window }: CodeExercise, wrong: Wrong, all: readonly Wrong[]): Fault | undefined {
  const found = wrongShape(window, wrong)
  if (!found) return undefined
  if (found === 'ragged') return { id: 'ragged', message: words.ragged }
  const shapes = all.map((each) => wrongShape(window, each)).filter((each) => typeof each === 'object')
  const signature = signatureOf(shapes)
  if (signature) return signature
  const message = words.shape(valueText(found.got), valueText(found.expected))
  return { id: 'shape', message, hidden: words.shapeHidden }
}

function wrongShape(window: CodeExercise['window'], { trial, got }: Wrong): WrongShape | 'ragged' | undefined {
  if (got.status !== 'returned' || trial.expected.status !== 'returned') return undefined
  const [left, right] = [shapeOf(got.value), shapeOf(trial.expected.value)]
  if (!right) return undefined
  if (!left) return 'ragged'
  if (String(left) === String(right)) return undefined
  return { got: left, expected: right, ...(window ? sizesOf(window(...trial.input)) : {}) }
}

function differenceFault({ tolerance = defaultTolerance }: CodeExercise, { trial, got }: Wrong): Fault | undefined {
  if (got.status !== 'returned' || trial.expected.status !== 'returned') return undefined
  const difference = firstDifference(got.value, trial.expected.value, tolerance)
  if (!difference) return undefined
  const message = differenceText(difference)
  return { id: 'difference', message, hidden: words.differenceHidden, at: difference.at }
}
