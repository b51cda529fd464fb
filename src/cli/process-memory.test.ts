import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { canMeasure, residentBytes, watchMemory } from './process-memory.ts'

it.skipIf(!canMeasure)('counts children, and ends what holds too much', async () => {
  const child = spawn(process.execPath, [
    '-e',
    "require('node:child_process').spawnSync(process.execPath, ['-e', 'globalThis.a = Buffer.alloc(3e8, 1); setInterval(() => {}, 1e6)'])",
  ])
  const exceeded = new Promise<void>((resolve) => watchMemory(child.pid!, 3e8, resolve))
  await exceeded
  expect(residentBytes(child.pid!)).toBeGreaterThan(3e8)
  child.kill('SIGKILL')
  await once(child, 'exit')
})
