// The private Python environment that JupyterLab lives in: made once, and changed only when our requirements change.
// Rule: every way in which it cannot be made is one sentence that says what to type.
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CliError } from './errors.ts'
import { step } from './progress.ts'

const oldestPython = [3, 9] as const
const windows = process.platform === 'win32'

/** A program of the environment, such as `python` or `jupyter`. */
export function environmentProgram(environment: string, name: string): string {
  return windows ? join(environment, 'Scripts', `${name}.exe`) : join(environment, 'bin', name)
}

/** Makes the environment in the folder if need be and installs the requirement files that it has not got yet. */
export async function preparePython(environment: string, requirementFiles: string[]): Promise<void> {
  const wanted = hashOf(requirementFiles)
  const stamp = join(environment, 'tensorcell-requirements')
  const python = environmentProgram(environment, 'python')
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!existsSync(python) || !existsSync(environmentProgram(environment, 'pip'))) {
    await step(`Making a Python environment in ${environment}`, () => makeEnvironment(environment))
  }
  await step('Installing JupyterLab and plotly into it', () => installInto(python, requirementFiles))
  writeFileSync(stamp, wanted)
}

/**
 * Turns off what would stand between a newcomer and the lesson: the question about Jupyter news. The file is JupyterLab's own for
 * an environment (https://jupyterlab.readthedocs.io/en/stable/user/directories.html). The empty package.json lets JupyterLab's
 * yarn.js run as CommonJS: below a package of type "module", such as ours, Node refuses it and fills the log.
 */
export function quietenJupyterLab(environment: string): void {
  const folder = join(environment, 'etc', 'jupyter', 'labconfig')
  const page = { disabledExtensions: { '@jupyterlab/apputils-extension:announcements': true } }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'page_config.json'), `${JSON.stringify(page, null, 2)}\n`)
  writeFileSync(join(environment, 'package.json'), '{}\n')
}

/** The system's Python and its version. Throws a CliError when there is none, or only an old one. */
export function systemPython(): { program: string; version: string } {
  for (const program of windows ? ['py', 'python'] : ['python3', 'python']) {
    const asked = spawnSync(program, ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'], {
      encoding: 'utf8',
    })
    const version = asked.status === 0 ? asked.stdout.trim() : ''
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (major === oldestPython[0] && minor >= oldestPython[1]) return { program, version }
  }
  throw new CliError(
    `JupyterLab needs Python ${oldestPython.join('.')} or later, and there is no such python3 on the PATH.`,
    'Install it (Debian, Ubuntu: `apt-get install python3 python3-venv`; macOS: `brew install python3`), then start again.',
  )
}

async function makeEnvironment(environment: string): Promise<void> {
  const { program } = systemPython()
  try {
    await promisify(execFile)(program, ['-m', 'venv', environment])
  } catch (cause) {
    throw new CliError(
      `Python could not make an environment in ${environment}${reasonOf(cause)}.`,
      'If its venv module is missing, install it (Debian, Ubuntu: `apt-get install python3-venv`), then start again.',
      { cause },
    )
  }
}

async function installInto(python: string, requirementFiles: string[]): Promise<void> {
  const files = requirementFiles.flatMap((file) => ['-r', file])
  try {
    await promisify(execFile)(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...files])
  } catch (cause) {
    throw new CliError(
      `pip could not install JupyterLab${reasonOf(cause)}.`,
      'Check the network and the disk space, then start again; if that does not help, delete the environment first.',
      { cause },
    )
  }
}

/** The last line that a failed program wrote, as `: line`. */
function reasonOf(cause: unknown): string {
  const { stderr = '', stdout = '' } = cause as { stderr?: string; stdout?: string }
  const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1)?.trim().replace(/\.$/, '')
  return last ? `: ${last}` : ''
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}
