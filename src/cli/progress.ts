// One line for each step that takes time: what is being done, then the seconds that it took.
// Rule: a step that was already done prints nothing.

/** Prints `what … `, does the work, prints the seconds. A failing step ends its line before the error goes on. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`${what} … `)
  const begin = performance.now()
  try {
    const result = await work()
    process.stdout.write(`${seconds(performance.now() - begin)}\n`)
    return result
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
}

/** Milliseconds as people read them: `seconds(1234)` → `1.23 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
