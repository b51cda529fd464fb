// Stop, fifty times in a row, at any moment of any program: before it starts, while it is checked, computes, waits or asks,
// and as it ends. Rule: an endless program ends as interrupted, and whatever was stopped, state and timers are sound.
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FrontEnd } from './front-end.ts'

const endless = [
  'while (true) {}',
  'for (;;) await null',
  'await new Promise(() => {})',
  'for (;;) await new Promise((resolve) => setTimeout(resolve, 1))',
  'for (;;) await new Promise((resolve) => setImmediate(resolve))',
  'const chain = (): Promise<void> => Promise.resolve().then(chain); await chain()',
  'const again = () => queueMicrotask(again); again(); await new Promise(() => {})',
  'setTimeout(() => { while (true) {} }, 2); await new Promise(() => {})',
  'setImmediate(() => { while (true) {} }); await new Promise(() => {})',
  'process.nextTick(() => { while (true) {} }); await new Promise(() => {})',
  'try { while (true) {} } finally { while (true) {} }',
  'while (true) try { JSON.parse("{") } catch {}',
  'const found = /^(a+)+b$/.test("a".repeat(50))',
  '[3, 2, 1].sort(() => { while (true) {} })',
  'class Slow { get value(): number { while (true) {} } }\nnew Slow().value',
  'async function* numbers() { for (let n = 0; ; n++) yield n }\nfor await (const n of numbers()) { n }',
  'prompt("Who?")',
]
const quick = [
  '1 + 1',
  'await Promise.resolve(2)',
  'await new Promise((resolve) => setTimeout(resolve, 5))',
  'const = 1',
]

const stops = fc.record({ code: fc.constantFrom(...endless, ...quick), afterMs: fc.integer({ min: 0, max: 30 }) })
const seed = Number(process.env.INTERRUPT_SEED ?? 1)

let frontEnd: FrontEnd

beforeAll(async () => {
  frontEnd = await FrontEnd.start()
  await frontEnd.run('const kept: number = 20')
})
afterAll(() => frontEnd.stop())

it.each(fc.sample(stops, { numRuns: 50, seed }))('$code, after $afterMs ms', async ({ code, afterMs }) => {
  const ended = frontEnd.execute(code)
  await sleep(afterMs)
  const { reply } = await stopped(ended)
  if (endless.includes(code)) expect(reply).toMatchObject({ status: 'error', ename: 'Interrupted' })
  expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  expect(await frontEnd.run('await new Promise((resolve) => setTimeout(resolve, 1, 3))')).toEqual(['result 3'])
})

/** Presses Stop until the cell has ended: a Stop can overtake its cell, since the two travel on sockets of their own. */
async function stopped(ended: ReturnType<FrontEnd['execute']>): ReturnType<FrontEnd['execute']> {
  for (;;) {
    await frontEnd.interrupt()
    const answer = await Promise.race([ended, sleep(200)])
    if (answer) return answer
  }
}
