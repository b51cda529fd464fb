import { afterEach, describe, expect, it } from 'vitest'
import { type Client, connect, type Heard, ready } from './client.ts'
import type { Connection } from './connection.ts'
import type { KernelInfoReply } from './messages.ts'
import { bind, type Wire } from './sockets.ts'

const info = { status: 'ok', language_info: { name: 'typescript' } } as KernelInfoReply
let nextPort = 42_000 + (process.pid % 1000) * 5
let wire: Wire | undefined
let client: Client | undefined

afterEach(async () => {
  client?.close(new Error('The test is over.'))
  await wire?.close()
})

function connection(): Connection {
  const [shell_port, control_port, stdin_port, iopub_port, hb_port] = [0, 1, 2, 3, 4].map(() => nextPort++)
  const ports = { shell_port, control_port, stdin_port, iopub_port, hb_port } as Record<string, number>
  return { transport: 'tcp', ip: '127.0.0.1', key: 'secret', signature_scheme: 'hmac-sha256', ...ports } as Connection
}

/** A kernel that answers kernel_info, and echoes a cell's code to stdout, its `idle` before or after its reply. */
async function echo(place: Connection, idleFirst: boolean): Promise<void> {
  wire = await bind(place)
  for await (const request of wire.incoming('shell')) {
    if (request.type === 'execute_request') {
      wire.publish(request.header, 'stream', { name: 'stdout', text: request.content.code })
      const idle = () => wire!.publish(request.header, 'status', { execution_state: 'idle' })
      if (idleFirst) idle()
      wire.reply('shell', request, { status: 'ok', execution_count: 1, payload: [], user_expressions: {} })
      if (!idleFirst) idle()
    } else if (request.type === 'kernel_info_request') {
      wire.reply('shell', request, info)
      wire.publish(request.header, 'status', { execution_state: 'idle' })
    }
  }
}

describe('connect', { timeout: 10_000 }, () => {
  it('waits for a kernel that starts later', async () => {
    const place = connection()
    client = connect(place, () => {})
    const answer = ready(client)
    void echo(place, false)
    expect(await answer).toEqual(info)
  })

  it.each([true, false])('has heard everything when a request is done (idle first: %s)', async (idleFirst) => {
    const place = connection()
    const heard: Heard[] = []
    void echo(place, idleFirst)
    client = connect(place, (broadcast) => heard.push(broadcast))
    await ready(client)
    const { id, answer } = client.ask('shell', 'execute_request', { code: 'hello' })
    expect(await answer).toMatchObject({ status: 'ok', execution_count: 1 })
    expect(heard.filter(({ parent }) => parent === id)).toEqual([
      { type: 'stream', parent: id, content: { name: 'stdout', text: 'hello' } },
      { type: 'status', parent: id, content: { execution_state: 'idle' } },
    ])
  })

  it('gives up what is pending when it is closed', async () => {
    client = connect(connection(), () => {})
    const { answer } = client.ask('shell', 'execute_request', { code: 'hello' })
    client.close(new Error('The kernel died.'))
    await expect(answer).rejects.toThrow('The kernel died.')
  })
})
