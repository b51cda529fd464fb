// The code cells of an exercise: what a learner starts from, and the same cell done.
// Rule: only a function's cell is written by hand; the others follow from the answer, so that they cannot disagree with it.
import type { Exercise } from './definition.ts'

/** TypeScript of the cell as the learner gets it. It runs as it stands, and the check says "not done yet". */
export function starterOf(exercise: Exercise): string {
  if (exercise.kind === 'code') return exercise.starter
  return `const ${exercise.name} = undefined // ${placeholderOf(exercise)}`
}

/** TypeScript of the cell, done. */
export function solutionOf(exercise: Exercise): string {
  if (exercise.kind === 'code') return exercise.solution
  if (exercise.kind === 'choice') return `const ${exercise.name} = ${literalOf(exercise.answer)}`
  return `const ${exercise.name} = ${exercise.solution}`
}

/** Code words only: the cells are the same in both languages. */
function placeholderOf(exercise: Exclude<Exercise, { kind: 'code' }>): string {
  if (exercise.kind !== 'choice') return exampleOf(exercise.kind === 'number' ? exercise.answer : exercise.outcome())
  const keys = Object.keys(exercise.options).map((key) => `'${key}'`)
  return typeof exercise.answer === 'string' ? keys.join(' | ') : `[${keys.join(', ')}]`
}

/** The type of the answer, such as `number[]`. */
function exampleOf(answer: unknown): string {
  return Array.isArray(answer) ? `${exampleOf(answer[0])}[]` : typeof answer
}

function literalOf(answer: string | readonly string[]): string {
  return typeof answer === 'string' ? `'${answer}'` : `[${answer.map((key) => `'${key}'`).join(', ')}]`
}
