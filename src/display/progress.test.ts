import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Outlet, outletKey } from './outlet.ts'
import { progress } from './progress.ts'

/** What is shown in each place, in the order of the places, from its first state to its last. */
let places: Map<string | undefined, string[]>
let cell = 1

beforeEach(() => {
  places = new Map()
  vi.useFakeTimers({ toFake: ['performance'] })
  const outlet: Pick<Outlet, 'cell' | 'display' | 'clear'> = {
    cell: () => cell,
    display: ({ data, id }) => places.set(id, [...(places.get(id) ?? []), String(data['text/plain'])]),
    clear: () => {},
  }
  Reflect.set(globalThis, outletKey, outlet)
})

afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(globalThis, outletKey)
})

const shown = () => [...places.values()]
const half = '|██████████░░░░░░░░░░|'
const full = `|${'█'.repeat(20)}|`
const none = `|${'░'.repeat(20)}|`

describe('a loop over', () => {
  const steps: [what: string, steps: Iterable<unknown>, taken: unknown[], last: string][] = [
    ['a list', progress(['a', 'b']), ['a', 'b'], `${full} 2/2 in 2.0 s`],
    ['a number', progress(2), [0, 1], `${full} 2/2 in 2.0 s`],
    ['a set', progress(new Set([7])), [7], `${full} 1/1 in 1.0 s`],
    ['a generator', progress([5].values()), [5], '1 step in 1.0 s'],
    ['a generator of known length', progress([5].values(), { total: 1 }), [5], `${full} 1/1 in 1.0 s`],
    ['nothing', progress([]), [], '0/0 in 0.0 s'],
    ['a named list', progress(['a'], { label: 'epoch' }), ['a'], `epoch ${full} 1/1 in 1.0 s`],
  ]

  it.each(steps)('%s', (_, loop, taken, last) => {
    const seen: unknown[] = []
    for (const step of loop) {
      seen.push(step)
      vi.advanceTimersByTime(1000)
    }
    expect(seen).toEqual(taken)
    expect(shown()).toHaveLength(1)
    expect(shown()[0]!.at(-1)).toBe(last)
  })

  it('an async source', async () => {
    async function* source() {
      yield 1
      yield 2
    }
    const seen: number[] = []
    for await (const step of progress(source(), { total: 2 })) seen.push(step)
    expect(seen).toEqual([1, 2])
    expect(shown()).toEqual([[`${none} 0/2, 0.0 s`, `${full} 2/2 in 0.0 s`]])
  })
})

it('says how long it will take', () => {
  for (const _ of progress(2)) vi.advanceTimersByTime(30_000)
  expect(shown()).toEqual([
    [`${none} 0/2, 0.0 s`, `${half} 1/2, 30 s, about 30 s left`, `${full} 2/2, 1 min 0 s`, `${full} 2/2 in 1 min 0 s`],
  ])
})

it('updates at most ten times a second', () => {
  for (const _ of progress(1000)) vi.advanceTimersByTime(1)
  expect(shown()[0]!.length).toBeLessThanOrEqual(12)
})

it('prints two lines in a terminal, however many steps there are', () => {
  Reflect.deleteProperty(globalThis, outletKey)
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  for (const _ of progress(1000)) vi.advanceTimersByTime(5)
  expect(write.mock.calls).toEqual([[`${none} 0/1000, 0.0 s\n`], [`${full} 1000/1000 in 5.0 s\n`]])
  write.mockRestore()
})

describe('a loop left early says so', () => {
  it('by break', () => {
    for (const step of progress(4)) if (step === 2) break
    expect(shown()[0]!.at(-1)).toBe(`${half} 2/4, left after 0.0 s`)
  })

  it('by an error in it, which passes through', () => {
    const loop = () => {
      for (const _ of progress(4)) throw new Error('in the loop')
    }
    expect(loop).toThrow('in the loop')
    expect(shown()[0]!.at(-1)).toBe(`${none} 0/4, left after 0.0 s`)
  })

  it('by an error of its source', async () => {
    async function* broken() {
      yield 1
      throw new Error('in the source')
    }
    await expect(async () => {
      for await (const _ of progress(broken()));
    }).rejects.toThrow('in the source')
    expect(shown()[0]!.at(-1)).toBe('1 step, left after 0.0 s')
  })
})

describe('a loop in a loop', () => {
  it('has one place below it for all its runs', () => {
    for (const _ of progress(3)) for (const _ of progress(2)) vi.advanceTimersByTime(1000)
    expect(shown().map((states) => states.at(-1))).toEqual([`${full} 3/3 in 6.0 s`, `${full} 2/2 in 2.0 s`])
  })

  it('shares no place with another one that runs at the same time', async () => {
    const inner = async (label: string) => {
      for (const _ of progress(2, { label })) await null
    }
    for (const _ of progress(2)) await Promise.all([inner('a'), inner('b')])
    expect(shown().map((states) => states.at(-1)!.replace(/ .*/, ''))).toEqual([full, 'a', 'b'])
  })

  it('ends with its true state, however fast it was', () => {
    for (const _ of progress(50)) for (const _ of progress(3));
    expect(shown().map((states) => states.at(-1))).toEqual([`${full} 50/50 in 0.0 s`, `${full} 3/3 in 0.0 s`])
    expect(shown()[1]!.length).toBeLessThan(4)
  })

  it('that ends after its outer one shows its last state', async () => {
    const inner = (async () => {
      for (const _ of progress(3, { label: 'inner' })) await null
    })()
    const outer = progress(1)[Symbol.iterator]()
    outer.next()
    const late = progress(2, { label: 'late' })[Symbol.iterator]()
    late.next()
    outer.next()
    late.next()
    late.next()
    await inner
    expect(shown().map((states) => states.at(-1))).toEqual([
      `inner ${full} 3/3 in 0.0 s`,
      `${full} 1/1 in 0.0 s`,
      `late ${full} 2/2 in 0.0 s`,
    ])
  })

  it('in another cell has nothing to do with one that never ended', () => {
    const abandoned = progress(3)[Symbol.iterator]()
    abandoned.next()
    cell = 2
    for (const _ of progress(1)) for (const _ of progress(1));
    expect(shown()).toHaveLength(3)
    abandoned.return?.()
  })
})
