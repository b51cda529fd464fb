import { describe, expect, it } from 'vitest'
import { mistakesOf } from './mistakes.ts'

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }

function messageOf(message: string): string | undefined {
  return mistakesOf([{ severity: 1, code: 2345, message, range }], 'x', 1)[0]?.message
}

describe('a type that is a sentence', () => {
  it.each([
    [
      `Argument of type 'Shaped<number[][], [5, 2]>' is not assignable to parameter of type '"kernel height 5 is larger than input height 3"'.`,
      'kernel height 5 is larger than input height 3.',
    ],
    [
      `Type 'Dense<400, 120>' is not assignable to type '"dense layer takes 400 numbers, but gets 576"'.`,
      'dense layer takes 400 numbers, but gets 576.',
    ],
  ])('%s', (message, sentence) => {
    expect(messageOf(message)).toBe(sentence)
  })

  it.each([
    `Argument of type '"left"' is not assignable to parameter of type '"top left"'.`,
    `Type 'string' is not assignable to type '"top left"'.`,
    `Type 'number' is not assignable to type '"left"'.`,
    `Type 'number' is not assignable to type '"top left" | "top right"'.`,
  ])('is not %s', (message) => {
    expect(messageOf(message)).toBe(message)
  })
})
