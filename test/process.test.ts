// What cells share with the kernel's process: its exit, its folder, its files, its children.
// Rule: nothing that a cell does ends the notebook, and what people see as output of a cell is shown under that cell.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontEnd, prints } from './front-end.ts'

let frontEnd: FrontEnd

beforeAll(async () => {
  frontEnd = await FrontEnd.start()
  mkdirSync(join(frontEnd.folder, 'inner'))
  writeFileSync(join(frontEnd.folder, 'inner', 'here.txt'), 'inside')
  writeFileSync(join(frontEnd.folder, 'local.ts'), 'export const local = 1\n')
  writeFileSync(join(frontEnd.folder, 'child.cjs'), "console.log('from a fork')")
})

afterAll(() => frontEnd.stop())

describe('a cell cannot end the process', () => {
  it.each(['process.exit()', 'process.exit(0)', 'process.abort()', "process['exit'](3)"])('%s', async (call) => {
    const [failure] = await frontEnd.run(call)
    expect(failure).toMatch(/^Error process\.(exit|abort)\(\) would end the kernel, .* restart the kernel\.$/)
    expect(await frontEnd.run('1 + 1')).toEqual(['result 2'])
  })

  it('not in a callback either', async () => {
    const [failure] = await frontEnd.run(
      'setTimeout(() => process.exit(), 1); await new Promise((r) => setTimeout(r, 50))',
    )
    expect(failure).toMatch(/^Error process\.exit\(\) would end the kernel/)
  })

  it('process.exitCode is only a number', async () => {
    expect(await frontEnd.run('process.exitCode = 3')).toEqual(['result 3'])
    expect(await frontEnd.run('process.exitCode = undefined')).toEqual([])
  })
})

it('process.chdir moves files, not imports', async () => {
  const read = "import { readFileSync } from 'node:fs'\nprocess.chdir('inner'); readFileSync('here.txt', 'utf8')"
  expect(await frontEnd.run(read)).toEqual(["result 'inside'"])
  expect(await frontEnd.run("import { local } from './local.ts'\nlocal")).toEqual(['result 1'])
  expect(await frontEnd.run("process.chdir('..')")).toEqual([])
})

it('process.stdin has no keyboard behind it, and says what has', async () => {
  const failure = 'InputUnavailable A cell has no process.stdin to read from. Ask with prompt("Your name?") instead.'
  const code = 'try { for await (const line of process.stdin) line } catch (error) { throw error }'
  expect(await frontEnd.run(code)).toEqual([failure])
  expect(await frontEnd.run(code)).toEqual([failure])
})

describe('what children print into the output that they inherit is shown', () => {
  it.each([
    ["execSync('echo out; echo err >&2', { stdio: 'inherit' })", ['stdout out\n', 'stderr err\n', 'result null']],
    [
      "spawnSync('sh', ['-c', 'echo out; echo err >&2'], { stdio: [0, 2, 1] }).status",
      ['stderr out\n', 'stdout err\n', 'result 0'],
    ],
    ["execFileSync('echo', ['out'], { stdio: ['ignore', 'inherit', 'pipe'] })", ['stdout out\n', 'result null']],
    ["execSync('echo kept', { encoding: 'utf8' })", ["result 'kept\\n'"]],
    ["execSync('echo err >&2').length", ['stderr err\n', 'result 0']],
    [
      "await ended(spawn('sh', ['-c', 'echo out; echo err >&2 '], { stdio: 'inherit' }))",
      ['stdout out\n', 'stderr err\n', 'result 0'],
    ],
    [
      "await ended(spawn('echo', ['out'], { stdio: ['ignore', process.stdout, 'ignore'] }))",
      ['stdout out\n', 'result 0'],
    ],
    ["await ended(fork('child.cjs'))", ['stdout from a fork\n', 'result 0']],
    ["await ended(spawn('echo', ['unseen']))", ['result 0']],
  ])('%s', async (call, seen) => {
    await frontEnd.run(`import { execFileSync, execSync, fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
const ended = (child: ChildProcess) => new Promise((resolve) => child.on('close', resolve))`)
    const shown = await frontEnd.run(call)
    // The two streams of a child are two pipes: their order is the operating system's.
    expect(shown.toSorted()).toEqual(seen.toSorted())
  })

  it('and a failing child throws as ever', async () => {
    const shown = await frontEnd.run("execSync('echo out; exit 3', { stdio: 'inherit' })")
    expect(shown).toEqual(['stdout out\n', 'Error Command failed: echo out; exit 3'])
  })
})

it('what native code or writeSync writes to the file descriptors is no output of a cell', async () => {
  const code = "import { writeSync } from 'node:fs'\nwriteSync(1, 'one'); writeSync(2, 'two'); console.log('seen')"
  expect(await frontEnd.run(code)).toEqual(['stdout seen\n'])
})

describe('late output comes under its own cell', () => {
  it.each([
    ['a timer', "setTimeout(() => console.log('late'), 60)"],
    ['a promise', "new Promise((r) => setTimeout(r, 60)).then(() => console.log('late'))"],
    [
      'an event of a server',
      "import { createServer, get } from 'node:http'\nconst server = createServer((_, answer) => { console.log('late'); answer.end(); server.close() }).listen(0, () => setTimeout(() => get({ port: (server.address() as { port: number }).port, agent: false }), 60))",
    ],
    [
      'a worker',
      "import { Worker } from 'node:worker_threads'\nnew Worker(\"setTimeout(() => console.log('late'), 60)\", { eval: true })",
    ],
    [
      'a child',
      "import { spawn } from 'node:child_process'\nspawn('sh', ['-c', 'sleep 0.1; echo late'], { stdio: 'inherit' })",
    ],
    [
      'an emitter',
      "import { EventEmitter } from 'node:events'\nconst emitter = new EventEmitter().on('go', () => console.log('late')); setTimeout(() => emitter.emit('go'), 60)",
    ],
  ])('%s', async (_, code) => {
    const { id, answer } = frontEnd.client.ask('shell', 'execute_request', { code: `${code}; void 0` })
    frontEnd.heard = []
    await answer
    const late = frontEnd.until(prints('late'))
    const { seen } = await frontEnd.execute("console.log('other')", {})
    expect(seen).toEqual(['stdout other\n'])
    await late
    expect(frontEnd.under(id)).toEqual(['stdout late\n'])
  })
})

describe('what no one catches is shown under its cell, and the kernel lives', () => {
  it.each([
    ["setTimeout(() => { throw new RangeError('timer') }, 60)", 'RangeError timer'],
    ["setTimeout(() => void Promise.reject(new TypeError('promise')), 60)", 'TypeError promise'],
    ['setTimeout(() => void Promise.reject(7), 60)', 'Thrown 7'],
    [
      'setTimeout(() => new EventTarget().dispatchEvent(null as unknown as Event), 60)',
      'TypeError The "event" argument must be an instance of Event. Received null',
    ],
  ])('%s', async (code, failure) => {
    const { id, answer } = frontEnd.client.ask('shell', 'execute_request', { code: `${code}; void 0` })
    await answer
    const shown = frontEnd.until(({ type }) => type === 'error')
    expect((await frontEnd.execute("'other'")).seen).toEqual(["result 'other'"])
    await shown
    expect(frontEnd.under(id)).toEqual([failure])
    expect(await frontEnd.run('1 + 1')).toEqual(['result 2'])
  })
})
