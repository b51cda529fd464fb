// Values and calls as the card writes them.
// Rule: short: what does not fit into a line is said by its shape.
import { shapeOf } from './nested.ts'

const longest = 72

/** `[[0, 1], [2, 3]]`, or of something long its shape: `number[6][8]`. */
export function valueText(value: unknown): string {
  const text = written(value)
  if (text.length <= longest || typeof value !== 'object') return text.slice(0, longest)
  const shape = shapeOf(value)
  return shape && shape.length > 0 ? `array [${shape.join(', ')}]` : `${text.slice(0, longest - 1)}…`
}

/** `corr2d([[0, 1], [3, 4]], [[1, -1]])` */
export function callText(name: string, input: readonly unknown[]): string {
  return `${name}(${input.map(valueText).join(', ')})`
}

/** `[1][0]`, `.weights` */
export function placeText(at: readonly (number | string)[]): string {
  return at.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
}

function written(value: unknown): string {
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${written(part)}`)
  return `{ ${entries.join(', ')} }`
}

/** Seven digits are enough to see a difference, and float32 has no more. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return String(Number(value.toPrecision(7)))
}
