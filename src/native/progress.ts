// How set-up says what it does: a line when a step begins, a line with its seconds when it is done.
// Rule: lines only; whoever shows them (a terminal, `npm start`, a test) decides how.

/** Takes one line of progress. */
export type Report = (line: string) => void

/** Reports that `doing` begins, does it, and reports the seconds that it took. */
export async function timed<T>(report: Report, doing: string, work: () => Promise<T>): Promise<T> {
  report(`${doing} …`)
  const start = performance.now()
  const result = await work()
  report(`${doing}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}
