// Encrypted and local sockets, as jupyter_client makes them.
// Rule: the checks are Python (transport_checks.py); here each becomes a test of its own.
import { beforeAll, expect, it } from 'vitest'
import { pythonChecks } from './environment.ts'

let results: Awaited<ReturnType<typeof pythonChecks>> = {}

beforeAll(async () => {
  results = await pythonChecks('transport_checks.py')
})

it.each(['encrypted', 'ipc'])('%s', (check) => {
  expect(results).toHaveProperty(check)
  expect(results[check]).toBeNull()
})
