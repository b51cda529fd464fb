// Whether a cell is finished: what a console asks before it runs a line or opens the next one.
// Rule: only the syntax decides; what misses its end is incomplete, what is wrong before its end is invalid.
import type { IsCompleteReply } from '../protocol/messages.ts'
import { commentOptions, parseCell, type SyntaxMistake } from './syntax.ts'

const indentStep = '  '

export function completeness(code: string): IsCompleteReply {
  const source = commentOptions(code)
  const [mistake] = parseCell(source).mistakes
  if (!mistake) return { status: 'complete' }
  return missesItsEnd(source, mistake) ? { status: 'incomplete', indent: indentAfter(source) } : { status: 'invalid' }
}

function missesItsEnd(source: string, { message, start, end }: SyntaxMistake): boolean {
  const opensText = source[start] === '`' || message.includes('multiline comment')
  return (
    opensText || message.includes('`EOF`') || end >= source.trimEnd().length + 1 || start >= source.trimEnd().length
  )
}

function indentAfter(source: string): string {
  const line = source.trimEnd().split('\n').at(-1)!
  const indent = /^\s*/.exec(line)![0]
  return /[{([]$/.test(line) ? indent + indentStep : indent
}
