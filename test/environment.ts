// Where the tests of this folder find the programs that `npm test` sets up: the Python environment and our own command.
// Rule: a program that is missing is a failure that says what to type, never a skipped test.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeKernelspec } from '../src/cli/kernelspec.ts'

export const root: string = join(import.meta.dirname, '..')
export const fixtures: string = join(import.meta.dirname, 'fixtures')
export const notebooks: string = join(root, 'notebooks')
export const lessons: string[] = ['01-mlp-parameter-counts', '05-cross-correlation', '06-conv-layer-and-learning']

/** Where Jupyter programs look first, so that they run the kernel of this clone even when several clones share a .venv. */
process.env.JUPYTER_PATH = join(root, 'test-results', 'jupyter')
writeKernelspec(process.env.JUPYTER_PATH)

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

/**
 * The results of a Python file of this folder that prints a JSON object: each check's name, and null, what went wrong, or
 * why it was skipped.
 */
export async function pythonChecks(file: string): Promise<Record<string, null | string | { skipped: string }>> {
  const { stdout, stderr } = await execute(python('python'), [join(root, 'test', file)])
  if (stdout.startsWith('{')) return JSON.parse(stdout)
  throw new Error(`${file} could not report: ${stderr}`)
}

function present(file: string): string {
  if (existsSync(file)) return file
  throw new Error(`${file} is missing. Type \`npm test\`, which sets it up.`)
}
