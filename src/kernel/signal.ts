// SIGINT means Stop, as Ctrl-C in a terminal does, also while a cell keeps the main thread busy.
// Rule: only this; a cell that handles SIGINT itself (`process.on('SIGINT', …)`) takes it over.
import { Worker } from 'node:worker_threads'

/** Calls `interrupt` for every SIGINT that the process gets. */
export function onInterruptSignal(interrupt: () => void): void {
  const watcher = new Worker(new URL('./signal-thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  })
  watcher.on('message', interrupt)
}
