// Compares what a cell shows with what its notebook was committed with, for `tensorcell run --verify`.
// Rule: texts are compared exactly, unless the cell's metadata states a tolerance (`tensorcell.tolerance`, relative) for the
// numbers in them; figures by their data, in which float32 rounding is no difference.
import { stripVTControlCharacters } from 'node:util'
import { type Difference, differingLines, differingValues, samePicture } from './compare-values.ts'
import { type Cell, joined } from './notebook.ts'
import type { Output } from './outputs.ts'

/** TensorFlow sums in another order on another processor: the last of float32's seven digits may change, and more after a few layers. */
const float32Rounding = 1e-4

/** Drawn from the same data as the figure beside it. */
const fallbacks = ['image/svg+xml', 'text/plain']

const figureType = 'application/vnd.plotly.v1+json'

/** How `now` differs from what the cell was committed with, a line or more for each difference. */
export function differences(cell: Cell, now: readonly Output[]): string[] {
  const committed = cell.outputs ?? []
  const tolerance = toleranceOf(cell)
  const counted =
    committed.length === now.length
      ? []
      : [
          `${committed.length} outputs were committed, now there are ${now.length}: ${kinds(committed)} against ${kinds(now)}.`,
        ]
  return [
    ...counted,
    ...committed.slice(0, now.length).flatMap((output, index) => {
      const found = differingOutputs(output, now[index]!, tolerance)
      return found
        .slice(0, mostShown)
        .map((difference) => described(index + 1, difference))
        .concat(more(found.length))
    }),
  ]
}

const mostShown = 5

function toleranceOf({ metadata }: Cell): number {
  const ours = metadata.tensorcell
  const stated = typeof ours === 'object' && ours !== null && 'tolerance' in ours ? ours.tolerance : 0
  return typeof stated === 'number' ? stated : 0
}

function differingOutputs(committed: Output, now: Output, tolerance: number): Difference[] {
  if (committed.output_type !== now.output_type) {
    return [{ place: 'kind', committed: committed.output_type, now: now.output_type }]
  }
  if (committed.output_type === 'stream' && now.output_type === 'stream') {
    return differingLines(joined(committed.text), joined(now.text), tolerance)
  }
  if (committed.output_type === 'error' && now.output_type === 'error') {
    return differingLines(wordsOf(committed), wordsOf(now), tolerance)
  }
  if ('data' in committed && 'data' in now) return differingBundles(committed.data, now.data, tolerance)
  return []
}

function differingBundles(committed: Bundle, now: Bundle, tolerance: number): Difference[] {
  const types = [...new Set([...Object.keys(committed), ...Object.keys(now)])]
  const isFigure = figureType in committed && figureType in now
  return types
    .filter((type) => !(isFigure && fallbacks.includes(type)))
    .flatMap((type) =>
      differingForms(type, committed[type], now[type], tolerance).map((difference) => ({
        ...difference,
        place: `${type}, ${difference.place}`,
      })),
    )
}

function differingForms(type: string, committed: unknown, now: unknown, tolerance: number): Difference[] {
  if (committed === undefined || now === undefined) {
    return [{ place: 'form', committed: presence(committed), now: presence(now) }]
  }
  if (type === 'image/png') {
    const [left, right] = [String(committed), String(now)].map((text) => text.trim()) as [string, string]
    const same = samePicture(left, right, Math.max(tolerance, float32Rounding))
    return same ? [] : [{ place: 'picture', committed: `${left.length} characters`, now: 'other pixels' }]
  }
  if (type.endsWith('json')) return differingValues(committed, now, Math.max(tolerance, float32Rounding))
  return differingLines(textOf(committed), textOf(now), tolerance)
}

type Bundle = Record<string, unknown>

function textOf(content: unknown): string {
  return Array.isArray(content) ? content.join('') : String(content)
}

function wordsOf({ ename, evalue }: { ename: string; evalue: string }): string {
  return `${ename}: ${stripVTControlCharacters(evalue)}`
}

function kinds(outputs: readonly Output[]): string {
  return outputs.map((output) => output.output_type).join(', ') || 'none'
}

function presence(form: unknown): string {
  return form === undefined ? 'absent' : 'present'
}

function described(output: number, { place, committed, now }: Difference): string {
  return `output ${output}, ${place}:\n      committed  ${committed}\n      now        ${now}`
}

function more(count: number): string[] {
  return count > mostShown ? [`… and ${count - mostShown} places more.`] : []
}
