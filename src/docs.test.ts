// What the docs of the library say, beside their example (src/doc-examples.test.ts): the shapes of arrays, and the
// errors.
// Rule: a public function tells its errors (`Throws a …`, `Rejects`, `Errors as …`), and what takes or gives arrays
// tells their shapes: `[height, width]`, `3 × 3`, `one row for each …`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as conv from './conv.ts'
import * as data from './data.ts'
import * as plot from './plot.ts'

const errors = /\b(?:throws|rejects|errors (?:as|of))\b/i
const shapes = /\[[^\]]+\]|×|\b(?:row|list|number) (?:for|of) each\b|\b(?:shapes|arguments)[^.]* as\b/i
const arrays = /\b(?:Matrix|Tensor\w*|number\[\]|Drawable|Nested|Input\dD|Array\d)\b/

interface Documented {
  name: string
  kind: string
  prose: string
  signature: string
}

describe.each(Object.entries({ conv, data, plot }))('tensorcell/%s', (entry, module) => {
  const documented = documentedIn(entry).filter(({ name }) => name in module)

  it('tells the errors of every function', () => {
    const silent = documented.filter(({ kind, prose }) => kind.startsWith('function') && !errors.test(prose))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('tells the shapes of arrays', () => {
    const silent = documented.filter(({ prose, signature }) => arrays.test(signature) && !shapes.test(prose))
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})

/** The exports of the files that an entry re-exports, with the docs in front of them. */
function documentedIn(entry: string): Documented[] {
  const paths = readFileSync(join(import.meta.dirname, `${entry}.ts`), 'utf8').matchAll(/from '(\.\/[^']+)'/g)
  return [...paths].flatMap(([, path]) => {
    const text = readFileSync(join(import.meta.dirname, path!), 'utf8')
    const found = text.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\nexport (?:async )?(function\*?|const|class) (\w+)(.*(?:\n {2}.*)*)/g,
    )
    return [...found].map(([, doc, kind, name, rest]) => ({
      name: name!,
      kind: kind!,
      prose: doc!.split('@example')[0]!.replace(/\s+\* ?/g, ' '),
      signature: kind === 'class' ? '' : rest!.split(/\{\n/)[0]!,
    }))
  })
}
