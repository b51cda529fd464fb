// The folders where Jupyter looks for kernelspecs, computed as jupyter_core does, so that no Python is needed to find them.
// Rule: names a folder, never touches the disk except to ask an existing Python for its prefix.
// Source: https://jupyter.readthedocs.io/en/latest/use/jupyter-directories.html#data-files
import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CliError } from './errors.ts'

/** The data folder of the current user: what `jupyter --data-dir` prints. */
export function userDataFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (environment.JUPYTER_DATA_DIR) return environment.JUPYTER_DATA_DIR
  const home = environment.HOME ?? homedir()
  if (platform === 'darwin') return join(home, 'Library', 'Jupyter')
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'jupyter')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'jupyter')
}

/** The data folder of an installation, such as a virtual environment or `/usr/local`. */
export function prefixDataFolder(prefix: string): string {
  return join(resolve(prefix), 'share', 'jupyter')
}

/** The data folder of the Python environment that is active here; without one, that of `python3` itself. */
export function activeDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const active = environment.VIRTUAL_ENV || environment.CONDA_PREFIX
  if (active) return prefixDataFolder(active)
  const asked = spawnSync('python3', ['-c', 'import sys; print(sys.prefix)'], { encoding: 'utf8', env: environment })
  if (asked.status === 0 && asked.stdout.trim() !== '') return prefixDataFolder(asked.stdout.trim())
  throw new CliError(
    'There is no Python environment here: VIRTUAL_ENV and CONDA_PREFIX are not set, and python3 was not found.',
    'Activate an environment first, or name its folder: `tensorcell install --prefix DIR`.',
  )
}
