// Ends JavaScript that does not end by itself, from the other thread.
// Rule: this session only terminates, and prepares that. Running cells through it could not be
// interrupted and would reorder output (MODELS.md 3).
import { type Runtime, Session } from 'node:inspector'
import { hostName } from '../language/rewrite.ts'

const session = new Session()
session.connectToMainThread()

/**
 * Ends the JavaScript that runs on the main thread, or, if none does, whatever runs there next. Resolves when that has
 * happened: a call into native code, such as a TensorFlow operation, ends first.
 *
 * The main thread first puts its async hooks to rest, in the middle of what it runs: Node 20 aborts the process
 * ("Assertion failed: execution_async_id() == 0") when a continuation after an await is terminated while hooks are on.
 */
export async function terminateMainThread(): Promise<void> {
  while (!(await restHooks())) {}
  await new Promise<void>((resolve) => session.post('Runtime.terminateExecution', () => resolve()))
}

/** Whether the hooks rest now; they cannot be put to rest from within one, which the next asking does not hit. */
function restHooks(): Promise<boolean> {
  return new Promise((resolve) => {
    const expression = { expression: `${hostName}.restHooks()`, returnByValue: true }
    session.post('Runtime.evaluate', expression, (_error, evaluated) => {
      resolve((evaluated as Runtime.EvaluateReturnType | undefined)?.result?.value !== false)
    })
  })
}

/** Lets go of the main thread: Node would wait at exit for a session that is still connected. */
export function disconnect(): void {
  session.disconnect()
}
