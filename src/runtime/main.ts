// The kernel process: its main thread runs the user's cells, its worker is the kernel (sockets, queue, type checker).
// Rule: this thread does nothing but what it is asked over the link; so it may compute for an hour, and heartbeat,
// completion and interrupt still answer.
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { table } from '../display/console.ts'
import { given } from '../display/given.ts'
import { LeakWatch } from '../display/leaks.ts'
import { keepLedger } from '../display/ledger.ts'
import { type Outlet, outletKey } from '../display/outlet.ts'
import { printPromisesPlainly } from '../display/promises.ts'
import { owningCell, restHooks, runAs, runCell, Stopped, step, stepKey, steps, stopCell, unwinding } from './cells.ts'
import { showOutputOfChildren } from './children.ts'
import { deliver } from './comms.ts'
import { host } from './host.ts'
import { asking, promptsFor } from './input.ts'
import type { CommEvent, FromRuntime, KernelThreadData, ToRuntime } from './link.ts'
import { importerFor } from './modules.ts'
import { guardProcess } from './process.ts'
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

/** A text has at most 256 kB (streams.ts), so that at most 128 MB of them wait. */
const mostUnread = 512

const exit = process.exit.bind(process)
const unread = shared()
const answers = { channel: new MessageChannel(), bell: shared() }
const port = answers.channel.port2
const data: KernelThreadData = {
  connectionFile,
  folder,
  surroundings: surroundingsOf(folder),
  unread,
  answers: { port, bell: answers.bell },
}
const kernel = new Worker(new URL('../kernel/thread.js', import.meta.url), { workerData: data, transferList: [port] })
kernel.on('message', take)
kernel.on('error', (error) => writeSync(2, `tensorcell: the kernel thread failed. ${error.stack}\n`))
kernel.on('exit', (code) => exit(code))

const outlet: Outlet = {
  cell: owningCell,
  display: (message) => send({ type: 'display', cell: owningCell(), ...message }),
  clear: (wait) => send({ type: 'clear', cell: owningCell(), wait }),
  broadcast: (message) => send({ type: 'broadcast', cell: owningCell(), message }),
  listeners: { comms: new Map(), targets: new Map() },
}
const ledger = keepLedger(owningCell)
const leaks = new LeakWatch(ledger)
captureStreams((name, text) => send({ type: 'stream', cell: owningCell(), name, text }))
process.on('uncaughtException', (error) => error !== unwinding && stray(error))
process.on('unhandledRejection', (reason) => stray(reason))
guardProcess()
showOutputOfChildren()
furnish()

function take(message: ToRuntime): void {
  if (message.type === 'run') {
    const { cell, count, code } = message
    ledger.counts.set(cell, count)
    void runCell(cell, code).then((outcome) => {
      runAs(cell, () => leaks.cellEnded(cell))
      send({ type: 'finished', cell, outcome })
    })
  } else if (message.type === 'comm') {
    void hear(message.cell, message.event)
  } else if (message.type === 'interrupt') {
    void stopCell().then(() => send({ type: 'interrupted' }))
  } else exit(0)
}

async function hear(cell: number, event: CommEvent): Promise<void> {
  await deliver(cell, event, outlet).catch((reason) => stray(reason, cell))
  send({ type: 'finished', cell, outcome: { status: 'ok' } })
}

/** Shows what no one catches. */
function stray(thrown: unknown, cell = owningCell()): void {
  if (!(thrown instanceof Stopped)) send({ type: 'stray', cell, thrown: thrownOf(thrown) })
}

/** Gives cells what they may name without importing it. */
function furnish(): void {
  const file = join(folder, 'notebook.ts')
  host.meta = { url: pathToFileURL(file).href, dirname: folder, filename: file }
  host.step = step
  host.steps = steps
  host.restHooks = restHooks
  host.import = importerFor(folder, (line) => process.stdout.write(line))
  const ask = asking(
    (question) => send({ type: 'ask', cell: owningCell(), question }),
    answers.channel.port1,
    answers.bell,
  )
  Object.assign(globalThis, {
    [outletKey]: outlet,
    [stepKey]: step,
    ...given,
    require: createRequire(file),
    ...promptsFor(ask),
  })
  Object.assign(console, { table })
  printPromisesPlainly()
}

/**
 * Sends to the kernel thread. A cell that prints without end waits here, since what is unread lies in memory; the kernel
 * thread can still stop it.
 */
function send(message: FromRuntime): void {
  Atomics.add(unread, 0, 1)
  kernel.postMessage(message)
  for (let waiting = Atomics.load(unread, 0); waiting > mostUnread; waiting = Atomics.load(unread, 0)) {
    Atomics.wait(unread, 0, waiting)
  }
}

function shared(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4))
}
