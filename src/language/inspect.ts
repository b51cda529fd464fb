// What is known of the name at the cursor, or of the call whose arguments stand there.
// Rule: TypeScript's own words, as Markdown and as text; nothing of the user's is evaluated.
import { stripVTControlCharacters } from 'node:util'
import type { MarkupContent, SignatureHelp, SignatureInformation } from 'vscode-languageserver-protocol'
import type { InspectReply } from '../protocol/messages.ts'
import type { Checker } from './checker.ts'
import { placeAt, utf16Offset } from './places.ts'

/** More overloads than these say less. */
const mostSignatures = 5

/** What TypeScript says of a name that it does not know; of one of type any, it says `let name: any`. */
const unknown = '```typescript\nany\n```'

export async function inspect(checker: Checker, code: string, cursor: number): Promise<InspectReply> {
  const offset = utf16Offset(code, cursor)
  const known = (await knownOfName(checker, code, offset)) ?? (await knownOfCall(checker, code, offset))
  if (known === undefined) return { status: 'ok', found: false, data: {}, metadata: {} }
  const data = { 'text/markdown': known, 'text/plain': plain(known) }
  return { status: 'ok', found: true, data, metadata: {} }
}

async function knownOfName(checker: Checker, code: string, offset: number): Promise<string | undefined> {
  const before = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))![0].length
  const after = /^[\p{ID_Continue}$]*/u.exec(code.slice(offset))![0].length
  if (before + after === 0) return undefined
  const hover = await checker.hover(code, placeAt(code, offset - before))
  if (!hover || hover.trim() === unknown) return undefined
  const described = withoutImports(hover)
  if (isDocumented(described)) return described
  // TensorFlow's operations are constants: only a call of one leads to the function that has the documentation.
  const call = `${code.slice(0, offset + after)}(`
  const documentation = documentationOf(await checker.signatures(call, placeAt(call, call.length)))
  return documentation ? `${described.trimEnd()}\n\n${documentation}` : described
}

async function knownOfCall(checker: Checker, code: string, offset: number): Promise<string | undefined> {
  const help = await checker.signatures(code, placeAt(code, offset))
  const active = activeOf(help)
  if (!help || !active) return undefined
  const others = help.signatures.filter((signature) => signature !== active)
  const labels = [active, ...others].slice(0, mostSignatures).map(({ label }) => label)
  const index = active.activeParameter ?? help.activeParameter ?? 0
  const parts = [`\`\`\`typescript\n${labels.join('\n')}\n\`\`\``, parametersOf(active, index), documentationOf(help)]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** The parameters as a list; the one whose argument stands at the cursor is bold. */
function parametersOf({ parameters = [] }: SignatureInformation, active: number): string {
  const lines = parameters.map(({ label, documentation }, index) => {
    const name = typeof label === 'string' ? `\`${label}\`` : ''
    const text = textOf(documentation).replaceAll('\n', ' ')
    return `* ${index === active ? `**${name}**` : name}${text === '' ? '' : `: ${text}`}`
  })
  return lines.join('\n')
}

function activeOf(help: SignatureHelp | undefined): SignatureInformation | undefined {
  return help?.signatures[help.activeSignature ?? 0] ?? help?.signatures[0]
}

function documentationOf(help: SignatureHelp | undefined): string {
  return textOf(activeOf(help)?.documentation)
}

function textOf(documentation: string | MarkupContent | undefined): string {
  return (typeof documentation === 'string' ? documentation : (documentation?.value ?? '')).trim()
}

/** Whether more is said than the type in its fence. */
function isDocumented(markdown: string): boolean {
  return markdown.replace(/^```[\s\S]*?\n```/, '').trim() !== ''
}

/** A name of another cell is an import only to us, and a package's folder is of no interest. */
function withoutImports(hover: string): string {
  return hover
    .replaceAll('(alias) ', '')
    .replaceAll(/\nimport [\p{ID_Continue}$]+(?=\n```)/gu, '')
    .replaceAll(/\nimport \{[^}\n]*\} from "[^"\n]*"(?=\n```)/g, '')
    .replaceAll(/module "[^"\n]*\/node_modules\/((?:@[^/"\n]+\/)?[^/"\n]+)[^"\n]*"/g, 'module "$1"')
}

function plain(markdown: string): string {
  const text = markdown.replaceAll(/^```.*\n?/gm, '').replaceAll(/\*@(\w+)\*/g, '@$1')
  return stripVTControlCharacters(text).trim()
}
