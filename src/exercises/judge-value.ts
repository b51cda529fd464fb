// Judges an answer that is no function: a number or numbers, options, a prediction.
// Rule: as `judge`, a pure function of plain data; one answer is one public case.
import type {
  ChoiceExercise,
  Exercise,
  Misconception,
  NumberExercise,
  Numeric,
  Predicted,
  PredictionExercise,
} from './definition.ts'
import { agree, defaultTolerance, holdsNaN, leafOf, shapeOf } from './nested.ts'
import type { Observation } from './observation.ts'
import { signatureOf } from './shapes.ts'
import { valueText } from './text.ts'
import type { Diagnosis, Verdict } from './verdict.ts'
import { words } from './words.ts'

/** The verdict on an answer as it was observed. */
export function judgeValue(exercise: Exclude<Exercise, { kind: 'code' }>, observation: Observation): Verdict {
  const diagnosis = diagnose(exercise, observation)
  const ok = diagnosis ? 0 : 1
  const verdict = { passed: ok === 1, public: { ok, total: 1 }, hidden: { ok: 0, total: 0 }, score: ok }
  return diagnosis ? { ...verdict, diagnosis } : verdict
}

function diagnose(exercise: Exclude<Exercise, { kind: 'code' }>, observation: Observation): Diagnosis | undefined {
  if (observation.status === 'odd') return { id: observation.oddity, message: words.odd[observation.oddity] }
  if (observation.status !== 'returned' || observation.value === undefined) {
    return { id: 'not-done', message: words.notDone }
  }
  const { value } = observation
  return exercise.kind === 'choice' ? chosen(exercise, value) : worked(exercise, value)
}

function worked(exercise: NumberExercise | PredictionExercise, given: unknown): Diagnosis | undefined {
  const { tolerance = defaultTolerance } = exercise
  const expected = exercise.kind === 'number' ? exercise.answer : exercise.outcome()
  if (agree(given, expected, tolerance)) return undefined
  if (holdsNaN(given)) return { id: 'nan', message: words.nan }
  if (leafOf(given) !== leafOf(expected) || Array.isArray(given) !== Array.isArray(expected)) {
    return { id: 'kind', message: words.kind(kindOf(given), kindOf(expected)) }
  }
  if (!hasFormOf(given, expected)) return { id: 'ragged', message: words.ragged }
  if ('accepts' in exercise && exercise.accepts?.(given)) return undefined
  return misconceptionOf(exercise, given, tolerance) ?? shapeDiagnosis(given, expected) ?? wrongValue(exercise)
}

/** Of the same kind as the expected value and no ragged array: what an exercise's own functions may be asked about. */
function hasFormOf(given: unknown, expected: Predicted): given is Numeric {
  return shapeOf(given)?.length === shapeOf(expected)?.length
}

function misconceptionOf(
  { misconceptions }: { misconceptions: readonly Misconception<Predicted>[] },
  given: Predicted,
  tolerance: number,
): Diagnosis | undefined {
  const found = misconceptions.find((each) =>
    'when' in each ? each.when(given) : agree(given, each.answer, tolerance),
  )
  return found && { id: found.id, message: found.message }
}

function shapeDiagnosis(given: unknown, expected: unknown): Diagnosis | undefined {
  const [got, asked] = [shapeOf(given), shapeOf(expected)]
  if (!got || !asked || String(got) === String(asked)) return undefined
  const message = words.shape(valueText(got), valueText(asked))
  return signatureOf([{ got, expected: asked }]) ?? { id: 'shape', message }
}

function wrongValue({ kind }: NumberExercise | PredictionExercise): Diagnosis {
  return { id: 'wrong', message: kind === 'number' ? words.wrongNumber : words.wrongPrediction }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? `${kindOf(value[0])}[]` : leafOf(value)
}

function chosen({ options, answer, wrong }: ChoiceExercise, given: unknown): Diagnosis | undefined {
  const keys = Object.keys(options)
  const right = typeof answer === 'string' ? [answer] : answer
  const picked: unknown[] = Array.isArray(given) ? given : [given]
  const stray = picked.find((key) => typeof key !== 'string' || !keys.includes(key))
  if (stray !== undefined) return { id: 'no-option', message: words.noSuchOption(valueText(stray), keys.join(', ')) }
  const mistaken = keys.find((key) => picked.includes(key) !== right.includes(key) && key in wrong)
  return mistaken === undefined ? undefined : { id: mistaken, message: wrong[mistaken]! }
}
