// Places in a text, in the units that the parts of the kernel speak: offsets and columns in UTF-16 units, as JavaScript,
// LSP and oxc count, and in code points, as the Jupyter protocol counts since version 5.2.
// Rule: lines and columns start at 0 here; only what a person reads starts at 1.

export interface Place {
  line: number
  column: number
}

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length - 1, column: offset - lineStart }
}

export function offsetAt(text: string, { line, column }: Place): number {
  let start = 0
  for (let at = 0; at < line; at++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  return Math.min(start + column, text.length)
}

/** `codePointsIn('🙂a'.slice(0, 2))` is 1: the offset that a front end would send for UTF-16 offset 2. */
export function codePointsIn(text: string): number {
  return [...text].length
}

/** The UTF-16 offset of a code-point offset. */
export function utf16Offset(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join('').length
}
