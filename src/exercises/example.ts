// A visible case that came out wrong: the call, and for an image how the first wrong number comes about.
// Rule: only of visible cases; the window is shown where the result is what a sliding kernel leaves, n − k + 1.
import type { Text } from '../words/language.ts'
import type { Trial } from './cases.ts'
import type { CodeExercise } from './definition.ts'
import { agree, type Difference, defaultTolerance, firstDifference, type Place, shapeOf } from './nested.ts'
import type { Observation } from './observation.ts'
import { callText, numberText, placeText, valueText } from './text.ts'
import type { Example } from './verdict.ts'
import { words } from './words.ts'

/** The case as texts, with the window at the place `at` of the result if there is one. */
export function exampleOf(exercise: CodeExercise, trial: Trial, at: Place | undefined): Example {
  const call = callText(exercise.name, trial.input)
  const window = at && windowAt(exercise, trial, at)
  return window ? { call, window } : { call }
}

/** The case with its first difference in words, or with the shapes where they differ. */
export function wrongExample(exercise: CodeExercise, trial: Trial, got: Observation): Example {
  const { expected } = trial
  if (got.status !== 'returned' || expected.status !== 'returned') return exampleOf(exercise, trial, undefined)
  const [shape, right] = [shapeOf(got.value), shapeOf(expected.value)]
  if (shape && right && String(shape) !== String(right)) {
    return { ...exampleOf(exercise, trial, undefined), difference: words.shape(valueText(shape), valueText(right)) }
  }
  const difference = firstDifference(got.value, expected.value, exercise.tolerance ?? defaultTolerance)
  if (!difference) return exampleOf(exercise, trial, undefined)
  return { ...exampleOf(exercise, trial, difference.at), difference: differenceText(difference) }
}

/** `The first difference is at [1][0]: you have 38, it should be 37.` */
export function differenceText({ at, got, expected }: Difference): Text {
  const [have, should] = [valueText(got), valueText(expected)]
  return at.length === 0 ? words.differenceAlone(have, should) : words.difference(placeText(at), have, should)
}

function windowAt(exercise: CodeExercise, trial: Trial, at: Place): Example['window'] {
  const sliding = exercise.window?.(...trial.input)
  const input = matrixOf(sliding?.input)
  const kernel = matrixOf(sliding?.kernel)
  const [i, j] = at.length === 1 ? [0, at[0]] : at
  if (!input || !kernel || trial.expected.status !== 'returned') return undefined
  if (typeof i !== 'number' || typeof j !== 'number' || at.length > 2) return undefined
  if (!isLeftBySliding(shapeOf(trial.expected.value), input, kernel)) return undefined
  const seen = kernel.map((row, a) => row.map((_, b) => input[i + a]![j + b]!))
  const pairs = kernel.flatMap((row, a) => row.map((factor, b) => [factor, seen[a]![b]!] as const))
  const sum = pairs.reduce((all, [factor, value]) => all + factor * value, 0)
  const shown = { input: seen, kernel }
  // A convolution flips the kernel, and a pooling takes no sum: there the products would mislead.
  if (!agree(sum, partAt(trial.expected.value, at), 1e-9)) return shown
  const products = pairs.map(([factor, value]) => `${signed(factor)}·${signed(value)}`)
  return { ...shown, sum: `${products.join(' + ')} = ${numberText(sum)}` }
}

function partAt(value: unknown, at: Place): unknown {
  return at.reduce(
    (part: unknown, key) => (typeof part === 'object' && part ? Reflect.get(part, key) : undefined),
    value,
  )
}

/** A matrix, or a row as a matrix of one. */
function matrixOf(value: unknown): number[][] | undefined {
  if (!Array.isArray(value)) return undefined
  const shape = shapeOf(value)
  if (shape?.length === 1) return [value]
  return shape?.length === 2 ? value : undefined
}

function isLeftBySliding(result: number[] | undefined, input: number[][], kernel: number[][]): boolean {
  if (!result) return false
  const [rows, columns] = result.length === 1 ? [1, result[0]] : result
  return rows === input.length - kernel.length + 1 && columns === input[0]!.length - kernel[0]!.length + 1
}

/** Negative factors stand in brackets. */
function signed(value: number): string {
  return value < 0 ? `(${numberText(value)})` : numberText(value)
}
