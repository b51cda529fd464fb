#!/usr/bin/env node
// The command `tensorcell`: finds the command by its name, runs it, and turns what goes wrong into a sentence and an exit code.
// Rule: no stack traces (`--debug` adds them); 1 = the command failed, 2 = the command line was wrong.
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { CliError, UsageError } from './errors.ts'
import { grade } from './grade.ts'
import { install } from './install.ts'
import { lab } from './lab.ts'
import { notes } from './notes.ts'
import { packageVersion } from './package.ts'
import { run } from './run.ts'
import { setup } from './setup.ts'
import { sheets } from './sheets.ts'
import { translate } from './translate.ts'

const commands: Record<string, Command> = { lab, run, notes, translate, sheets, grade, install, setup, doctor }

const overview = `TensorCell: a Jupyter kernel for TypeScript, made for deep-learning lessons.

Usage: tensorcell COMMAND [OPTIONS]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
  .join('\n')}

  tensorcell COMMAND --help   what a command does and its options
  tensorcell --version        the version
  --debug                     with any command: show where an error came from`

async function main(args: string[]): Promise<void> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') return console.log(packageVersion())
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return console.log(overview)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command)
    throw new UsageError(`There is no command "${name}".`, 'Type `tensorcell --help` for the list of commands.')
  if (rest.includes('--help') || rest.includes('-h')) return console.log(command.help)
  await command.start(rest)
}

function report(error: unknown, debug: boolean): number {
  const failure = understood(error)
  if (failure instanceof CliError) process.stderr.write(`${failure.message}\n${failure.remedy}\n`)
  else
    process.stderr.write(
      `${failure}\nThis is a fault in TensorCell. Run the command again with --debug to see where.\n`,
    )
  if (debug) console.error(error)
  return failure instanceof CliError ? failure.exitCode : 1
}

/** node:util's parseArgs reports a wrong option by an error code of its own; its first sentence is clear enough to show. */
function understood(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!(error instanceof Error) || !code.startsWith('ERR_PARSE_ARGS')) return error
  const [sentence = error.message] = error.message.split('. To specify')
  return new UsageError(`${sentence.replace(/\.$/, '')}.`, 'Add --help to the command to see its options.', {
    cause: error,
  })
}

const args = process.argv.slice(2)
const debug = args.includes('--debug')
try {
  await main(args.filter((arg) => arg !== '--debug'))
} catch (error) {
  process.exitCode = report(error, debug)
}
