import { expect, it } from 'vitest'
import { mathFiles } from './math-files.ts'

it('gives every file that the style sheet names, and no other', () => {
  const [css, ...fonts] = mathFiles()
  const named = [...`${css!.bytes}`.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => `katex/${url}`)
  expect(new Set(named)).toEqual(new Set(fonts.map(({ path }) => path)))
  expect(fonts.length).toBeGreaterThan(10)
})
