// Ends JavaScript that does not end by itself, from the other thread.
// Rule: this session only terminates, and looks at what it is about to terminate. Running cells through it could not be
// interrupted and would reorder output (MODELS.md 3).
import { type Runtime, Session } from 'node:inspector'
import { hostName } from '../language/rewrite.ts'
import type { Running } from '../runtime/running.ts'

const session = new Session()
session.connectToMainThread()
let connected = true

/**
 * Ends the user's code that runs on the main thread, if it does. Resolves when that has happened, with what it was: native
 * code, as in an operation on tensors, ends first.
 */
export async function terminateMainThread(): Promise<Running> {
  const answer = await ask('Runtime.evaluate', { expression: `${hostName}.running()`, returnByValue: true })
  const running: Running = answer?.result.value ?? 'nothing'
  if (running !== 'nothing') await ask('Runtime.terminateExecution')
  return running
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
