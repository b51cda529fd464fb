// From an execute_request to its reply: check, transform, run, show.
// Rule: a cell that TypeScript refuses never runs; a failure is data, shown once on IOPub and once in the reply.
import type { Checker, Verdict } from '../language/checker.ts'
import { type CellSource, cellUrl, thrownFailure, typeFailure, typeWarning } from '../language/failure.ts'
import { commentOptions } from '../language/syntax.ts'
import { transform } from '../language/transform.ts'
import type { ExecuteReply, ExpressionResult, Failure, RequestOf } from '../protocol/messages.ts'
import type { Outcome } from '../runtime/link.ts'
import { History } from './history.ts'
import type { Outputs } from './outputs.ts'
import type { Runtime } from './runtime.ts'
import { Unfinished } from './unfinished.ts'

type Execute = RequestOf<'execute_request'>
type Shown = Extract<Outcome, { status: 'ok' }>

/** JavaScript ends within some milliseconds. An operation of TensorFlow cannot be ended, and Stop that takes so long is explained. */
const longMs = 200

export class Notebook {
  readonly #checker: Checker
  readonly #outputs: Outputs
  readonly #cells: Map<number, CellSource>
  readonly #runtime: Runtime
  readonly history = new History()
  #count = 0
  /** What scripts have declared by `let` or `class`; V8 never forgets such a name. */
  readonly #lexical = new Set<string>()
  readonly #unfinished = new Unfinished()
  #stopCheck: (() => void) | undefined

  constructor(checker: Checker, outputs: Outputs, cells: Map<number, CellSource>, runtime: Runtime) {
    this.#checker = checker
    this.#outputs = outputs
    this.#cells = cells
    this.#runtime = runtime
  }

  async execute(request: Execute): Promise<ExecuteReply> {
    const { header, metadata, content } = request
    const { code, silent = false, store_history = true, user_expressions = {} } = content
    const counted = store_history && !silent
    if (counted) this.#count += 1
    const count = this.#count
    if (!silent) this.#outputs.publish(header, 'execute_input', { code, execution_count: count })
    if (counted) this.history.add(count, code)

    const outcome = await this.#run(code, count, request, metadata.cellId)
    if ('ename' in outcome) {
      if (!silent) this.#outputs.publish(header, 'error', outcome)
      return { status: 'error', execution_count: count, ...outcome }
    }
    if (outcome.result && !silent) {
      const { result: data } = outcome
      if (counted) this.history.result(String(data['text/plain'] ?? ''))
      this.#outputs.publish(header, 'execute_result', { data, metadata: {}, execution_count: count })
    }
    const expressions = await this.#evaluate(user_expressions, count, request)
    this.#outputs.flush()
    return { status: 'ok', execution_count: count, payload: [], user_expressions: expressions }
  }

  /** Stops the cell that is being checked or run. */
  async interrupt(): Promise<void> {
    this.#stopCheck?.()
    await this.#runtime.interrupt()
  }

  /** The front end's own questions about the state that the cell left, one after the other. */
  async #evaluate(
    expressions: Record<string, string>,
    count: number,
    request: Execute,
  ): Promise<Record<string, ExpressionResult>> {
    const results: Record<string, ExpressionResult> = {}
    for (const [name, expression] of Object.entries(expressions)) {
      const outcome = await this.#run(expression, count, request, undefined)
      results[name] =
        'ename' in outcome
          ? { status: 'error', ...outcome }
          : { status: 'ok', data: outcome.result ?? { 'text/plain': 'undefined' }, metadata: {} }
    }
    return results
  }

  async #run(code: string, count: number, request: Execute, cellId: unknown): Promise<Shown | Failure> {
    if (code.trim() === '') return { status: 'ok' }
    const verdict = await this.#check(code, cellId)
    if (!verdict) return interruption()
    if (!verdict.mayRun) return typeFailure(verdict.mistakes, code, count)
    if (!request.content.silent && verdict.mistakes.length > 0) {
      const text = typeWarning(verdict.mistakes, code, count)
      this.#outputs.publish(request.header, 'stream', { name: 'stdout', text })
    }

    const cell = this.#cells.size + 1
    const script = transform(commentOptions(code), cellUrl(cell), {
      options: this.#checker.compilerOptions,
      lexical: this.#lexical,
    })
    this.#cells.set(cell, { source: code, count, origin: script.origin })
    if (!request.content.silent) this.#outputs.announce(cell, request.header)
    const outcome = await this.#runtime.run(cell, count, script.code, request)
    this.#unfinished.ended(verdict.names, count, outcome.status === 'ok')
    if (outcome.status === 'ok') return outcome
    this.#checker.failed()
    if (outcome.status === 'interrupted') return interruption(outcome.operationMs)
    return thrownFailure(this.#unfinished.explained(outcome.thrown), (id) => this.#cells.get(id))
  }

  /** Undefined if the cell was stopped meanwhile. */
  async #check(code: string, cellId: unknown): Promise<Verdict | undefined> {
    const stop = new AbortController()
    this.#stopCheck = () => stop.abort()
    try {
      return await this.#checker.check(code, {
        id: cellId === undefined ? undefined : String(cellId),
        signal: stop.signal,
      })
    } catch (error) {
      if (stop.signal.aborted) return undefined
      throw error
    } finally {
      this.#stopCheck = undefined
    }
  }
}

/** `operationMs`: how long Stop had to wait for an operation of TensorFlow. */
function interruption(operationMs = 0): Failure {
  const seconds = (operationMs / 1000).toFixed(1)
  const why =
    operationMs > longMs ? ` It was inside a TensorFlow operation, which had to end first (${seconds} s).` : ''
  const evalue = `The cell was stopped.${why}`
  return { ename: 'Interrupted', evalue, traceback: [`Interrupted: ${evalue} What it had done so far stays.`] }
}
