// With the real TensorFlow.js, which is loaded after the ledger was opened, as in the kernel.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatBytes } from './bytes.ts'
import { LeakWatch } from './leaks.ts'
import { keepLedger, type Ledger } from './ledger.ts'
import { memory } from './memory.ts'
import { type Outlet, outletKey } from './outlet.ts'
import { render } from './render.ts'

let tf: typeof import('@tensorflow/tfjs')
let ledger: Ledger
let leaks: LeakWatch
let cell = 0
let warnings: string[] = []

beforeAll(async () => {
  ledger = keepLedger(() => cell)
  tf = await import('@tensorflow/tfjs')
})

beforeEach(() => {
  warnings = []
  leaks = new LeakWatch(ledger)
  const outlet: Pick<Outlet, 'cell' | 'display' | 'clear'> = {
    cell: () => cell,
    display: ({ data }) => warnings.push(String(data['text/plain']).replace(/ in TensorFlow[\s\S]*/, '')),
    clear: () => {},
  }
  Reflect.set(globalThis, outletKey, outlet)
})

afterEach(() => {
  tf.dispose([...made])
  made.clear()
  tf.disposeVariables()
  Reflect.deleteProperty(globalThis, outletKey)
})

const made = new Set<import('@tensorflow/tfjs').Tensor>()

/** Runs a cell that leaves `count` tensors of `length` numbers. */
function leave(count: number, length = 1): void {
  run(() => {
    for (let n = 0; n < count; n++) made.add(tf.zeros([length]))
  })
}

function run(work: () => void): void {
  cell += 1
  ledger.counts.set(cell, 100 + cell)
  work()
  leaks.cellEnded(cell)
}

describe('memory', () => {
  it('agrees with tf.memory, and knows which cell left what', () => {
    leave(2, 1000)
    leave(1, 50)
    run(() => tf.tidy(() => tf.add(tf.ones([9]), 1)).dispose())
    const { tensors, bytes, variables, cells } = memory()
    expect([tensors, bytes]).toEqual([tf.memory().numTensors, tf.memory().numBytes])
    expect(variables).toBe(0)
    expect(cells).toEqual([
      { cell: 100 + cell - 2, tensors: 2, bytes: 8000, biggest: ['2 × float32 [1000]'] },
      { cell: 100 + cell - 1, tensors: 1, bytes: 200, biggest: ['float32 [50]'] },
    ])
  })

  it('forgets what is disposed, by whichever cell', () => {
    leave(1)
    run(() => tf.dispose([...made]))
    expect(memory().cells).toEqual([])
  })

  it('tells variables apart, also after a new value', () => {
    run(() => {
      const weight = tf.tidy(() => tf.variable(tf.zeros([4])))
      tf.tidy(() => weight.assign(tf.ones([4])))
    })
    expect(memory()).toMatchObject({ tensors: 1, variables: 1, variableBytes: 16, cells: [] })
  })

  it('shows itself', () => {
    leave(1, 1000)
    expect(render(memory())).toMatchObject({
      'text/html': expect.stringContaining('<table'),
      'text/plain': expect.stringMatching(
        /^TensorFlow.js holds 1 tensor, 4 kB\.\n +tensors {2}memory {2}biggest\n\[\d+\] this cell +1 {2}4 kB {4}float32 \[1000\]$/,
      ),
    })
  })

  it('shows one sentence where there is nothing', () => {
    expect(render(memory())).toEqual({ 'text/plain': 'TensorFlow.js holds no tensors.' })
  })
})

describe('a warning comes', () => {
  it('when a cell leaves a thousand tensors', () => {
    leave(1000)
    expect(warnings).toEqual(['This cell left 1,000 tensors (4 kB)'])
  })

  it('when three cells running leave a hundred', () => {
    for (const count of [100, 150, 200]) leave(count)
    expect(warnings).toEqual(['The last 3 cells left 450 tensors (1.8 kB)'])
  })

  it('when three cells running leave much memory', () => {
    for (let n = 0; n < 3; n++) leave(1, 13e6)
    expect(warnings).toEqual(['The last 3 cells left 3 tensors (156 MB)'])
  })

  it('again only when twice as much is held', () => {
    leave(1000)
    leave(900)
    leave(1000)
    expect(warnings).toEqual(['This cell left 1,000 tensors (4 kB)', 'This cell left 1,000 tensors (4 kB)'])
  })
})

describe('no warning comes', () => {
  it('when two cells leave much and the third is tidy', () => {
    leave(100)
    leave(100)
    run(() => tf.tidy(() => tf.ones([3])).dispose())
    leave(100)
    expect(warnings).toEqual([])
  })

  it('when a cell makes a thousand tensors in a tidy', () => {
    run(() => tf.dispose(tf.tidy(() => Array.from({ length: 1000 }, () => tf.ones([3])))))
    expect(warnings).toEqual([])
  })

  it('when a cell makes a thousand variables', () => {
    run(() => {
      for (let n = 0; n < 1000; n++) tf.tidy(() => tf.variable(tf.zeros([1])))
    })
    expect(warnings).toEqual([])
  })
})

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [4816, '4.82 kB'],
  [999_999, '1 MB'],
  [401_408, '401 kB'],
  [3.6e9 * 4, '14.4 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
