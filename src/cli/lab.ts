// `tensorcell lab`: from an empty machine to the first lesson in JupyterLab; what `npm start` runs.
// Rule: each step is done once; the second start goes straight to the server.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { prefixDataFolder } from './data-folders.ts'
import { CliError, UsageError } from './errors.ts'
import { writeKernelspec } from './kernelspec.ts'
import { choosePort, type LabServer, startLab } from './lab-server.ts'
import { packageRoot } from './package.ts'
import { environmentProgram, preparePython, quietenJupyterLab } from './python-environment.ts'
import { tryBuildNative } from './setup.ts'

export const lab: Command = {
  summary: 'open a folder of notebooks in JupyterLab on this kernel',
  help: `Usage: tensorcell lab [FOLDER] [--no-browser] [--port N] [--venv DIR]

Sets up what is missing (TensorFlow's native library, a Python environment with JupyterLab and plotly, the kernelspec in it),
starts JupyterLab on FOLDER (default: the current folder), prints its address and opens the browser. Ctrl-C ends it.

  --no-browser   only print the address
  --port N       listen on port N (default: the first free one from 8888)
  --venv DIR     the Python environment to use or make (default: .venv in the current folder)`,

  async start(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'no-browser': { type: 'boolean' },
        port: { type: 'string' },
        venv: { type: 'string', default: '.venv' },
      },
    })
    const folder = folderOf(positionals)
    const port = await choosePort(portOf(values.port))
    await tryBuildNative()
    const environment = resolve(values.venv)
    await prepareJupyter(environment)
    const python = environmentProgram(environment, 'python')
    const server = await startLab({ python, folder, port, logFile: join(environment, 'jupyterlab.log') })
    const address = `${server.origin}${firstPage(folder)}?token=${server.token}`
    console.log(`\nJupyterLab is running. Its address:\n\n    ${address}\n\nCtrl-C ends it.`)
    if (!values['no-browser']) openBrowser(address)
    await untilEnded(server)
  },
}

/** JupyterLab and our kernelspec in the environment; shared with `npm test`, which adds requirements of its own. */
export async function prepareJupyter(environment: string, moreRequirements: string[] = []): Promise<void> {
  await preparePython(environment, [join(packageRoot, 'requirements.txt'), ...moreRequirements])
  quietenJupyterLab(environment)
  writeKernelspec(prefixDataFolder(environment))
}

function folderOf(positionals: string[]): string {
  if (positionals.length > 1) {
    throw new UsageError(
      `One folder at a time; these are ${positionals.length}.`,
      'Name one: `tensorcell lab notebooks`.',
    )
  }
  const folder = resolve(positionals[0] ?? '.')
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder
  throw new CliError(`There is no folder ${folder}.`, 'Name a folder with notebooks, or make it first.')
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new UsageError(`"${text}" is not a port.`, 'Give a number from 1 to 65535: `--port 8889`.')
}

/** The first notebook of the folder by name, so that a newcomer lands in a lesson. */
function firstPage(folder: string): string {
  const [first] = readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
  return first === undefined ? '/lab' : `/lab/tree/${encodeURIComponent(first)}`
}

/** Leaves the browser to the desktop; where there is none, the printed address is enough. */
function openBrowser(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }
  const [program, ...args] = openers[process.platform] ?? ['xdg-open', address]
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be opened here. Open the address yourself.'))
    .unref()
}

async function untilEnded(server: LabServer): Promise<void> {
  let asked = false
  const end = () => {
    if (!asked) console.log('\nEnding JupyterLab …')
    asked = true
    void server.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
  await server.ended
  if (!asked) throw new CliError('JupyterLab ended by itself.', 'Its log is jupyterlab.log in the Python environment.')
  process.exit(0)
}
