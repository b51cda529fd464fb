// Promises are printed as people know them, without the marks that Node's async hooks leave on them.
// Rule: only their printing changes. Node 20 and 22 keep a cell's context on each promise as enumerable symbols
// ([Symbol(async_id_symbol)]: 3090), which `inspect` prints; Node 24 no longer does.
import { inspect } from 'node:util'

const marks = new Set(['async_id_symbol', 'trigger_async_id_symbol', 'kResourceStore'])

/** Makes `console.log(promise)` and a promise as a result say `Promise { 1 }` and no more. */
export function printPromisesPlainly(): void {
  Object.defineProperty(Promise.prototype, inspect.custom, { value: hideMarks, configurable: true, writable: true })
}

function hideMarks(this: Promise<unknown>): Promise<unknown> {
  for (const symbol of Object.getOwnPropertySymbols(this)) {
    if (marks.has(symbol.description ?? '')) Object.defineProperty(this, symbol, { enumerable: false })
  }
  return this
}
