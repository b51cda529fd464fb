// Messages come in, each is answered, and whatever answers it stands between busy and idle.
// Rule: one function says busy and idle, whatever happens in between; cells take turns, everything else answers at once.
import { setImmediate } from 'node:timers/promises'
import { mistakeIn } from '../protocol/contents.ts'
import type {
  AnswerOf,
  CommMessage,
  Failure,
  Header,
  Incoming,
  Request,
  RequestOf,
  RequestType,
} from '../protocol/messages.ts'
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
    for await (const message of this.#wire.incoming(channel)) {
      const mistake = mistakeIn(message)
      if (mistake !== undefined) {
        void this.#aside(message, () => this.#refuse(channel, message, mistake))
      } else if (message.type === 'execute_request') {
        this.#turns.take(({ aborted }) => this.#answerCell(channel, message, aborted))
      } else if (message.type === 'shutdown_request') {
        return this.#shutDown(channel, message)
      } else if (isForComm(message)) {
        void this.#aside(message, () => this.#tell(message))
      } else {
        void this.#aside(message, () => this.#answer(channel, message))
      }
    }
  }

  async #answerCell(channel: Channel, request: RequestOf<'execute_request'>, aborted: boolean): Promise<void> {
    this.#running = request.header
    await this.#between(request, async () => {
      if (aborted) this.#wire.reply(channel, request, { status: 'aborted', execution_count: 0 })
      else await this.#answer(channel, request)
    })
    this.#running = undefined
  }

  /** What does not wait for the cell that runs. */
  async #aside(message: Incoming, work: () => Promise<void>): Promise<void> {
    await this.#between(message, work)
    if (this.#running) this.#outputs.publish(this.#running, 'status', { execution_state: 'busy' })
  }

  async #shutDown(channel: Channel, request: RequestOf<'shutdown_request'>): Promise<void> {
    await this.#between(request, () => this.#answer(channel, request))
    const restart = request.content.restart ?? false
    this.#outputs.publish(request.header, 'shutdown_reply', { status: 'ok', restart })
  }

  async #between({ header }: Incoming, work: () => Promise<void>): Promise<void> {
    this.#outputs.publish(header, 'status', { execution_state: 'busy' })
    await work()
    this.#outputs.publish(header, 'status', { execution_state: 'idle' })
  }

  async #answer(channel: Channel, request: Request): Promise<void> {
    try {
      // One handler of the table, applied to the request of its own row: what the compiler cannot follow through a union.
      const handle = this.#handlers.requests[request.type] as (request: Request) => Promise<AnswerOf<RequestType>>
      const answer = await handle(request)
      if (request.type === 'execute_request' && answer.status === 'error') await this.#stopOnError(request)
      this.#wire.reply(channel, request, answer)
    } catch (error) {
      const failure = ownFailure(request.type, error)
      if (request.type === 'execute_request') this.#outputs.publish(request.header, 'error', failure)
      this.#wire.reply(channel, request, { status: 'error', ...failure })
    }
  }

  async #tell(message: CommMessage): Promise<void> {
    try {
      await this.#handlers.comm(message)
    } catch (error) {
      this.#outputs.publish(message.header, 'error', ownFailure(message.type, error))
    }
  }

  /** A message that its sender must write otherwise; one to a comm has no reply to say so. */
  async #refuse(channel: Channel, message: Incoming, mistake: string): Promise<void> {
    const failure: Failure = { ename: 'BadRequest', evalue: mistake, traceback: [mistake] }
    if (isForComm(message)) this.#outputs.publish(message.header, 'error', failure)
    else this.#wire.reply(channel, message, { status: 'error', ...failure })
  }

  /** Everything that had been sent when the cell failed is in memory after one turn of the event loop. */
  async #stopOnError({ content }: RequestOf<'execute_request'>): Promise<void> {
    if (content.stop_on_error === false) return
    await setImmediate()
    this.#turns.abortWaiting()
  }
}

function isForComm(message: Incoming): message is CommMessage {
  return message.type === 'comm_open' || message.type === 'comm_msg' || message.type === 'comm_close'
}

/** A mistake of the kernel's own, which the user must see rather than a cell without an answer. */
function ownFailure(type: Incoming['type'], error: unknown): Failure {
  const cause = error instanceof Error ? String(error.stack) : String(error)
  const evalue = `The kernel could not answer ${type}. Please report this, with the lines below.`
  return { ename: 'KernelError', evalue, traceback: [evalue, cause] }
}
