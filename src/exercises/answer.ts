// The type of what a check takes, and how an answer becomes an attempt.
// Rule: the type follows from the exercise, so that TypeScript refuses a wrong kind of answer before it runs; whoever has
// turned that off gets the same in words.
import type { Trial } from './cases.ts'
import type { ChoiceExercise, CodeExercise, NumberExercise, Numeric, PredictionExercise } from './definition.ts'
import type { Attempt } from './judge.ts'
import { type AnyFunction, tryInputs } from './trial.ts'

/** A tensor, of TensorFlow.js or of anything that gives its elements so. It may stand for arrays of numbers. */
export interface ArrayLikeTensor {
  arraySync(): unknown
}

type Accepted<Result> = Result extends Numeric ? Result | ArrayLikeTensor : Result

/** What the check of an exercise takes. `undefined` is "not done yet". */
export type AnswerOf<Exercise> =
  Exercise extends CodeExercise<infer Arguments, infer Result>
    ? (...input: Arguments) => Accepted<Result>
    : Exercise extends NumberExercise<infer Value>
      ? Accepted<Value> | undefined
      : Exercise extends ChoiceExercise<infer Key, infer Answer>
        ? (Answer extends readonly string[] ? readonly string[] : Key) | undefined
        : Exercise extends PredictionExercise<infer Value>
          ? Accepted<Value> | undefined
          : never

/** Calls a learner's function on all trials. */
export function attemptOf(answer: AnyFunction, trials: readonly Trial[]): Attempt {
  const visible = trials.filter(({ group }) => group === 'public').length
  const inputs = trials.map(({ input }) => input)
  return { ...tryInputs(answer, inputs, visible), takes: takes(answer) }
}

/** How many arguments a function declares; undefined if it may take any number. */
export function takes(answer: AnyFunction): number | undefined {
  const source = Function.prototype.toString.call(answer)
  return /\.\.\.|\barguments\b|\([^)]*=[^>]/.test(source.slice(0, source.indexOf('{') + 1) || source)
    ? undefined
    : answer.length
}
