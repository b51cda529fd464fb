// The kernel on a wire: queue, type checker and the link to the main thread, put together.
// Rule: it knows nothing of how messages travel; when the front end is gone, so is the kernel.
import { parentPort } from 'node:worker_threads'
import { Checker, strictnessOf } from '../language/checker.ts'
import type { CellSource } from '../language/failure.ts'
import type { Wire } from '../protocol/sockets.ts'
import type { KernelThreadData } from '../runtime/link.ts'
import { Comms } from './comms.ts'
import { handlersFor } from './handlers.ts'
import { Input } from './input.ts'
import { Notebook } from './notebook.ts'
import { Outputs } from './outputs.ts'
import { Runtime } from './runtime.ts'
import { Server } from './serve.ts'
import { onInterruptSignal } from './signal.ts'

const parentPid = process.ppid
const watchMs = 1000

/** Serves until a shutdown was answered, then ends the process. Called in a worker of runtime/start.ts. */
export async function serveOn(wire: Wire, link: KernelThreadData): Promise<void> {
  const cells = new Map<number, CellSource>()
  const peers = {
    outputs: new Outputs(wire),
    input: new Input(wire),
    comms: new Comms(),
    cells: (cell: number) => cells.get(cell),
  }
  const runtime = new Runtime(parentPort!, link, peers)
  const checker = new Checker(link.folder, link.surroundings, strictnessOf(process.env.TENSORCELL_CHECK))
  const notebook = new Notebook(checker, peers.outputs, cells, runtime)
  exitWithParent(wire, runtime)
  onInterruptSignal(() => notebook.interrupt())

  wire.publish(undefined, 'status', { execution_state: 'starting' })
  await new Server(wire, peers.outputs, handlersFor(notebook, checker, runtime, peers.comms)).serve()
  checker.stop()
  await wire.close()
  await runtime.exit()
}

/** A kernel whose front end died would compute for nobody: its parent process is then another one. */
function exitWithParent(wire: Wire, runtime: Runtime): void {
  setInterval(() => {
    if (process.ppid !== parentPid) void wire.close().finally(() => runtime.exit())
  }, watchMs).unref()
}
