// What a reader can search for: the lesson's text and code, from one heading to the next.
// Rule: plain text only; each passage has the anchor that leads to it.
import type { Lesson } from './lesson.ts'
import { type Prose, plainText } from './markdown.ts'

/** A stretch of a lesson below one heading. */
export interface Passage {
  id: string
  heading: string
  text: string
}

/** The passages of a lesson. What stands above the first heading has the lesson's title and the anchor of its first cell. */
export function passagesOf({ cells }: Lesson, title: string, proseOf: (id: string) => Prose | undefined): Passage[] {
  const passages: Passage[] = []
  const add = (text: string): void => {
    const passage = passages.at(-1)
    if (passage) passage.text = `${passage.text}\n${text}`.trim()
  }
  for (const { kind, id, source } of cells) {
    if (passages.length === 0) passages.push({ id: `cell-${id}`, heading: title, text: '' })
    if (kind === 'code') add(source)
    for (const [index, token] of (proseOf(id)?.tokens ?? []).entries()) {
      const heading = proseOf(id)?.tokens[index - 1]
      if (heading?.type === 'heading_open')
        passages.push({ id: `${heading.attrGet('id')}`, heading: plainText(token), text: '' })
      else add(plainText(token))
    }
  }
  return passages.filter(({ text }) => text !== '')
}
