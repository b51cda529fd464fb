import { describe, expect, it } from 'vitest'
import { Documents } from './documents.ts'
import { type Declared, wordsOf } from './syntax.ts'

describe('cell documents', () => {
  it('are used again when nothing is made of them any more, however often a cell runs', () => {
    const documents = started()
    for (let run = 0; run < 100; run++) accept(documents, 'const a = 1', 'a')
    expect(documents.documentFor(undefined, 'ts')).toBeLessThan(16)
  })

  it('stay while another cell is made of them', () => {
    const documents = started()
    const first = accept(documents, 'const a = 1', 'a')
    accept(documents, 'const b = a', 'b')
    const later = Array.from({ length: 5 }, () => accept(documents, 'const a = 2', 'a'))
    expect(later).not.toContain(first)
  })

  it('are not taken by cells that declare nothing', () => {
    const documents = started()
    expect([accept(documents, '1 + 1'), accept(documents, 'f()')]).toEqual([0, 0])
  })

  it('import the newest declaration of each name that a cell uses, and no other', () => {
    const documents = started()
    accept(documents, 'const a = 1', 'a')
    accept(documents, 'const a = 2; const b = 1', 'a', 'b')
    expect(documents.text(9, 'a', [], wordsOf('a'))).toBe(
      "import { a$1 as a } from './__names0.ts';import {  } from './__names1.ts';\na\nexport {  }",
    )
  })

  it('import always the same modules, so that a change is no new program for TypeScript', () => {
    const documents = started()
    accept(documents, 'let a = 1', 'a')
    const specifiers = ['', 'a', 'a + unknown'].map((code) =>
      documents.text(9, code, [], wordsOf(code)).match(/from '[^']*'/g),
    )
    expect(specifiers).toEqual(Array(3).fill(["from './__names0.ts'"]))
  })
})

function started(): Documents {
  const documents = new Documents('/lessons')
  documents.moreSpares('ts')
  return documents
}

/** Accepts a cell that declares constants, and returns its document. */
function accept(documents: Documents, code: string, ...names: string[]): number {
  if (documents.documentFor(undefined, 'ts') === undefined) documents.moreSpares('ts')
  const document = documents.documentFor(undefined, 'ts')!
  const declared = names.map((name): Declared => ({ name, kind: 'constant' }))
  documents.accept(document, declared, wordsOf(code), undefined, false)
  return document
}
