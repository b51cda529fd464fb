// The kernel as somebody else's client sees it: jupyter_client, which JupyterLab, nbclient and papermill are built on.
// Rule: the checks are Python (jupyter_client_checks.py); here each becomes a test of its own.
import { beforeAll, describe, expect, it } from 'vitest'
import { pythonChecks } from './environment.ts'

const checks = [
  'kernel_info',
  'execute_result',
  'streams',
  'error',
  'type_error_runs_nothing',
  'error_aborts_what_is_queued',
  'display_and_update',
  'silent_with_expressions',
  'asks_a_person',
  'asks_nobody',
  'history',
  'interrupt_a_loop',
  'interrupt_an_await',
  'sigint_stops',
  'complete',
  'complete_after_an_emoji',
  'inspect',
  'is_complete',
  'wrong_signature_is_ignored',
  'restart',
  'shutdown',
]

describe('jupyter_client', () => {
  let results: Awaited<ReturnType<typeof pythonChecks>> = {}

  beforeAll(async () => {
    results = await pythonChecks('jupyter_client_checks.py')
  })

  it.each(checks)('%s', (check) => {
    expect(results).toHaveProperty(check)
    expect(results[check]).toBeNull()
  })

  it('has no check that is not listed here', () => {
    expect(Object.keys(results)).toEqual(checks)
  })
})
