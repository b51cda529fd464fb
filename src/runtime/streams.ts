// What the user's code prints, taken where it is printed.
// Rule: process.stdout and process.stderr are the notebook's alone. Node's warnings are not the user's output, and nbgrader
// gives zero to a cell with any stderr: they go to the file descriptor, which is the log of whoever started the kernel.
import { writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

type Emit = (name: 'stdout' | 'stderr', text: string) => void

/** Sends everything that is written to the two standard streams to `emit`, at once and in order. */
export function captureStreams(emit: Emit): void {
  capture(process.stdout, (text) => emit('stdout', text))
  capture(process.stderr, (text) => emit('stderr', text))
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => writeSync(2, `tensorcell: ${name}: ${message}\n`))
}

function capture(stream: NodeJS.WriteStream, emit: (text: string) => void): void {
  const decoder = new StringDecoder('utf8')
  stream.write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    emit(typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)))
    const callback = typeof encoding === 'function' ? encoding : done
    if (callback) process.nextTick(callback)
    return true
  }
}
