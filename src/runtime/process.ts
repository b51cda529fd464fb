// What a cell may not do to the process that it shares with the whole notebook.
// Rule: nothing that a cell calls ends the process; what it must not call throws, and says what to do instead.
import { noKeyboard } from './input.ts'

/** Guards `process`. Called once, before the first cell. */
export function guardProcess(): void {
  process.exit = refuse('process.exit()')
  process.abort = refuse('process.abort()')
  let stdin = noKeyboard()
  Object.defineProperty(process, 'stdin', {
    get() {
      // It is destroyed by who reads from it; the next cell gets its own error.
      if (stdin.destroyed) stdin = noKeyboard()
      return stdin
    },
  })
}

function refuse(call: string): () => never {
  return () => {
    throw new Error(
      `${call} would end the kernel, and with it everything that the notebook has computed. ` +
        'To end a cell early, throw an error; to begin afresh, restart the kernel.',
    )
  }
}
