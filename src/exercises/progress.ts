// What a learner has tried, kept in the notebook's folder.
// Rule: an event is a line that is appended in one write, so that two notebooks never lose each other's, and a line that a
// crash cut off costs only itself.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One thing that happened to an exercise. */
export type Event = { exercise: string; at: string } & (
  | { event: 'check'; passed: boolean; score: number; diagnosis?: string; real: boolean }
  | { event: 'hint' }
  | { event: 'solution' }
)

/** An event before it has a time. */
export type NewEvent = Event extends infer Each ? (Each extends Event ? Omit<Each, 'at'> : never) : never

/** What is known of one exercise. */
export interface Standing {
  /** Checks of an answer that was not the starter. */
  attempts: number
  hints: number
  passed: boolean
  /** The best share of right cases. */
  score: number
}

export const progressFile = '.tensorcell-progress.jsonl'

/** Appends an event. False if the folder cannot be written to: a read-only course is still a course. */
export function record(folder: string, event: NewEvent): boolean {
  const line = `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`
  try {
    appendFileSync(join(folder, progressFile), endsInLine(folder) ? line : `\n${line}`)
    return true
  } catch {
    return false
  }
}

/** All events of a folder, and how many lines cannot be read. */
export function eventsIn(folder: string): { events: Event[]; unreadable: number } {
  const lines = textIn(folder)
    .split('\n')
    .filter((line) => line !== '')
  const events = lines.flatMap((line) => eventOf(line) ?? [])
  return { events, unreadable: lines.length - events.length }
}

/** What the events say of one exercise. */
export function standingOf(events: readonly Event[], exercise: string): Standing {
  const standing = { attempts: 0, hints: 0, passed: false, score: 0 }
  for (const event of events) {
    if (event.exercise !== exercise) continue
    if (event.event === 'hint') standing.hints += 1
    if (event.event !== 'check') continue
    if (event.real) standing.attempts += 1
    standing.passed ||= event.passed
    standing.score = Math.max(standing.score, event.score)
  }
  return standing
}

function textIn(folder: string): string {
  const file = join(folder, progressFile)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Whether the last line is whole: a new one must not be glued to what a crash left. */
function endsInLine(folder: string): boolean {
  const text = textIn(folder)
  return text === '' || text.endsWith('\n')
}

function eventOf(line: string): Event | undefined {
  try {
    const event: unknown = JSON.parse(line)
    return isEvent(event) ? event : undefined
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null || !('exercise' in value) || !('event' in value)) return false
  if (typeof value.exercise !== 'string') return false
  if (value.event === 'hint' || value.event === 'solution') return true
  return value.event === 'check' && 'passed' in value && 'score' in value && typeof value.score === 'number'
}
