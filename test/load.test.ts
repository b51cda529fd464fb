// Much of everything: lines, bytes, cells, clients, kernels.
// Rule: nothing is lost, nothing is kept that nobody can reach any more, and the kernel answers while it is busy.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Request } from 'zeromq'
import { startKernel } from '../src/cli/kernel-process.ts'
import { type Client, connect, type Heard, ready } from '../src/protocol/client.ts'
import { address } from '../src/protocol/connection.ts'
import { type BareKernel, descendants, lives, startBareKernel } from './bare-kernel.ts'

/** Everything of this file and of its kernels lies here, so that what is left behind can be seen. */
const scratch = mkdtempSync(join(tmpdir(), 'load-test-'))
process.env.TMPDIR = scratch
afterAll(() => rmSync(scratch, { recursive: true }))

describe('a kernel under load', { timeout: 300_000 }, () => {
  let kernel: BareKernel
  let client: Client
  let heard: Heard[] = []

  beforeAll(async () => {
    kernel = await startBareKernel()
    client = connect(kernel.connection, (broadcast) => heard.push(broadcast))
    await ready(client)
  })
  afterAll(async () => {
    client.close(new Error('The test is over.'))
    await kernel.stop()
  })

  it('prints 20,000 lines completely, in far fewer messages', async () => {
    const texts = await printed('for (let n = 0; n < 20_000; n++) console.log("line", n)')
    expect(texts.join('')).toBe(Array.from({ length: 20_000 }, (_, n) => `line ${n}\n`).join(''))
    expect(texts.length).toBeLessThan(2000)
  })

  it.each([
    ['a string of 100 MB', 'console.log("x".repeat(1e8))', 1e8],
    ['a display of 50 MB', 'display.html("x".repeat(5e7))', 5e7],
    ['a loop', 'const end = Date.now() + 500; while (Date.now() < end) {}', 0],
  ])('answers heartbeat and control during %s', async (_, code, size) => {
    const heartbeat = new Request({ linger: 0 })
    heartbeat.connect(address(kernel.connection, 'hb'))
    await heartbeat.send('ping') // the first one also connects
    await heartbeat.receive()
    heard = []
    let running = true
    let beats = 0
    const ended = client.ask('shell', 'execute_request', { code }).answer.finally(() => {
      running = false
    })
    while (running) {
      await heartbeat.send('ping')
      expect(String(await heartbeat.receive())).toBe('ping')
      if (running) beats++
      expect(await client.ask('control', 'kernel_info_request', {}).answer).toHaveProperty('language_info')
    }
    heartbeat.close()
    expect(await ended).toMatchObject({ status: 'ok' })
    expect(beats).toBeGreaterThan(0)
    expect(heard.map(sizeOf).reduce((sum, part) => sum + part)).toBeGreaterThanOrEqual(size)
  })

  async function printed(code: string): Promise<string[]> {
    heard = []
    await client.ask('shell', 'execute_request', { code }).answer
    return heard.flatMap(({ type, content }) => (type === 'stream' ? [content.text] : []))
  }
})

describe('two clients of one kernel', () => {
  it('each get their own replies, and both every broadcast', async () => {
    const kernel = await startBareKernel()
    const seen: string[][] = [[], []]
    const clients = seen.map((results) =>
      connect(kernel.connection, ({ type, content }) => {
        if (type === 'execute_result') results.push(String(content.data['text/plain']))
      }),
    )
    await Promise.all(clients.map(ready))
    const asked = Array.from({ length: 40 }, (_, n) => ({ n, client: clients[n % 2]! }))
    const answers = asked.map(({ n, client }) => client.ask('shell', 'execute_request', { code: `${n}` }).answer)
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ status: 'ok' })
    await Promise.all(clients.map(ready))
    const all = asked.map(({ n }) => `${n}`).sort()
    expect(seen.map((results) => results.sort())).toEqual([all, all])
    for (const client of clients) client.close(new Error('The test is over.'))
    await kernel.stop()
  })
})

describe('5,000 cells in one session', { timeout: 600_000 }, () => {
  it('leave neither their results nor more than 16 MB behind', async () => {
    const kernel = await startBareKernel()
    const client = connect(kernel.connection, () => {})
    await ready(client)
    const collect = `import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
let freed = 0
const registry = new FinalizationRegistry(() => { freed++ })
function tracked() { const made = { data: new Uint8Array(1000) }; registry.register(made, 0); return made }`
    const settled = `for (let n = 0; n < 5; n++) { collect(); await new Promise((resolve) => setTimeout(resolve, 20)) }\n`
    await kernel.run(collect)
    await runMany(client, 500)
    const before = Number(await kernel.run(`${settled}process.memoryUsage().heapUsed`))
    await runMany(client, 4500)
    const after = Number(await kernel.run(`${settled}process.memoryUsage().heapUsed`))
    expect(Number(await kernel.run('freed'))).toBeGreaterThan(4990)
    expect((after - before) / 2 ** 20).toBeLessThan(16)
    client.close(new Error('The test is over.'))
    await kernel.stop()
  })

  /** Cells whose result nobody keeps, a hundred on their way at a time. */
  async function runMany(client: Client, count: number): Promise<void> {
    for (let n = 0; n < count; n += 100) {
      const answers = Array.from(
        { length: 100 },
        () => client.ask('shell', 'execute_request', { code: 'tracked()' }).answer,
      )
      for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ status: 'ok' })
    }
  }
})

describe('100 kernels, four at a time', { timeout: 600_000 }, () => {
  it('leave no process and no file behind', async () => {
    const folder = join(scratch, 'notebooks')
    mkdirSync(folder)
    const before = readdirSync(scratch)
    const started = new Map<number, string>()
    const useSome = async () => {
      for (let n = 0; n < 25; n++) {
        const kernel = await startKernel(folder, () => {})
        await kernel.client.ask('shell', 'execute_request', { code: 'const one: number = 1; one' }).answer
        for (const pid of descendants(process.pid)) started.set(pid, commandOf(pid))
        await kernel.stop()
      }
    }
    await Promise.all([useSome(), useSome(), useSome(), useSome()])
    expect(started.size).toBeGreaterThanOrEqual(200)
    while ([...started].some(([pid, command]) => lives(pid) && commandOf(pid) === command)) await sleep(50)
    expect(readdirSync(scratch)).toEqual(before)
    expect(readdirSync(folder)).toEqual([])
  })
})

/** The command line of a process: a number may be given to another process later. Empty when it has ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Characters that a broadcast shows. */
function sizeOf({ type, content }: Heard): number {
  if (type === 'stream') return content.text.length
  return type === 'display_data' ? String(content.data['text/html']).length : 0
}
