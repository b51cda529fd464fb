// Runs another program (pip, npm, g++) for set-up and turns its failure into a sentence.
// Rule: its output is kept for the failure's message and never reaches our own stdout or stderr.
import { spawn } from 'node:child_process'

/** Set-up cannot go on. The message is a sentence about the situation and what to type; show it without a stack. */
export class SetUpError extends Error {
  override name = 'SetUpError'
}

/** A program ended badly. `output` is the end of what it printed. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/**
 * Runs a program to its end and returns what it printed to stdout.
 *
 *     await run('g++', ['--version'])
 *
 * @throws CommandError when the program is missing or exits with anything but 0.
 */
export function run(
  program: string,
  parameters: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
  })
  let stdout = ''
  let all = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    all += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    all += text
  })
  return new Promise((succeed, fail) => {
    child.once('error', (error) => fail(new CommandError(`${program} did not start: ${error.message}.`)))
    child.once('close', (code, signal) => {
      if (code === 0) succeed(stdout)
      else fail(new CommandError(`${program} ended with ${signal ?? `exit code ${code}`}.\n${lastLines(all)}`.trim()))
    })
  })
}

/** Whether a program is there: `finds('g++', ['--version'])`. */
export async function finds(program: string, parameters: string[]): Promise<boolean> {
  return run(program, parameters).then(
    () => true,
    () => false,
  )
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-12).join('\n')
}
