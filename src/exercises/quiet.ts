// What a function of a learner prints and shows while it is tried: kept from the notebook, since it is called for many cases
// and hidden inputs must not be printed.
// Rule: Stop ends JavaScript without any `finally`; so what is put in place here takes itself away as soon as another
// cell prints.
import { kernelOutlet } from '../display/outlet.ts'

/** What was printed, cut off after so many characters. */
const mostPrinted = 2000

/** Runs `work`, and gives what it printed to the standard streams; what it displays is dropped. */
export function quietly<T>(work: () => T): { result: T; printed: string } {
  const cell = currentCell()
  let printed = ''
  const restore = replaceWriters(
    (text) => {
      if (printed.length < mostPrinted) printed += text
    },
    () => currentCell() === cell,
  )
  try {
    return { result: work(), printed: printed.slice(0, mostPrinted) }
  } finally {
    restore()
  }
}

function currentCell(): number {
  return kernelOutlet()?.cell() ?? 0
}

/** Everything that prints or shows goes to `collect` while `valid`. */
function replaceWriters(collect: (text: string) => void, valid: () => boolean): () => void {
  const outlet = kernelOutlet()
  const { stdout, stderr } = process
  const before = { stdout: stdout.write, stderr: stderr.write, display: outlet?.display, clear: outlet?.clear }
  const restore = () => {
    stdout.write = before.stdout
    stderr.write = before.stderr
    if (outlet && before.display) outlet.display = before.display
    if (outlet && before.clear) outlet.clear = before.clear
  }
  const writer = (stream: NodeJS.WriteStream, write: NodeJS.WriteStream['write']): NodeJS.WriteStream['write'] => {
    return (chunk: string | Uint8Array, ...rest: unknown[]) => {
      if (valid()) {
        collect(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
        return true
      }
      restore()
      return Reflect.apply(write, stream, [chunk, ...rest])
    }
  }
  stdout.write = writer(stdout, before.stdout)
  stderr.write = writer(stderr, before.stderr)
  if (outlet) {
    const { display, clear } = outlet
    outlet.display = (message) => {
      if (valid()) return
      restore()
      display.call(outlet, message)
    }
    outlet.clear = (wait) => {
      if (valid()) return
      restore()
      clear.call(outlet, wait)
    }
  }
  return restore
}
