import { describe, expect, it } from 'vitest'
import type { Cell, Notebook } from './notebook.ts'
import type { Output } from './outputs.ts'
import { differingCode, translated } from './translation.ts'

const prose = (id: string, source: string): Cell => ({ cell_type: 'markdown', id, metadata: {}, source })
const code = (id: string, source: string, outputs: Output[] = []): Cell => ({
  cell_type: 'code',
  id,
  metadata: { tags: ['slide'] },
  source,
  execution_count: 1,
  outputs,
})
const notebook = (...cells: Cell[]): Notebook => ({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells })
const printed = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text })
const figure = (title: string, z: number[], width = 500): Output => ({
  output_type: 'display_data',
  metadata: {},
  data: { 'application/vnd.plotly.v1+json': { data: [{ z }], layout: { title: { text: title }, width } } },
})
const texts = ({ cells }: Notebook) => cells.map(({ source }) => source)

describe('translated', () => {
  const original = notebook(
    prose('title', 'Kernels'),
    code('sum', '1 + 1', [printed('2')]),
    prose('formula', '$$a+b$$'),
  )
  const chinese = notebook(prose('title', '卷积核'))

  it('takes cells, order and code from the original and prose from the translation', () => {
    const { notebook: result, missing, outdated } = translated(original, chinese, false)
    expect(texts(result)).toEqual(['卷积核', '1 + 1', '$$a+b$$'])
    expect(result.cells[1]).toEqual(original.cells[1])
    expect({ missing, outdated }).toEqual({ missing: [], outdated: [] })
  })

  it('lists prose that is missing, with the original in its place, as often as asked', () => {
    const once = translated(original, undefined, false)
    expect(once.missing).toEqual(['title'])
    expect(translated(original, once.notebook, false).missing).toEqual(['title'])
  })

  it('lists prose whose original has changed, until it changes too or is accepted', () => {
    const first = translated(original, chinese, false).notebook
    const changed = notebook(prose('title', 'Filters'), ...original.cells.slice(1))
    const second = translated(changed, first, false)
    expect(second.outdated).toEqual(['title'])
    expect(texts(second.notebook)[0]).toBe('卷积核')
    expect(translated(changed, second.notebook, false).outdated).toEqual(['title'])

    const revised = structuredClone(second.notebook)
    revised.cells[0]!.source = '滤波器'
    const third = translated(changed, revised, false)
    expect(third.outdated).toEqual([])
    expect(translated(changed, third.notebook, false).outdated).toEqual([])

    const accepted = translated(changed, second.notebook, true)
    expect(translated(changed, accepted.notebook, false).outdated).toEqual([])
  })

  it('keeps the outputs of a cell until its code changes', () => {
    const ran = translated(notebook(code('sum', '1 + 1', [printed('二')])), undefined, false).notebook
    expect(translated(original, ran, false).notebook.cells[1]!.outputs).toEqual([printed('二')])
    const changed = notebook(code('sum', '1 + 2', [printed('3')]))
    expect(translated(changed, ran, false).notebook.cells[0]!.outputs).toEqual([printed('3')])
  })

  it('leaves out what the original has no longer', () => {
    expect(texts(translated(notebook(code('sum', '1')), chinese, false).notebook)).toEqual(['1'])
  })
})

describe('differingCode', () => {
  const original = notebook(prose('a', 'Text'), code('b', '1', [figure('Title', [1, 2])]))

  it.each<[string, Notebook, string[]]>([
    ['other prose and titles', notebook(prose('a', '文本'), code('b', '1', [figure('标题', [1, 2])])), []],
    ['other code', notebook(prose('a', ''), code('b', '2', [])), ['cell "b" has other code']],
    [
      'another order',
      notebook(code('b', '1'), prose('a', '')),
      ['the cells are b (code), a (markdown), not a (markdown), b (code)'],
    ],
    [
      'other numbers',
      notebook(prose('a', ''), code('b', '1', [figure('标题', [1, 3])])),
      ['cell "b", output 1 has other numbers at data[0].z[1]'],
    ],
    ['a wider drawing for a longer title', notebook(prose('a', ''), code('b', '1', [figure('标题', [1, 2], 999)])), []],
    ['no outputs', notebook(prose('a', ''), code('b', '1')), ['cell "b", outputs are , not display_data']],
  ])('%s', (_, translation, lines) => {
    expect(differingCode(original, translation)).toEqual(lines)
  })
})
