// Runs a script in V8's REPL mode, where `await`, redeclaration and the value of the last expression come for free.
// Rule: it evaluates with this thread's own inspector session. Through the kernel thread's session a running cell could
// not be interrupted, and its reply would overtake its output (measured, MODELS.md section 3).
import { type Runtime, Session } from 'node:inspector'
import { promiseHooks } from 'node:v8'
import { host, hostName } from './host.ts'

/** What a script came to: its last value, what it threw, or that it was ended from outside. */
export interface Settled {
  status: 'value' | 'thrown' | 'terminated'
  value: unknown
}

const session = new Session()
session.connect()

/**
 * The promises of the scripts that have not ended. If one that waits for ever were collected as garbage, V8 would answer in the
 * middle of that, which ends the process from Node 22 on ("Invoke in DisallowJavascriptExecutionScope").
 */
const waiting = new Set<{ promise?: Promise<unknown> }>()

/** Evaluates a script. After an interrupt the promise may never settle: V8 forgets what it was waiting for. */
export function evaluate(code: string): Promise<Settled> {
  const parameters = { expression: code, replMode: true, awaitPromise: true, objectGroup: 'cell' }
  return new Promise((resolve) => {
    const script = nextPromise()
    waiting.add(script)
    session.post('Runtime.evaluate', parameters, (error, evaluated) => {
      waiting.delete(script)
      // V8 has no other error for a well-formed request than "Execution was terminated".
      if (error) resolve({ status: 'terminated', value: undefined })
      else resolve(settledOf(evaluated as Runtime.EvaluateReturnType))
    })
  })
}

/** The promise that is made next: V8 makes one for a script before it runs. */
function nextPromise(): { promise?: Promise<unknown> } {
  const next: { promise?: Promise<unknown> } = {}
  const stop = promiseHooks.onInit((promise) => {
    next.promise = promise
    stop()
  })
  return next
}

function settledOf({ result, exceptionDetails }: Runtime.EvaluateReturnType): Settled {
  const settled: Settled = exceptionDetails
    ? { status: 'thrown', value: localValue(exceptionDetails.exception ?? { type: 'undefined' }) }
    : { status: 'value', value: localValue(result) }
  session.post('Runtime.releaseObjectGroup', { objectGroup: 'cell' })
  return settled
}

/** The value that a remote object stands for. Objects are handed over on this thread, by a call through the host. */
function localValue({ objectId, unserializableValue, value }: Runtime.RemoteObject): unknown {
  if (unserializableValue !== undefined) return numberOf(unserializableValue)
  if (objectId === undefined) return value
  const parameters = {
    objectId,
    functionDeclaration: `function (value) { ${hostName}.taken = value }`,
    arguments: [{ objectId }],
  }
  session.post('Runtime.callFunctionOn', parameters)
  const { taken } = host
  host.taken = undefined
  return taken
}

/** `NaN`, `Infinity`, `-0` and bigints, which JSON lacks. */
function numberOf(text: string): number | bigint {
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text)
}
