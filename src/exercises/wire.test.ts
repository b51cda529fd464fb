import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decode, encode } from './wire.ts'

it.each([
  [undefined],
  [Number.NaN],
  [-0],
  [[1, Number.POSITIVE_INFINITY, [undefined]]],
  [{ $: 'NaN' }],
  [{ $: 1, b: -0 }],
  ['text'],
  [null],
])('%j arrives as it was', (value) => expect(decode(encode(value))).toStrictEqual(value))

it('keeps any plain data', () => {
  const numbers = fc.double()
  const anything = fc.anything({
    values: [numbers, fc.string(), fc.boolean(), fc.constant(undefined), fc.constant(null)],
  })
  fc.assert(
    fc.property(anything, (value) => {
      expect(decode(encode(value))).toStrictEqual(structuredClone(value))
    }),
  )
})
