// The cells that are made, word for word.
import { expect, it } from 'vitest'
import { solutionOf, starterOf } from './cells.ts'
import { choice, number } from './definition.ts'
import { bank } from './registry.ts'

const colours = choice({
  title: '',
  statement: '',
  name: 'warm',
  options: { red: '', orange: '', blue: '' },
  answer: ['red', 'orange'],
  wrong: { red: '', orange: '', blue: '' },
  explanation: '',
  hints: ['', '', ''],
})
const text = { title: '', statement: '', name: 'bytes', hints: ['', '', ''] } as const
const bytes = number({ ...text, answer: 12, solution: '3 * 4', misconceptions: [] })

it.each([
  [bytes, 'const bytes = undefined // number', 'const bytes = 3 * 4'],
  [colours, "const warm = undefined // ['red', 'orange', 'blue']", "const warm = ['red', 'orange']"],
  [
    bank['03.5'],
    "const property = undefined // 'invariant' | 'equivariant' | 'neither'",
    "const property = 'equivariant'",
  ],
  [bank['05.1'], bank['05.1'].starter, bank['05.1'].solution],
])('%#', (exercise, starter, solution) => {
  expect([starterOf(exercise), solutionOf(exercise)]).toEqual([starter, solution])
})
