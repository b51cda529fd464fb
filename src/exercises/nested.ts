// Plain values beside each other: their form, their shape, and the first place where they differ.
// Rule: numbers agree within a tolerance relative to the expected one or to 1; everything else must be the same.

/** What float32 keeps, also over a sum of some dozen products. */
export const defaultTolerance = 1e-5

/** A place in a value: [1, 'weights', 0]. */
export type Place = readonly (number | string)[]

export interface Difference {
  at: Place
  got: unknown
  expected: unknown
}

/** The lengths of nested arrays, [] for what is no array; undefined when neighbours differ in length. */
export function shapeOf(value: unknown): number[] | undefined {
  if (!Array.isArray(value)) return []
  const shapes = value.map(shapeOf)
  const [first] = shapes
  if (shapes.length === 0) return [0]
  if (shapes.some((shape) => shape === undefined || String(shape) !== String(first))) return undefined
  return first && [value.length, ...first]
}

/** What a value is made of, in one word: 'number', 'string', 'object' …; of arrays, their innermost elements. */
export function leafOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : leafOf(value[0])
  return value === null ? 'null' : typeof value
}

/** Whether any number in it is NaN. */
export function holdsNaN(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsNaN)
  return Number.isNaN(value)
}

/** Whether two values agree. */
export function agree(got: unknown, expected: unknown, tolerance: number): boolean {
  return firstDifference(got, expected, tolerance) === undefined
}

/** Where two values differ first; a missing part counts as undefined. */
export function firstDifference(
  got: unknown,
  expected: unknown,
  tolerance: number,
  at: Place = [],
): Difference | undefined {
  if (got === expected) return undefined
  if (typeof expected === 'number' && typeof got === 'number') {
    return near(got, expected, tolerance) ? undefined : { at, got, expected }
  }
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null) {
    return Object.is(got, expected) ? undefined : { at, got, expected }
  }
  if (Array.isArray(expected) !== Array.isArray(got)) return { at, got, expected }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const place = Array.isArray(expected) ? Number(key) : key
    const found = firstDifference(Reflect.get(got, key), Reflect.get(expected, key), tolerance, [...at, place])
    if (found) return found
  }
  return undefined
}

function near(got: number, expected: number, tolerance: number): boolean {
  if (Object.is(got + 0, expected + 0)) return true
  return Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected))
}
