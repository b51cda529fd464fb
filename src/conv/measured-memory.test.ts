// The measured slope, that allocation alone takes nothing, and the refusals.
import { expect, it } from 'vitest'
import { measureParameterMemory } from './measured-memory.ts'

it('a parameter takes about 4 bytes, once it is written', () => {
  const { points, bytesPerParameter } = measureParameterMemory([5e6, 20e6, 40e6])
  expect(bytesPerParameter).toBeGreaterThan(3.5)
  expect(bytesPerParameter).toBeLessThan(4.5)
  for (const { parameters, allocatedBytes, writtenBytes, pagesTouched } of points) {
    expect(allocatedBytes).toBeLessThan(0.1 * 4 * parameters)
    expect(writtenBytes).toBeGreaterThan(0.8 * 4 * parameters)
    // 4 KiB pages, or 2 MiB ones: in any case at least one for each 2 MiB.
    expect(pagesTouched).toBeGreaterThanOrEqual(Math.floor((4 * parameters) / 2 ** 21) - 1)
  }
})

it.each<[string, number[]]>([
  ['A slope needs two different counts, got 1.', [1e6]],
  ['A slope needs two different counts, got 2.', [1e6, 1e6]],
  ['The arrays would take 14.4 GB together.', [1e9, 2.6e9]],
  ['A count of parameters is 0.5.', [1, 0.5]],
])('refuses: %s', (message, counts) => {
  expect(() => measureParameterMemory(counts)).toThrow(message)
})
