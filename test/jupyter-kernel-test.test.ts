// The Jupyter project's conformance suite, jupyter_kernel_test, on our kernel.
// Rule: it runs from Python (jupyter_kernel_test_checks.py); here each of its tests becomes one of ours, a skip with its reason.
import { beforeAll, describe, expect, it } from 'vitest'
import { pythonChecks } from './environment.ts'

const checks = [
  'test_clear_output',
  'test_completion',
  'test_display_data',
  'test_error',
  'test_execute_result',
  'test_execute_stderr',
  'test_execute_stdout',
  'test_history',
  'test_inspect',
  'test_is_complete',
  'test_kernel_info',
  'test_recv_iopub_welcome_msg',
]
const skipped = ['test_pager']

describe('jupyter_kernel_test', () => {
  let results: Awaited<ReturnType<typeof pythonChecks>> = {}

  beforeAll(async () => {
    results = await pythonChecks('jupyter_kernel_test_checks.py')
  })

  it.each(checks)('%s', (check) => {
    expect(results).toHaveProperty(check)
    expect(results[check]).toBeNull()
  })

  it.for(skipped)('%s', (check, { skip }) => {
    expect(results).toHaveProperty([check, 'skipped'])
    skip((results[check] as { skipped: string }).skipped)
  })

  it('has no test that is not listed here', () => {
    expect(Object.keys(results).sort()).toEqual([...checks, ...skipped].sort())
  })
})
