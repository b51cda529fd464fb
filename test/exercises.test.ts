// Exercises in a real kernel: TypeScript checks the answer, the kernel survives it, and what is tried is kept in the folder.
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { progressFile } from '../src/exercises/progress.ts'
import { FrontEnd } from './front-end.ts'

let frontEnd: FrontEnd

beforeAll(async () => {
  frontEnd = await FrontEnd.start()
  await frontEnd.run(`import { exercise, progress, todo } from 'tensorcell/exercises'
import { corr2d } from 'tensorcell/conv'
const kept = 20`)
})

afterAll(() => frontEnd.stop())

describe('an answer', { timeout: 60_000 }, () => {
  it('is checked, and shows one card', async () => {
    const seen = await frontEnd.run("exercise('05.1').check(corr2d)")
    expect(seen).toEqual([expect.stringMatching(/^result html .*✓.*05\.1 .*public 7\/7 · hidden 5\/5/)])
  })

  it.each([
    ["exercise('5.1')", /'"5\.1"' is not assignable to parameter of type/],
    ["exercise('05.1').check((X: number[][], K: number[][]) => 'nineteen')", /'string' is not assignable/],
    [
      "exercise('05.1').check(async (X: number[][], K: number[][]) => X)",
      /'Promise<number\[\]\[\]>' is not assignable/,
    ],
    ["exercise('05.5').check('1, -3, 3, -1')", /not assignable to parameter of type 'number\[\]/],
    ["exercise('05.1').check(corr2d([[1]], [[1]]))", /not assignable to parameter of type '\(X: number\[\]\[\], K/],
  ])('of a wrong type is refused before it runs: %s', async (code, words) => {
    const [error] = await frontEnd.run(code)
    expect(error).toMatch(/^TS\d+|^TypeError|^SyntaxError|not assignable/)
    expect(error).toMatch(words)
  })

  it('that is unchecked by types is refused in words', async () => {
    const seen = await frontEnd.run("// @ts-nocheck\nexercise('5.1')")
    expect(seen).toEqual([expect.stringContaining("There is no exercise '5.1'. Did you mean 05.1")])
  })

  it('prints and shows nothing of hidden cases', async () => {
    const code = `let seen = 0
const { hidden } = exercise('05.1').check((X, K) => { console.log(X, K); display(X); seen += 1; return corr2d(X, K) })
console.log(hidden.ok, seen)`
    expect(await frontEnd.run(code)).toEqual(['stdout 5 13\n'])
  })

  it('that never ends is cut off, and nothing is lost', async () => {
    const code = "exercise('05.1').check((X, K) => { for (;;) X.length = 0 }).diagnosis?.id"
    expect(await frontEnd.run(code)).toEqual(["result 'endless'"])
    expect(await frontEnd.run('kept + 2')).toEqual(['result 22'])
  })

  it('can be stopped while it is checked, and then the notebook prints and shows as before', async () => {
    const code = "for (;;) exercise('05.1').check((X, K) => { for (;;) X.length = 0 })"
    expect(await frontEnd.runAndStop(code, 500)).toEqual(['Interrupted The cell was stopped.'])
    expect(await frontEnd.run("console.log('printed'); display(kept); kept + 2")).toEqual([
      'stdout printed\n',
      'display 20',
      'result 22',
    ])
    expect(await frontEnd.run("exercise('05.1').check(corr2d).passed")).toEqual(['result true'])
  })
})

describe('what is tried', { timeout: 60_000 }, () => {
  it('opens the hints one by one, and the solution after an attempt', async () => {
    const shown = (code: string) => frontEnd.run(`display.text(${code}[Symbol.for('Jupyter.display')]()['text/plain'])`)
    const id = "exercise('05.5')"
    expect(await shown(`(${id}.solution() as any)`)).toEqual([expect.stringContaining('after an attempt of your own')])
    expect(await shown(`(${id}.hint() as any)`)).toEqual([expect.stringContaining('Hint 1/3')])
    expect(await shown(`(${id}.hint() as any)`)).toEqual([expect.stringContaining('Hint 2/3')])
    await frontEnd.run(`${id}.check(undefined)`)
    expect(await shown(`(${id}.solution() as any)`)).toEqual([expect.stringContaining('after an attempt of your own')])
    await frontEnd.run(`${id}.check([1])`)
    expect(await shown(`(${id}.solution() as any)`)).toEqual([expect.stringContaining('conv1d([1, -2, 1]')])
  })

  it('is kept in the folder, line by line, beside what another notebook writes', async () => {
    const file = join(frontEnd.folder, progressFile)
    const other = { at: '', exercise: '03.5', event: 'check', passed: true, score: 1, real: true }
    appendFileSync(file, `${JSON.stringify(other)}\n{"exercise":"03.`)
    await frontEnd.run("exercise('05.5').check([1, -3, 3, -1])")
    const seen = await frontEnd.run(
      "display.text(String((progress() as any)[Symbol.for('Jupyter.display')]()['text/plain']))",
    )
    expect(seen[0]).toMatch(/✓\s03\.5/)
    expect(seen[0]).toMatch(/✓\s05\.5/)
    expect(seen[0]).toContain('1 lines of .tensorcell-progress.jsonl cannot be read')
    expect(readFileSync(file, 'utf8')).not.toContain('{"exercise":"03.{')
  })
})

it('a grader gets points: all, some, or an error', { timeout: 60_000 }, async () => {
  const points = async (answer: string) => (await frontEnd.run(`exercise('05.1').grade(${answer}, { seed: 7 })`)).at(-1)
  expect(await points('corr2d')).toBe('result 1')
  expect(await points('(X, K) => (K.length > 1 ? corr2d(X, K) : X)')).toMatch(/^result 0\.\d+$/)
  expect(await points('(X, K) => todo()')).toMatch(/^GradeError 05\.1: Not done yet/)
})
