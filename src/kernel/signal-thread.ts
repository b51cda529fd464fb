// A thread that sleeps until SIGINT comes.
// Rule: Node runs signal handlers on the main thread alone, when it is free. What ends a script of `node:vm` (breakOnSigint) is a
// thread of Node's own, for any thread's script. So a script that never ends here is ended at once, whatever the main
// thread does.
import { Script } from 'node:vm'
import { parentPort } from 'node:worker_threads'

const interruptible = { breakOnSigint: true }
const sleep = new Script('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)')

/** Within another one, so that SIGINT does not find the process without a handler, which would end it. */
const tell = new Script('tellOfInterrupts()')
Object.assign(globalThis, {
  tellOfInterrupts() {
    for (;;) interrupted(sleep)
  },
})

for (;;) interrupted(tell)

function interrupted(script: Script): void {
  try {
    script.runInThisContext(interruptible)
  } catch {
    parentPort?.postMessage('SIGINT')
  }
}
