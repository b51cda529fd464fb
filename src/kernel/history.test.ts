import { describe, expect, it } from 'vitest'
import type { HistoryRequest } from '../protocol/messages.ts'
import { History } from './history.ts'

const history = new History()
for (const [line, input] of ['a', 'b*', 'a', 'let\nc', 'd.e'].entries()) history.add(line + 1, input)
history.result("'d'")

describe('history', () => {
  it.each<[HistoryRequest, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ n: 2 }, [4, 5]],
    [{ n: 0 }, []],
    [{ n: -1 }, []],
    [{ hist_access_type: 'tail', n: 1e15 }, [1, 2, 3, 4, 5]],
    [{ hist_access_type: 'range', start: 2, stop: 4 }, [2, 3]],
    [{ hist_access_type: 'range', start: 4 }, [4, 5]],
    [{ hist_access_type: 'range', session: 1, start: 1, stop: 2 }, [1]],
    [{ hist_access_type: 'range', session: -1, start: 1 }, []],
    [{ hist_access_type: 'search', pattern: 'a' }, [1, 3]],
    [{ hist_access_type: 'search', pattern: 'a', unique: true }, [3]],
    [{ hist_access_type: 'search', pattern: '*' }, [1, 2, 3, 4, 5]],
    [{ hist_access_type: 'search', pattern: '*', n: 1 }, [5]],
    [{ hist_access_type: 'search', pattern: '??' }, [2]],
    [{ hist_access_type: 'search', pattern: 'let*c' }, [4]],
    [{ hist_access_type: 'search', pattern: 'd.e' }, [5]],
    [{ hist_access_type: 'search', pattern: 'dxe' }, []],
    [{ hist_access_type: 'search', pattern: '(' }, []],
  ])('%j is the lines %j', (request, lines) => {
    expect(history.entries(request).map(([, line]) => line)).toEqual(lines)
  })

  it('gives inputs alone, or with what they showed', () => {
    expect(history.entries({ n: 2 })).toEqual([
      [1, 4, 'let\nc'],
      [1, 5, 'd.e'],
    ])
    expect(history.entries({ n: 2, output: true })).toEqual([
      [1, 4, ['let\nc', null]],
      [1, 5, ['d.e', "'d'"]],
    ])
  })
})
