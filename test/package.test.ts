// The package as people get it: packed, then installed by npm 10 and npm 11 into an empty folder, where it computes on the
// native build of this user's cache without building it again, and on WebAssembly where there is none.
// Rule: nothing of the repository is within reach of the installed copy.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUp } from '../src/native/setup.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'tensorcell-package-'))
let tarball: string

beforeAll(async () => {
  await setUp((line) => console.log(line))
  tarball = pack()
}, 900_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Packs a copy of the repository, built from its sources, so that a dist/ in use or out of date has no part in it. */
function pack(): string {
  const copy = join(folder, 'copy')
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] }
  for (const name of ['package.json', 'README.md', 'LICENSE', ...files.filter((name) => name !== 'dist')]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(copy, 'dist')], { cwd: root })
  const printed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: copy, encoding: 'utf8' })
  const packed: unknown = JSON.parse(printed)
  const [first] = Array.isArray(packed) ? packed : Object.values(packed as Record<string, unknown>)
  return join(folder, (first as { filename: string }).filename)
}

const program = `
import { corr2d } from 'tensorcell/conv'
const { tf, backend } = await import(import.meta.resolve('tensorcell/conv').replace('conv.js', 'native/tensorflow.js'))
const image = tf.tensor2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]])
const slide = (kernel) => corr2d(image, kernel)
const kernel = tf.tensor2d([[0, 1], [2, 3]])
const values = slide(kernel).arraySync()
const gradient = tf.grad((kernel) => slide(kernel).sum())(kernel).arraySync()
console.log(JSON.stringify({ backend: backend.name, values, gradient }))
`

function runIn(project: string, environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['lesson.mjs'], {
    cwd: project,
    env,
    encoding: 'utf8',
  })
  return { printed: status === 0 ? JSON.parse(stdout) : stdout, stderr }
}

const values = [
  [19, 25],
  [37, 43],
]
const gradient = [
  [8, 12],
  [20, 24],
]

describe.each(['npm@10', 'npm@11'])('installed by %s', (npm) => {
  const project = join(folder, npm)

  beforeAll(() => {
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{ "private": true }')
    writeFileSync(join(project, 'lesson.mjs'), program)
    execFileSync('npx', ['-y', npm, 'install', '--no-audit', '--no-fund', tarball], { cwd: project, stdio: 'pipe' })
  }, 600_000)

  it("computes on the native build of the user's cache", () => {
    expect(runIn(project)).toEqual({ printed: { backend: 'tensorflow', values, gradient }, stderr: '' })
  })

  it('computes the same on WebAssembly where nothing is set up', () => {
    const environment = { TENSORCELL_HOME: join(project, 'empty') }
    expect(runIn(project, environment)).toEqual({ printed: { backend: 'wasm', values, gradient }, stderr: '' })
  })

  it('carries what set-up needs, and set-up finds its work done', () => {
    const setUpAgain = join(project, 'node_modules/tensorcell/dist/native/setup.js')
    const script = `import(${JSON.stringify(setUpAgain)}).then(({ setUp }) => setUp(console.log))`
    expect(execFileSync(process.execPath, ['-e', script], { cwd: project, encoding: 'utf8' })).toBe('')
  })
})
