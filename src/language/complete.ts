// Completion and inspection in the words of the Jupyter protocol.
// Rule: what the front end sends and gets is counted in code points; nothing of the user's is evaluated.
import { stripVTControlCharacters } from 'node:util'
import type { CompletionItem } from 'vscode-languageserver-protocol'
import type { CompleteReply, InspectReply } from '../protocol/messages.ts'
import type { Checker } from './checker.ts'
import { codePointsIn, placeAt, utf16Offset } from './places.ts'

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

export async function complete(checker: Checker, code: string, cursor: number): Promise<CompleteReply> {
  const offset = utf16Offset(code, cursor)
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))![0]
  const items = (await checker.completion(code, placeAt(code, offset)))
    .filter(({ sortText }) => (sortText ?? '') < autoImportSort)
    .filter((item) => matches(item, word))
    .toSorted(byRelevance(word))
  const start = cursor - codePointsIn(word)
  return {
    status: 'ok',
    matches: items.map(textOf),
    cursor_start: start,
    cursor_end: cursor,
    metadata: {
      _jupyter_types_experimental: items.map((item) => ({
        start,
        end: cursor,
        text: textOf(item),
        type: kinds[item.kind ?? 0] ?? 'variable',
      })),
    },
  }
}

function textOf({ insertText, label }: CompletionItem): string {
  return insertText ?? label
}

function matches(item: CompletionItem, word: string): boolean {
  return textOf(item).toLowerCase().startsWith(word.toLowerCase())
}

/** Exact case first, then TypeScript's own order (locals before globals before keywords), then the alphabet. */
function byRelevance(word: string): (a: CompletionItem, b: CompletionItem) => number {
  const rank = (item: CompletionItem) => `${textOf(item).startsWith(word) ? 0 : 1}${item.sortText ?? ''}`
  return (a, b) => rank(a).localeCompare(rank(b)) || a.label.localeCompare(b.label)
}

export async function inspect(checker: Checker, code: string, cursor: number): Promise<InspectReply> {
  const hover = await hoverNear(checker, code, utf16Offset(code, cursor))
  if (hover === undefined) return { status: 'ok', found: false, data: {}, metadata: {} }
  const markdown = hover.replaceAll('(alias) ', '').replaceAll(/\nimport [\p{ID_Continue}$]+(?=\n```)/gu, '')
  const plain = stripVTControlCharacters(markdown.replaceAll(/^```.*\n?/gm, '')).trim()
  return { status: 'ok', found: true, data: { 'text/markdown': markdown, 'text/plain': plain }, metadata: {} }
}

/** At the cursor; just before it; or, inside the parentheses of a call, at the name that is called. */
async function hoverNear(checker: Checker, code: string, offset: number): Promise<string | undefined> {
  const callee = /[\p{ID_Continue}$]\s*\([^()]*$/u.exec(code.slice(0, offset))?.index
  for (const at of [offset, offset - 1, callee]) {
    if (at === undefined || at < 0) continue
    const hover = await checker.hover(code, placeAt(code, at))
    if (hover) return hover
  }
  return undefined
}
