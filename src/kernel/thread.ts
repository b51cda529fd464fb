// The kernel thread: sockets, queue and type checker, beside a main thread that only runs cells.
// Rule: what cannot start is said in one line on the terminal, and the process ends with 1; when the front end is gone,
// so is the kernel.
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Checker } from '../language/checker.ts'
import type { CellSource } from '../language/failure.ts'
import { readConnection } from '../protocol/connection.ts'
import { bind } from '../protocol/sockets.ts'
import type { KernelThreadData } from '../runtime/link.ts'
import { handlersFor } from './handlers.ts'
import { Notebook } from './notebook.ts'
import { Outputs } from './outputs.ts'
import { Runtime } from './runtime.ts'
import { Server } from './serve.ts'
import { disconnect } from './terminate.ts'

const parentPid = process.ppid
const watchMs = 1000

try {
  await main(workerData as KernelThreadData)
} catch (error) {
  writeSync(2, `tensorcell: ${(error as Error).message}\n`)
  disconnect()
  process.exit(1)
}

async function main({ connectionFile, folder, surroundings }: KernelThreadData): Promise<void> {
  const wire = await bind(readConnection(connectionFile))
  const outputs = new Outputs(wire)
  const cells = new Map<number, CellSource>()
  const runtime = new Runtime(parentPort!, outputs, (cell) => cells.get(cell))
  const checker = new Checker(folder, surroundings)
  const notebook = new Notebook(checker, outputs, cells, runtime)
  exitWithParent(runtime)

  wire.publish(undefined, 'status', { execution_state: 'starting' })
  await new Server(wire, outputs, handlersFor(notebook, checker)).serve()
  checker.stop()
  await wire.close()
  await runtime.exit()
}

/** A kernel whose front end died would compute for nobody: its parent process is then another one. */
function exitWithParent(runtime: Runtime): void {
  setInterval(() => {
    if (process.ppid !== parentPid) void runtime.exit()
  }, watchMs).unref()
}
