// The frames are stand-ins with the members of the real ones, as probed on danfojs-node 1.2.0, arquero 7 and polars 0.8.
import { expect, it } from 'vitest'
import { render } from './render.ts'

const records = [
  { a: 1.5, b: 'x' },
  { a: 20, b: '<y>' },
]
const danfo = {
  $data: [
    [1.5, 'x'],
    [20, '<y>'],
  ],
  $columns: ['a', 'b'],
  $index: [5, 2],
  $isSeries: false,
}
const arquero = {
  numRows: () => 2,
  columnNames: () => ['a', 'b'],
  objects: ({ limit }: { limit: number }) => records.slice(0, limit),
}
const polars = {
  columns: ['a', 'b'],
  height: 2,
  head: (count: number) => ({ toRecords: () => records.slice(0, count) }),
  toRecords: () => records,
}

it.each([
  ['danfojs', danfo, '5  1.5  x\n2   20  <y>\nDataFrame of 2 rows and 2 columns'],
  ['arquero', arquero, '0  1.5  x\n1   20  <y>\nTable of 2 rows and 2 columns'],
  ['polars', polars, '0  1.5  x\n1   20  <y>\nDataFrame of 2 rows and 2 columns'],
])('a frame of %s is a table', (_, frame, text) => {
  const bundle = render(frame) as Record<string, string>
  const cells = [...bundle['text/html']!.matchAll(/<td[^>]*>([^<]*)/g)].map(([, cell]) => cell)
  expect(cells).toEqual(['1.5', 'x', '20', '&lt;y&gt;'])
  expect(bundle['text/plain']).toBe(`     a  b\n${text}`)
})

it('a series is a table of one column', () => {
  const series = { $data: [1, 2], $columns: ['a'], $index: ['p', 'q'], $isSeries: true }
  expect(render(series)).toMatchObject({ 'text/plain': '   a\np  1\nq  2\nSeries of 2 rows and 1 column' })
})

it('numbers have at most seven digits', () => {
  const bundle = render({ $data: [0.1 + 0.2, 1e9 + 0.5, 2e12], $columns: ['a'], $index: [0, 1, 2], $isSeries: true })
  expect(String(Object(bundle)['text/plain']).split('\n').slice(1, 4)).toEqual([
    '0            0.3',
    '1     1000000000',
    '2  2000000000000',
  ])
})

it('of many rows and columns, the first are shown', () => {
  const columns = Array.from({ length: 30 }, (_, column) => `c${column}`)
  const $data = Array.from({ length: 1000 }, () => columns.map(() => 0))
  const bundle = render({ ...danfo, $data, $columns: columns, $index: $data.map((_, row) => row) }) as Record<
    string,
    string
  >
  expect(bundle['text/html']!.match(/<td/g)).toHaveLength(20 * 20)
  expect(bundle['text/plain']).toContain(
    'DataFrame of 1,000 rows and 30 columns; the first 20 of 1,000 rows are shown; the first 20 of 30 columns are shown',
  )
})
