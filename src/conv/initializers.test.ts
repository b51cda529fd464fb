// Seeded, and of the promised spread.
import { expect, it } from 'vitest'
import { fanInUniform, glorotUniform, heNormal, type Initializer, normal, uniform } from './initializers.ts'
import { createRng } from './random.ts'

const shape = [5, 5, 4, 20]
const fanIn = 100
const fanOut = 500

it.each<[string, Initializer, number]>([
  ['uniform(-1, 3)', uniform(-1, 3), 4 / Math.sqrt(12)],
  ['normal(0.5)', normal(0.5), 0.5],
  ['glorotUniform', glorotUniform, Math.sqrt(2 / (fanIn + fanOut))],
  ['heNormal', heNormal, Math.sqrt(2 / fanIn)],
  ['fanInUniform', fanInUniform, 1 / Math.sqrt(3 * fanIn)],
])('%s', (_, initializer, deviation) => {
  const values = [...initializer(shape, createRng(1))]
  const mean = values.reduce((sum, value) => sum + value) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  expect(values).toHaveLength(2000)
  expect(Math.sqrt(variance) / deviation).toBeCloseTo(1, 1)
  expect(values).toEqual([...initializer(shape, createRng(1))])
  expect(values).not.toEqual([...initializer(shape, createRng(2))])
})

it('a dense weight counts its inputs and units', () => {
  const limit = Math.max(...glorotUniform([100, 500], createRng(3)))
  expect(limit).toBeLessThan(Math.sqrt(6 / 600))
  expect(limit).toBeGreaterThan(0.99 * Math.sqrt(6 / 600))
})

it.each<[string, () => unknown]>([
  ['From 1 to 1 there are no numbers to draw.', () => uniform(1, 1)],
  ['The standard deviation is NaN.', () => normal(NaN)],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(message)
})

it("PyTorch's start of a 1×2 kernel lies within 1/√2", () => {
  const limit = Math.max(...Array.from({ length: 500 }, (_, seed) => fanInUniform([1, 2, 1, 1], createRng(seed))[0]!))
  expect(limit).toBeLessThan(Math.SQRT1_2)
  expect(limit).toBeGreaterThan(0.98 * Math.SQRT1_2)
})
