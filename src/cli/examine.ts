// Runs one submission in a kernel of its own and observes its answers.
// Rule: only observations leave the submission's process; what is right is never in it. Whatever a submission does, its
// kernel ends, and with it everything that it has started.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { Exercise } from '../exercises/definition.ts'
import { type Answers, answersType } from '../exercises/remote.ts'
import { decode, encode } from '../exercises/wire.ts'
import type { Heard } from '../protocol/client.ts'
import { CliError } from './errors.ts'
import { type RunningKernel, startKernel } from './kernel-process.ts'
import { joined } from './notebook.ts'
import { packageRoot } from './package.ts'
import { watchMemory } from './process-memory.ts'
import { sandboxed } from './sandbox.ts'
import type { Submission } from './submission.ts'

export interface Limits {
  /** Seconds for a cell, and for the calls of one answer. */
  seconds: number
  /** Bytes of memory for the kernel and all that it starts. */
  bytes: number
}

/** What is asked of one answer: its exercise, and the arguments to call it with if it is a function. */
export interface Inquiry {
  exercise: Exercise
  inputs: readonly (readonly unknown[])[]
}

/** What came of a submission: the answers in the order of the inquiries, and what a teacher should know of the run. */
export interface Examined {
  answers: Answers[]
  notes: string[]
}

const noAnswer: Answers = { observations: [{ status: 'threw', name: 'Error', message: 'The cell did not run.' }] }
const remote = pathToFileURL(join(packageRoot, 'dist', 'exercises', 'remote.js')).href

/** Runs the cells, then asks for each answer. `hidden` are the files that the submission must not read; undefined: no sandbox. */
export async function examine(
  { cells }: Submission,
  inquiries: readonly Inquiry[],
  limits: Limits,
  hidden: readonly string[] | undefined,
): Promise<Examined> {
  const folder = mkdtempSync(join(tmpdir(), 'tensorcell-grade-'))
  const notes: string[] = []
  let result: Heard | undefined
  const hear = (message: Heard) => {
    if (message.type === 'execute_result') result = message // all else that it prints and shows is of no interest
  }
  const guard: Parameters<typeof startKernel>[2] =
    hidden && ((command, place) => sandboxed({ folder, hidden }, command, place))
  const kernel = await startKernel(folder, hear, guard)
  const stopWatching = watchMemory(kernel.pid, limits.bytes, () => {
    notes.push(`It used more than ${Math.round(limits.bytes / 2 ** 20)} MB of memory and was ended.`)
    kernel.kill()
  })
  try {
    for (const cell of cells) await within(limits, kernel, joined(cell.source), `cell "${cell.id ?? ''}"`, notes)
    const answers: Answers[] = []
    for (const inquiry of inquiries) {
      result = undefined
      await within(limits, kernel, question(inquiry), inquiry.exercise.name, notes)
      answers.push(answersIn(result) ?? noAnswer)
    }
    return { answers, notes }
  } catch (error) {
    if (notes.length === 0) notes.push(error instanceof Error ? error.message : String(error))
    return { answers: inquiries.map(() => noAnswer), notes }
  } finally {
    stopWatching()
    await kernel.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Executes code; when its time is up, stops it, and ends the kernel if it cannot be stopped. Only a dead kernel throws. */
async function within(
  { seconds }: Limits,
  { client, kill }: RunningKernel,
  code: string,
  what: string,
  notes: string[],
): Promise<void> {
  const content = { code, silent: false, store_history: false, allow_stdin: false, stop_on_error: false }
  const done = client.ask('shell', 'execute_request', content).answer
  const inTime = (limit: number) => Promise.race([done, sleep(limit * 1000, undefined, { ref: false })])
  const reply = await inTime(seconds)
  if (reply?.status === 'error') notes.push(`${what} failed with ${reply.ename}: ${firstLine(reply.evalue)}`)
  if (reply) return
  notes.push(`${what} took longer than ${seconds} s and was stopped.`)
  client.ask('control', 'interrupt_request', {}).answer.catch(() => {})
  if (await inTime(stopSeconds)) return
  notes.push('It could not be stopped and was ended.')
  kill()
  throw new CliError('The submission could not be stopped.', 'Look at its cells.')
}

const stopSeconds = 5

function firstLine(text: string): string {
  return stripVTControlCharacters(text).split('\n', 1)[0]!.slice(0, 200)
}

/** Code that hands an answer to `remote.ts`. Its names live in an expression, where they meet none of the submission's. */
function question({ exercise, inputs }: Inquiry): string {
  const answer = `() => ${exercise.name}`
  const call =
    exercise.kind === 'code' ? `callsOf(${answer}, ${JSON.stringify(encode(inputs))})` : `valueShown(${answer})`
  return `// @ts-nocheck\n(await import(${JSON.stringify(remote)})).${call}`
}

/** Undefined for what `remote.ts` does not write: then the submission has meddled with it. */
function answersIn(heard: Heard | undefined): Answers | undefined {
  if (heard?.type !== 'execute_result') return undefined
  const form = heard.content.data[answersType]
  if (typeof form !== 'object' || form === null || !('encoded' in form)) return undefined
  const answers = decode(String(form.encoded))
  return isAnswers(answers) ? answers : undefined
}

function isAnswers(value: unknown): value is Answers {
  if (typeof value !== 'object' || value === null || !('observations' in value)) return false
  const { observations } = value
  return Array.isArray(observations) && observations.length > 0 && observations.every(isObservation)
}

function isObservation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  if (value.status === 'threw') return 'name' in value && 'message' in value
  if (value.status === 'odd') return 'oddity' in value
  return value.status === 'returned' ? 'value' in value : value.status === 'todo' || value.status === 'endless'
}
