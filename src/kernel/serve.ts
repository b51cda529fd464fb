// Requests come in, each is answered, and every answer stands between busy and idle.
// Rule: one function says busy and idle, whatever happens in between; cells take turns, everything else answers at once.
import { setImmediate } from 'node:timers/promises'
import type { AnswerOf, Failure, Header, Request, RequestOf, RequestType } from '../protocol/messages.ts'
import type { Wire } from '../protocol/sockets.ts'
import type { Handlers } from './handlers.ts'
import type { Outputs } from './outputs.ts'
import { Turns } from './turns.ts'

type Channel = 'shell' | 'control'

export class Server {
  readonly #wire: Wire
  readonly #outputs: Outputs
  readonly #handlers: Handlers
  readonly #turns = new Turns()
  /** The request whose cell runs. A front end shows the last status that it got, so idle of another is followed by busy. */
  #running: Header | undefined

  constructor(wire: Wire, outputs: Outputs, handlers: Handlers) {
    this.#wire = wire
    this.#outputs = outputs
    this.#handlers = handlers
  }

  /** Answers until a shutdown was answered. */
  async serve(): Promise<void> {
    await Promise.race([this.#listen('shell'), this.#listen('control')])
  }

  async #listen(channel: Channel): Promise<void> {
    for await (const request of this.#wire.requests(channel)) {
      if (request.type === 'execute_request') {
        this.#turns.take(({ aborted }) => this.#answerCell(channel, request, aborted))
      } else if (request.type === 'shutdown_request') {
        return this.#answer(channel, request)
      } else {
        void this.#answer(channel, request).then(() => {
          if (this.#running) this.#outputs.publish(this.#running, 'status', { execution_state: 'busy' })
        })
      }
    }
  }

  async #answerCell(channel: Channel, request: RequestOf<'execute_request'>, aborted: boolean): Promise<void> {
    if (aborted) return this.#abort(channel, request)
    this.#running = request.header
    await this.#answer(channel, request)
    this.#running = undefined
  }

  #abort(channel: Channel, request: RequestOf<'execute_request'>): void {
    this.#outputs.publish(request.header, 'status', { execution_state: 'busy' })
    this.#wire.reply(channel, request, { status: 'aborted', execution_count: 0 })
    this.#outputs.publish(request.header, 'status', { execution_state: 'idle' })
  }

  async #answer(channel: Channel, request: Request): Promise<void> {
    this.#outputs.publish(request.header, 'status', { execution_state: 'busy' })
    try {
      // One handler of the table, applied to the request of its own row: what the compiler cannot follow through a union.
      const handle = this.#handlers[request.type] as (request: Request) => Promise<AnswerOf<RequestType>>
      const answer = await handle(request)
      if (request.type === 'execute_request' && answer.status === 'error') await this.#stopOnError(request)
      this.#wire.reply(channel, request, answer)
    } catch (error) {
      const failure = ownFailure(request.type, error)
      if (request.type === 'execute_request') this.#outputs.publish(request.header, 'error', failure)
      this.#wire.reply(channel, request, { status: 'error', ...failure })
    } finally {
      this.#outputs.publish(request.header, 'status', { execution_state: 'idle' })
    }
  }

  /** Everything that had been sent when the cell failed is in memory after one turn of the event loop. */
  async #stopOnError({ content }: RequestOf<'execute_request'>): Promise<void> {
    if (content.stop_on_error === false) return
    await setImmediate()
    this.#turns.abortWaiting()
  }
}

/** A mistake of the kernel's own, which the user must see rather than a cell without an answer. */
function ownFailure(type: RequestType, error: unknown): Failure {
  const cause = error instanceof Error ? String(error.stack) : String(error)
  const evalue = `The kernel could not answer ${type}. Please report this, with the lines below.`
  return { ename: 'KernelError', evalue, traceback: [evalue, cause] }
}
