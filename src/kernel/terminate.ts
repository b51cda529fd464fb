// Ends JavaScript that does not end by itself, from the other thread.
// Rule: this session only terminates, and looks at what it is about to terminate. Running cells through it could not be
// interrupted and would reorder output (MODELS.md 3).
import { type Runtime, Session } from 'node:inspector'
import { hostName } from '../language/rewrite.ts'

const session = new Session()
session.connectToMainThread()
let connected = true

/**
 * Ends the JavaScript that runs on the main thread, or, if none does, whatever runs there next. Resolves when that has
 * happened, with whether it was an operation on tensors: native code ends first.
 */
export async function terminateMainThread(): Promise<{ inOperation: boolean }> {
  const inOperation = await ask('Runtime.evaluate', { expression: `${hostName}.inOperation()`, returnByValue: true })
  await ask('Runtime.terminateExecution')
  return { inOperation: inOperation?.result.value === true }
}

/** Lets go of the main thread: Node would wait at exit for a session that is still connected. */
export function disconnect(): void {
  connected = false
  session.disconnect()
}

function ask(method: string, parameters: object = {}): Promise<Runtime.EvaluateReturnType | undefined> {
  return new Promise((resolve) => {
    if (!connected) return resolve(undefined)
    session.post(method, parameters, (_error, answer) => resolve(answer as Runtime.EvaluateReturnType | undefined))
  })
}
