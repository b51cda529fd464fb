// A wrong entry of the bank is an error of tsc: each `@ts-expect-error` below fails the type check once it compiles.
import { describe, it } from 'vitest'
import { choice, code, number, prediction } from './definition.ts'

const texts = { title: 't', statement: 's', name: 'n', hints: ['a', 'b', 'c'] } as const
const half = {
  ...texts,
  starter: '',
  solution: '',
  reference: (x: number) => x / 2,
  examples: [[2]] as [number][],
  cases: () => [],
  misconceptions: [],
}
const three = { ...texts, answer: 3, solution: '3', misconceptions: [] }
const colours = {
  ...texts,
  options: { red: 'red', green: 'green' },
  answer: 'green',
  wrong: { red: 'no' },
  explanation: '',
} as const

describe('an entry of the bank that contradicts itself does not compile', () => {
  it('a function', () => {
    code(half)
    // @ts-expect-error the example has another type of argument
    code({ ...half, examples: [['2']] })
    // @ts-expect-error the example lacks an argument
    code({ ...half, examples: [[]] })
    // @ts-expect-error the cases have another type of argument
    code({ ...half, cases: () => [{ input: [[1]], about: 'one' }] })
    // @ts-expect-error a case without words
    code({ ...half, cases: () => [{ input: [1] }] })
    // @ts-expect-error the misconception takes something else
    code({ ...half, misconceptions: [{ id: 'm', answer: (x: string) => x.length, message: 'm' }] })
    // @ts-expect-error the misconception returns something else
    code({ ...half, misconceptions: [{ id: 'm', answer: (x) => `${x}`, message: 'm' }] })
    // @ts-expect-error the message is missing
    code({ ...half, misconceptions: [{ id: 'm', answer: (x) => x }] })
    // @ts-expect-error two hints
    code({ ...half, hints: ['a', 'b'] })
    // @ts-expect-error English only
    code({ ...half, title: { en: 'Half' } })
  })

  it('a number', () => {
    number(three)
    number({ ...three, misconceptions: [{ id: 'm', when: (given) => given > 3, message: 'm' }] })
    // @ts-expect-error the misconception is no number
    number({ ...three, misconceptions: [{ id: 'm', answer: [4], message: 'm' }] })
    // @ts-expect-error neither a wrong value nor when
    number({ ...three, misconceptions: [{ id: 'm', message: 'm' }] })
    // @ts-expect-error no number
    number({ ...three, answer: '3' })
  })

  it('a choice', () => {
    choice(colours)
    choice({ ...colours, answer: ['red', 'green'], wrong: { red: '', green: '' } })
    // @ts-expect-error no such option
    choice({ ...colours, answer: 'blue' })
    // @ts-expect-error the wrong option is not explained
    choice({ ...colours, wrong: {} })
    // @ts-expect-error an explanation for an option that does not exist
    choice({ ...colours, wrong: { red: '', blue: '' } })
  })

  it('a prediction', () => {
    const fair = { ...texts, outcome: () => true, solution: 'true', misconceptions: [], explanation: '' }
    prediction(fair)
    // @ts-expect-error the misconception predicts another type
    prediction({ ...fair, misconceptions: [{ id: 'm', answer: 1, message: 'm' }] })
  })
})
