// `tensorcell doctor`: what is found on this machine, what is missing, and what to type.
// Rule: looks and never changes anything; ends with exit code 1 only when the kernel itself could not run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nativeModule } from '../native/place.ts'
import type { Command } from './command.ts'
import { prefixDataFolder, userDataFolder } from './data-folders.ts'
import { CliError } from './errors.ts'
import { kernelEntry, kernelName } from './kernelspec.ts'
import { packageRoot, packageVersion } from './package.ts'
import { environmentProgram, systemPython } from './python-environment.ts'

/** One line of the report. `missing` is what to type; without it the thing was found. */
interface Finding {
  what: string
  found: string
  missing?: string
  /** Without this thing no cell can run. */
  needed?: boolean
}

export const doctor: Command = {
  summary: 'say what is found, what is missing, and what to type',
  help: `Usage: tensorcell doctor [--venv DIR]

Looks at everything that the kernel, JupyterLab and the tests use. Ends with exit code 1 if the kernel cannot run.

  --venv DIR     the Python environment to look at (default: .venv in the current folder)`,

  async start(args) {
    const { values } = parseArgs({ args, options: { venv: { type: 'string', default: '.venv' } } })
    const findings = [...kernelFindings(), ...jupyterFindings(resolve(values.venv)), chromium()]
    for (const finding of findings) console.log(line(finding))
    if (findings.every(({ needed, missing }) => !needed || missing === undefined)) return
    throw new CliError('The kernel cannot run on this machine yet.', 'Do what the lines marked ✗ say.')
  },
}

function line({ what, found, missing, needed }: Finding): string {
  if (missing === undefined) return `✓ ${what}: ${found}`
  return `${needed ? '✗' : '–'} ${what}: ${found}. ${missing}`
}

function kernelFindings(): Finding[] {
  return [
    node(),
    answer('npm', 'npm', ['--version'], 'Only to install packages: install npm 10 or 11.'),
    {
      ...answer(
        'TypeScript',
        process.execPath,
        [join(packagePath('typescript'), 'bin', 'tsc'), '--version'],
        installRemedy,
      ),
      needed,
    },
    zeromq(),
    existsSync(kernelEntry)
      ? { what: 'kernel', found: `${kernelEntry} (tensorcell ${packageVersion()})` }
      : { what: 'kernel', found: 'not built', missing: 'Type `npm start` in the repository.', needed },
    tensorflow(),
  ]
}

const needed = true
const installRemedy = 'Type `npm install` where tensorcell is installed (in the repository: `npm start`).'

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const found = `${process.versions.node} (${process.execPath})`
  const isOld = major < 20 || (major === 20 && minor < 19)
  return { what: 'Node', found, needed, ...(isOld && { missing: 'Install Node 20.19 or later.' }) }
}

/** Loads it in another process, so that an addon made for another machine cannot take this one down. */
function zeromq(): Finding {
  const script = `import(${JSON.stringify('zeromq')}).then(({ version }) => console.log('loads, libzmq ' + version))`
  return { ...answer('zeromq', process.execPath, ['--input-type=module', '-e', script], installRemedy), needed }
}

function tensorflow(): Finding {
  const native = nativeModule(process.cwd())
  if (native !== undefined) return { what: 'TensorFlow', found: `native (${native})` }
  return {
    what: 'TensorFlow',
    found: 'on WebAssembly, slower',
    missing: 'For the native library type `npx tensorcell setup`.',
  }
}

function jupyterFindings(environment: string): Finding[] {
  return [
    python(),
    answer('venv', systemPythonOr('python3'), ['-c', 'import venv, ensurepip; print("there")'], venvRemedy),
    answer('JupyterLab', environmentProgram(environment, 'jupyter-lab'), ['--version'], labRemedy),
    renderer(environment),
    kernelspec(environment),
  ]
}

const venvRemedy = 'Only for `tensorcell lab`: install it (Debian, Ubuntu: `apt-get install python3-venv`).'
const labRemedy = 'Only for `tensorcell lab`, which installs it itself.'

function python(): Finding {
  try {
    const { program, version } = systemPython()
    return { what: 'Python', found: `${version} (${program})` }
  } catch (error) {
    const { message, remedy } = error as CliError
    return { what: 'Python', found: message.replace(/\.$/, ''), missing: remedy }
  }
}

function systemPythonOr(otherwise: string): string {
  try {
    return systemPython().program
  } catch {
    return otherwise
  }
}

/** JupyterLab draws Plotly figures only with the extension that the pip package plotly brings to the server's environment. */
function renderer(environment: string): Finding {
  const folder = join(prefixDataFolder(environment), 'labextensions', 'jupyterlab-plotly')
  if (existsSync(folder)) return { what: 'Plotly renderer', found: folder }
  return { what: 'Plotly renderer', found: `not in ${environment}`, missing: labRemedy }
}

/** A kernelspec may outlive the Node or the package that its command line names. */
function kernelspec(environment: string): Finding {
  const files = [prefixDataFolder(environment), userDataFolder()].map((folder) =>
    join(folder, 'kernels', kernelName, 'kernel.json'),
  )
  const file = files.find((candidate) => existsSync(candidate))
  const missing = 'Type `npx tensorcell install` (`tensorcell lab` does it for its own environment).'
  if (file === undefined) return { what: 'kernelspec', found: 'Jupyter does not know the kernel', missing }
  const { argv } = JSON.parse(readFileSync(file, 'utf8')) as { argv: string[] }
  const gone = argv.find((part) => part.startsWith('/') && !existsSync(part))
  if (gone !== undefined) return { what: 'kernelspec', found: `${file} names ${gone}, which is gone`, missing }
  return { what: 'kernelspec', found: file }
}

function chromium(): Finding {
  return answer('Chromium', 'chromium', ['--version'], 'Only for the tests: `apt-get install chromium`.')
}

/** What a program says when asked, or that it is missing. */
function answer(what: string, program: string, args: string[], missing: string): Finding {
  const asked = spawnSync(program, args, { encoding: 'utf8', cwd: packageRoot })
  const [found = ''] = (asked.stdout ?? '').trim().split('\n')
  return asked.status === 0 && found !== '' ? { what, found } : { what, found: 'not found', missing }
}

/** Wherever npm put it: below this package, or beside it. */
function packagePath(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return join(packageRoot, 'node_modules', name)
  }
}
