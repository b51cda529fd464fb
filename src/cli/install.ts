// `tensorcell install`: lets every Jupyter front end of a user, an environment or a prefix find the kernel.
// Rule: writes the kernelspec itself, so neither Python nor `jupyter` has to be on the PATH.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { activeDataFolder, prefixDataFolder, userDataFolder } from './data-folders.ts'
import { CliError, UsageError } from './errors.ts'
import { kernelEntry, writeKernelspec } from './kernelspec.ts'

export const install: Command = {
  summary: 'let Jupyter find the kernel (no Python needed)',
  help: `Usage: tensorcell install [--user | --sys-prefix | --prefix DIR] [--check error|warn|off]

Writes the kernelspec "tensorcell" where Jupyter looks for kernels, and prints where it went.

  --user         for you alone (the default)
  --sys-prefix   into the active Python environment (VIRTUAL_ENV, CONDA_PREFIX, or python3's own)
  --prefix DIR   below DIR/share/jupyter, such as /usr/local for everyone on the machine
  --check HOW    what a type mistake does: "error" keeps the cell from running (the default), "warn" prints it and
                 runs the cell, "off" does not look`,

  async start(args) {
    const { values } = parseArgs({
      args,
      options: {
        user: { type: 'boolean' },
        'sys-prefix': { type: 'boolean' },
        prefix: { type: 'string' },
        check: { type: 'string', default: 'error' },
      },
    })
    const { check, ...place } = values
    if (Object.keys(place).length > 1) {
      throw new UsageError('--user, --sys-prefix and --prefix exclude each other.', 'Give one of them.')
    }
    if (!['error', 'warn', 'off'].includes(check)) {
      throw new UsageError(`--check ${check} is not known.`, 'Give error, warn or off.')
    }
    if (!existsSync(kernelEntry)) {
      throw new CliError(
        `The kernel is not built: ${kernelEntry} is missing.`,
        'Type `npm start` in the repository first.',
      )
    }
    console.log(`The kernel "TypeScript (TensorCell)" is installed in ${writeInto(dataFolder(place), check)}`)
  },
}

function dataFolder(values: { 'sys-prefix'?: boolean; prefix?: string }): string {
  if (values.prefix !== undefined) return prefixDataFolder(values.prefix)
  return values['sys-prefix'] ? activeDataFolder() : userDataFolder()
}

function writeInto(folder: string, check: string): string {
  try {
    return writeKernelspec(folder, check)
  } catch (error) {
    throw new CliError(
      `${folder} cannot be written: ${error instanceof Error ? error.message : error}.`,
      'Name a folder of your own with --prefix DIR, or set JUPYTER_DATA_DIR.',
      { cause: error },
    )
  }
}
