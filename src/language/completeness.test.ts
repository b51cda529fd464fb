import { expect, it } from 'vitest'
import { completeness } from './completeness.ts'

it.each([
  ['1 + 1', { status: 'complete' }],
  ['', { status: 'complete' }],
  ['const f = (a: number) => {\n  return a\n}', { status: 'complete' }],
  ['#| echo: false\n1', { status: 'complete' }],
  ['for (let i = 0; i < 3; i++) {', { status: 'incomplete', indent: '  ' }],
  ['class A {\n  m() {', { status: 'incomplete', indent: '    ' }],
  ['foo(', { status: 'incomplete', indent: '  ' }],
  ['const a =', { status: 'incomplete', indent: '' }],
  ['const a = ', { status: 'incomplete', indent: '' }],
  ['x =>', { status: 'incomplete', indent: '' }],
  ['a.', { status: 'incomplete', indent: '' }],
  ['`abc', { status: 'incomplete', indent: '' }],
  ['/* x', { status: 'incomplete', indent: '' }],
  ['function f() {\n  return 1', { status: 'incomplete', indent: '  ' }],
  ['const = 3', { status: 'invalid' }],
  ['const x = 5 5', { status: 'invalid' }],
  ['"abc', { status: 'invalid' }],
  ['}', { status: 'invalid' }],
])('%j', (code, reply) => {
  expect(completeness(code)).toEqual(reply)
})
