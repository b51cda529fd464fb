// Node's books about asynchronous calls (async_hooks), where JavaScript is terminated in the middle of them.
// Rule: termination leaves the books behind as they were, and that must never end the process. This is the one place that uses
// `process.binding`, an old and undocumented door: there is no other one, and where it is closed nothing is done.

/** Node 20's src/env.h, `class AsyncHooks`: counters that C++ and JavaScript share. */
interface AsyncWrap {
  async_hook_fields: Uint32Array
  constants: { kCheck: number; kTotals: number }
  clearAsyncIdStack(): void
}

/**
 * Switches off what aborts the process when the books do not balance ("execution_async_id() == 0", "async hook stack has become
 * corrupted"). Hooks, and so AsyncLocalStorage, go on working. Called after the first hook was enabled, since that switches it on.
 * With `--no-force-async-hooks-checks` alone, which is about programs without hooks, Node 20 still aborted in 1 of some 40 Stops.
 */
export function tolerateTermination(): void {
  const wrap = asyncWrap()
  if (!wrap) return
  wrap.async_hook_fields[wrap.constants.kTotals] = 0
  wrap.async_hook_fields[wrap.constants.kCheck] = 0
}

/** Forgets the calls that termination cut off. They would count as the callers of everything that comes. */
export function forgetTerminatedCalls(): void {
  asyncWrap()?.clearAsyncIdStack()
}

function asyncWrap(): AsyncWrap | undefined {
  try {
    return (process as unknown as { binding(name: string): AsyncWrap }).binding('async_wrap')
  } catch {
    return undefined
  }
}
