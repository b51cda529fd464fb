// What the main thread runs at a moment, seen from outside: asked by the kernel thread in the middle of it.
// Rule: only what the user's code does may be terminated, never our own steps from a message to a cell: V8 ends the process
// ("ToLocalChecked Empty MaybeLocal") when termination hits it while it takes up a script.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Nothing that is the user's; the user's code, with the libraries that it calls; in these, an operation on tensors. */
export type Running = 'nothing' | 'code' | 'operation'

const own = dirname(fileURLToPath(import.meta.url))

export function running(): Running {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = Number.POSITIVE_INFINITY
  const frames = String(new Error().stack).split('\n').slice(1)
  Error.stackTraceLimit = stackTraceLimit
  if (frames.some((frame) => /[\\/]tfjs-/.test(frame))) return 'operation'
  return frames.some(isOfUser) ? 'code' : 'nothing'
}

/** The frames of Node, of this folder, and of the asking itself, which has no file, are not. */
function isOfUser(frame: string): boolean {
  const hasPlace = /:\d+:\d+\)?$/.test(frame)
  return hasPlace && !frame.includes('node:') && !frame.includes(own) && !/\(?<anonymous>:\d+:\d+\)?$/.test(frame)
}
