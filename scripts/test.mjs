// `npm test`: its own set-up on a fresh clone, then every check that the project has, and one closing line of numbers.
// Rule: each step runs even when an earlier one failed, and every failure counts; the exit code is non-zero if there was any.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './prepare.mjs'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'tensorcell-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }

prepare()
await setUp()
check('Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.'])
check('Types', 'node_modules/typescript/bin/tsc', [])
tests('Unit tests', 'src')
tests('Tests with other programs', 'test')
check('Translations', 'dist/cli/main.js', ['translate', '--check', ...lessonsIn('notebooks')])
for (const file of notebooks()) check(file, 'dist/cli/main.js', ['run', ...(isLesson(file) ? ['--verify'] : []), file])
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** What `npm start` sets up, and the foreign clients beside it. */
async function setUp() {
  const { prepareJupyter } = await import('../dist/cli/lab.js')
  const { tryBuildNative } = await import('../dist/cli/setup.js')
  try {
    await tryBuildNative()
    await prepareJupyter(join(root, '.venv'), [join(root, 'requirements-test.txt')])
  } catch (error) {
    process.stderr.write(`${error.message}\n${error.remedy ?? ''}\n`)
    total.failed += 1
  }
}

/** A program that passes or fails as a whole. */
function check(what, script, args) {
  heading(what)
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  total[status === 0 ? 'passed' : 'failed'] += 1
}

/** Vitest counts for itself; a run that could not even report is one failure. */
function tests(what, folder) {
  heading(what)
  const report = join(scratch, `${folder}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', `${folder}/`, ...reporters],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  const counted = read(report)
  total.passed += counted.numPassedTests
  total.skipped += counted.numPendingTests + counted.numTodoTests
  total.failed += counted.numFailedTests || (status === 0 ? 0 : 1)
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTests: 0 }
  }
}

function notebooks() {
  return readdirSync(join(root, 'notebooks'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints'))
    .map((file) => join('notebooks', file))
    .sort()
}

function lessonsIn(folder) {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ipynb'))
    .map((file) => join(folder, file))
}

/** A lesson is committed with its outputs; a sheet of exercises has none until a learner fills it. */
function isLesson(file) {
  return !file.includes('exercises')
}

function heading(what) {
  console.log(`\n— ${what}`)
}
