// One JupyterLab server of our own: its port, its token, and the moment from which it answers.
// Rule: the server is in a process group of its own, so that Ctrl-C reaches us alone and we end it in order.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from './errors.ts'
import { kernelName } from './kernelspec.ts'

/** What a server needs: where JupyterLab is installed, what it shows, where it listens, where its log goes. */
export interface LabPlace {
  python: string
  folder: string
  port: number
  logFile: string
}

/** A server that answers. */
export interface LabServer {
  /** `http://127.0.0.1:8888`, without a path. */
  origin: string
  token: string
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<void>
  stop(): Promise<void>
}

const firstPort = 8888
const startLimitMs = 60_000
const stopLimitMs = 10_000

/** The port that the user asked for, or the first free one from 8888 up. Throws a CliError when the port is taken. */
export async function choosePort(asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked
    throw new CliError(
      `Port ${asked} is taken by another program.`,
      'Give another one, such as `--port 9999`, or leave it out.',
    )
  }
  for (let port = firstPort; port < firstPort + 100; port++) if (await isFree(port)) return port
  throw new CliError(
    `No port from ${firstPort} to ${firstPort + 99} is free.`,
    'Close other Jupyter servers, or give a port: `--port N`.',
  )
}

/** Starts JupyterLab and waits until it answers. Throws a CliError with the end of its log when it does not. */
export async function startLab(place: LabPlace): Promise<LabServer> {
  const token = randomBytes(24).toString('hex')
  const log = openSync(place.logFile, 'w')
  const child = spawn(place.python, ['-m', 'jupyterlab', ...options(place)], {
    cwd: place.folder,
    env: {
      // Open tabs belong to this environment: those of the user's other JupyterLabs name files that are not here.
      JUPYTERLAB_WORKSPACES_DIR: join(dirname(place.python), '..', 'workspaces'),
      ...process.env,
      JUPYTER_TOKEN: token,
      JUPYTER_PREFER_ENV_PATH: '1',
    },
    stdio: ['ignore', log, log],
    detached: true,
  })
  const server = {
    origin: `http://127.0.0.1:${place.port}`,
    token,
    ended: once(child, 'exit').then(() => {}),
    stop: () => stop(child),
  }
  process.once('exit', () => child.kill('SIGTERM'))
  await answers(server, child, place.logFile)
  return server
}

/** The token travels in the environment: command lines can be read by other users of the machine. */
function options({ folder, port }: LabPlace): string[] {
  return [
    '--no-browser',
    '--ip=127.0.0.1',
    `--port=${port}`,
    '--ServerApp.port_retries=0',
    `--ServerApp.root_dir=${folder}`,
    `--MultiKernelManager.default_kernel_name=${kernelName}`,
    '--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate',
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ]
}

async function answers({ origin, token, stop }: LabServer, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = performance.now() + startLimitMs
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${origin}/api/status`, { headers: { Authorization: `token ${token}` } }).catch(
      () => undefined,
    )
    if (response?.ok) return
    await sleep(50)
  }
  await stop()
  const lastLines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n')
  throw new CliError(`JupyterLab did not start. The end of its log:\n${lastLines}`, `The whole log is in ${logFile}.`)
}

/** SIGTERM makes the server end its kernels first; a server that does not listen is killed. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  if (await Promise.race([ended, sleep(stopLimitMs, undefined, { ref: false })])) return
  child.kill('SIGKILL')
  await ended
}

/** Whether nothing listens on a port of this machine. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    await once(server.close(), 'close')
    return true
  } catch {
    return false
  }
}
