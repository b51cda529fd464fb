// A kernel process, and a socket to it on which a test can send what no decent client would.
// Rule: frames are signed here, not by our own codec, so that a mistake of the codec cannot hide itself.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Dealer } from 'zeromq'
import { freeConnection } from '../src/cli/kernel-process.ts'
import { kernelCommand } from '../src/cli/kernelspec.ts'
import { connect, type Heard, ready } from '../src/protocol/client.ts'
import { address, type Channel, type Connection } from '../src/protocol/connection.ts'

/** A running kernel process. */
export interface BareKernel {
  connection: Connection
  child: ChildProcess
  /** Everything that it wrote to its terminal. */
  log(): string
  /** Runs a cell as a decent client does: its result as text, or the name and the sentence of its error, or nothing. */
  run(code: string): Promise<string>
  stop(): Promise<void>
}

/** A reply: the message that it answers, its type and its content. */
export interface Answer {
  parent: string
  type: string
  content: Record<string, unknown>
}

/** Starts a kernel in an empty folder, and waits until it answers. */
export async function startBareKernel(): Promise<BareKernel> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-kernel-'))
  const connection = await freeConnection()
  const file = join(folder, 'connection.json')
  writeFileSync(file, JSON.stringify(connection))
  const [program, ...args] = kernelCommand(file)
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const client = connect(connection, (broadcast) => heard.push(broadcast))
  let heard: Heard[] = []
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  }
  await ready(client)
  return {
    connection,
    child,
    log: () => written,
    async run(code) {
      heard = []
      const { id, answer } = client.ask('shell', 'execute_request', { code })
      await answer
      return heard.map((broadcast) => (broadcast.parent === id ? inShort(broadcast) : '')).join('')
    },
    async stop() {
      const running = child.exitCode === null && child.signalCode === null
      child.kill('SIGKILL')
      if (running) await once(child, 'exit')
      client.close(new Error('The kernel was stopped.'))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function inShort({ type, content }: Heard): string {
  if (type === 'execute_result') return String(content.data['text/plain'])
  return type === 'error' ? `${content.ename}: ${content.evalue}` : ''
}

/** A socket that sends any frames, and hears the replies. */
export class BareSocket {
  readonly #socket = new Dealer({ linger: 0, reconnectInterval: 20 })
  readonly #connection: Connection
  readonly session = randomUUID()

  constructor(connection: Connection, channel: Channel) {
    this.#connection = connection
    this.#socket.connect(address(connection, channel))
  }

  /** The frames of a decent message: `<IDS|MSG> signature header parent metadata content`. */
  frames(type: unknown, content: unknown, id: string = randomUUID()): Buffer[] {
    const date = new Date().toISOString()
    const header = { msg_id: id, msg_type: type, session: this.session, username: 'test', date, version: '5.5' }
    return this.sealed([header, {}, {}, content].map((part) => Buffer.from(JSON.stringify(part))))
  }

  /** Signs parts, whatever they are, with a key, whichever it is. */
  sealed(parts: Buffer[], key: string = this.#connection.key): Buffer[] {
    const hmac = createHmac('sha256', key)
    for (const part of parts) hmac.update(part)
    return [Buffer.from('<IDS|MSG>'), Buffer.from(hmac.digest('hex')), ...parts]
  }

  async send(frames: Buffer[]): Promise<void> {
    await this.#socket.send(frames)
  }

  /** The next reply. Throws when none comes for a long time. */
  async next(): Promise<Answer> {
    const frames = await Promise.race([this.#socket.receive(), sleep(30_000, undefined, { ref: false })])
    if (!frames) throw new Error('No reply came for 30 s.')
    const [header, parent, , content] = frames
      .slice(frames.findIndex((frame) => frame.equals(Buffer.from('<IDS|MSG>'))) + 2)
      .map((frame) => JSON.parse(frame.toString()))
    return { parent: parent.msg_id, type: header.msg_type, content }
  }

  /** Sends a request and returns everything that is heard until its reply, the reply last. */
  async ask(type: string, content: object): Promise<Answer[]> {
    const id = randomUUID()
    await this.send(this.frames(type, content, id))
    const heard: Answer[] = []
    while (heard.at(-1)?.parent !== id) heard.push(await this.next())
    return heard
  }

  close(): void {
    this.#socket.close()
  }
}

/** The processes that a process started, and those that they started (Linux). */
export function descendants(pid: number): number[] {
  const children = entries(`/proc/${pid}/task`).flatMap((thread) =>
    contents(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((child) => [child, ...descendants(child)])
}

/** Whether a process lives; one that ended and was not yet waited for does not. */
export function lives(pid: number): boolean {
  const status = contents(`/proc/${pid}/status`)
  return status !== '' && !/^State:\s+Z/m.test(status)
}

/** Of a file that is gone as soon as its process ends. */
function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
