// From an execute_request to its reply: check, transform, run, show.
// Rule: a cell that TypeScript refuses never runs; a failure is data, shown once on IOPub and once in the reply.
import type { Checker } from '../language/checker.ts'
import { type CellSource, cellUrl, thrownFailure, typeFailure } from '../language/failure.ts'
import { commentOptions } from '../language/syntax.ts'
import { transform } from '../language/transform.ts'
import type { ExecuteReply, Failure, Header, RequestOf } from '../protocol/messages.ts'
import type { Outcome } from '../runtime/link.ts'
import type { Outputs } from './outputs.ts'
import type { Runtime } from './runtime.ts'

const interruption: Failure = {
  ename: 'Interrupted',
  evalue: 'The cell was stopped.',
  traceback: ['Interrupted: the cell was stopped. What it had done so far stays.'],
}

export class Notebook {
  readonly #checker: Checker
  readonly #outputs: Outputs
  readonly #cells: Map<number, CellSource>
  readonly #runtime: Runtime
  readonly history: [session: number, line: number, input: string][] = []
  #count = 0
  #stopCheck: (() => void) | undefined

  constructor(checker: Checker, outputs: Outputs, cells: Map<number, CellSource>, runtime: Runtime) {
    this.#checker = checker
    this.#outputs = outputs
    this.#cells = cells
    this.#runtime = runtime
  }

  async execute({ header, content }: RequestOf<'execute_request'>): Promise<ExecuteReply> {
    const { code, silent = false, store_history = !silent } = content
    const count = store_history && !silent ? ++this.#count : this.#count
    if (!silent) this.#outputs.publish(header, 'execute_input', { code, execution_count: count })
    if (store_history && !silent) this.history.push([1, count, code])

    const outcome = await this.#run(code, count, silent ? undefined : header)
    if ('ename' in outcome) {
      if (!silent) this.#outputs.publish(header, 'error', outcome)
      return { status: 'error', execution_count: count, ...outcome }
    }
    if (outcome.result && !silent) {
      const { result: data } = outcome
      this.#outputs.publish(header, 'execute_result', { data, metadata: {}, execution_count: count })
    }
    this.#outputs.flush()
    return { status: 'ok', execution_count: count, payload: [], user_expressions: {} }
  }

  /** Stops the cell that is being checked or run. */
  async interrupt(): Promise<void> {
    this.#stopCheck?.()
    await this.#runtime.interrupt()
  }

  async #run(
    code: string,
    count: number,
    header: Header | undefined,
  ): Promise<Extract<Outcome, { status: 'ok' }> | Failure> {
    if (code.trim() === '') return { status: 'ok' }
    const stopped = new Promise<'stopped'>((resolve) => {
      this.#stopCheck = () => resolve('stopped')
    })
    const mistakes = await Promise.race([this.#checker.check(code), stopped])
    this.#stopCheck = undefined
    if (mistakes === 'stopped') return interruption
    if (mistakes.length > 0) return typeFailure(mistakes, code, count)

    const cell = this.#cells.size + 1
    const script = transform(commentOptions(code), cellUrl(cell))
    this.#cells.set(cell, { source: code, count, origin: script.origin })
    if (header) this.#outputs.announce(cell, header)
    const outcome = await this.#runtime.run(cell, script.code)
    if (outcome.status === 'interrupted') return interruption
    return outcome.status === 'error' ? thrownFailure(outcome.thrown, (id) => this.#cells.get(id)) : outcome
  }
}
