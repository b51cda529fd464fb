// Reading a figure that anyone may have written: every field may be missing or of another type.
// Rule: nothing here throws; what is not of the wanted type counts as not given.

/** An object of a figure: a trace, an axis, a font, … */
export type Fields = Readonly<Record<string, unknown>>

/** A figure as JSON: what `toJson` makes of it. */
export interface FigureFields {
  data: readonly Fields[]
  layout: Fields
}

/** `value` if it is an object, else one without fields. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** `value` if it is a finite number. */
export function numberOf<Default extends number | undefined>(value: unknown, otherwise: Default): number | Default {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** `value` if it is a text; a number becomes one. */
export function textOf(value: unknown, otherwise = ''): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? value : otherwise
}

/** `value` if it is an array, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The objects in an array. */
export function eachFields(value: unknown): Fields[] {
  return listOf(value).filter(isFields)
}

/** Two numbers, as ranges and domains are given. */
export function pairOf(value: unknown): [number, number] | undefined {
  const [first, second] = listOf(value)
  return typeof first === 'number' && typeof second === 'number' ? [first, second] : undefined
}

/** Plotly's titles come in two forms: `title: 'x'` and `title: { text: 'x' }`. */
export function titleOf(value: unknown): string {
  return typeof value === 'string' ? value : textOf(fieldsOf(value).text)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
