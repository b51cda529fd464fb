// The kernel process: its main thread runs the user's cells, its worker is the kernel (sockets, queue, type checker).
// Rule: this thread does nothing but what it is asked over the link; so it may compute for an hour, and heartbeat,
// completion and interrupt still answer.
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { given } from '../display/given.ts'
import { type Outlet, outletKey } from '../display/outlet.ts'
import { owningCell, restHooks, runCell, Stopped, step, stepKey, stopCell, unwinding } from './cells.ts'
import { host } from './host.ts'
import type { FromRuntime, KernelThreadData, ToRuntime } from './link.ts'
import { importerFor } from './modules.ts'
import { captureStreams } from './streams.ts'
import { surroundingsOf } from './surroundings.ts'
import { thrownOf } from './thrown.ts'

const folder = process.cwd()
const connectionFile = process.argv[2]
if (connectionFile === undefined) {
  process.stderr.write(
    'A kernel is started by a notebook, with the path of a connection file. To try one: npx tensorcell lab\n',
  )
  process.exit(2)
}

const data: KernelThreadData = { connectionFile, folder, surroundings: surroundingsOf(folder) }
const kernel = new Worker(new URL('../kernel/thread.js', import.meta.url), { workerData: data })
kernel.on('message', take)
kernel.on('error', (error) => writeSync(2, `tensorcell: the kernel thread failed. ${error.stack}\n`))
kernel.on('exit', (code) => process.exit(code))

captureStreams((name, text) => send({ type: 'stream', cell: owningCell(), name, text }))
process.on(
  'uncaughtException',
  (error) => error !== unwinding && send({ type: 'stray', cell: owningCell(), thrown: thrownOf(error) }),
)
process.on(
  'unhandledRejection',
  (reason) => reason instanceof Stopped || send({ type: 'stray', cell: owningCell(), thrown: thrownOf(reason) }),
)
furnish()

function take(message: ToRuntime): void {
  if (message.type === 'run') {
    const { cell, code } = message
    void runCell(cell, code).then((outcome) => send({ type: 'finished', cell, outcome }))
  } else if (message.type === 'interrupt') {
    void stopCell().then(() => send({ type: 'interrupted' }))
  } else process.exit(0)
}

function send(message: FromRuntime): void {
  kernel.postMessage(message)
}

/** Gives cells what they may name without importing it. */
function furnish(): void {
  const file = join(folder, 'notebook.ts')
  host.meta = { url: pathToFileURL(file).href, dirname: folder, filename: file }
  host.step = step
  host.restHooks = restHooks
  host.import = importerFor(folder, (line) => process.stdout.write(line))
  const outlet: Outlet = {
    cell: owningCell,
    display: (message) => send({ type: 'display', cell: owningCell(), ...message }),
    clear: (wait) => send({ type: 'clear', cell: owningCell(), wait }),
  }
  Object.assign(globalThis, { [outletKey]: outlet, [stepKey]: step, ...given, require: createRequire(file) })
}
