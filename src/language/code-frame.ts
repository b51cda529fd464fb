// The lines around a place, with the place marked: what a person reads first in an error.
// Rule: line numbers are those of the cell, from 1; colours are ANSI codes, which every notebook front end shows.
import type { Place } from './places.ts'

const around = 2

export const red = (text: string) => `\u001b[31m${text}\u001b[39m`
export const bold = (text: string) => `\u001b[1m${text}\u001b[22m`
/** Terminals draw it pale; JupyterLab ignores it, and draws "bright black" so dark that its dark theme swallows it. */
export const faint = (text: string) => `\u001b[2m${text}\u001b[22m`

/**
 * Marks `start` (to `end`, if on the same line) in its surroundings.
 *
 *     codeFrame("const a = 1\nb()", { line: 1, column: 0 })
 *       1 │ const a = 1
 *     → 2 │ b()
 *         │ ^
 */
export function codeFrame(source: string, start: Place, end: Place = start): string {
  const lines = source.split('\n')
  const first = Math.max(0, start.line - around)
  const last = Math.min(lines.length - 1, start.line + around)
  const width = String(last + 1).length
  const framed: string[] = []
  for (let line = first; line <= last; line++) {
    const number = String(line + 1).padStart(width)
    const text = lines[line]!
    framed.push(`${line === start.line ? red('→') : ' '} ${faint(`${number} │`)} ${text}`)
    if (line === start.line) framed.push(`  ${faint(`${' '.repeat(width)} │`)} ${red(marker(text, start, end))}`)
  }
  return framed.join('\n')
}

function marker(text: string, start: Place, end: Place): string {
  const length = end.line === start.line ? end.column - start.column : text.length - start.column
  return text.slice(0, start.column).replaceAll(/[^\t]/g, ' ') + '^'.repeat(Math.max(1, length))
}
