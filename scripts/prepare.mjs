// Brings a fresh clone to the point where dist/ runs: checks Node, installs the locked dependencies, compiles src/.
// Rule: needs nothing but Node itself, and does a step only when its inputs changed, so that a second start costs milliseconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const oldestNode = [20, 19]

/** Does what is still to do, with a line and the seconds for each step; ends the process with a sentence when a step fails. */
export function prepare() {
  checkNode()
  if (!dependenciesAreInstalled()) step('Installing the locked dependencies (npm ci)', installDependencies)
  const sources = hashOfSources()
  if (builtFrom() !== sources) step('Compiling src/ to dist/', () => build(sources))
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  stop(
    `TensorCell needs Node ${oldestNode.join('.')} or later; this is Node ${process.versions.node}.`,
    'Install a newer Node (20, 22 or 24), then type the same command again.',
  )
}

/** Compares the lock with the record that npm itself leaves in node_modules; a package that another platform needs may be absent. */
function dependenciesAreInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    return installed[path] ? installed[path].version === version : optional === true || devOptional === true
  })
}

function installDependencies() {
  const npm = process.env.npm_execpath
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const done = spawnSync(program, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (done.status === 0) return
  // npm adds its whole manual to some errors; what went wrong stands in the first lines.
  const reason = done.error ? String(done.error) : done.stderr.split('\n').slice(0, 8).join('\n')
  stop(`npm ci failed.\n${reason}`, 'Check the network and the disk space, then type the same command again.')
}

/** Builds beside dist/ and moves it into place: a failed or killed build leaves the old dist/ whole. */
function build(sources) {
  const fresh = join(root, `dist-${process.pid}`)
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const done = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    stop(
      `The sources do not compile.\n${done.stdout}${done.stderr}`,
      'Mend the errors above, then type the same command again.',
    )
  }
  writeFileSync(join(fresh, '.sources'), sources)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(fresh, join(root, 'dist'))
}

function builtFrom() {
  const stamp = join(root, 'dist', '.sources')
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

function hashOfSources() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join('src', file))
    .sort()
  const hash = createHash('sha256')
  for (const file of [...sources, 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function step(what, work) {
  process.stdout.write(`${what} … `)
  const begin = performance.now()
  work()
  process.stdout.write(`${((performance.now() - begin) / 1000).toFixed(1)} s\n`)
}

function stop(problem, remedy) {
  process.stderr.write(`\n${problem.trim()}\n${remedy}\n`)
  process.exit(1)
}
