// Says where two JSON values or texts differ, with a tolerance for numbers.
// Rule: a list of numbers is measured by its largest one, so that rounding around zero is no difference; words are exact.
import { decode } from 'fast-png'

/** A place where two values differ: `data[0].z[3]`, and both sides as short text. */
export interface Difference {
  place: string
  committed: string
  now: string
}

/** A PNG inside a figure. */
const pngAddress = 'data:image/png;base64,'

/** Every place where `now` differs from `committed`. Numbers may be `tolerance` apart, relative to the list that they are in. */
export function differingValues(committed: unknown, now: unknown, tolerance: number, place = ''): Difference[] {
  if (Array.isArray(committed) && Array.isArray(now)) return differingLists(committed, now, tolerance, place)
  if (isObject(committed) && isObject(now)) {
    const keys = [...new Set([...Object.keys(committed), ...Object.keys(now)])]
    return keys.flatMap((key) =>
      differingValues(committed[key], now[key], tolerance, place === '' ? key : `${place}.${key}`),
    )
  }
  if (areNear(committed, now, tolerance)) return []
  return [{ place, committed: shortened(committed), now: shortened(now) }]
}

/** Every line where two texts differ. With a tolerance, numbers in a line may be that far apart, relative to themselves. */
export function differingLines(committed: string, now: string, tolerance: number): Difference[] {
  const [left, right] = [committed.split('\n'), now.split('\n')]
  const count = Math.max(left.length, right.length)
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => !sameLine(left[index], right[index], tolerance))
    .map((index) => ({
      place: `line ${index + 1}`,
      committed: left[index] ?? '(no such line)',
      now: right[index] ?? '(no such line)',
    }))
}

/** Whether two PNGs, in base64, show the same: equal size, and colours that are on average less than `tolerance` of full range apart. */
export function samePicture(committed: string, now: string, tolerance: number): boolean {
  if (committed === now) return true
  const [left, right] = [pixelsOf(committed), pixelsOf(now)]
  if (left.width !== right.width || left.height !== right.height || left.data.length !== right.data.length) return false
  let sum = 0
  for (const [index, value] of left.data.entries()) sum += Math.abs(value - right.data[index]!)
  return sum / left.data.length / (2 ** left.depth - 1) <= tolerance
}

function differingLists(committed: unknown[], now: unknown[], tolerance: number, place: string): Difference[] {
  if (committed.length !== now.length) {
    return [{ place: `${place}.length`, committed: `${committed.length}`, now: `${now.length}` }]
  }
  const scale = largest(committed)
  return committed.flatMap((entry, index) => {
    const other = now[index]
    const bothNumbers = typeof entry === 'number' && typeof other === 'number'
    if (bothNumbers && Math.abs(entry - other) <= tolerance * scale) return []
    return differingValues(entry, other, tolerance, `${place}[${index}]`)
  })
}

function areNear(committed: unknown, now: unknown, tolerance: number): boolean {
  if (committed === now) return true
  if (typeof committed === 'number' && typeof now === 'number') {
    return Math.abs(committed - now) <= tolerance * Math.max(Math.abs(committed), Math.abs(now))
  }
  if (typeof committed !== 'string' || typeof now !== 'string') return false
  if (!committed.startsWith(pngAddress) || !now.startsWith(pngAddress)) return sameLine(committed, now, tolerance)
  return samePicture(committed.slice(pngAddress.length), now.slice(pngAddress.length), tolerance)
}

function sameLine(committed: string | undefined, now: string | undefined, tolerance: number): boolean {
  if (committed === now) return true
  if (committed === undefined || now === undefined || tolerance === 0) return false
  const [left, right] = [partsOf(committed), partsOf(now)]
  return (
    left.words === right.words && left.numbers.every((value, index) => areNear(value, right.numbers[index], tolerance))
  )
}

/** A line as its words, in which each number is a mark, and its numbers: `1,234.5e-3` is one. Runs of spaces align columns. */
function partsOf(line: string): { words: string; numbers: number[] } {
  const number = /[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/gi
  return {
    words: line.replace(number, '#').replaceAll(/ +/g, ' '),
    numbers: (line.match(number) ?? []).map((text) => Number(text.replaceAll(',', '').replace('−', '-'))),
  }
}

function pixelsOf(base64: string): ReturnType<typeof decode> {
  return decode(Buffer.from(base64, 'base64'))
}

function largest(list: unknown[]): number {
  return list.reduce<number>((most, value) => (typeof value === 'number' ? Math.max(most, Math.abs(value)) : most), 0)
}

function shortened(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
