// A kernel that cannot start, whose front end is gone, or that somebody looks at from outside.
// Rule: what cannot start says so in one line and ends with 1; what ends takes its processes along; the key is never shown.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freeConnection } from '../src/cli/kernel-process.ts'
import { kernelCommand } from '../src/cli/kernelspec.ts'
import type { Connection } from '../src/protocol/connection.ts'
import { type BareKernel, descendants, lives, startBareKernel } from './bare-kernel.ts'
import { execute } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'start-faults-'))
const key = 'a-key-that-nobody-may-see'
let connection: Connection

beforeAll(async () => {
  connection = { ...(await freeConnection()), key }
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('with one line and exit code 1 ends a kernel whose connection file', () => {
  const entries = (changes: object) => JSON.stringify({ ...connection, ...changes })

  it.each<[string, () => string]>([
    ['is empty', () => ''],
    ['is cut off', () => entries({}).slice(0, 80)],
    ['is a list', () => '[]'],
    ['is null', () => 'null'],
    ['has an unquoted key', () => `{"key":${key}}`],
    ['has a number as its key', () => entries({ key: 3 })],
    ['lacks a port', () => entries({ shell_port: undefined })],
    ['has a transport that nobody knows', () => entries({ transport: 'pigeon' })],
    ['has an address of another machine', () => entries({ ip: '203.0.113.1' })],
    ['has another signature scheme', () => entries({ signature_scheme: 'hmac-md5' })],
    ['has one port twice', () => entries({ shell_port: connection.control_port })],
    ['has a port that is none', () => entries({ iopub_port: 99_999 })],
    ['has a port that is a word', () => entries({ hb_port: 'heartbeat' })],
  ])('%s', async (_, content) => {
    const file = join(folder, 'connection.json')
    writeFileSync(file, content())
    expect(await start(file)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^tensorcell: .+\n$/) })
  })

  it('is missing', async () => {
    expect(await start(join(folder, 'nothing.json'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing.json'),
    })
  })

  it('is a folder', async () => {
    expect(await start(folder)).toMatchObject({ code: 1, stderr: expect.stringMatching(/^tensorcell: .+\n$/) })
  })
})

describe('a running kernel', () => {
  let kernel: BareKernel

  beforeAll(async () => {
    kernel = await startBareKernel()
    await kernel.run('1')
  })
  afterAll(() => kernel.stop())

  it('listens on its five ports of this machine and nowhere else', () => {
    const { shell_port, control_port, stdin_port, iopub_port, hb_port } = kernel.connection
    const wanted = [shell_port, control_port, stdin_port, iopub_port, hb_port].map((port) => `127.0.0.1:${port}`)
    const pids = [kernel.child.pid!, ...descendants(kernel.child.pid!)]
    expect(pids.length).toBeGreaterThan(1)
    expect(pids.flatMap(listening).sort()).toEqual(wanted.sort())
  })

  it('lets nobody else have its ports, and says which was taken', async () => {
    const file = join(folder, 'taken.json')
    writeFileSync(file, JSON.stringify(kernel.connection))
    const { code, stderr } = await start(file)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^tensorcell: .+\n$/)
    expect(stderr).toContain(String(kernel.connection.shell_port))
    expect(await kernel.run('2')).toBe('2')
  })
})

describe('when its front end is killed', () => {
  let frontEnd: ChildProcess
  afterEach(() => frontEnd.kill('SIGKILL'))

  it.each(['1', 'while (true) {}', 'await new Promise(() => {})'])(
    'a kernel that runs %s ends, with its processes',
    async (code) => {
      frontEnd = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'front-end.mjs'), code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(frontEnd.stdout!, 'data')
      const pids = descendants(frontEnd.pid!)
      expect(pids.length).toBeGreaterThan(1)
      frontEnd.kill('SIGKILL')
      while (pids.some(lives)) await sleep(50)
    },
  )
})

/** Starts a kernel that is expected to end by itself. */
async function start(file: string) {
  const [program, ...args] = kernelCommand(file)
  const { code, stdout, stderr } = await execute(program, args)
  expect(stderr).not.toContain(key.slice(0, 8))
  return { code, stdout, stderr }
}

/** The addresses at which a process accepts TCP connections (Linux): its sockets are found by their inodes. */
function listening(pid: number): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]),
  )
  const rows = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/)),
  )
  const unconnected = '0A 07'
  return rows.filter((row) => unconnected.includes(row[3]!) && inodes.has(row[9])).map((row) => addressOf(row[1]!))
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** `0100007F:1F90` as `127.0.0.1:8080`. */
function addressOf(field: string): string {
  const [host = '', port = ''] = field.split(':')
  const bytes = Buffer.from(host, 'hex').reverse()
  return `${bytes.join('.')}:${Number.parseInt(port, 16)}`
}
