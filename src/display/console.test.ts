import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { table } from './console.ts'
import { type Outlet, outletKey } from './outlet.ts'

let shown: Record<string, unknown>[]

beforeEach(() => {
  shown = []
  const outlet: Pick<Outlet, 'cell' | 'display' | 'clear'> = {
    cell: () => 1,
    display: ({ data }) => shown.push(data),
    clear: () => {},
  }
  Reflect.set(globalThis, outletKey, outlet)
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, outletKey)
  vi.restoreAllMocks()
})

describe('console.table reads its data as Node does', () => {
  const cases: [what: string, values: Parameters<typeof table>, heads: string[], rows: string[][]][] = [
    [
      'objects',
      [
        [
          { a: 1, b: 'x' },
          { a: 2, c: true },
        ],
      ],
      ['', 'a', 'b', 'c'],
      [
        ['0', '1', 'x', ''],
        ['1', '2', '', 'true'],
      ],
    ],
    [
      'lists',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      ['', '0', '1'],
      [
        ['0', '1', '2'],
        ['1', '3', '4'],
      ],
    ],
    [
      'values',
      [['a', 'b']],
      ['', 'Values'],
      [
        ['0', 'a'],
        ['1', 'b'],
      ],
    ],
    [
      'an object of objects',
      [{ p: { a: 1 }, q: { a: 2 } }],
      ['', 'a'],
      [
        ['p', '1'],
        ['q', '2'],
      ],
    ],
    [
      'objects and values',
      [[{ a: 1 }, 2]],
      ['', 'a', 'Values'],
      [
        ['0', '1', ''],
        ['1', '', '2'],
      ],
    ],
    ['some columns', [[{ a: 1, b: 2 }], ['b']], ['', 'b'], [['0', '2']]],
    ['a map', [new Map([['k', 1]])], ['', 'Key', 'Values'], [['0', 'k', '1']]],
    ['a set', [new Set(['k'])], ['', 'Values'], [['0', 'k']]],
    [
      'a typed array',
      [new Float32Array([1, 2])],
      ['', 'Values'],
      [
        ['0', '1'],
        ['1', '2'],
      ],
    ],
    ['something nested', [[{ a: { b: { c: 1 } } }]], ['', 'a'], [['0', '{ b: [Object] }']]],
  ]

  it.each(cases)('%s', (_, values, heads, rows) => {
    table(...values)
    const [head, ...body] = String(shown[0]?.['text/html']).split('<tr').slice(1).map(cellsOf)
    expect(head).toEqual(heads)
    expect(body).toEqual(rows)
  })

  it('and has its text beside it', () => {
    table([{ a: 1 }])
    expect(String(shown[0]?.['text/plain'])).toMatch(/\(index\).*a.*\n.*\n.*0.*1/)
  })
})

it('what is no table is logged', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  table(1)
  expect(log).toHaveBeenCalledWith(1)
  expect(shown).toEqual([])
})

it('of a thousand rows the first hundred are shown', () => {
  table(Array.from({ length: 1000 }, (_, row) => ({ row })))
  expect(String(shown[0]?.['text/html']).match(/<td/g)).toHaveLength(100)
  expect(String(shown[0]?.['text/plain'])).toMatch(/99.*\n.*\nthe first 100 of 1,000 rows are shown$/)
})

function cellsOf(row: string): string[] {
  return [...row.matchAll(/<t[hd][^>]*>([^<]*)/g)].map(([, cell]) => cell!)
}
