// Numbers as Plotly writes them: on axes, and in cells by a d3 format.
// Rule: a minus is the minus sign (U+2212), as Plotly draws it.

/**
 * A number by a d3 format such as `.4~g`, `,d`, `.1%` (https://d3js.org/d3-format); by its shortest form for any other.
 *
 *     formatted(-0.12345, '.2f')  →  '−0.12'
 */
export function formatted(value: number, format: string): string {
  const [, separated, digits, trimmed, type = ''] = /^(,?)(?:\.(\d+))?(~?)([a-z%]?)$/.exec(format) ?? []
  const text = withType(value, type, digits === undefined ? undefined : Number(digits))
  const short = trimmed === '~' ? text.replace(/(\.\d*?)0+(?=\D|$)/, '$1').replace(/\.(?=\D|$)/, '') : text
  return withMinus(separated === ',' ? short.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : short)
}

/**
 * A number beside a tick of an axis up to `largest` whose ticks are `step` apart: no more digits than the step needs.
 */
export function tickText(value: number, step: number, largest: number): string {
  const prefix = largest < 1e4 ? undefined : prefixes.find(([unit]) => largest >= unit && step * 1e3 >= unit)
  const unit = prefix?.[0] ?? 1
  if (Math.abs(value) < step / 1e6) return '0'
  const decimals = Math.min(20, Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9)))
  return withMinus(`${Number((value / unit).toFixed(decimals)) + 0}${prefix?.[1] ?? ''}`)
}

/** A power of ten beside a tick of a logarithmic axis; `power` writes 10³, else 1000, 10k, … */
export function powerText(exponent: number, power: boolean): string {
  if (power) return exponent === 0 ? '1' : exponent === 1 ? '10' : `10<sup>${withMinus(String(exponent))}</sup>`
  return exponent < -4
    ? `10<sup>${withMinus(String(exponent))}</sup>`
    : tickText(10 ** exponent, 10 ** exponent, 10 ** exponent)
}

/** The shortest text of a number, to six significant digits. */
export function shortText(value: number): string {
  return withMinus(String(Number(value.toPrecision(6))))
}

function withType(value: number, type: string, digits: number | undefined): string {
  if (type === 'f') return value.toFixed(digits ?? 6)
  if (type === 'e') return value.toExponential(digits ?? 6)
  if (type === 'd') return value.toFixed(0)
  if (type === '%') return `${(value * 100).toFixed(digits ?? 6)}%`
  if (type === 'g') return value.toPrecision(Math.max(1, digits ?? 6))
  return digits === undefined ? String(value) : String(Number(value.toPrecision(Math.max(1, digits))))
}

function withMinus(text: string): string {
  return text.replace(/^-/, '−')
}

const prefixes: readonly [unit: number, letter: string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
]
