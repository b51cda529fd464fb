// A notebook in a second language: the same cells by id, the same code, its own prose.
// Rule: prose that somebody wrote is never changed. What it translates is kept as a hash beside it, so that a later change of
// the original shows.
import { createHash } from 'node:crypto'
import { differingValues } from './compare-values.ts'
import { type Cell, joined, type Notebook } from './notebook.ts'
import type { Output } from './outputs.ts'

/** A translation brought up to its original, and what a translator has to do. */
export interface Translation {
  notebook: Notebook
  /** Ids of prose that is still in the original's language. */
  missing: string[]
  /** Ids of prose whose original has changed since, though it has not. */
  outdated: string[]
}

/** Brings code, order and metadata of `original` over to its translation; `accept` takes outdated prose as it is. */
export function translated(original: Notebook, translation: Notebook | undefined, accept: boolean): Translation {
  const before = new Map((translation?.cells ?? []).map((cell) => [cell.id, cell]))
  const states = original.cells.map((cell) => {
    const other = before.get(cell.id)
    return cell.cell_type === 'markdown' ? prose(cell, other, accept) : { cell: code(cell, other), state: 'current' }
  })
  const idsThatAre = (state: string) => states.filter((entry) => entry.state === state).map(({ cell }) => cell.id ?? '')
  const cells = states.map(({ cell }) => cell)
  return { notebook: { ...original, cells }, missing: idsThatAre('missing'), outdated: idsThatAre('outdated') }
}

/** How a translation's code and results differ from the original's, a line each: words of figures may. */
export function differingCode(original: Notebook, translation: Notebook): string[] {
  const ids = (notebook: Notebook) => notebook.cells.map(({ id, cell_type }) => `${id} (${cell_type})`).join(', ')
  if (ids(original) !== ids(translation)) return [`the cells are ${ids(translation)}, not ${ids(original)}`]
  return original.cells.flatMap((cell, index) => {
    const other = translation.cells[index]!
    if (cell.cell_type !== 'code') return []
    if (joined(cell.source) !== joined(other.source)) return [`cell "${cell.id}" has other code`]
    if (JSON.stringify(cell.metadata) !== JSON.stringify(other.metadata))
      return [`cell "${cell.id}" has other metadata`]
    return differingNumbers(cell.outputs ?? [], other.outputs ?? []).map((place) => `cell "${cell.id}", ${place}`)
  })
}

interface Prose {
  cell: Cell
  state: 'current' | 'missing' | 'outdated'
}

function prose(original: Cell, translation: Cell | undefined, accept: boolean): Prose {
  if (translation?.cell_type !== 'markdown')
    return { cell: original, state: hasWords(original) ? 'missing' : 'current' }
  const [source, text] = [joined(original.source), joined(translation.source)]
  if (source === text) return { cell: original, state: hasWords(original) ? 'missing' : 'current' }
  const [knownSource, knownText] = recordOf(translation)
  const isOutdated = knownSource !== undefined && knownSource !== hash(source) && knownText === hash(text)
  if (isOutdated && !accept) return { cell: translation, state: 'outdated' }
  const metadata = { ...original.metadata, tensorcell: { translates: `${hash(source)} ${hash(text)}` } }
  return { cell: { ...translation, metadata }, state: 'current' }
}

/** The code of the original; outputs stay until the notebook runs again. */
function code(original: Cell, translation: Cell | undefined): Cell {
  if (translation?.cell_type !== 'code' || joined(translation.source) !== joined(original.source)) return original
  const { outputs = [], execution_count = null } = translation
  return { ...original, outputs, execution_count }
}

/** A formula, a link or a picture alone is the same in every language. */
function hasWords({ source }: Cell): boolean {
  const withoutFormulas = joined(source)
    .replaceAll(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$/g, '')
    .replaceAll(/<[^>]*>|\]\([^)]*\)/g, '')
  return /[a-z]{2,}/i.test(withoutFormulas)
}

/** The hashes of the original's and of the translation's text when they were last known to belong together. */
function recordOf({ metadata }: Cell): (string | undefined)[] {
  const ours = metadata.tensorcell
  const record = typeof ours === 'object' && ours !== null && 'translates' in ours ? ours.translates : ''
  return typeof record === 'string' && record !== '' ? record.split(' ') : []
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function differingNumbers(original: readonly Output[], translation: readonly Output[]): string[] {
  const kinds = (outputs: readonly Output[]) => outputs.map((output) => output.output_type).join(', ')
  if (kinds(original) !== kinds(translation)) return [`outputs are ${kinds(translation)}, not ${kinds(original)}`]
  return original.flatMap((output, index) => {
    const other = translation[index]!
    if (!('data' in output) || !('data' in other)) return []
    const places = differingValues(figureOf(output), figureOf(other), 0.1).filter(
      ({ committed, place }) => !committed.startsWith('"') && !roomForWords.test(place),
    )
    return places.slice(0, 1).map(({ place }) => `output ${index + 1} has other numbers at ${place}`)
  })
}

/** What grows with a longer title, axis label or legend. */
const roomForWords = /^layout\.(?:width|height|margin)\b/

function figureOf(output: Output): unknown {
  return 'data' in output ? output.data['application/vnd.plotly.v1+json'] : undefined
}
