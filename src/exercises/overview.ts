// `progress()`: how far a learner has come, sheet by sheet.
// Rule: it counts what the notebook's folder keeps, and says so when some of that cannot be read.
import { type Displayable, displayKey } from '../display/render.ts'
import { sayIn, type Text } from '../words/language.ts'
import { box, headline, paragraph, table } from './card.ts'
import { type Event, eventsIn, progressFile, standingOf } from './progress.ts'
import { bank, type ExerciseId, exerciseIds, idsOf, type Sheet, sheets } from './registry.ts'

/** How far a learner has come. A cell that ends with it shows a card. */
export interface Progress extends Displayable {
  /** Exercises that have passed a check, and all there are. */
  passed: number
  total: number
  points: number
  /** The points of all exercises. */
  mostPoints: number
  sheets: { name: string; passed: number; total: number; points: number; mostPoints: number }[]
}

const words = {
  title: { en: 'Your progress', zh: '你的进度' },
  sheet: { en: 'sheet', zh: '习题' },
  exercises: { en: 'exercises', zh: '题目' },
  points: { en: 'points', zh: '得分' },
  total: { en: 'all', zh: '合计' },
} as const satisfies Record<string, Text>

/**
 * What has been checked in this folder: ✓ passed, ○ tried, · not yet.
 *
 * @example
 * ```ts
 * progress().total > 0 // → true
 * ```
 */
export function progress(): Progress {
  const { events, unreadable } = eventsIn(process.cwd())
  const rows = sheets
    .filter((sheet) => idsOf(sheet).length > 0)
    .map((sheet) => ({ sheet, ...sumOf(idsOf(sheet), events) }))
  const data = {
    ...sumOf(exerciseIds, events),
    sheets: rows.map(({ sheet, ...sum }) => ({ name: sheet.name, ...sum })),
  }
  const bundle = () => {
    const lines = [headRow(), ...rows.map((row) => rowOf(row, events)), totalRow(data)]
    const note = unreadable === 0 ? '' : sayIn()(unreadableNote(unreadable))
    return {
      'text/html': box('plain', [headline('▤', sayIn()(words.title)), table(lines), paragraph(note)]),
      'text/plain': [...lines.map((line) => line.join('  ')), note].filter((line) => line !== '').join('\n'),
    }
  }
  return Object.defineProperty({ ...data, [displayKey]: bundle }, displayKey, { enumerable: false })
}

type Sum = Omit<Progress, 'sheets' | typeof displayKey>

function sumOf(ids: readonly ExerciseId[], events: readonly Event[]): Sum {
  const sum = { passed: 0, total: ids.length, points: 0, mostPoints: 0 }
  for (const id of ids) {
    const { passed, score } = standingOf(events, id)
    const points = pointsOf(id)
    if (passed) sum.passed += 1
    sum.points += Math.round(points * score * 100) / 100
    sum.mostPoints += points
  }
  return sum
}

function pointsOf(id: ExerciseId): number {
  const { points = 1 }: { points?: number } = bank[id]
  return points
}

function headRow(): string[] {
  const say = sayIn()
  return [say(words.sheet), '✓', say(words.points), say(words.exercises)]
}

function rowOf({ sheet, ...sum }: Sum & { sheet: Sheet }, events: readonly Event[]): string[] {
  const marks = idsOf(sheet).map((id) => {
    const { passed, attempts } = standingOf(events, id)
    return `${passed ? '✓' : attempts > 0 ? '○' : '·'}\u00a0${id}`
  })
  return [sayIn()(sheet.title), `${sum.passed}/${sum.total}`, scoreText(sum), marks.join('\u2003 ')]
}

function totalRow(sum: Sum): string[] {
  return [sayIn()(words.total), `${sum.passed}/${sum.total}`, scoreText(sum), '']
}

function scoreText({ points, mostPoints }: Sum): string {
  return `${Number(points.toFixed(2))}/${mostPoints}`
}

function unreadableNote(lines: number): Text {
  return {
    en: `${lines} lines of ${progressFile} cannot be read and are passed over.`,
    zh: `${progressFile} 中有 ${lines} 行无法读取，已跳过。`,
  }
}
