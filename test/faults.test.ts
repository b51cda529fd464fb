// What a kernel must bear: messages that no decent client sends, clients that vanish, ports and files that are not there.
// Rule: bad input is dropped or answered, never a crash; after each case the same kernel still computes 1 + 1.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BareKernel, BareSocket, startBareKernel } from './bare-kernel.ts'

let kernel: BareKernel
let socket: BareSocket

beforeAll(async () => {
  kernel = await startBareKernel()
  socket = new BareSocket(kernel.connection, 'shell')
})

afterAll(async () => {
  socket.close()
  await kernel.stop()
})

const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const breaking = 'Reflect.set(globalThis, "broken", true)'
const request = () => socket.frames('execute_request', { code: breaking })

/** A signed message with another header. */
const headed = (header: unknown) => socket.sealed([header, {}, {}, { code: breaking }].map(text))

describe('without an answer is dropped', () => {
  it.each<[string, () => Buffer[]]>([
    ['an empty frame', () => [Buffer.alloc(0)]],
    ['a message without a delimiter', () => request().slice(1)],
    ['a message with another delimiter', () => request().with(0, text('<ids|msg>'))],
    ['nothing but the delimiter', () => request().slice(0, 1)],
    ['a message without content', () => request().slice(0, 5)],
    ['the signature of another message', () => request().with(1, socket.frames('kernel_info_request', {})[1]!)],
    ['the signature of another key', () => socket.sealed(request().slice(2), 'another key')],
    ['no signature', () => request().with(1, Buffer.alloc(0))],
    ['a signature of 1 MB', () => request().with(1, Buffer.alloc(1e6, '0'))],
    ['content changed after it was signed', () => request().with(5, text({ code: `${breaking};` }))],
    ['signed content that is not JSON', () => socket.sealed(request().slice(2, 5).concat(text('{"code": ')))],
    [
      'signed content that is not UTF-8',
      () =>
        socket.sealed(
          request()
            .slice(2, 5)
            .concat(Buffer.from([0xff, 0xfe])),
        ),
    ],
    ['signed content that is a number', () => socket.frames('execute_request', 3)],
    ['signed content that is null', () => socket.frames('execute_request', null)],
    ['a header that is null', () => headed(null)],
    ['a header that is a list', () => headed([])],
    ['a header without a type', () => headed({ msg_id: randomUUID() })],
    ['a type that is a number', () => socket.frames(3, {})],
    ['a type that nobody knows', () => socket.frames('format_disk_request', {})],
    ['a type that every object has', () => socket.frames('constructor', {})],
    ['a reply', () => socket.frames('execute_reply', { status: 'ok' })],
    ['JSON a million levels deep', () => headed(`${'['.repeat(1e6)}${']'.repeat(1e6)}`)],
    ['100,000 frames', () => Array.from({ length: 100_000 }, () => Buffer.alloc(1))],
    ['a frame of 100 MB', () => [Buffer.alloc(1e8)]],
  ])('%s', async (_, frames) => {
    await socket.send(frames())
    expect(await kernel.run('String(Reflect.get(globalThis, "broken"))')).toBe("'undefined'")
  })
})

it('runs a message that is sent three times once', async () => {
  const counting = 'Reflect.set(globalThis, "runs", (Reflect.get(globalThis, "runs") ?? 0) + 1)'
  const message = socket.frames('execute_request', { code: counting })
  for (let n = 0; n < 3; n++) await socket.send(message)
  expect(await socket.next()).toMatchObject({ type: 'execute_reply', content: { status: 'ok' } })
  expect(await kernel.run('Reflect.get(globalThis, "runs") as number')).toBe('1')
})

describe('with an answer that says so is refused', () => {
  it.each([
    ['execute_request', {}],
    ['execute_request', { code: 3 }],
    ['execute_request', { code: null }],
    ['execute_request', { code: '1', user_expressions: 3 }],
    ['complete_request', {}],
    ['inspect_request', {}],
    ['is_complete_request', {}],
    ['is_complete_request', { code: { a: 1 } }],
  ])('%s %j', async (type, content) => {
    const [reply] = await socket.ask(type, content)
    expect(reply).toMatchObject({ type: type.replace('request', 'reply'), content: { status: 'error' } })
    expect(reply?.content.traceback).toEqual(expect.any(Array))
    expect(await kernel.run('1 + 1')).toBe('2')
  })
})

describe('is answered as if it were reasonable', () => {
  it.each<[string, string, object]>([
    ['a field of tomorrow', 'execute_request', { code: '1', tomorrow: { yes: true } }],
    ['a cursor far behind the code', 'complete_request', { code: 'Math', cursor_pos: 1e9 }],
    ['a cursor before the code', 'complete_request', { code: 'Math', cursor_pos: -1 }],
    ['a cursor far behind what to inspect', 'inspect_request', { code: 'Math', cursor_pos: 1e9 }],
    ['nothing to inspect', 'inspect_request', { code: '', cursor_pos: 0 }],
    ['a negative number of history entries', 'history_request', { hist_access_type: 'tail', n: -1 }],
    ['half a character', 'is_complete_request', { code: '\u0000\ud800' }],
    ['a cell of 10 MB', 'execute_request', { code: `// ${'x'.repeat(1e7)}\n1` }],
    ['a list of 20,000 numbers', 'execute_request', { code: `[${'1,'.repeat(20_000)}].length` }],
  ])('%s', async (_, type, content) => {
    const [reply] = await socket.ask(type, content)
    expect(reply?.content.traceback).toBeUndefined()
    expect(await kernel.run('1 + 1')).toBe('2')
  })
})

it('runs the message that was spoilt above when nothing is wrong with it', async () => {
  await socket.send(request())
  expect(await socket.next()).toMatchObject({ type: 'execute_reply', content: { status: 'ok' } })
  expect(await kernel.run('String(Reflect.get(globalThis, "broken"))')).toBe("'true'")
})

it('has not written its key to its log', () => {
  expect(kernel.log()).not.toContain(kernel.connection.key)
})
