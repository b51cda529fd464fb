// What the check says of answers: one line for each way in which an answer can be wrong.
import { describe, expect, it, vi } from 'vitest'
import { conv2d, corr2d } from '../conv/correlate.ts'
import { tf } from '../native/tensorflow.ts'
import { sayIn } from '../words/language.ts'
import { trialsOf } from './cases.ts'
import { verdictOn } from './exercise.ts'
import { bank } from './registry.ts'
import { todo } from './todo.ts'
import type { AnyFunction } from './trial.ts'

type Image = number[][]

const exercise = bank['05.1']
const right = (X: Image, K: Image): Image => corr2d(X, K)

/** A function that does something with the right result, or that does not need it. */
const then = (change: (Y: Image, X: Image, K: Image) => unknown) => (X: Image, K: Image) => change(right(X, K), X, K)

function diagnosisOf(answer: AnyFunction): [id: string | undefined, message: string] {
  const { passed, diagnosis } = verdictOn(exercise, answer)
  expect(passed).toBe(false)
  return [diagnosis?.id, sayIn()(diagnosis?.message ?? '')]
}

const again = (X: Image, K: Image): Image => [...again(X, K)]
const forever = (X: Image, K: Image) => {
  while (X !== K) K.length = 0
}

const wrongAnswers: [string, string, AnyFunction][] = [
  ['not-done', 'Not done yet', (_X: Image, _K: Image) => todo()],
  ['flipped', 'You flipped the kernel', (X: Image, K: Image) => conv2d(X, K)],
  ['threw', 'It throws TypeError: Cannot read properties of undefined', (X: Image, _K: Image) => X[99]![0]],
  ['recursion', 'It calls itself without end', again],
  ['endless', 'It did not end within two seconds', forever],
  ['promise', 'It gives a promise', then(async (Y) => Y)],
  ['promise', 'It gives a promise', then((Y) => Y.map((row) => row.map(async (value) => value)))],
  ['function', 'It gives a function', then((Y) => () => Y)],
  ['bigint', 'It gives a bigint', then((Y) => Y.map((row) => row.map(BigInt)))],
  ['huge', 'The answer is huge', then(() => new Array(1001).fill(new Array(1000).fill(0)))],
  ['circular', 'The answer contains itself', then((Y) => Object.assign(Y, { 0: Y }))],
  ['undefined', 'It gives undefined', then(() => {})],
  ['nan', 'There is NaN', then((Y) => Y.map((row) => row.map(() => Number.NaN)))],
  ['kind', 'Asked is number[], the answer is string[]', then((Y) => Y.map((row) => row.map(String)))],
  ['kind', 'Asked is number[], the answer is number.', then((Y) => Y[0]![0])],
  ['ragged', 'The rows of the answer are not equally long', then((Y) => [[1], ...Y, [1, 2]])],
  ['shape-empty', 'Your result is empty', then(() => [])],
  ['shape-no-plus-one', 'n − k + 1', then((_, X, K) => X.slice(K.length).map((row) => row.slice(K[0]!.length)))],
  ['shape-like-input', 'Your result is as large as the image', then((_, X) => X)],
  ['shape-like-kernel', 'Your result is as large as the kernel', then((_, __, K) => K)],
  ['shape-transposed', 'Rows and columns are swapped', then((Y) => Y[0]!.map((_, j) => Y.map((row) => row[j])))],
  ['shape-flat', 'All numbers stand in one row', then((Y) => Y.flat())],
  ['shape-wrapped', 'one level of brackets too many', then((Y) => [Y])],
  ['shape', 'The shape of the answer is [5, 3], it should be [2, 2]', then(() => Array(5).fill([1, 2, 3]))],
  ['changed-input', 'The function changes its second argument', then((Y, _, K) => K.push([1]) && Y)],
  ['arguments', 'Your function takes 1 argument; it is called with 2', (X: Image) => X],
  ['arguments', 'Your function takes 3 arguments; it is called with 2', (X: Image, _K: Image, _c: number) => X],
  ['difference', 'at [0][0]: you have 20, it should be 19', then((Y) => Y.map((row) => row.map((value) => value + 1)))],
]

describe('a wrong answer', () => {
  it.each(wrongAnswers)('%s: %s', (id, words, answer) => {
    expect(diagnosisOf(answer)).toEqual([id, expect.stringContaining(words)])
  })

  it('that remembers an earlier call is told so', () => {
    const seen: string[] = []
    const remembering = then((Y, X) => (seen.includes(String(X)) ? [] : seen.push(String(X)) && Y))
    const { diagnosis, score } = verdictOn(exercise, remembering)
    expect([diagnosis?.id, score]).toEqual(['remembers', 12 / 13])
  })

  it('that is no function, or nothing yet, is told so', () => {
    expect(verdictOn(exercise, [[19]]).diagnosis?.id).toBe('no-function')
    expect(verdictOn(exercise, undefined).diagnosis?.id).toBe('not-done')
  })

  it('that is a misconception of another shape shows both shapes', () => {
    const wrong = verdictOn(bank['E.20'], (film: Image[]) => film.map((frame) => corr2d(frame, [[-1, 1]])))
    expect(sayIn()(wrong.diagnosis!.example!.difference!)).toBe(
      'The shape of the answer is [2, 1, 1], it should be [1, 1, 2].',
    )
  })

  it('shows the call, and how the first wrong number comes about', () => {
    const { diagnosis } = verdictOn(
      exercise,
      then((Y) => Y.map((row) => row.map((value, j) => value + j))),
    )
    expect(diagnosis?.example).toEqual({
      call: 'corr2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])',
      window: {
        input: [
          [1, 2],
          [4, 5],
        ],
        kernel: [
          [0, 1],
          [2, 3],
        ],
        sum: '0·1 + 1·2 + 2·4 + 3·5 = 25',
      },
    })
  })
})

describe('hidden cases', () => {
  const trials = trialsOf(exercise)
  const visible = trials.filter(({ group }) => group === 'public').map(({ input }) => String(input))
  const whereHidden = (change: (Y: Image) => unknown) =>
    then((Y, X, K) => (visible.includes(String([X, K])) || K[0]!.length > 1 ? Y : change(Y)))

  it.each<[string, (Y: Image) => unknown]>([
    ['it computes wrong numbers', (Y) => Y.map((row) => row.map((value) => value + 1))],
    [
      'it throws a RangeError',
      (Y) => {
        throw new RangeError(JSON.stringify(Y))
      },
    ],
    ['the answer has the wrong shape', (Y) => [...Y, ...Y, ...Y]],
  ])('are said in words: %s', (words, change) => {
    const verdict = verdictOn(exercise, whereHidden(change))
    const { public: open, hidden, diagnosis } = verdict
    expect([open.ok, open.total, hidden.total - hidden.ok]).toEqual([7, 7, 1])
    expect(sayIn()(diagnosis!.message)).toContain(`In a hidden case (a kernel of one column): ${words}`)
    const inputs = trials.filter(({ group }) => group === 'hidden').flatMap(({ input }) => input.flat())
    for (const row of inputs) expect(JSON.stringify(verdict)).not.toContain(JSON.stringify(row))
  })

  it('differ for another seed, and are the same for the same', () => {
    expect(trialsOf(exercise, 7)).toEqual(trialsOf(exercise, 7))
    expect(trialsOf(exercise, 7)).not.toEqual(trialsOf(exercise, 8))
  })
})

describe('a right answer', () => {
  it.each<[string, AnyFunction]>([
    ['arrays', right],
    ['a tensor', (X: Image, K: Image) => corr2d(tf.tensor2d(X), tf.tensor2d(K))],
    ['rows of float32', then((Y) => Y.map((row) => Float32Array.from(row)))],
    ['the last digits off', then((Y) => Y.map((row) => row.map((value) => value * (1 + 1e-7))))],
    ['any number of arguments', (...images: Image[]) => right(images[0]!, images[1]!)],
    [
      'an argument of its own with a default',
      (X: Image, K: Image, bias = 0) => right(X, K).map((row) => row.map((value) => value + bias)),
    ],
  ])('passes: %s', (_, answer) => {
    expect(verdictOn(exercise, answer)).toEqual({
      passed: true,
      public: { ok: 7, total: 7 },
      hidden: { ok: 5, total: 5 },
      score: 1,
    })
  })

  it('prints nothing into the notebook; what it printed for visible cases is in the report', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const { printed } = verdictOn(
      exercise,
      then((Y, X) => process.stdout.write(`${X.length} rows\n`) && Y),
    )
    expect(write).not.toHaveBeenCalled()
    write.mockRestore()
    expect(printed!.match(/rows/g)).toHaveLength(7)
  })

  it('leaves no tensor behind', () => {
    const before = tf.memory().numTensors
    verdictOn(exercise, (X: Image, K: Image) => corr2d(tf.tensor2d(X), tf.tensor2d(K)))
    expect(tf.memory().numTensors).toBe(before)
  })
})

describe('an answer that is no function', () => {
  const idOf = (id: '03.5' | '05.5' | '05.7', answer: unknown) => verdictOn(bank[id], answer).diagnosis?.id

  it.each([
    ['05.5', [1, -3, 3, -1], undefined],
    ['05.5', Float32Array.of(1, -3, 3, -1), undefined],
    ['05.5', undefined, 'not-done'],
    ['05.5', [1, -2, 1], 'three-taps'],
    ['05.5', [1, -3, -3, 1], 'all-signs'],
    ['05.5', [1, 2, 3, 4], 'wrong'],
    ['05.5', [1, 2, 3, 4, 5], 'shape'],
    ['05.5', [1, -3, 3, Number.NaN], 'nan'],
    ['05.5', 4, 'kind'],
    ['05.5', '1, -3, 3, -1', 'kind'],
    ['05.5', Promise.resolve([1]), 'promise'],
    ['05.5', () => [1, -3, 3, -1], 'function'],
    ['03.5', 'equivariant', undefined],
    ['03.5', 'invariant', 'invariant'],
    ['03.5', 'Equivariant', 'no-option'],
    ['05.7', 0, undefined],
    ['05.7', 3, 'still-sees-edges'],
  ] as const)('%s: %j → %s', (id, answer, diagnosis) => {
    expect(idOf(id, answer)).toBe(diagnosis)
  })
})
