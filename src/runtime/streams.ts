// What the user's code prints, taken where it is printed.
// Rule: process.stdout and process.stderr are the notebook's alone. Node's warnings are not the user's output, and nbgrader
// gives zero to a cell with any stderr: they go to the file descriptor, which is the log of whoever started the kernel.
import { writeSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

type Emit = (name: 'stdout' | 'stderr', text: string) => void

/** Longer texts travel in pieces, so that 100 MB do not keep the kernel thread from answering. */
const pieceLength = 1 << 18

/** Sends everything that is written to the two standard streams to `emit`, at once and in order. */
export function captureStreams(emit: Emit): void {
  capture(process.stdout, (text) => emit('stdout', text))
  capture(process.stderr, (text) => emit('stderr', text))
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => {
    // Of our own use of what Node 20 calls experimental nobody needs to hear.
    if (!message.includes('USE_MAIN_CONTEXT_DEFAULT_LOADER')) writeSync(2, `tensorcell: ${name}: ${message}\n`)
  })
}

function capture(stream: NodeJS.WriteStream, emit: (text: string) => void): void {
  const decoder = new StringDecoder('utf8')
  stream.write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    for (const piece of piecesOf(typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)))) emit(piece)
    const callback = typeof encoding === 'function' ? encoding : done
    if (callback) process.nextTick(callback)
    return true
  }
}

function* piecesOf(text: string): Iterable<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + pieceLength
    // Not between the two halves of a character outside the basic plane.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
    yield text.slice(start, cut)
    start = cut
  }
}
