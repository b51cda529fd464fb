// Where the tests of this folder find the programs that `npm test` sets up: the Python environment and our own command.
// Rule: a program that is missing is a failure that says what to type, never a skipped test.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root: string = join(import.meta.dirname, '..')
export const fixtures: string = join(import.meta.dirname, 'fixtures')
export const notebooks: string = join(root, 'notebooks')
export const lessons: string[] = ['01-mlp-parameter-counts', '05-cross-correlation', '06-conv-layer-and-learning']

/** How a program ended and what it wrote. */
export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** A program of the Python environment. */
export function python(program: string): string {
  return present(join(root, '.venv', 'bin', program))
}

/** Runs `tensorcell` as built in dist/. */
export function tensorcell(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return execute(process.execPath, [present(join(root, 'dist', 'cli', 'main.js')), ...args], environment)
}

/** Runs a program to its end, in the repository's folder. */
export function execute(program: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...environment }, maxBuffer: 1e8 }
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

function present(file: string): string {
  if (existsSync(file)) return file
  throw new Error(`${file} is missing. Type \`npm test\`, which sets it up.`)
}
