// Two set-ups at the same time: one works, the other waits. A killed one never blocks the next.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { takeTurn, turnAddress } from './turn.ts'

it('lets the second wait until the first is done', async () => {
  const seen: string[] = []
  const name = `turn-test-${process.pid}`
  const first = takeTurn(
    name,
    () => seen.push('first waits'),
    async () => {
      seen.push('first begins')
      await setTimeout(300)
      seen.push('first ends')
    },
  )
  await setTimeout(50)
  await takeTurn(
    name,
    () => seen.push('second waits'),
    async () => seen.push('second works'),
  )
  await first
  expect(seen).toEqual(['first begins', 'second waits', 'first ends', 'second works'])
})

it('gives the turn back after an error', async () => {
  const name = `failed-turn-test-${process.pid}`
  await expect(
    takeTurn(
      name,
      () => {},
      () => Promise.reject(new Error('no g++')),
    ),
  ).rejects.toThrow('no g++')
  expect(
    await takeTurn(
      name,
      () => expect.unreachable(),
      async () => 'free',
    ),
  ).toBe('free')
})

it('is free again when its process was killed', async () => {
  const name = `killed-turn-test-${process.pid}`
  const script = `require('node:net').createServer().listen(${JSON.stringify(turnAddress(name))}, () => console.log('held'))`
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  let waited = false
  const turn = takeTurn(
    name,
    () => (waited = true),
    async () => 'mine',
  )
  await setTimeout(50)
  holder.kill('SIGKILL')
  expect(await turn).toBe('mine')
  expect(waited).toBe(true)
})
