// The public entry `tensorcell/exercises`: exercises that check themselves, and the progress of who does them.
// Rule: only re-exports.
export type { AnswerOf } from './exercises/answer.ts'
export { type ExerciseInHand, exercise, GradeError } from './exercises/exercise.ts'
export { type Progress, progress } from './exercises/overview.ts'
export type { ExerciseId } from './exercises/registry.ts'
export type { Report } from './exercises/report.ts'
export { todo } from './exercises/todo.ts'
