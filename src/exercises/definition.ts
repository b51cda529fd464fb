// What an exercise is: a question, a way to make cases, the right answer, and the wrong answers that people give.
// Rule: an entry that contradicts itself (a misconception with other arguments than the reference, a wrong option without
// its explanation) does not compile; what types cannot see, bank.test.ts does.
import type { Nested } from '../conv/nested.ts'
import type { Rng } from '../conv/random.ts'
import type { Text } from '../words/language.ts'

/** What every exercise has. The text of the sheet is Markdown, in both languages. */
export interface Question {
  title: Text
  /** What is asked, what it takes and returns, and a small worked number. */
  statement: Text
  /** The name that the learner's cell declares: of the function, or of the answer. */
  name: string
  /** From a nudge to nearly there; `hint()` gives one more each time. */
  hints: readonly [Text, Text, Text]
  /** 1 unless told. */
  points?: number
}

/** A wrong answer that people give: the value itself, or `when` a value is wrong in this way. */
export type Misconception<Value> = Explained & ({ answer: Value } | { when(given: Value): boolean })

interface Explained {
  id: string
  /** What they did, and why it is wrong; not what is right. */
  message: Text
}

/** One set of arguments, and in words what is particular about it: all that is said of a hidden case. */
export interface Case<Arguments extends readonly unknown[]> {
  input: readonly [...Arguments]
  /** Such as `{ en: 'a kernel that is not square', zh: '非正方形的核' }`. */
  about: Text
}

/** A function to write. `Arguments` and `Result` are those of `reference`; everything else must agree with it. */
export interface CodeExercise<Arguments extends readonly unknown[] = readonly unknown[], Result = unknown>
  extends Question {
  kind: 'code'
  /** TypeScript of the learner's cell: compiles, and calls `todo()` where something is to be written, or has the bug to find. */
  starter: string
  /** TypeScript of the same cell, done. */
  solution: string
  /** What is right, computed independently of `solution` where possible (by tensorcell/conv). */
  reference(...input: Arguments): Result
  /** Fixed arguments that the learner sees, the worked number of the statement first. */
  examples: readonly Arguments[]
  /** Random arguments, of shapes that tell rows from columns. Called with one seed for public, another for hidden cases. */
  cases(rng: Rng): readonly Case<Arguments>[]
  /** How far a number may be off, relative to itself or to 1; 1e-5 unless told, which float32 keeps. */
  tolerance?: number
  misconceptions: readonly CodeMisconception<Arguments, Result>[]
  /** For results that are images: what slides over what. A wrong shape is explained by it (`n − k`: "you forgot + 1"). */
  window?(...input: Arguments): Window
  /** In an exercise that asks to find a bug: the misconception that the starter shows. */
  unfixed?: string
  /** Said when it is right, and below the solution. */
  explanation?: Text
}

/** A wrong function that people write. */
export interface CodeMisconception<Arguments extends readonly unknown[], Result> extends Explained {
  answer(...input: Arguments): Result
}

/** What slides over what: matrices, rows or volumes of numbers. */
export interface Window {
  input: Nested
  kernel: Nested
}

/** A number, or numbers in nested arrays. */
export type Numeric = number | number[] | number[][] | number[][][]

/** A number or numbers to work out, or a kernel to find. */
export interface NumberExercise<Value extends Numeric = Numeric> extends Question {
  kind: 'number'
  answer: Value
  /** TypeScript that computes the answer, an expression: `200 * 200 * 3`. */
  solution: string
  /** Where several answers are right (a kernel of any scale): whether one is. It must accept `answer`. */
  accepts?(given: Value): boolean
  tolerance?: number
  misconceptions: readonly Misconception<Value>[]
  explanation?: Text
}

/** One option, or all that hold, to choose. */
export interface ChoiceExercise<Key extends string = string, Answer extends Key | readonly Key[] = Key | readonly Key[]>
  extends Question {
  kind: 'choice'
  options: Readonly<Record<Key, Text>>
  /** The key that is right, or (where all that hold are asked for) those that are. */
  answer: Answer
  /** For each wrong option (where several are right: for each option), why it is wrong to choose (to choose or leave out) it. */
  wrong: Readonly<Record<WrongKey<Key, Answer>, Text>>
  explanation: Text
}

type WrongKey<Key extends string, Answer> = Answer extends readonly string[] ? Key : Exclude<Key, Answer>

/** What an experiment will show, said before it runs. */
export type Predicted = Numeric | boolean

export interface PredictionExercise<Value extends Predicted = Predicted> extends Question {
  kind: 'prediction'
  /** Runs the experiment. */
  outcome(): Value
  /** TypeScript of the experiment, an expression; names come from tensorcell/conv and tensorcell/data. */
  solution: string
  tolerance?: number
  misconceptions: readonly Misconception<Value>[]
  explanation: Text
}

export type Exercise = CodeExercise | NumberExercise | ChoiceExercise | PredictionExercise

/** Literal types of an answer, made wide: an exercise about 3072 takes any number. */
type Wide<Value> = Value extends number ? number : Value extends boolean ? boolean : Value

/** A function to write: `code({ reference: (X: number[][]) => …, … })`. */
export function code<Arguments extends readonly unknown[] | [], Result extends Answerable>(
  parts: Agreeing<Arguments, Result>,
): CodeExercise<Arguments, Result> {
  return { kind: 'code', ...parts }
}

/** What a function may return. The `[]` here and above lets array literals be tuples where the reference has tuples. */
type Answerable = object | number | string | boolean | []

/** The arguments and the result are taken from the reference alone, so that what disagrees with it is the error. */
type Agreeing<Arguments extends readonly unknown[], Result> = {
  reference(...input: Arguments): Result
} & Omit<CodeExercise<NoInfer<Arguments>, NoInfer<Result>>, 'kind' | 'reference'>

/** A number or numbers to work out: `number({ answer: 120_000, solution: '200 * 200 * 3', … })`. */
export function number<Value extends Numeric>(
  parts: { answer: Value } & Omit<NumberExercise<Wide<NoInfer<Value>>>, 'kind' | 'answer'>,
): NumberExercise<Wide<Value>>
export function number(parts: Omit<NumberExercise, 'kind'>): NumberExercise {
  return { kind: 'number', ...parts }
}

/** Options to choose from: `choice({ options: { a: …, b: … }, answer: 'b', wrong: { a: … }, … })`. */
export function choice<const Key extends string, const Answer extends NoInfer<Key> | readonly NoInfer<Key>[]>(
  parts: Omit<ChoiceExercise<Key, Answer>, 'kind'>,
): ChoiceExercise<Key, Answer> {
  return { kind: 'choice', ...parts }
}

/** An outcome to predict: `prediction({ outcome: () => …, … })`. */
export function prediction<Value extends Predicted>(
  parts: { outcome(): Value } & Omit<PredictionExercise<Wide<NoInfer<Value>>>, 'kind' | 'outcome'>,
): PredictionExercise<Wide<Value>>
export function prediction(parts: Omit<PredictionExercise, 'kind'>): PredictionExercise {
  return { kind: 'prediction', ...parts }
}
