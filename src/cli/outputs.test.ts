import { describe, expect, it } from 'vitest'
import { type Output, Outputs } from './outputs.ts'

function stream(parent: string, text: string, name: 'stdout' | 'stderr' = 'stdout') {
  return { type: 'stream', parent, content: { name, text } } as const
}

function display(type: 'display_data' | 'update_display_data', parent: string, text: string, id: string) {
  const content = { data: { 'text/plain': text }, metadata: {}, transient: { display_id: id } }
  return { type, parent, content } as const
}

function collect(...heard: Parameters<Outputs['hear']>[0][]): { a: Output[]; b: Output[] } {
  const outputs = new Outputs()
  const lists = { a: [], b: [] }
  outputs.expect('a', lists.a)
  outputs.expect('b', lists.b)
  for (const broadcast of heard) outputs.hear(broadcast)
  return lists
}

describe('Outputs', () => {
  it('joins stream texts that follow each other, each stream on its own', () => {
    expect(collect(stream('a', '1\n'), stream('a', '2\n'), stream('a', 'x', 'stderr'), stream('a', '3')).a).toEqual([
      { output_type: 'stream', name: 'stdout', text: '1\n2\n' },
      { output_type: 'stream', name: 'stderr', text: 'x' },
      { output_type: 'stream', name: 'stdout', text: '3' },
    ])
  })

  it('files late output under the cell that caused it', () => {
    const { a, b } = collect(stream('b', 'second'), stream('a', 'late'), stream('other', 'lost'))
    expect([a, b]).toEqual([
      [{ output_type: 'stream', name: 'stdout', text: 'late' }],
      [{ output_type: 'stream', name: 'stdout', text: 'second' }],
    ])
  })

  it('updates a display in whatever cell shows it', () => {
    const { a, b } = collect(display('display_data', 'a', 'old', 'x'), display('update_display_data', 'b', 'new', 'x'))
    expect(a).toEqual([{ output_type: 'display_data', data: { 'text/plain': 'new' }, metadata: {} }])
    expect(b).toEqual([])
  })

  it('clears at once, or with the next output when asked to wait', () => {
    const clear = (wait: boolean) => ({ type: 'clear_output', parent: 'a', content: { wait } }) as const
    expect(collect(stream('a', '1'), clear(false)).a).toEqual([])
    expect(collect(stream('a', '1'), clear(true)).a).toHaveLength(1)
    expect(collect(stream('a', '1'), clear(true), stream('a', '2')).a).toMatchObject([{ text: '2' }])
  })
})
