// `tensorcell setup`: builds TensorFlow's native library for this user, or removes it.
// Rule: the work is src/native's; this file gives it a command line and `lab` a step that may fail.
import { parseArgs } from 'node:util'
import { isSetUp, remove, setUp } from '../native/setup.ts'
import type { Command } from './command.ts'
import { CliError } from './errors.ts'

export const setup: Command = {
  summary: "build TensorFlow's native library for fast lessons, or --remove it",
  help: `Usage: tensorcell setup [--remove]

Downloads TensorFlow's library from a package registry, compiles the addon of tfjs-node with g++, and keeps both in your cache
folder, for every project of yours. What is already there is not done again. Without it the lessons run on WebAssembly.

  --remove   delete what an earlier set-up left`,

  async start(args) {
    const { values } = parseArgs({ args, options: { remove: { type: 'boolean' } } })
    if (values.remove) {
      await remove()
      return console.log("TensorFlow's native library is removed. The lessons run on WebAssembly now.")
    }
    await buildNative((line) => console.log(line))
    console.log("TensorFlow's native library is ready.")
  },
}

/** Does the set-up, reporting each step. Throws a CliError that says what is missing and what to type. */
export async function buildNative(report: (line: string) => void): Promise<void> {
  try {
    await setUp(report)
  } catch (cause) {
    const situation = cause instanceof Error ? cause.message : String(cause)
    throw new CliError(
      situation,
      'Until it is set up (`npx tensorcell setup`) the lessons run on WebAssembly, slower.',
      {
        cause,
      },
    )
  }
}

/** The set-up as a step of `lab`: the lessons also run without it, so a failure is told and is not the end. */
export async function tryBuildNative(): Promise<void> {
  if (isSetUp()) return
  console.log("Setting up TensorFlow's native library (once for this user)")
  try {
    await buildNative((line) => console.log(`  ${line}`))
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    console.log(`  ${error.message} ${error.remedy}`)
  }
}
