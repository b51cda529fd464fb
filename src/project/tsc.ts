// TypeScript 7 as a program: where it is, and a module compiled by it.
// Rule: it looks at no file but the one it compiles, so that neither the user's folder nor its types cost time.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import type { CompileOptions, JavaScript } from './javascript.ts'

/** TypeScript 7 is a native program, in a package of its own for each platform. */
export function compilerProgram(): string {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
  const platform = `@typescript/typescript-${process.platform}-${process.arch}`
  const folder = dirname(createRequire(typescript).resolve(`${platform}/package.json`))
  return join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc')
}

const fixed =
  '--ignoreConfig --noCheck --noResolve --noLib --isolatedModules --target es2023 --module esnext --moduleDetection force --sourceMap'

/** Of the user's options, those that shape the JavaScript. */
const shaping = [
  'experimentalDecorators',
  'emitDecoratorMetadata',
  'useDefineForClassFields',
  'jsx',
  'jsxFactory',
  'jsxFragmentFactory',
  'jsxImportSource',
]

/** Compiles a module without syntax mistakes. */
export function emit(source: string, file: string, { keepImports, options }: CompileOptions): JavaScript {
  const folder = mkdtempSync(join(tmpdir(), 'tensorcell-'))
  try {
    const input = extname(file) === '.tsx' ? 'module.tsx' : 'module.ts'
    writeFileSync(join(folder, input), source)
    const shape = shaping.flatMap((name) => (options[name] === undefined ? [] : [`--${name}`, String(options[name])]))
    const jsx = options.jsx === undefined || options.jsx === 'preserve' ? ['--jsx', 'react-jsx'] : []
    run([...fixed.split(' '), '--verbatimModuleSyntax', String(keepImports), ...shape, ...jsx, input], folder)
    const output = join(folder, 'module.js')
    const code = readFileSync(output, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, '')
    return { code, map: JSON.parse(readFileSync(`${output}.map`, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without a library, TypeScript misses `Array` and ends with 1 or 2; it writes the JavaScript all the same. */
function run(args: string[], folder: string): void {
  try {
    execFileSync(compilerProgram(), args, { cwd: folder, stdio: 'ignore' })
  } catch (error) {
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') throw error
  }
}
