// What child processes print into the output that they inherit.
// Rule: it is shown in the notebook, under the cell that started the child, not on the kernel's own file descriptors, which
// are the log of whoever started the kernel.
import childProcess, { ChildProcess, type StdioOptions } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The place in a child's `stdio` that leads to one of our two outputs. */
interface Inherited {
  index: number
  stream: NodeJS.WriteStream
}

/** From now on, children that inherit stdout or stderr print into the notebook. */
export function showOutputOfChildren(): void {
  // `spawn`, `exec`, `execFile` and `fork` all end in this undocumented method; types do not know it.
  const prototype = ChildProcess.prototype as ChildProcess & { spawn(options: { stdio?: StdioOptions }): number }
  const { spawn } = prototype
  prototype.spawn = function (options) {
    const inherited = inheritedOf(options.stdio)
    const result = spawn.call(this, { ...options, stdio: replaced(options.stdio, inherited, () => 'pipe') })
    for (const { index, stream } of inherited) this.stdio[index]?.on('data', (chunk) => stream.write(chunk))
    return result
  }
  childProcess.spawnSync = showing(childProcess.spawnSync)
  childProcess.execFileSync = showing(childProcess.execFileSync)
  childProcess.execSync = showing(childProcess.execSync)
  syncBuiltinESMExports()
}

/** A synchronous call lets nothing else happen meanwhile, so its output waits in a file and is shown at its end. */
function showing<Call extends (...args: never[]) => unknown>(call: Call): Call {
  const shown = (...args: unknown[]) => {
    const options = args.find(hasStdio)
    const inherited = inheritedOf(options?.stdio)
    if (!options || inherited.length === 0) return Reflect.apply(call, undefined, args)
    const folder = mkdtempSync(join(tmpdir(), 'tensorcell-child-'))
    const files = inherited.map(({ index, stream }) => ({
      index,
      stream,
      fd: openSync(join(folder, `${index}`), 'w+'),
    }))
    const stdio = replaced(options.stdio, files, ({ fd }) => fd)
    try {
      return Reflect.apply(call, undefined, args.with(args.indexOf(options), { ...options, stdio }))
    } finally {
      for (const { index, stream, fd } of files) {
        closeSync(fd)
        stream.write(readFileSync(join(folder, `${index}`)))
      }
      rmSync(folder, { recursive: true })
    }
  }
  return shown as unknown as Call
}

function hasStdio(argument: unknown): argument is { stdio?: StdioOptions } {
  return typeof argument === 'object' && argument !== null && 'stdio' in argument
}

function inheritedOf(stdio: StdioOptions | null | undefined): Inherited[] {
  const entries: unknown[] = typeof stdio === 'string' ? [stdio, stdio, stdio] : (stdio ?? [])
  return entries.flatMap((entry, index) => {
    if ((entry === 'inherit' && index === 1) || entry === 1 || entry === process.stdout)
      return { index, stream: process.stdout }
    if ((entry === 'inherit' && index === 2) || entry === 2 || entry === process.stderr)
      return { index, stream: process.stderr }
    return []
  })
}

function replaced<Place extends Inherited>(
  stdio: StdioOptions | null | undefined,
  places: Place[],
  by: (place: Place) => 'pipe' | number,
): StdioOptions {
  if (places.length === 0) return stdio ?? 'pipe'
  const entries = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...(stdio ?? [])]
  for (const place of places) entries[place.index] = by(place)
  return entries as StdioOptions
}
