// One set-up at a time on a machine: a second one waits and then finds everything made, instead of downloading 207 MB twice.
// Rule: waiting saves work, it is not what keeps the folders right (folder.ts does that, also across machines).
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { setTimeout } from 'node:timers/promises'

const pollMs = 250

/**
 * Runs `work` while no other process of this machine has the turn called `name`.
 *
 * The turn is a listening socket in Linux's abstract namespace: the system ends it with its process, however that dies,
 * so there is never a stale lock file.
 */
export async function takeTurn<T>(name: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  let turn = await tryTurn(name)
  if (turn === undefined) onWait()
  while (turn === undefined) {
    await setTimeout(pollMs)
    turn = await tryTurn(name)
  }
  try {
    return await work()
  } finally {
    turn.close()
  }
}

/** A held turn, or undefined when another process has it. */
function tryTurn(name: string): Promise<Server | undefined> {
  const server = createServer()
  return new Promise((succeed, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') succeed(undefined)
      else fail(error)
    })
    server.listen(turnAddress(name), () => succeed(server))
  })
}

/** The socket that stands for a turn. */
export function turnAddress(name: string): string {
  return `\0tensorcell-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}
