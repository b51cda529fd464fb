// Traces as they are drawn: a histogram counted into bars, and stacked bars lifted onto each other.
// Rule: a trace keeps its place in the list, from which its colour and its name come.
import { type Fields, fieldsOf, listOf, numberOf } from './fields.ts'
import { isHorizontal, typeOf, valuesOf } from './traces.ts'

/** The traces with their bars counted and stacked. */
export function prepared(traces: readonly Fields[], layout: Fields): readonly Fields[] {
  const counted = traces.map((trace) => (typeOf(trace) === 'histogram' ? barsOf(trace) : trace))
  return layout.barmode === 'stack' || layout.barmode === 'relative' ? stacked(counted) : counted
}

/** Bars that touch each other: how many values lie in each, or which part of all. */
function barsOf(trace: Fields): Fields {
  const lies = listOf(trace.x).length === 0
  const values = listOf(lies ? trace.y : trace.x)
  const numbers = values.filter((value) => typeof value === 'number')
  const { places, counts } =
    numbers.length < values.length ? byName(values) : byNumber(numbers, trace, lies ? 'y' : 'x')
  const scale = { percent: 100 / values.length, probability: 1 / values.length }[String(trace.histnorm)] ?? 1
  const lengths = counts.map((count) => count * scale)
  const sides = lies ? { y: places, x: lengths, orientation: 'h' } : { x: places, y: lengths }
  return { ...trace, ...sides, type: 'bar', thickness: 1 }
}

interface Counted {
  places: readonly unknown[]
  counts: readonly number[]
}

function byName(values: readonly unknown[]): Counted {
  const places = [...new Set(values.map(String))]
  return { places, counts: places.map((place) => values.filter((value) => String(value) === place).length) }
}

function byNumber(values: readonly number[], trace: Fields, letter: 'x' | 'y'): Counted {
  let [least, largest] = [Infinity, -Infinity]
  for (const value of values) [least, largest] = [Math.min(least, value), Math.max(largest, value)]
  const bins = fieldsOf(trace[`${letter}bins`])
  const few = (largest - least) / numberOf(trace[`nbins${letter}`], Number.NaN)
  const size = numberOf(bins.size, roundUp(Number.isFinite(few) ? few : usualSize(values)))
  const start = numberOf(bins.start, Math.floor(least / size) * size)
  const count = Math.floor((numberOf(bins.end, largest) - start) / size) + 1
  const counts = Array<number>(count >= 1 && count <= mostBars ? count : 1).fill(0)
  for (const value of values) {
    const bin = Math.floor((value - start) / size + 1e-9)
    if (bin >= 0 && bin < counts.length) counts[bin]!++
  }
  return { places: counts.map((_, bin) => start + (bin + 0.5) * size), counts }
}

/** As many as a page has pixels; a senseless bin size would ask for millions. */
const mostBars = 2000

/** Twice the standard deviation over n^0.4, from which Plotly takes the next round number. */
function usualSize(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return (2 * Math.sqrt(variance)) / values.length ** 0.4
}

/** The next of 1, 2, 5, 10 … ; 1 where all values are the same. */
function roundUp(size: number): number {
  if (!(size > 0 && size < Infinity)) return 1
  const power = 10 ** Math.floor(Math.log10(size))
  return [1, 2, 5, 10].find((factor) => factor * power >= size * 0.999)! * power
}

/** Each bar begins where the ones before it at the same place end; negative ones grow downwards. */
function stacked(traces: readonly Fields[]): readonly Fields[] {
  const ends = new Map<string, number>()
  return traces.map((trace) => {
    if (typeOf(trace) !== 'bar') return trace
    const [along, across] = isHorizontal(trace) ? (['y', 'x'] as const) : (['x', 'y'] as const)
    const lengths = valuesOf(trace, across)
    const base = valuesOf(trace, along).map((place, index) => {
      const length = numberOf(lengths[index], 0)
      const key = `${String(place)} ${length < 0}`
      const before = ends.get(key) ?? 0
      ends.set(key, before + length)
      return before
    })
    return { ...trace, base }
  })
}
