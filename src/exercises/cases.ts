// The cases on which a function is tried, and what is right for each.
// Rule: the same seed gives the same cases, here and in a grader's process; what is hidden is marked and never shown.
import { createRng } from '../conv/random.ts'
import type { Text } from '../words/language.ts'
import type { CodeExercise } from './definition.ts'
import { type Observation, observe, thrown } from './observation.ts'
import { inScope } from './tensors.ts'
import type { AnyFunction } from './trial.ts'

/** One call, and what should come of it. `repeat` is the first call once more: a function must not remember. */
export interface Trial {
  input: readonly unknown[]
  group: 'public' | 'hidden' | 'repeat'
  about?: Text
  expected: Observation
}

const seeds = { public: 1, hidden: 2 }

/** Examples and public cases first, then the hidden ones of `seed`, last the first once more. */
export function trialsOf(exercise: CodeExercise, seed: number = seeds.hidden): Trial[] {
  const examples = exercise.examples.map((input) => ({ input, group: 'public' as const }))
  const open = exercise.cases(createRng(seeds.public)).map((each) => ({ ...each, group: 'public' as const }))
  const hidden = exercise.cases(createRng(seed)).map((each) => ({ ...each, group: 'hidden' as const }))
  const first = { ...(examples[0] ?? open[0]!), group: 'repeat' as const }
  return [...examples, ...open, ...hidden, first].map((trial) => ({
    ...trial,
    expected: outcomeOf(exercise.reference, trial.input),
  }))
}

/** What one of our own functions, which ends and prints nothing, makes of an input. */
export function outcomeOf(answer: AnyFunction, input: readonly unknown[]): Observation {
  return inScope(() => {
    try {
      return observe(Reflect.apply(answer, undefined, structuredClone(input)))
    } catch (error) {
      return thrown(error)
    }
  })
}
