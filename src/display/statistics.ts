// What many numbers have in one line: the smallest, the largest, their mean, and how many are not numbers.
// Rule: NaN and infinities are counted apart, so that one of them does not hide the rest.
import { formatNumber } from './numbers.ts'

/** Of the finite values; `min` is above `max` where there is none. `notFinite` counts NaN and infinities. */
export interface Statistics {
  min: number
  max: number
  mean: number
  count: number
  notFinite: number
}

/** The statistics of a tensor's values, in one pass and float64. */
export function statisticsOf(values: ArrayLike<number | string>): Statistics {
  let [min, max, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0]
  for (let place = 0; place < values.length; place++) {
    const value = Number(values[place])
    if (!Number.isFinite(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    sum += value
    count++
  }
  return { min, max, mean: sum / count, count, notFinite: values.length - count }
}

/** `min -1, max 3.5, mean 0.25`; for booleans how many are true; and what is not finite, which a learner must see. */
export function describeStatistics({ min, max, mean, count, notFinite }: Statistics, dtype: string): string {
  if (dtype === 'bool') return `${Math.round(mean * count)} of ${count} true`
  const warning = notFinite === 0 ? [] : [`${notFinite} NaN or infinite`]
  if (count === 0) return warning.join('')
  const numbers = [`min ${formatNumber(min)}`, `max ${formatNumber(max)}`, `mean ${formatNumber(mean)}`]
  return [...numbers, ...warning].join(', ')
}
