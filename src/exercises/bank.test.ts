// The bank, tested by its mistakes: the reference, the solution, the starter, every misconception and a hundred mutants of each
// solution go through the check, and each gets exactly its diagnosis.
// Rule: a mutant that passes must be no mutant at all: it does the same on ten times as many cases, and it is known by name
// (test/equivalent-mutants.ts).
import { transformSync } from 'oxc-transform'
import { describe, expect, it } from 'vitest'
import { equivalentMutants } from '../../test/equivalent-mutants.ts'
import { mutantsOf } from '../../test/mutants.ts'
import * as conv from '../conv.ts'
import * as course from '../course.ts'
import * as data from '../data.ts'
import { tf } from '../native/tensorflow.ts'
import { sayIn, type Text } from '../words/language.ts'
import { type Trial, trialsOf } from './cases.ts'
import { solutionOf, starterOf } from './cells.ts'
import type { CodeExercise, Exercise } from './definition.ts'
import { verdictOn } from './exercise.ts'
import { judge } from './judge.ts'
import { bank, idsOf, sheets } from './registry.ts'
import { todo } from './todo.ts'
import { type AnyFunction, tryInputs } from './trial.ts'

/** What a cell of a sheet may name. */
const scope = { ...conv, ...data, ...course, tf, todo }

/** What is right takes less than one millisecond; on a busy machine it may wait for its turn, so it is tried again. */
const mutantMs = [20, 300]

/** As teachers have them: what holds for our hidden cases must hold for theirs. */
const seeds = [2, 11, 12, 13, 14, 15, 16, 17, 18, 19]

const exercises: [string, Exercise][] = Object.entries(bank)

function allOf<Kind extends Exercise['kind']>(...kinds: Kind[]): [string, Extract<Exercise, { kind: Kind }>][] {
  const isOne = (each: Exercise): each is Extract<Exercise, { kind: Kind }> => kinds.some((kind) => each.kind === kind)
  return exercises.flatMap(([id, each]) => (isOne(each) ? [[id, each]] : []))
}

describe.each(allOf('code'))('%s', (id, exercise) => {
  it('accepts its reference and its solution', () => {
    const solution = cellValue(solutionOf(exercise), exercise.name)
    for (const seed of seeds) {
      expect(verdictOn(exercise, exercise.reference, seed).diagnosis, `reference, seed ${seed}`).toBeUndefined()
      expect(verdictOn(exercise, solution, seed).diagnosis, `solution, seed ${seed}`).toBeUndefined()
    }
  })

  it('says of its starter that nothing is done yet', () => {
    const { diagnosis, score } = verdictOn(exercise, cellValue(starterOf(exercise), exercise.name))
    expect([diagnosis?.id, score]).toEqual([exercise.unfixed ?? 'not-done', 0])
  })

  it.each(exercise.misconceptions)('knows “$id”, and takes it for nothing else', (misconception) => {
    for (const seed of seeds) {
      expect(verdictOn(exercise, misconception.answer, seed).diagnosis?.id, `seed ${seed}`).toBe(misconception.id)
    }
  })

  it('kills every mutant of its solution that is none of the equivalent ones, and says nothing wrong of it', () => {
    const mutants = mutantsOf(javaScriptOf(solutionOf(exercise)), 100)
    const names = mutants.map(({ name }) => name)
    const alive = mutants.flatMap(({ name, code }) => aliveOf(id, exercise, name, code) ?? [])
    const known = equivalentMutants[id] ?? []
    expect(alive.filter((fate) => !known.includes(fate))).toEqual([])
    expect(known.filter((name) => !names.includes(name))).toEqual([])
  })

  it('has cases that travel to another process', () => {
    const inputs = trialsOf(exercise).map(({ input }) => input)
    expect(JSON.parse(JSON.stringify(inputs))).toEqual(inputs)
  })
})

describe.each(allOf('number', 'prediction'))('%s', (_, exercise) => {
  const answer = exercise.kind === 'number' ? exercise.answer : exercise.outcome()

  it('accepts what its solution computes, and is not done at first', () => {
    expect(verdictOn(exercise, answer).diagnosis).toBeUndefined()
    expect(verdictOn(exercise, cellValue(solutionOf(exercise), exercise.name)).diagnosis).toBeUndefined()
    expect(verdictOn(exercise, cellValue(starterOf(exercise), exercise.name)).diagnosis?.id).toBe('not-done')
  })

  it.each(exercise.misconceptions)('knows “$id”, and takes it for nothing else', (misconception) => {
    if ('when' in misconception) expect(misconception.when(answer as never)).toBe(false)
    else expect(verdictOn(exercise, misconception.answer).diagnosis?.id).toBe(misconception.id)
  })
})

describe.each(allOf('choice'))('%s', (_, exercise) => {
  const keys = Object.keys(exercise.options)
  const { answer } = exercise

  it('accepts its answer, and is not done at first', () => {
    expect(verdictOn(exercise, cellValue(solutionOf(exercise), exercise.name)).diagnosis).toBeUndefined()
    expect(verdictOn(exercise, cellValue(starterOf(exercise), exercise.name)).diagnosis?.id).toBe('not-done')
  })

  it.each(keys.filter((key) => key !== answer))('says of “%s” why it is wrong', (key) => {
    const given = typeof answer === 'string' ? key : toggled(answer, key)
    expect(verdictOn(exercise, given).diagnosis?.id).toBe(key)
  })
})

describe.each(exercises)('%s', (_, exercise) => {
  it('says everything in English and in Chinese', () => {
    for (const text of textsOf(exercise)) {
      const en = proseOf(sayIn({ language: 'en' })(text))
      const zh = proseOf(sayIn({ language: 'zh' })(text))
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
      if (/[a-z]{3} [a-z]{2}/.test(en)) expect(zh).toMatch(/[\u4e00-\u9fff]/)
      expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:?!]/)
    }
  })
})

/** Without code and formulas. */
function proseOf(text: string): string {
  return text.replaceAll(/```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$/gs, '')
}

it.each(sheets)('$name declares each name once, since a notebook keeps the last value of a name', (sheet) => {
  const names = idsOf(sheet).map((id) => bank[id].name)
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([])
})

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]
}

function textsOf(exercise: Exercise): Text[] {
  const { title, statement, hints, explanation } = exercise
  const messages =
    exercise.kind === 'choice'
      ? [...Object.values(exercise.options), ...Object.values(exercise.wrong)]
      : exercise.misconceptions.map(({ message }) => message)
  return [title, statement, ...hints, ...messages, ...(explanation ? [explanation] : [])]
}

/** Undefined if the check finds the mutant; else its name, and what is wrong with the cases or with the message. */
function aliveOf(id: string, exercise: CodeExercise, name: string, code: string): string | undefined {
  const answer = evaluated(code, exercise.name)
  if (typeof answer !== 'function') return undefined
  const verdictFor = (seed: number) => {
    const trials = trialsFor(id, exercise, seed)
    const inputs = trials.map(({ input }) => input)
    const [first, again] = mutantMs
    const tried = tryInputs(answer as AnyFunction, inputs, 0, first)
    const late = tried.observations.some(({ status }) => status === 'endless')
    return judge(exercise, trials, late ? tryInputs(answer as AnyFunction, inputs, 0, again) : tried)
  }
  const { passed, diagnosis } = verdictFor(seeds[0]!)
  if (passed) return seeds.every((seed) => verdictFor(seed).passed) ? name : `${name} (not by our seed, but by others)`
  if (!exercise.misconceptions.some((each) => each.id === diagnosis!.id)) return undefined
  const isThat = seeds.every((seed) => verdictFor(seed).diagnosis?.id === diagnosis!.id)
  return isThat ? undefined : `${name} (taken for “${diagnosis!.id}”, which it is not)`
}

const cached = new Map<string, Trial[]>()

function trialsFor(id: string, exercise: CodeExercise, seed: number): Trial[] {
  const key = `${id} ${seed}`
  const trials = cached.get(key) ?? trialsOf(exercise, seed)
  cached.set(key, trials)
  return trials
}

/** What a cell's TypeScript gives to `name`. */
function cellValue(cell: string, name: string): unknown {
  return evaluated(javaScriptOf(cell), name)
}

function javaScriptOf(cell: string): string {
  const { code, errors } = transformSync('cell.ts', cell)
  expect(errors).toEqual([])
  return code
}

/** The same of JavaScript; undefined for what throws before it has a value, as a mutant may. */
function evaluated(code: string, name: string): unknown {
  try {
    return new Function(...Object.keys(scope), `{ ${code}\nreturn ${name} }`)(...Object.values(scope))
  } catch {
    return undefined
  }
}
