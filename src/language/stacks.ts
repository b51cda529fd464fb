// Stack traces inside printed or shown text (`console.error(error)`, `console.trace()`, an error as a value), as people
// read them. Rule: only a trace that comes from a cell or from the kernel is touched, and all other text stays as it is.
import { type CellSources, framesOf } from './failure.ts'

/** A frame, or the note by which Node shortens the trace of an error that has a cause. */
const frameLine = /^(\s+)(?:at .*?|\.\.\. \d+ lines matching cause stack trace \.\.\.)( \{)?$/

/**
 * The text with its traces in the places of the cells that the user wrote, without the frames of Node and the kernel.
 *
 *     readableStacks('Error: no\n    at cell-3.ts:2:7\n    at Session.post (node:inspector:136:22)', cells)
 *       →  'Error: no\n    at Cell [3], line 1, column 7'
 */
export function readableStacks(text: string, cells: CellSources): string {
  // A look that costs nothing, since every text that is printed comes this way.
  if (!text.includes('    at ')) return text
  const shown: string[] = []
  let trace: string[] = []
  for (const line of [...text.split('\n'), '']) {
    if (frameLine.test(line)) trace.push(line)
    else {
      shown.push(...readableTrace(trace, cells), line)
      trace = []
    }
  }
  return shown.slice(0, -1).join('\n')
}

function readableTrace(trace: string[], cells: CellSources): string[] {
  if (!trace.some((line) => /\bcell-\d+\.ts:|\?tensorcell=\d+:|node:inspector/.test(line))) return trace
  const [, indent] = frameLine.exec(trace[0]!)!
  // An error with properties of its own is printed with a brace after its trace.
  const brace = frameLine.exec(trace.at(-1)!)?.[2] ?? ''
  const plain = trace.map((line) => line.slice(0, line.length - (line.endsWith(' {') ? 2 : 0))).join('\n')
  const frames = framesOf(plain, cells).map(({ text }) => `${indent}at ${text}`)
  if (frames.length === 0) return brace === '' ? [] : [`${indent}at the cell${brace}`]
  return [...frames.slice(0, -1), frames.at(-1)! + brace]
}
