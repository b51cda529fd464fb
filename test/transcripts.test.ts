// The transcripts, played over real zeromq and over memory.
// Rule: the kernel does not know which; where the two differ, the wire has a meaning that it should not have.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Dealer, Subscriber } from 'zeromq'
import { freeConnection } from '../src/cli/kernel-process.ts'
import { kernelCommand } from '../src/cli/kernelspec.ts'
import { Codec } from '../src/protocol/codec.ts'
import { address } from '../src/protocol/connection.ts'
import { Player } from './play.mjs'
import { transcripts } from './transcripts.ts'

const folder = mkdtempSync(join(tmpdir(), 'transcripts-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('over zeromq', () => {
  let kernel: ChildProcess
  let player: Player
  let close: () => void

  beforeAll(async () => {
    const connection = await freeConnection()
    const file = join(folder, 'connection.json')
    writeFileSync(file, JSON.stringify(connection))
    kernel = run(kernelCommand(file))
    const codec = new Codec(connection.key)
    const named = { linger: 0, routingId: codec.session }
    const sockets = {
      shell: new Dealer(named),
      control: new Dealer(named),
      stdin: new Dealer(named),
      iopub: new Subscriber({ linger: 0 }),
    }
    close = () => Object.values(sockets).forEach((socket) => void socket.close())
    player = new Player((channel, type, content, buffers) => {
      const header = codec.header(type)
      void sockets[channel].send(codec.encode({ identities: [], header, parent: {}, metadata: {}, content, buffers }))
      return header.msg_id
    })
    sockets.iopub.subscribe()
    for (const channel of ['shell', 'control', 'stdin', 'iopub'] as const) {
      sockets[channel].connect(address(connection, channel))
      void hear(sockets[channel], codec, (message) => player.hear({ channel, ...message }))
    }
    await player.ready()
  })

  afterAll(async () => {
    player.send('control', 'shutdown_request', { restart: false })
    await once(kernel, 'exit')
    close()
  })

  it.each(transcripts)('%s', async (_, transcript) => {
    expect(await player.play(transcript)).toBeNull()
  })
})

describe('over memory', () => {
  let mistakes: Record<string, string | null> = {}

  beforeAll(async () => {
    const file = join(folder, 'transcripts.json')
    writeFileSync(file, JSON.stringify(transcripts))
    const [program, ...args] = kernelCommand(file)
    const main = join(import.meta.dirname, 'memory', 'kernel.mjs')
    const kernel = run([program, ...args.slice(0, -2), main, file])
    let printed = ''
    kernel.stdout!.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    await once(kernel, 'close')
    mistakes = JSON.parse(printed)
  })

  it.each(transcripts)('%s', (name) => {
    expect(mistakes).toHaveProperty([name])
    expect(mistakes[name]).toBeNull()
  })
})

function run([program, ...args]: string[]): ChildProcess {
  return spawn(program!, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function hear(
  socket: Dealer | Subscriber,
  codec: Codec,
  take: (message: { type: string; parent: string; content: object; buffers: Buffer[] }) => void,
): Promise<void> {
  for await (const frames of socket) {
    const envelope = codec.decode(frames)
    if ('rejected' in envelope) throw new Error(`The kernel sent a message that is ${envelope.rejected}.`)
    const { header, parent, content, buffers } = envelope
    take({ type: header.msg_type, parent: 'msg_id' in parent ? parent.msg_id : '', content, buffers })
  }
}
