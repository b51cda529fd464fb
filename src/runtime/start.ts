// The main thread of the kernel process: it runs the user's cells. Its worker is the kernel (sockets, queue, type checker).
// Rule: this thread does nothing but what it is asked over the link; so it may compute for an hour, and heartbeat,
// completion and interrupt still answer.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { table } from '../display/console.ts'
import { given } from '../display/given.ts'
import { LeakWatch } from '../display/leaks.ts'
import { keepLedger, type Ledger } from '../display/ledger.ts'
import { type Outlet, outletKey } from '../display/outlet.ts'
import { printPromisesPlainly } from '../display/promises.ts'
import { isStopped, owningCell, runAs, runCell, Stopped, step, steps, stopCell } from './cells.ts'
import { showOutputOfChildren } from './children.ts'
import { deliver } from './comms.ts'
import { host } from './host.ts'
import { asking, promptsFor } from './input.ts'
import type { CommEvent, FromRuntime, KernelThreadData, ToRuntime } from './link.ts'
import { importerFor, requireFor } from './modules.ts'
import { shareTensorFlow } from './packages.ts'
import { guardProcess } from './process.ts'
import { captureStreams } from './streams.ts'
import { surroundingsOf } from './surroundings.ts'
import { thrownOf } from './thrown.ts'
import { endTimersWithCells } from './timers.ts'

/** A text has at most 256 kB (streams.ts), so that at most 128 MB of them wait. */
const mostUnread = 512

type Send = (message: FromRuntime) => void

/** What the main thread has at hand for each message. */
interface Main {
  send: Send
  outlet: Outlet
  exit: (code: number) => void
  ledger: Ledger
  leaks: LeakWatch
}

/** Makes this process a kernel, whose other thread runs the file `thread`. Called once, from the main thread. */
export function start(thread: URL, connectionFile: string): void {
  const folder = process.cwd()
  const exit = process.exit.bind(process)
  const unread = shared()
  const bell = shared()
  const { port1, port2 } = new MessageChannel()
  const surroundings = surroundingsOf(folder)
  const data: KernelThreadData = { connectionFile, folder, surroundings, unread, answers: { port: port2, bell } }
  const kernel = new Worker(thread, { workerData: data, transferList: [port2] })
  const send = sending(kernel, unread)
  const outlet = outletTo(send)
  const ledger = keepLedger(owningCell)
  const main = { send, outlet, exit, ledger, leaks: new LeakWatch(ledger) }
  kernel.on('message', (message: ToRuntime) => take(message, main))
  kernel.on('error', (error) => writeSync(2, `tensorcell: the kernel thread failed. ${error.stack}\n`))
  kernel.on('exit', (code) => exit(code))

  captureStreams((name, text) => send({ type: 'stream', cell: owningCell(), name, text }))
  process.on('uncaughtException', (error) => stray(send, error))
  process.on('unhandledRejection', (reason) => stray(send, reason))
  guardProcess()
  showOutputOfChildren()
  endTimersWithCells(isStopped)
  furnish(folder, outlet)
  const ask = asking((question) => send({ type: 'ask', cell: owningCell(), question }), port1, bell)
  Object.assign(globalThis, promptsFor(ask))
}

function take(message: ToRuntime, main: Main): void {
  if (message.type === 'run') {
    void run(message, main)
  } else if (message.type === 'comm') {
    void hear(message.cell, message.event, main)
  } else if (message.type === 'interrupt') {
    stopCell(message.terminated)
    // After one turn of the event loop: what the cell had scheduled for now may keep the thread busy.
    setImmediate(() => main.send({ type: 'interrupted', asking: message.asking }))
  } else main.exit(0)
}

async function run({ cell, count, code }: Extract<ToRuntime, { type: 'run' }>, main: Main): Promise<void> {
  main.ledger.counts.set(cell, count)
  const outcome = await runCell(cell, code)
  // A cell that was stopped could not tidy up.
  if (outcome.status !== 'interrupted') runAs(cell, () => main.leaks.cellEnded(cell))
  main.send({ type: 'finished', cell, outcome })
}

async function hear(cell: number, event: CommEvent, { send, outlet }: Main): Promise<void> {
  await deliver(cell, event, outlet).catch((reason) => stray(send, reason, cell))
  send({ type: 'finished', cell, outcome: { status: 'ok' } })
}

/** Shows what no one catches. */
function stray(send: Send, thrown: unknown, cell = owningCell()): void {
  if (!(thrown instanceof Stopped)) send({ type: 'stray', cell, thrown: thrownOf(thrown) })
}

function outletTo(send: Send): Outlet {
  return {
    cell: owningCell,
    display: (message) => send({ type: 'display', cell: owningCell(), ...message }),
    clear: (wait) => send({ type: 'clear', cell: owningCell(), wait }),
    broadcast: (message) => send({ type: 'broadcast', cell: owningCell(), message }),
    listeners: { comms: new Map(), targets: new Map() },
  }
}

/** Gives cells what they may name without importing it. */
function furnish(folder: string, outlet: Outlet): void {
  const file = join(folder, 'notebook.ts')
  host.meta = { url: pathToFileURL(file).href, dirname: folder, filename: file }
  host.step = step
  host.steps = steps
  host.import = importerFor(folder, (line) => process.stdout.write(line))
  Object.assign(globalThis, { [outletKey]: outlet, ...given, require: requireFor(file) })
  Object.assign(console, { table })
  printPromisesPlainly()
  shareTensorFlow(folder)
}

/**
 * Sends to the kernel thread. A cell that prints without end waits there, since what is unread lies in memory; the kernel
 * thread can still stop it.
 */
function sending(kernel: Worker, unread: Int32Array<SharedArrayBuffer>): Send {
  return (message) => {
    Atomics.add(unread, 0, 1)
    kernel.postMessage(message)
    for (let waiting = Atomics.load(unread, 0); waiting > mostUnread; waiting = Atomics.load(unread, 0)) {
      Atomics.wait(unread, 0, waiting)
    }
  }
}

function shared(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4))
}
