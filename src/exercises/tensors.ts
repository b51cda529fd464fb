// The tensors that a function of a learner makes while it is tried: none of them stays.
// Rule: TensorFlow.js is found where it registers itself, never imported: an exercise about arrays must not load it.

/** The parts of tfjs's engine that we touch (tfjs-core 4.22.0, src/engine.ts). */
interface Engine {
  state: { scopeStack: unknown[]; gradientDepth: number; kernelDepth: number; activeTape?: unknown }
  startScope(): void
  endScope(): void
}

/** Runs `work` in a scope of its own, also when a time limit ends it, which runs no `finally` of the learner's. */
export function inScope<T>(work: () => T): T {
  const engine: Engine | undefined = Reflect.get(globalThis, '_tfengine')
  if (!engine) return work()
  const { state } = engine
  const { scopeStack, gradientDepth, kernelDepth, activeTape } = state
  const depth = scopeStack.length
  engine.startScope()
  try {
    return work()
  } finally {
    while (scopeStack.length > depth) engine.endScope()
    Object.assign(state, { gradientDepth, kernelDepth, activeTape })
  }
}
