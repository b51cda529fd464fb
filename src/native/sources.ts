// The registries' packages that carry TensorFlow's library, in the order we try them, and how each is downloaded.
// Rule: every archive is named with its sha256, and nothing of it is installed or run. Not newer than 2.15: TensorFlow 2.18
// and later round int32 to 0 under tfjs-node's binding (measured, ARCHITECTURE.md 4).
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finds, run } from './command.ts'

/** A downloadable archive with libtensorflow_cc and libtensorflow_framework in it. */
export interface Source {
  version: string
  archive: string
  sha256: string
  megabytes: number
  through: string
  /** Whether the program that downloads it is here. */
  isAvailable: () => Promise<boolean>
  /** Puts `archive` into the folder, which is empty and ours. */
  download: (folder: string) => Promise<void>
}

const wheel: Source = {
  version: '2.15.1',
  archive: 'tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
  megabytes: 207,
  through: 'pip',
  isAvailable: async () => (await hasPip()) || finds('python3', ['-c', 'import ensurepip']),
  async download(folder) {
    const requirements = join(folder, 'requirements.txt')
    await writeFile(requirements, `tensorflow-cpu==${wheel.version} --hash=sha256:${wheel.sha256}\n`)
    // Any Python will do: the wheel is for CPython 3.11, and only taken apart.
    const target = ['--python-version', '311', '--implementation', 'cp', '--abi', 'cp311']
    const only = ['--platform', 'manylinux2014_x86_64', '--only-binary=:all:', '--no-deps', '--no-cache-dir']
    const what = ['--require-hashes', '-r', requirements, '-d', folder]
    // pip collects the download in its temporary folder first; /tmp may be small.
    const env = { TMPDIR: folder }
    await run(await pythonWithPip(folder), ['-m', 'pip', 'download', '--quiet', ...target, ...only, ...what], { env })
  },
}

function hasPip(): Promise<boolean> {
  return finds('python3', ['-m', 'pip', '--version'])
}

/** The system's Python, or one of a passing environment: Debian's python3-venv brings pip only into environments. */
async function pythonWithPip(folder: string): Promise<string> {
  if (await hasPip()) return 'python3'
  const environment = join(folder, 'environment')
  await run('python3', ['-m', 'venv', environment])
  return join(environment, 'bin/python')
}

const jar: Source = {
  version: '2.10.1',
  archive: 'tensorflow-core-api-0.5.0-linux-x86_64.jar',
  sha256: 'f394c5be26c8f3b644cdc77e6741b2cfe774caa8aedeb969c50e074444feac55',
  megabytes: 117,
  through: 'Maven',
  isAvailable: () => finds('mvn', ['--version']),
  async download(folder) {
    const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy'
    const artifact = '-Dartifact=org.tensorflow:tensorflow-core-api:0.5.0:jar:linux-x86_64'
    const places = [`-Dmaven.repo.local=${join(folder, 'repository')}`, `-DoutputDirectory=${folder}`]
    await run('mvn', ['-q', '-B', ...places, copy, artifact], { cwd: folder })
  },
}

/** pip first: more machines have it, and its TensorFlow is newer. */
export const sources: Source[] = [wheel, jar]
