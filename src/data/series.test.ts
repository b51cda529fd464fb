// The two series: lengths, units, and what is known about them.
import { expect, it } from 'vitest'
import { corr1d } from '../conv/correlate.ts'
import { co2, ecg } from './series.ts'

it('carbon dioxide rises from 315.7 to 416.18 ppm in 741 months', () => {
  const { month, ppm } = co2()
  expect([month.length, ppm.length]).toEqual([741, 741])
  expect([month[0], ppm[0], month.at(-1), ppm.at(-1)]).toEqual(['1958-03', 315.7, '2020-04', 416.18])
  expect(month).toEqual([...month].sort())
  expect(ppm.every((value) => value > 310 && value < 420)).toBe(true)
})

it('the mean of twelve months takes the seasons out of carbon dioxide', () => {
  const change = (values: number[]) => {
    const steps = corr1d(values, [-1, 1])
    return Math.sqrt(steps.reduce((sum, step) => sum + step ** 2, 0) / steps.length)
  }
  const { ppm } = co2()
  expect(change(ppm)).toBeCloseTo(1.262, 3)
  expect(change(corr1d(ppm, new Array<number>(12).fill(1 / 12)))).toBeCloseTo(0.151, 3)
})

it('a heart beats for twenty seconds', () => {
  const { millivolts, hertz } = ecg()
  expect(millivolts.length / hertz).toBe(20)
  expect(millivolts.slice(0, 3)).toEqual([-0.245, -0.215, -0.185])
  expect([Math.min(...millivolts), Math.max(...millivolts)]).toEqual([-1.35, 2.58])
})
