// What Stop means for TensorFlow.js: its loops end with the cell that started them, and its books are balanced.
// Rule: costs nothing until the first Stop; TensorFlow.js is found where it registers itself, never imported.

/** The parts of tfjs's engine that we touch (tfjs-core 4.22.0, src/engine.ts). */
interface Engine {
  state: { scopeStack: unknown[]; gradientDepth: number; kernelDepth: number; activeTape?: unknown }
  endScope(): void
  runKernel(...operation: unknown[]): unknown
}

const guarded = new WeakSet<Engine>()

/** How many scopes of `tf.tidy` are open: those that a cell finds, it must also leave. */
export function openScopes(): number {
  return engine()?.state.scopeStack.length ?? 0
}

/** From now on every operation calls `step` first, so that a loop of a library, as in `model.fit`, can end. */
export function guardOperations(step: () => void): void {
  const found = engine()
  if (!found || guarded.has(found)) return
  guarded.add(found)
  const { runKernel } = found
  found.runKernel = (...operation) => {
    step()
    return runKernel.apply(found, operation)
  }
}

/** JavaScript that was terminated ran no `finally`: closes its scopes, which frees their tensors, and its gradient tape. */
export function closeScopes(found: number): void {
  const running = engine()
  if (!running) return
  while (running.state.scopeStack.length > found) running.endScope()
  Object.assign(running.state, { gradientDepth: 0, kernelDepth: 0, activeTape: null })
}

function engine(): Engine | undefined {
  return Reflect.get(globalThis, '_tfengine')
}
