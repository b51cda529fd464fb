// The documentation's examples, run: each public function of tensorcell/conv, data and plot shows how to use it in a
// fenced `ts` block under `@example`, checked by tsc as a cell is and then run with the entries and `tf` in scope.
// Rule: `expression // → value` must give that value (1.41… is a number cut short, a tensor is its numbers), and
// `expression // throws words` must throw an error whose message has these words.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { transformSync } from 'oxc-transform'
import { describe, expect, it } from 'vitest'
import * as conv from './conv.ts'
import * as course from './course.ts'
import * as data from './data.ts'
import { tf } from './native/tensorflow.ts'
import * as plot from './plot.ts'

interface Example {
  entry: string
  name: string
  code: string
}

const src = import.meta.dirname
const scope = { ...conv, ...course, ...data, plot, tf }

const entries: Record<string, Record<string, unknown>> = { conv, course, data, plot }
const examples = Object.keys(entries).flatMap(examplesOf)

describe('examples', () => {
  it('stand in the docs of every public function', () => {
    for (const [entry, module] of Object.entries(entries)) {
      const functions = Object.keys(module).filter((name) => typeof module[name] === 'function')
      const shown = examples.filter((example) => example.entry === entry).map(({ name }) => name)
      const missing = functions.filter((name) => !shown.includes(name))
      expect(missing, `Give these an @example in src/${entry}/`).toEqual([])
    }
  })

  it('are accepted by TypeScript', () => {
    expect(diagnosticsOf(examples)).toBe('')
  })

  it.each(examples.map((example) => [`${example.entry}: ${example.name}`, example] as const))(
    '%s',
    async (_, { code }) => {
      await tf.engine().startScope()
      await run(code)
      tf.engine().endScope()
    },
  )
})

/** The examples in the docs of what an entry file re-exports. */
function examplesOf(entry: string): Example[] {
  const sources = [...readFileSync(join(src, `${entry}.ts`), 'utf8').matchAll(/from '(\.\/[^']+)'/g)]
  const exported = entries[entry]!
  return sources.flatMap(([, path]) => {
    const text = readFileSync(join(src, path!), 'utf8')
    const documented = text.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\nexport (?:async )?(?:function\*?|const|class) (\w+)/g,
    )
    return [...documented]
      .filter(([, , name]) => name! in exported)
      .flatMap(([, doc, name]) => blocksOf(doc!).map((code) => ({ entry, name: name!, code })))
  })
}

function blocksOf(doc: string): string[] {
  const text = doc.replaceAll(/^ \* ?/gm, '')
  return [...text.matchAll(/@example\n```ts\n([\s\S]*?)\n```/g)].map(([, code]) => code!)
}

/** What tsc says about all examples, one module each, with the indexing rule of cells. */
function diagnosticsOf(all: readonly Example[]): string {
  const root = join(src, '..')
  const folder = mkdtempSync(join(root, 'node_modules/.doc-examples-'))
  const imports = ['conv', 'course', 'data']
    .map((entry) => `import { ${Object.keys(entries[entry]!).join(', ')} } from '../../src/${entry}.ts'\n`)
    .join('')
  try {
    all.forEach(({ name, code }, index) => {
      const whole = `import * as plot from '../../src/plot.ts'\nimport * as tf from '@tensorflow/tfjs'\n`
      writeFileSync(join(folder, `${index}-${name}.ts`), `${imports}${whole}{\n${code}\n}\n`)
    })
    const loose = { noUncheckedIndexedAccess: false, noUnusedLocals: false, allowImportingTsExtensions: true }
    const config = { extends: '../../tsconfig.json', compilerOptions: loose, include: ['*.ts'], exclude: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function run(code: string): Promise<void> {
  const javaScript = transformSync('example.ts', `export {}\n${checked(code)}`).code.replace('export {};', '')
  const names = [...Object.keys(scope), 'check', 'refuses']
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(run).constructor
  await new AsyncFunction(...names, `{ ${javaScript} }`)(...Object.values(scope), check, refuses)
}

/** The code with each promised value and error made into a call of `check` or `refuses`. */
function checked(code: string): string {
  const { program, comments } = parseSync('example.ts', code)
  const promises = program.body
    .filter((statement) => statement.type === 'ExpressionStatement')
    .flatMap((statement) => {
      const comment = comments.find(
        ({ start }) => /^;?[ \t]*$/.test(code.slice(statement.end, start)) && start >= statement.end,
      )
      const [, kind, text] = /^ (→|throws) ?(.*)$/.exec(comment?.value ?? '') ?? []
      return kind ? [{ statement, kind, text: text! }] : []
    })
  let result = code
  for (const { statement, kind, text } of promises.reverse()) {
    const expression = code.slice(statement.start, statement.end).replace(/;$/, '')
    const call = kind === '→' ? `check(await (${expression}), ` : `await refuses(async () => (${expression}), `
    result = `${result.slice(0, statement.start)}${call}${JSON.stringify(text)})\n${result.slice(statement.end)}`
  }
  return result
}

function check(actual: unknown, text: string): void {
  const expected = new Function('near', `return (${text.replaceAll(/-?\d[\d_]*\.\d+…/g, near)})`)(Near.from)
  const numbers = isTensor(actual) ? actual.arraySync() : actual
  if (!matches(numbers, expected, isTensor(actual) ? 1e-5 : 1e-9)) expect(numbers).toEqual(expected)
}

async function refuses(action: () => Promise<unknown>, words: string): Promise<void> {
  await expect(action()).rejects.toThrow(words)
}

/** A number whose last digits the documentation leaves out. */
class Near {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
  static from(digits: string): Near {
    return new Near(digits)
  }
  fits(value: number): boolean {
    const decimals = this.digits.length - this.digits.indexOf('.') - 1
    return Math.abs(value - Number(this.digits)) <= 10 ** -decimals
  }
}

function near(text: string): string {
  return `near('${text.replaceAll(/[_…]/g, '')}')`
}

function matches(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (expected instanceof Near) return typeof actual === 'number' && expected.fits(actual)
  if (typeof expected === 'number' && typeof actual === 'number')
    return (
      Object.is(actual + 0, expected + 0) || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected))
    )
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null) return false
  const keys = Object.keys(expected)
  if (keys.length !== Object.keys(actual).length) return false
  return keys.every((key) => matches(Reflect.get(actual, key), Reflect.get(expected, key), tolerance))
}

function isTensor(value: unknown): value is { arraySync(): unknown } {
  return typeof value === 'object' && value !== null && 'arraySync' in value
}
