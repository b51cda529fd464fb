// Dates on an axis: `1958-03`, `2016-12-31`, `2016-12-31 18:30`.
// Rule: a date is a number of milliseconds in UTC, as Plotly has it, so that no computer's time zone moves a point.
import type { Tick } from './ticks.ts'

const form = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?$/

/** Whether a value of a trace is a date. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && form.test(value)
}

/** Milliseconds since 1970; NaN for what is no date. */
export function timeOf(value: unknown): number {
  if (typeof value === 'number') return value
  return isDate(value) ? Date.parse(`${value.replace(' ', 'T').replace(/(T\d{2}:\d{2}[\d:.]*)$/, '$1Z')}`) : Number.NaN
}

/** Ticks at round years, months or days, about `wanted` of them. */
export function dateTicks(least: number, largest: number, wanted: number): Tick[] {
  const span = (largest - least) / Math.max(1, wanted)
  const step = steps.find(({ days }) => days * day >= span) ?? steps.at(-1)!
  const ticks: Tick[] = []
  for (
    let date = step.first(new Date(least));
    date.getTime() <= largest && ticks.length < 200;
    date = step.next(date)
  ) {
    if (date.getTime() >= least) ticks.push({ place: date.getTime(), text: step.text(date) })
  }
  return ticks
}

const day = 86_400_000

interface Step {
  days: number
  /** The last tick that is not after a date. */
  first(date: Date): Date
  next(date: Date): Date
  text(date: Date): string
}

const steps: readonly Step[] = [
  ...[1 / 24, 1 / 4].map((days): Step => dayStep(days, (date) => date.toISOString().slice(5, 16).replace('T', ' '))),
  ...[1, 2, 7].map((days): Step => dayStep(days, (date) => date.toISOString().slice(0, 10))),
  ...[1, 3, 6].map((months): Step => monthStep(months, (date) => date.toISOString().slice(0, 7))),
  ...[1, 2, 5, 10, 20, 50, 100].map((years): Step => monthStep(12 * years, (date) => String(date.getUTCFullYear()))),
]

function dayStep(days: number, text: Step['text']): Step {
  const length = days * day
  return {
    days,
    first: (date) => new Date(Math.floor(date.getTime() / length) * length),
    next: (date) => new Date(date.getTime() + length),
    text,
  }
}

function monthStep(months: number, text: Step['text']): Step {
  const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
  const monthAt = (month: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12))
  return {
    days: months * 30.4,
    first: (date) => monthAt(Math.floor(monthOf(date) / months) * months),
    next: (date) => monthAt(monthOf(date) + months),
    text,
  }
}
