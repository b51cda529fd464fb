// Numbers that stand together, written short: the noise of float32 is left out, and all have as many decimals.
// Rule: what is written is never a zero that is not one, and never more digits than float32 holds.

/** How many digits of the largest number count. A float32 holds 7.2 (IEEE 754 binary32); PyTorch and NumPy show 4 to 8. */
const significantDigits = 7
const mostDecimals = 4

/**
 * Each number as text.
 *
 *     formatNumbers([0.10000000149011612, 0.25])  →  ['0.10', '0.25']
 *     formatNumbers([19, 25])                     →  ['19', '25']
 *     formatNumbers([1, 1.2e-8])                  →  ['1', '1.2e-8']
 */
export function formatNumbers(values: number[]): string[] {
  const most = decimalsFor(Math.max(0, ...values.map(Math.abs).filter(isPlain)))
  const decimals = Math.max(
    0,
    ...values.filter((value) => isFixed(value, most)).map((value) => decimalsOf(value, most)),
  )
  return values.map((value) => (isFixed(value, most) ? value.toFixed(decimals) : scientific(value)))
}

/** One number as text. */
export function formatNumber(value: number): string {
  return formatNumbers([value])[0]!
}

/** From 1e10 on a number is written with an exponent; an int32 never is. */
function isPlain(value: number): boolean {
  return Math.abs(value) < 1e10
}

/** How many decimals make sense beside a number as large as `largest`: small weights need more, thousands fewer. */
function decimalsFor(largest: number): number {
  const exponent = largest === 0 ? 0 : Math.floor(Math.log10(largest))
  if (exponent === -2 || exponent === -3) return mostDecimals - 1 - exponent
  return Math.min(mostDecimals, Math.max(0, significantDigits - 1 - exponent))
}

/** Whether `most` decimals say enough of the value: a whole number, or one that does not vanish. */
function isFixed(value: number, most: number): boolean {
  if (!isPlain(value)) return false
  return value === 0 || Math.abs(value) >= (most === mostDecimals ? 1e-3 : 10 ** -most)
}

function decimalsOf(value: number, most: number): number {
  const [, fraction = ''] = value.toFixed(most).split('.')
  return fraction.replace(/0+$/, '').length
}

function scientific(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  return value
    .toExponential(3)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e')
}
