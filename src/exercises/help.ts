// Hints and the solution, as cards.
// Rule: a hint says how many there are; a solution that is not to be seen yet says what to do first.
import { type Displayable, displayKey } from '../display/render.ts'
import { sayIn, type Text } from '../words/language.ts'
import { block, box, headline, paragraph } from './card.ts'
import { solutionOf } from './cells.ts'
import type { Exercise } from './definition.ts'

const words = {
  hint: { en: 'Hint', zh: '提示' },
  solution: { en: 'Solution', zh: '参考答案' },
  more: { en: 'Ask once more for the next one.', zh: '再问一次可得到下一条。' },
  last: { en: 'This was the last one.', zh: '这是最后一条。' },
  locked: {
    en: 'The solution shows itself after an attempt of your own: change the cell, and let it be checked. Or ask for a hint().',
    zh: '先自己试一次，再看参考答案：修改单元格并运行 check。也可以用 hint() 要提示。',
  },
} as const satisfies Record<string, Text>

/** The `asked`-th hint, from 1; the last one again when all have been given. */
export function hintCard(id: string, { title, hints }: Exercise, asked: number): Displayable {
  const say = sayIn()
  const number = Math.min(Math.max(asked, 1), hints.length)
  const heading = `${say(words.hint)} ${number}/${hints.length} · ${id} ${say(title)}`
  const follows = say(number < hints.length ? words.more : words.last)
  return card('?', heading, [say(hints[number - 1]!), follows])
}

/** Says when the solution may be seen. */
export function lockedCard(id: string, { title }: Exercise): Displayable {
  const say = sayIn()
  return card('?', `${say(words.solution)} · ${id} ${say(title)}`, [say(words.locked)])
}

/** The cell, done, and why it is so. */
export function solutionCard(id: string, exercise: Exercise): Displayable {
  const say = sayIn()
  const heading = `${say(words.solution)} · ${id} ${say(exercise.title)}`
  return card('=', heading, exercise.explanation ? [say(exercise.explanation)] : [], solutionOf(exercise))
}

function card(mark: string, heading: string, texts: readonly string[], code?: string): Displayable {
  const bundle = () => ({
    'text/html': box('plain', [
      headline(mark, heading),
      code === undefined ? '' : block(code),
      ...texts.map(paragraph),
    ]),
    'text/plain': [heading, code, ...texts].filter((text) => text !== undefined).join('\n'),
  })
  return { [displayKey]: bundle }
}
