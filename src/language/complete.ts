// Completion in the words of the Jupyter protocol.
// Rule: what the front end sends and gets is counted in code points; nothing of the user's is evaluated.
import type { CompletionItem } from 'vscode-languageserver-protocol'
import type { CompleteReply } from '../protocol/messages.ts'
import type { Checker } from './checker.ts'
import { codePointsIn, offsetAt, placeAt, utf16Offset } from './places.ts'

/** TypeScript puts what would need a new import at the end of its list; in a notebook that is noise. */
const autoImportSort = '16'

/** LSP's CompletionItemKind, in the words that JupyterLab has icons for. */
const kinds: Record<number, string> = {
  2: 'method',
  3: 'function',
  4: 'class',
  5: 'property',
  6: 'variable',
  7: 'class',
  8: 'interface',
  9: 'module',
  10: 'property',
  13: 'enum',
  14: 'keyword',
  17: 'file',
  19: 'folder',
  20: 'enum',
  21: 'constant',
  25: 'type',
}

const variable = 6

/** A text that could stand from `start` (in UTF-16 units) to the cursor. */
interface Candidate {
  text: string
  start: number
  kind: string
  sort: string
}

export async function complete(checker: Checker, code: string, cursor: number): Promise<CompleteReply> {
  const offset = utf16Offset(code, cursor)
  const candidates = (await checker.completion(code, placeAt(code, offset)))
    .filter(({ sortText }) => (sortText ?? '') < autoImportSort)
    .map((item) => candidateOf(item, code, offset, checker))
    .filter(({ text, start }) => text.toLowerCase().startsWith(code.slice(start, offset).toLowerCase()))
    .toSorted(byRelevance(code, offset))
  // A reply has one place for all its texts.
  const from = candidates[0]?.start ?? offset
  const fitting = candidates.filter(({ start }) => start === from)
  const place = { start: codePointsIn(code.slice(0, from)), end: cursor }
  return {
    status: 'ok',
    matches: fitting.map(({ text }) => text),
    cursor_start: place.start,
    cursor_end: place.end,
    metadata: {
      _jupyter_types_experimental: fitting.map(({ text, kind }) => ({ ...place, text, type: kind })),
    },
  }
}

function candidateOf(item: CompletionItem, code: string, offset: number, checker: Checker): Candidate {
  const { label, insertText, textEdit, kind = variable, sortText: sort = '' } = item
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))![0]
  const range = textEdit && 'range' in textEdit ? textEdit.range.start : undefined
  return {
    text: textEdit?.newText ?? insertText ?? label,
    start: range ? offsetAt(code, { line: range.line - 1, column: range.character }) : offset - word.length,
    // TypeScript calls every name that a cell has from another cell a variable.
    kind: (kind === variable && kindOf(label, checker)) || (kinds[kind] ?? 'variable'),
    sort,
  }
}

function kindOf(name: string, checker: Checker): string | undefined {
  const kind = checker.kindOf(name)
  return kind === 'import' ? undefined : kind
}

/** Exact case first, then TypeScript's own order (locals before globals before keywords), then the alphabet. */
function byRelevance(code: string, offset: number): (a: Candidate, b: Candidate) => number {
  const rank = ({ text, start, sort }: Candidate) => `${text.startsWith(code.slice(start, offset)) ? 0 : 1}${sort}`
  return (a, b) => rank(a).localeCompare(rank(b)) || a.text.localeCompare(b.text)
}
