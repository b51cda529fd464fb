// The one object by which a cell's script reaches the runtime: what `import` and `import.meta` became.
// Rule: cells see it only under a name that no one types, and only language/rewrite.ts writes that name.

import { type Running, running } from './running.ts'

/** The same as language/rewrite.ts's `hostName`, which the architecture keeps on the other thread. */
export const hostName = '__tensorcell__'

export interface Host {
  import(specifier: string, options?: ImportCallOptions): Promise<unknown>
  /** Makes global names that follow the module that exports them: local name → name in the module. */
  bind(names: Record<string, string>, namespace: Record<string, unknown>): void
  meta: { url: string; dirname: string; filename: string }
  /** What each `await` of a cell passes its value through: it throws when that cell was stopped. */
  step<T>(operand: T): T
  /** What each `for await` of a cell goes through instead: the same at every turn. */
  steps<T>(iterable: AsyncIterable<T> | Iterable<T | PromiseLike<T>>): AsyncIterable<T>
  /** Asked by the kernel thread right before it terminates what runs here. */
  running(): Running
  /** Where `evaluate` receives a value from V8. */
  taken: unknown
}

export const host: Host = {
  import: () => Promise.reject(new Error('The kernel is not ready to import.')),
  bind(names, namespace) {
    for (const [local, imported] of Object.entries(names)) {
      const get = () => namespace[imported]
      Object.defineProperty(globalThis, local, { get, configurable: true, enumerable: true })
    }
  },
  meta: { url: '', dirname: '', filename: '' },
  step: (operand) => operand,
  steps: () => {
    throw new Error('The kernel is not ready to run cells.')
  },
  running,
  taken: undefined,
}

Object.defineProperty(globalThis, hostName, { value: host })
