// Stop: whatever a cell does, it ends, what the notebook has computed stays, and the next cell works.
// Rule: each case is stopped in the middle of what it names, and followed by a cell that uses what was there before.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontEnd, prints } from './front-end.ts'

const interrupted = 'Interrupted The cell was stopped.'
let frontEnd: FrontEnd

beforeAll(async () => {
  frontEnd = await FrontEnd.start()
  await frontEnd.run('const kept = 20')
})

afterAll(() => frontEnd.stop())

describe('Stop ends', { timeout: 60_000 }, () => {
  it.each([
    'while (true) {}',
    'await new Promise(() => {})',
    'for (;;) await null',
    'await null; while (true) {}',
    'await new Promise((r) => setTimeout(r, 5)); while (true) {}',
    'for (;;) await new Promise((r) => setTimeout(r, 5))',
    'setTimeout(() => { while (true) {} }, 5); await new Promise(() => {})',
    'function again() { queueMicrotask(again) }\nagain()\nawait new Promise(() => {})',
    'try { while (true) {} } catch {} finally { await new Promise(() => {}) }',
    "import { execSync } from 'node:child_process'\nfor (;;) execSync('sleep 0.01')",
    "for await (const _ of (await import('node:timers/promises')).setInterval(5)) {}",
  ])('%s', async (code) => {
    expect(await frontEnd.runAndStop(code, 150)).toEqual([interrupted])
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('a cell that prints without end', async () => {
    const seen = await frontEnd.runAndStop(
      "for (let line = 0; ; line++) console.log('line', line)",
      prints('line 9000\n'),
    )
    expect(seen.at(-1)).toBe(interrupted)
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('a cell that waits for an answer, and the question is over', async () => {
    const asked = ({ type }: { type: string }) => type === 'input_request'
    expect(await frontEnd.runAndStop("prompt('Who?')", asked)).toEqual(['asks Who? ', interrupted])
    frontEnd.client.input('too late')
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('a cell that catches what ends its question and goes on', async () => {
    const asked = ({ type }: { type: string }) => type === 'input_request'
    const code = 'for (;;) { try { prompt() } catch {} }'
    expect((await frontEnd.runAndStop(code, asked)).at(-1)).toBe(interrupted)
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('a listener of a comm', async () => {
    const code = "import { onComm } from 'tensorcell'\nonComm('busy', () => { console.log('in'); while (true) {} })"
    await frontEnd.run(code)
    frontEnd.client.tell('comm_open', { comm_id: 'c', target_name: 'busy', data: {} })
    await frontEnd.until(prints('in'))
    await frontEnd.interrupt()
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('a cell that is being checked: nothing of it runs', async () => {
    const code = "import * as tf from '@tensorflow/tfjs-node'\nconsole.log('ran', tf.version_core)"
    const input = ({ type }: { type: string }) => type === 'execute_input'
    expect(await frontEnd.runAndStop(code, input)).toEqual([interrupted])
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })
})

it('what was stopped may be collected as garbage', { timeout: 60_000 }, async () => {
  for (const code of ['await new Promise(() => {})', 'await null; while (true) {}', 'for (;;) await null']) {
    expect(await frontEnd.runAndStop(code, 150)).toEqual([interrupted])
  }
  const collect = `const v8 = await import('node:v8'), vm = await import('node:vm')
v8.setFlagsFromString('--expose-gc')
for (let round = 0; round < 5; round++) { vm.runInNewContext('gc')(); await new Promise((r) => setTimeout(r, 5)) }`
  expect(await frontEnd.run(collect)).toEqual([])
  expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
})

describe('Stop twice', { timeout: 60_000 }, () => {
  it.each(['while (true) {}', 'await new Promise(() => {})'])('%s', async (code) => {
    const ended = frontEnd.run(code)
    await sleep(100)
    await Promise.all([frontEnd.interrupt(), frontEnd.interrupt(), frontEnd.interrupt()])
    expect(await ended).toEqual([interrupted])
    await frontEnd.interrupt()
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })
})

it('Stop at the moment when a cell ends', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 30; round++) {
    const ended = frontEnd.run(`await new Promise((r) => setTimeout(r, ${round % 6})); 'ended'`)
    await sleep(round % 10)
    await frontEnd.interrupt()
    expect([["result 'ended'"], [interrupted]]).toContainEqual(await ended)
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  }
})

it('SIGINT is Stop, also while a cell computes', { timeout: 60_000 }, async () => {
  const [pid] = await frontEnd.run('process.pid')
  for (const code of ["console.log('on'); while (true) {}", "console.log('on'); await new Promise(() => {})"]) {
    const ended = frontEnd.run(code)
    await frontEnd.until(prints('on'))
    process.kill(Number(pid!.replace('result ', '')), 'SIGINT')
    expect(await ended).toEqual(['stdout on\n', interrupted])
  }
  expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
})

describe('after Stop', { timeout: 60_000 }, () => {
  it.each([
    'for (;;) { await new Promise((r) => setTimeout(r, 5)); steps++ }',
    'setInterval(() => steps++, 5); await new Promise(() => {})',
    '(function again() { setTimeout(() => { steps++; again() }, 5) })(); await new Promise(() => {})',
    '(function again() { setImmediate(() => { steps++; again() }) })(); await new Promise(() => {})',
    "for await (const _ of (await import('node:timers/promises')).setInterval(5)) steps++",
  ])('it does not go on: %s', async (loop) => {
    expect(await frontEnd.runAndStop(`let steps = 0; ${loop}`, 150)).toEqual([interrupted])
    await frontEnd.run('await new Promise((r) => setTimeout(r, 20)); const before = steps')
    expect(await frontEnd.run('await new Promise((r) => setTimeout(r, 50)); steps - before')).toEqual(['result 0'])
  })
})

describe('with TensorFlow.js', { timeout: 120_000 }, () => {
  beforeAll(() => frontEnd.run("import * as tf from '@tensorflow/tfjs-node'"), 60_000)

  it('training ends with its cell', async () => {
    const training = `let batches = 0
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' })
await model.fit(tf.ones([64, 1]), tf.ones([64, 1]), {
  batchSize: 1, epochs: 1e6, verbose: 0,
  callbacks: { onBatchEnd: () => { if (batches++ === 30) console.log('trains') } },
})`
    expect(await frontEnd.runAndStop(training, prints('trains'))).toEqual(['stdout trains\n', interrupted])
    await frontEnd.run('await new Promise((r) => setTimeout(r, 50)); const seen = batches')
    expect(await frontEnd.run('await new Promise((r) => setTimeout(r, 200)); batches - seen')).toEqual(['result 0'])
  })

  it('tidy and gradients that were cut off leave no tensor and no scope behind', async () => {
    await frontEnd.run('const point = tf.ones([3]); const count = tf.memory().numTensors')
    const loops = [
      'tf.tidy(() => { for (let n = 0; n < 50; n++) tf.ones([3]); while (true) {} })',
      'tf.tidy(() => { for (;;) tf.tidy(() => tf.ones([3])) })',
      'tf.grad((x) => { while (true) {} })(point)',
    ]
    for (const loop of loops) {
      const [, failure] = await frontEnd.runAndStop(`console.log('on'); ${loop}`, prints('on'))
      expect(failure).toContain(interrupted)
    }
    await sleep(50)
    const state = 'tf.engine().state'
    expect(await frontEnd.run(`[${state}.scopeStack.length, ${state}.gradientDepth]`)).toEqual(['result [ 0, 0 ]'])
    // A tensor that is being made when it is cut off may be lost.
    expect(await frontEnd.run('tf.memory().numTensors - count <= 3')).toEqual(['result true'])
  })

  it('a native operation ends first, and Stop says so', async () => {
    await frontEnd.run('const large = tf.ones([4000, 4000])')
    const product = "console.log('on'); for (;;) tf.matMul(large, large).dispose()"
    const told = 'Interrupted The cell was stopped. It was inside a TensorFlow operation, which had to end first'
    // A stop that comes just before an operation ends has nothing to tell.
    for (let attempt = 0; attempt < 6; attempt++) {
      const [, failure] = await frontEnd.runAndStop(product, prints('on'))
      expect(failure).toContain(interrupted)
      expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
      if (failure!.startsWith(told)) return
    }
    expect.fail('no stop told that it waited for an operation')
  })
})
