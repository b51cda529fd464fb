import { expect, it } from 'vitest'
import { formatNumbers } from './numbers.ts'

const cases: [what: string, numbers: number[], texts: string[]][] = [
  ['whole numbers have no decimals', [19, 25, -3], ['19', '25', '-3']],
  ['the noise of float32 is left out', [Math.fround(0.1)], ['0.1']],
  ['all have as many decimals', [Math.fround(0.1), 0.25, 1], ['0.10', '0.25', '1.00']],
  ['four decimals at most', [1 / 3, -2], ['0.3333', '-2.0000']],
  ['fewer beside thousands', [Math.fround(12345.678), 0.5], ['12345.68', '0.50']],
  ['more where all are small', [0.0123456], ['0.01235']],
  ['what would vanish has an exponent', [1, 1.2e-8], ['1', '1.2e-8']],
  ['an int32 is whole', [2147483647], ['2147483647']],
  ['from 1e10 on an exponent', [1.5e10, 1e38], ['1.5e10', '1e38']],
  ['no negative zero', [-0, 0.5], ['0.0', '0.5']],
  ['what is not finite', [Number.NaN, Number.POSITIVE_INFINITY, 1], ['NaN', 'Infinity', '1']],
  ['none', [], []],
]

it.each(cases)('%s', (_, numbers, texts) => {
  expect(formatNumbers(numbers)).toEqual(texts)
})
