// `claimCoverage`: which claims of the course the notebooks of a folder have proven, and where.
// Rule: only an output counts that a claim left when it ran; a call in the code of a cell proves nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../display/html.ts'
import { displayKey } from '../display/render.ts'
import { sayIn, type Text } from '../words/language.ts'
import { type ClaimId, claims, claimType } from './claim.ts'

/** A cell that proved a claim. */
export interface Proof {
  /** The notebook's file name. */
  notebook: string
  /** The cell's id. */
  cell: string
}

/** What `claimCoverage` found; a cell that ends with it shows a table with a link to each cell. */
export interface Coverage {
  /** Claims with at least one proof, and their proofs in the order of the notebooks. */
  proven: ReadonlyMap<ClaimId, readonly Proof[]>
  /** Claims without one. */
  missing: readonly ClaimId[]
  [displayKey](): { 'text/html': string; 'text/plain': string }
}

/** What we read of a notebook's file. */
interface NotebookFile {
  cells: { id?: string; outputs?: { data?: Record<string, unknown> }[] }[]
}

const words = {
  missing: { en: 'not yet shown', zh: '尚未证明' },
} as const satisfies Record<string, Text>

/**
 * Reads the outputs of all notebooks in a folder and says which claims they prove. Throws a SyntaxError for a file that is no JSON.
 *
 * @example
 * ```ts
 * claimCoverage('notebooks').proven.get('seed-40') // the cells that prove it
 * ```
 */
export function claimCoverage(folder = '.'): Coverage {
  const proven = new Map<ClaimId, Proof[]>()
  for (const notebook of notebooksIn(folder)) {
    for (const { claim, cell } of proofsIn(join(folder, notebook))) {
      proven.set(claim, [...(proven.get(claim) ?? []), { notebook, cell }])
    }
  }
  const missing = allClaims.filter((id) => !proven.has(id))
  return { proven, missing, [displayKey]: () => shown(proven) }
}

const allClaims = Object.keys(claims) as ClaimId[]

function notebooksIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ipynb'))
    .sort()
}

function proofsIn(file: string): { claim: ClaimId; cell: string }[] {
  const { cells } = JSON.parse(readFileSync(file, 'utf8')) as NotebookFile
  return cells.flatMap(({ id = '', outputs = [] }) =>
    outputs
      .map(({ data }) => claimOf(data?.[claimType]))
      .filter((claim) => claim !== undefined)
      .map((claim) => ({ claim, cell: id })),
  )
}

function claimOf(content: unknown): ClaimId | undefined {
  if (typeof content !== 'object' || content === null || !('claim' in content)) return undefined
  return allClaims.find((id) => id === content.claim)
}

function shown(proven: Coverage['proven']): { 'text/html': string; 'text/plain': string } {
  const say = sayIn()
  const count = (prefix: string) => {
    const ids = allClaims.filter((id) => id.startsWith(prefix))
    return [ids.filter((id) => proven.has(id)).length, ids.length] as const
  }
  const [seed, seeds] = count('seed-')
  const [erratum, errata] = count('erratum-')
  const total = say({
    en: `${seed} / ${seeds} claims, ${erratum} / ${errata} corrections`,
    zh: `${seed} / ${seeds} 个论断，${erratum} / ${errata} 处勘误`,
  })
  const rows = allClaims.map((id) => row(id, say(claims[id]), proven.get(id), say(words.missing)))
  return {
    'text/plain': [
      total,
      ...allClaims.filter((id) => !proven.has(id)).map((id) => `${id}: ${say(words.missing)}`),
    ].join('\n'),
    'text/html': `<p><strong>${total}</strong></p><table>${rows.join('')}</table>`,
  }
}

function row(id: ClaimId, statement: string, proofs: readonly Proof[] | undefined, missing: string): string {
  const where = proofs?.map(link).join(', ') ?? `<em>${missing}</em>`
  const cells = [`${proofs ? '✓' : '✗'}&nbsp;${id}`, escapeHtml(statement), where]
  return `<tr>${cells.map((cell) => `<td style="text-align:left">${cell}</td>`).join('')}</tr>`
}

/** JupyterLab scrolls to the cell that `#cell-id=` names. */
function link({ notebook, cell }: Proof): string {
  const address = `${encodeURIComponent(notebook)}#cell-id=${encodeURIComponent(cell)}`
  return `<a href="${address}">${escapeHtml(notebook.slice(0, 2))} · ${escapeHtml(cell)}</a>`
}
