// The kernel thread as runtime/main.ts starts it: on the sockets of a connection file.
// Rule: what cannot start is said in one line on the terminal, and the process ends with 1.
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { readConnection } from '../protocol/connection.ts'
import { bind } from '../protocol/sockets.ts'
import type { KernelThreadData } from '../runtime/link.ts'
import { serveOn } from './kernel.ts'
import { disconnect } from './terminate.ts'

try {
  await main(workerData as KernelThreadData)
} catch (error) {
  writeSync(2, `tensorcell: ${(error as Error).message}\n`)
  disconnect()
  process.exit(1)
}

async function main(link: KernelThreadData): Promise<void> {
  const wire = await bind(readConnection(link.connectionFile))
  // zeromq aborts the process when a thread ends with sockets open.
  await serveOn(wire, link).finally(() => wire.close())
}
