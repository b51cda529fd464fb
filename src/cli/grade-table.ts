// The result of grading as a table for people (Markdown), for a spreadsheet (CSV), or for programs (JSON).
// Rule: all three hold the same scores; what a cell of a table would break is escaped.
import type { Verdict } from '../exercises/verdict.ts'
import type { Say } from '../words/language.ts'

/** What a submission got for one exercise. */
export interface ExerciseGrade {
  id: string
  score: number
  points: number
  verdict: Verdict
}

/** A submission's grade. `sheet` is undefined for what could not be read. */
export interface Grade {
  file: string
  sheet?: string
  score: number
  points: number
  exercises: ExerciseGrade[]
  notes: string[]
}

/** A table for people: a line for each submission, below it what a teacher should know. */
export function markdownOf(grades: readonly Grade[]): string {
  const rows = grades.map(({ file, sheet = '', score, points, exercises }) => {
    const passed = exercises.filter(({ verdict }) => verdict.passed).length
    return row([`\`${file}\``, sheet, `${shown(score)} / ${points}`, `${passed} / ${exercises.length}`])
  })
  const notes = grades.flatMap(({ file, notes }) => notes.map((note) => `- \`${file}\`: ${note}`))
  const table = [row(['submission', 'sheet', 'points', 'exercises passed']), row(['--', '--', '--:', '--:']), ...rows]
  return [...table, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

/** A line for each exercise of each submission, as RFC 4180 has it. */
export function csvOf(grades: readonly Grade[], say: Say): string {
  const head = ['submission', 'sheet', 'exercise', 'score', 'points', 'passed', 'diagnosis', 'notes']
  const lines = grades.flatMap(({ file, sheet = '', exercises, notes }) => {
    const note = notes.join(' ')
    if (exercises.length === 0) return [[file, sheet, '', '0', '0', '', '', note]]
    return exercises.map(({ id, score, points, verdict }) => {
      const diagnosis = verdict.diagnosis ? say(verdict.diagnosis.message) : ''
      return [file, sheet, id, shown(score), `${points}`, `${verdict.passed}`, diagnosis, note]
    })
  })
  return [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')
}

/** Everything, with the seed by which the grading can be repeated. */
export function jsonOf(grades: readonly Grade[], seed: number): string {
  return JSON.stringify({ seed, submissions: grades }, null, 2)
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: file names come from learners. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) && !/^-?\d/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function shown(score: number): string {
  return String(Math.round(score * 100) / 100)
}
