import { expect, it } from 'vitest'
import type { CellSources } from './failure.ts'
import { readableStacks } from './stacks.ts'

/** Cell 3 has the number 7 beside it, and its script one line more than its source. */
const cells: CellSources = (cell) =>
  cell === 3 ? { source: 'f()', count: 7, origin: ({ line, column }) => ({ line: line - 1, column }) } : undefined

const kernel = ['    at Session.post (node:inspector:136:22)', '    at new Promise (<anonymous>)']

it.each<[what: string, text: string[], readable: string[]]>([
  ['text without a trace', ['a', ' at b'], ['a', ' at b']],
  [
    'a printed error',
    ['Error: no', '    at f (cell-3.ts:2:5)', '    at cell-3.ts:3:1', ...kernel, 'after'],
    ['Error: no', '    at f (Cell [7], line 1, column 5)', '    at Cell [7], line 2, column 1', 'after'],
  ],
  [
    'an error inside an object',
    [
      '{',
      '  e: Error: no',
      '      at cell-3.ts:2:1',
      '      at Session.post (node:inspector:136:22) {',
      '    code: 1',
      '  }',
      '}',
    ],
    ['{', '  e: Error: no', '      at Cell [7], line 1, column 1 {', '    code: 1', '  }', '}'],
  ],
  [
    'an error with a cause',
    [
      'E: a',
      '    at cell-3.ts:2:1',
      '    ... 7 lines matching cause stack trace ...',
      '    at new Promise (<anonymous>) {',
      '  [cause]: E: b',
      '      at cell-3.ts:2:3',
      '}',
    ],
    ['E: a', '    at Cell [7], line 1, column 1 {', '  [cause]: E: b', '      at Cell [7], line 1, column 3', '}'],
  ],
  [
    'two errors',
    ['E: a', '    at cell-3.ts:2:1', ...kernel, 'E: b', '    at cell-3.ts:4:1', ...kernel],
    ['E: a', '    at Cell [7], line 1, column 1', 'E: b', '    at Cell [7], line 3, column 1'],
  ],
  [
    'a trace of something else',
    ['    at Python (file.py:1:2)', '    at home'],
    ['    at Python (file.py:1:2)', '    at home'],
  ],
  ['a trace of the kernel alone', ['E: a', ...kernel, ''], ['E: a', '']],
])('%s', (_, text, readable) => {
  expect(readableStacks(text.join('\n'), cells)).toBe(readable.join('\n'))
})
