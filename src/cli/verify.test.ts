import { describe, expect, it } from 'vitest'
import type { Cell } from './notebook.ts'
import type { Output } from './outputs.ts'
import { differences } from './verify.ts'

const cell = (outputs: Output[], tolerance?: number): Cell => ({
  cell_type: 'code',
  id: 'training',
  source: '',
  metadata: tolerance === undefined ? {} : { tensorcell: { tolerance } },
  outputs,
})
const printed = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text })
const figure = (z: number[], svg = '<svg/>'): Output => ({
  output_type: 'display_data',
  metadata: {},
  data: {
    'application/vnd.plotly.v1+json': { data: [{ z }], layout: {} },
    'image/svg+xml': svg,
    'text/plain': `Figure ${svg}`,
  },
})
const failed = (traceback: string): Output => ({
  output_type: 'error',
  ename: 'TypeError',
  evalue: 'no',
  traceback: [traceback],
})

describe('differences', () => {
  it.each<[string, Cell, Output[]]>([
    ['equal texts', cell([printed('a')]), [printed('a')]],
    [
      'a text in lines, as nbformat has it',
      cell([{ output_type: 'stream', name: 'stdout', text: ['a\n', 'b'] } as unknown as Output]),
      [printed('a\nb')],
    ],
    ['numbers within the stated tolerance', cell([printed('accuracy 0.95')], 0.03), [printed('accuracy 0.94')]],
    ["float32's rounding in a figure", cell([figure([1, 2])]), [figure([1.00001, 2])]],
    ['the picture beside a figure', cell([figure([1, 2])]), [figure([1, 2], '<svg>…</svg>')]],
    ['the traceback of the same error', cell([failed('at a')]), [failed('at b')]],
  ])('accepts %s', (_, committed, now) => {
    expect(differences(committed, now)).toEqual([])
  })

  it.each<[string, Cell, Output[], string]>([
    [
      'another text',
      cell([printed('a\nb')]),
      [printed('a\nc')],
      'output 1, line 2:\n      committed  b\n      now        c',
    ],
    ['a number without tolerance', cell([printed('0.95')]), [printed('0.94')], 'output 1, line 1'],
    ['a number beyond it', cell([printed('0.95')], 0.03), [printed('0.85')], 'output 1, line 1'],
    [
      "a figure's data",
      cell([figure([1, 2])]),
      [figure([1, 2.1])],
      'output 1, application/vnd.plotly.v1+json, data[0].z[1]',
    ],
    ['another kind of output', cell([printed('a')]), [failed('')], 'output 1, kind'],
    [
      'an output too few',
      cell([printed('a'), printed('b')]),
      [printed('a')],
      '2 outputs were committed, now there are 1',
    ],
    ['an output too many', cell([]), [printed('a')], '0 outputs were committed, now there are 1: none against stream'],
  ])('names %s', (_, committed, now, words) => {
    expect(differences(committed, now).join('\n')).toContain(words)
  })

  it('shows the first five places of an output', () => {
    const lines = differences(cell([figure([1, 1, 1, 1, 1, 1, 1])]), [figure([2, 2, 2, 2, 2, 2, 2])])
    expect(lines).toHaveLength(6)
    expect(lines.at(-1)).toBe('… and 2 places more.')
  })
})
