// A kernel process of our own, with a connection file of our own, for as long as a command needs it.
// Rule: whatever happens, the process ends and the connection file (it holds the key) goes with it.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, connect, type Heard, ready } from '../protocol/client.ts'
import type { Connection } from '../protocol/connection.ts'
import type { KernelInfoReply } from '../protocol/messages.ts'
import { CliError } from './errors.ts'
import { kernelCommand, kernelEnvironment } from './kernelspec.ts'
import { isFree } from './lab-server.ts'

/** A kernel that answers: what it says about itself, how to ask it, how to end it. */
export interface RunningKernel {
  info: KernelInfoReply
  /** The process, or the guard around it. */
  pid: number
  client: Client
  /** Asks the kernel to end; if it does not, ends it. Never throws. */
  stop(): Promise<void>
  /** Ends it at once. What was asked of it fails. */
  kill(): void
}

const startLimitMs = 60_000

/** How the process is started: the kernel's command as it is, unless a guard is put around it. */
type Guard = (command: [program: string, ...args: string[]], connectionFolder: string) => [string, ...string[]]

/** Starts a kernel that works in `folder`. `hear` gets its broadcasts. Throws a CliError if it does not come up. */
export async function startKernel(
  folder: string,
  hear: (heard: Heard) => void,
  guard: Guard = (command) => command,
): Promise<RunningKernel> {
  const place = mkdtempSync(join(tmpdir(), 'tensorcell-'))
  const connection = await connectionIn(place)
  const file = join(place, 'kernel.json')
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 })

  const [program, ...args] = guard(kernelCommand(file), place)
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...kernelEnvironment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const client = connect(connection, hear)
  const log = lastWords(child)
  child.once('exit', (code, signal) => client.close(deathOf(signal ?? `exit code ${code}`, log())))
  const stop = () => end(child, client, place)
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  try {
    return { info: await withinLimit(ready(client)), pid: child.pid ?? 0, client, stop, kill }
  } catch (error) {
    await stop()
    throw error
  }
}

async function withinLimit(info: Promise<KernelInfoReply>): Promise<KernelInfoReply> {
  const answer = await Promise.race([info, sleep(startLimitMs, undefined, { ref: false })])
  if (answer) return answer
  throw new CliError(
    `The kernel did not answer within ${startLimitMs / 1000} s.`,
    'Type `tensorcell doctor` to see what is missing.',
  )
}

function deathOf(how: string, log: string): CliError {
  const words = log.trim() === '' ? '' : ` Its last words:\n${log.trim()}`
  return new CliError(
    `The kernel ended by itself (${how}).${words}`,
    'Type `tensorcell doctor` to see what is missing.',
  )
}

/** Keeps the end of what the process writes to stderr: what a dying kernel says. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-8000)
  })
  return () => words
}

/** Shutdown request, then SIGTERM, then SIGKILL: the order and the 2.5 s are jupyter_client's. */
async function end(child: ChildProcess, client: Client, place: string): Promise<void> {
  const running = () => child.exitCode === null && child.signalCode === null
  if (running()) {
    client.ask('control', 'shutdown_request', { restart: false }).answer.catch(() => {})
    for (const signal of ['SIGTERM', 'SIGKILL', undefined] as const) {
      await Promise.race([running() ? once(child, 'exit') : undefined, sleep(2500, undefined, { ref: false })])
      if (!running()) break
      if (signal) child.kill(signal)
    }
  }
  client.close(new Error('The kernel was stopped.'))
  rmSync(place, { recursive: true, force: true })
}

/** Sockets in a folder that is ours alone: nobody else can take or reach them. On Windows zeromq has none of that kind. */
async function connectionIn(place: string): Promise<Connection> {
  const connection = await freeConnection()
  if (process.platform === 'win32') return connection
  const ports = { shell_port: 1, control_port: 2, stdin_port: 3, iopub_port: 4, hb_port: 5 }
  return { ...connection, transport: 'ipc', ip: join(place, 'kernel'), ...ports }
}

/**
 * Five ports that were free a moment ago, on this machine only, and a fresh key. They lie below those that Linux gives to
 * outgoing connections (32768 and up): a client's own attempts to connect took one of them (measured: 1 kernel of 60 while
 * four started at a time).
 */
export async function freeConnection(): Promise<Connection> {
  const ports = new Set<number>()
  while (ports.size < 5) {
    const port = randomInt(10_000, 32_768)
    if (await isFree(port)) ports.add(port)
  }
  const [shell_port = 0, control_port = 0, stdin_port = 0, iopub_port = 0, hb_port = 0] = ports
  const key = randomBytes(32).toString('hex')
  const where = { transport: 'tcp', ip: '127.0.0.1', key, signature_scheme: 'hmac-sha256' } as const
  return { ...where, shell_port, control_port, stdin_port, iopub_port, hb_port }
}
