import { expect, it } from 'vitest'
import * as entry from './exercises.ts'
import * as sealed from './exercises-sealed.ts'

it('has the names of the entry, and no other', () => {
  expect(Object.keys(sealed).sort()).toEqual(Object.keys(entry).sort())
})
