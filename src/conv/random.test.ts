// Seeded, and distributed as promised.
import { expect, it } from 'vitest'
import { createRng } from './random.ts'

const draw = (count: number, next: () => number) => Array.from({ length: count }, next)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

it('repeats itself for a seed, and differs between seeds', () => {
  const numbers = (seed: number) => draw(5, createRng(seed).uniform)
  expect(numbers(1)).toEqual(numbers(1))
  expect(numbers(1)).not.toEqual(numbers(2))
  expect(createRng(0).matrix(1, 2)).toMatchInlineSnapshot(`
    [
      [
        0.3921251413412392,
        0.8505931859835982,
      ],
    ]
  `)
})

it('fills [low, high) evenly', () => {
  const rng = createRng(3)
  const numbers = draw(20_000, () => rng.uniform(-1, 3))
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-1)
  expect(Math.max(...numbers)).toBeLessThan(3)
  for (const edge of [0, 1, 2])
    expect(mean(numbers.map((value) => (value < edge ? 1 : 0)))).toBeCloseTo((edge + 1) / 4, 1)
})

it('draws normal numbers with their mean and deviation', () => {
  const rng = createRng(4)
  const numbers = draw(20_000, () => rng.normal(5, 2))
  expect(mean(numbers)).toBeCloseTo(5, 1)
  expect(Math.sqrt(mean(numbers.map((value) => (value - 5) ** 2)))).toBeCloseTo(2, 1)
})

it('shuffles a copy, each order about equally often', () => {
  const rng = createRng(5)
  const items = [1, 2, 3]
  const orders = new Map<string, number>()
  for (let trial = 0; trial < 6000; trial++) {
    const order = rng.shuffle(items).join('')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  expect(items).toEqual([1, 2, 3])
  expect([...orders.keys()].sort()).toEqual(['123', '132', '213', '231', '312', '321'])
  for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

it('refuses a seed that is no whole number', () => {
  expect(() => createRng(0.5)).toThrow('The seed is 0.5. Use a whole number from 0')
})
