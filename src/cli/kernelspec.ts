// How the kernel is started: the one command line, for Jupyter (kernel.json) and for `tensorcell run` alike.
// Rule: every path is absolute, because Jupyter starts a kernel from the notebook's folder with an environment of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { largeLogo, smallLogo, vectorLogo } from './logo.ts'
import { packageRoot } from './package.ts'

/** The kernelspec's folder name: what a notebook's `metadata.kernelspec.name` says. */
export const kernelName = 'tensorcell'

/** The file that the kernel process runs. */
export const kernelEntry: string = join(packageRoot, 'dist', 'runtime', 'main.js')

/**
 * What the kernel's environment adds. TensorFlow's log must not reach stderr (nbgrader gives zero to a cell with any); the
 * malloc limits halve a convolution with readback on glibc: 12 ms → 6.5 ms (measured, ARCHITECTURE.md section 4).
 */
export const kernelEnvironment: Record<string, string> = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '536870912',
}

/**
 * The command line of the kernel. Without `--no-force-async-hooks-checks`, stopping a cell inside a timer aborts Node 20
 * (measured, MODELS.md section 3); without `--no-deprecation`, packages' warnings would fill the stderr of cells.
 */
export function kernelCommand(connectionFile: string): [program: string, ...args: string[]] {
  return [process.execPath, '--no-force-async-hooks-checks', '--no-deprecation', kernelEntry, connectionFile]
}

/**
 * Writes the kernelspec below a Jupyter data folder, replacing an older one, and returns the folder that it went to.
 * `check` is how strictly cells are checked: error, warn or off.
 */
export function writeKernelspec(dataFolder: string, check = 'error'): string {
  const folder = join(dataFolder, 'kernels', kernelName)
  const specification = {
    argv: kernelCommand('{connection_file}'),
    display_name: 'TypeScript (TensorCell)',
    language: 'typescript',
    interrupt_mode: 'message',
    env: check === 'error' ? kernelEnvironment : { ...kernelEnvironment, TENSORCELL_CHECK: check },
    metadata: { debugger: false, supported_encryption: ['curve'] },
    kernel_protocol_version: '5.5',
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(specification, null, 2)}\n`)
  writeFileSync(join(folder, 'logo-svg.svg'), vectorLogo)
  writeFileSync(join(folder, 'logo-32x32.png'), Buffer.from(smallLogo, 'base64'))
  writeFileSync(join(folder, 'logo-64x64.png'), Buffer.from(largeLogo, 'base64'))
  return folder
}
