// Memory as the operating system sees it: allocating is a promise, writing is what takes pages.
// Rule: nothing is claimed that was not measured; the sizes stay so small that no laptop swaps.
import { execFileSync } from 'node:child_process'
import { requireWhole } from './shape.ts'

/** What one array cost. */
export interface MemoryPoint {
  parameters: number
  /** Growth of resident memory when the array had been allocated, in bytes: next to nothing. */
  allocatedBytes: number
  /** The same when every element had been written. */
  writtenBytes: number
  /** Pages that the operating system handed out for the writing: 4 KiB each, or 2 MiB where it deals in large ones. */
  pagesTouched: number
}

/** All arrays together may take this much; float32 weights of 3.6 billion (the seed's) would take 14.4 GB. */
const mostBytes = 2e9

/**
 * Measures what float32 parameters cost, in a process of its own: allocates an array for each count, notes the resident
 * memory, writes all of it, notes again. `bytesPerParameter` is the slope of the written bytes over the counts, about 4:
 * multiply it by the seed's 3.6e9.
 *
 * Give two or more different counts, in millions. Throws a RangeError for fewer, or for more than 2 GB in all. Introduced in notebooks/01-mlp-parameter-counts.
 *
 * @example
 * ```ts
 * const { bytesPerParameter } = measureParameterMemory([2e6, 10e6])
 * bytesPerParameter > 3 && bytesPerParameter < 5 // → true
 * ```
 */
export function measureParameterMemory(counts: readonly number[]): {
  points: MemoryPoint[]
  bytesPerParameter: number
} {
  for (const count of counts) requireWhole(count, 1, 'A count of parameters')
  if (new Set(counts).size < 2) {
    throw new RangeError(`A slope needs two different counts, got ${counts.length}. Give for example [2e6, 10e6].`)
  }
  const bytes = 4 * counts.reduce((sum, count) => sum + count, 0)
  if (bytes > mostBytes)
    throw new RangeError(`The arrays would take ${bytes / 1e9} GB together. Measure at most 2 GB, and extrapolate.`)
  const points = measured(counts)
  return { points, bytesPerParameter: slopeOf(points) }
}

/**
 * The points, measured in a process of their own: in this one the garbage collector frees other arrays in the background,
 * which made slopes from −3.7 to 9.5 bytes when measured several times over.
 */
function measured(counts: readonly number[]): MemoryPoint[] {
  const program = `console.log(JSON.stringify((${measureHere})(${JSON.stringify(counts)})))`
  return JSON.parse(execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8' }))
}

/** Runs in the other process, so it refers to nothing outside of itself. All arrays are held until the last is measured. */
function measureHere(counts: readonly number[]): MemoryPoint[] {
  const held: Float32Array[] = []
  return counts.map((parameters) => {
    const before = process.memoryUsage.rss()
    const array = new Float32Array(parameters)
    held.push(array)
    const allocated = process.memoryUsage.rss()
    const faults = process.resourceUsage().minorPageFault
    array.fill(0.01)
    return {
      parameters,
      allocatedBytes: allocated - before,
      writtenBytes: process.memoryUsage.rss() - before,
      pagesTouched: process.resourceUsage().minorPageFault - faults,
    }
  })
}

/** The slope of the least squares line. */
function slopeOf(points: readonly MemoryPoint[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map((point) => point.parameters)), mean(points.map((point) => point.writtenBytes))]
  const covariance = points.reduce((sum, point) => sum + (point.parameters - x) * (point.writtenBytes - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point.parameters - x) ** 2, 0)
}
