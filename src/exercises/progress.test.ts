import { fork } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nearIds } from './near.ts'
import { eventsIn, type NewEvent, progressFile, record, standingOf } from './progress.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'progress-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const check = (exercise: string, score: number, real = true): NewEvent => ({
  exercise,
  event: 'check',
  passed: score === 1,
  score,
  real,
})

describe('progress', () => {
  it('is what was best, and how often it was tried', () => {
    const events = [check('a', 0, false), check('a', 0.5), check('a', 1), check('a', 0.2), check('b', 1)]
    for (const event of events) record(folder, event)
    record(folder, { exercise: 'a', event: 'hint' })
    expect(standingOf(eventsIn(folder).events, 'a')).toEqual({ attempts: 3, hints: 1, passed: true, score: 1 })
    expect(standingOf(eventsIn(folder).events, 'c')).toEqual({ attempts: 0, hints: 0, passed: false, score: 0 })
  })

  it('passes over lines that cannot be read, counts them, and keeps what follows', () => {
    record(folder, check('a', 1))
    appendFileSync(join(folder, progressFile), '{"exercise":"b","ev')
    record(folder, check('c', 1))
    appendFileSync(join(folder, progressFile), '[]\n{"exercise":"d","event":"check"}\n')
    const { events, unreadable } = eventsIn(folder)
    expect([events.map(({ exercise }) => exercise), unreadable]).toEqual([['a', 'c'], 3])
  })

  it('says when it cannot be kept', () => {
    expect(record(join(folder, 'missing'), check('a', 1))).toBe(false)
  })

  it('loses nothing when several notebooks write at once', async () => {
    const script = join(folder, 'write.mjs')
    const line = JSON.stringify({ at: '', ...check('a', 1) })
    writeFileSync(
      script,
      `import { appendFileSync } from 'node:fs'
for (let turn = 0; turn < 200; turn++) appendFileSync(${JSON.stringify(join(folder, progressFile))}, ${JSON.stringify(`${line}\n`)})`,
    )
    const writers = [0, 1, 2].map(() => fork(script))
    for (let turn = 0; turn < 200; turn++) record(folder, check('b', 1))
    await Promise.all(writers.map((writer) => new Promise((resolve) => writer.once('exit', resolve))))
    const { events, unreadable } = eventsIn(folder)
    expect([events.length, unreadable]).toEqual([800, 0])
  })
})

it.each([
  ['5.1', ['05.1', '05.2', '05.5']],
  ['05,1', ['05.1', '05.2', '05.5']],
  ['05.9', ['05.1', '05.2', '05.5']],
  ['e.1', ['E.1']],
  ['x', ['05.1', '05.2', '05.5']],
])('near %s are %j', (wanted, near) => {
  expect(nearIds(wanted, ['05.1', '05.2', '05.5', '06.1', 'E.1'])).toEqual(near)
})
