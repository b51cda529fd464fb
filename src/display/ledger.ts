// Which run of a cell made each tensor that TensorFlow.js still holds.
// Rule: nothing happens until TensorFlow.js is loaded; then a tensor costs one entry of a Map (beside the 8 µs
// of the smallest operation it could not be measured), and the ledger keeps no tensor alive. The first tensor teaches all to print.

import { printReadably } from './tensor-print.ts'

/** A tensor that has not been disposed. Variables (weights) are meant to stay, and are kept apart. */
export interface Entry {
  cell: number
  bytes: number
  dtype: string
  shape: number[]
  isVariable: boolean
}

/** What a run of a cell has left behind so far, without variables. */
export interface Left {
  tensors: number
  bytes: number
}

export interface Ledger {
  entries: Map<number, Entry>
  left: Map<number, Left>
  /** The number that the front end shows beside the cell of that run: `[5]`. */
  counts: Map<number, number>
}

/** The key on globalThis under which the kernel keeps its ledger, so that any copy of this package finds it. */
const ledgerKey: symbol = Symbol.for('tensorcell.ledger')

/** The kernel's ledger, or undefined when a program runs without a kernel. */
export function currentLedger(): Ledger | undefined {
  return Reflect.get(globalThis, ledgerKey)
}

/** The part of tfjs's Engine that is looked at (tfjs-core/src/engine.ts). */
export interface Engine {
  state: { numTensors: number; numBytes: number }
  trackTensor(tensor: TrackedTensor, backend: unknown): void
  disposeTensor(tensor: TrackedTensor): void
}

interface TrackedTensor {
  id: number
  dtype: string
  shape: number[]
  trainable?: boolean
}

/** Where tfjs keeps the one engine of a process, whichever copies of it are loaded. */
const engineKey = '_tfengine'

/** tfjs's engine, or undefined if nothing has loaded it. */
export function currentEngine(): Engine | undefined {
  return Reflect.get(globalThis, engineKey)
}

/** Starts a ledger that is written from the moment on when TensorFlow.js is loaded. `cell` says which run makes a tensor. */
export function keepLedger(cell: () => number): Ledger {
  const ledger: Ledger = { entries: new Map(), left: new Map(), counts: new Map() }
  Object.defineProperty(globalThis, ledgerKey, { value: ledger, configurable: true })
  Object.defineProperty(globalThis, engineKey, {
    configurable: true,
    get: () => undefined,
    set(engine: Engine) {
      Object.defineProperty(globalThis, engineKey, { value: engine, writable: true, configurable: true })
      follow(engine, ledger, cell)
    },
  })
  return ledger
}

/** tfjs makes and ends every tensor by these two methods, a variable's new value too. */
function follow(engine: Engine, ledger: Ledger, cell: () => number): void {
  const { trackTensor, disposeTensor } = engine
  engine.trackTensor = (tensor, backend) => {
    const before = engine.state.numBytes
    trackTensor.call(engine, tensor, backend)
    printReadably(tensor)
    const { id, dtype, shape } = tensor
    const entry = {
      cell: cell(),
      bytes: engine.state.numBytes - before,
      dtype,
      shape,
      isVariable: 'trainable' in tensor,
    }
    ledger.entries.set(id, entry)
    count(ledger, entry, 1)
  }
  engine.disposeTensor = (tensor) => {
    const before = engine.state.numTensors
    disposeTensor.call(engine, tensor)
    const entry = ledger.entries.get(tensor.id)
    if (entry === undefined || engine.state.numTensors === before) return
    ledger.entries.delete(tensor.id)
    count(ledger, entry, -1)
  }
}

function count({ left }: Ledger, { cell, bytes, isVariable }: Entry, change: 1 | -1): void {
  if (isVariable) return
  const before = left.get(cell)
  if (before === undefined) left.set(cell, { tensors: change, bytes: change * bytes })
  else {
    before.tensors += change
    before.bytes += change * bytes
  }
}
