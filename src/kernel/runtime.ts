// The main thread as the kernel sees it: it runs a cell, sends what the cell emits, and can be stopped.
// Rule: one message port, one order; a cell's end is the last that comes of it.
import { setTimeout as delay } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { type CellSources, thrownFailure } from '../language/failure.ts'
import type { Broadcasts, CommMessage, Header, RequestOf } from '../protocol/messages.ts'
import type { Answer, FromRuntime, KernelThreadData, Outcome, ToRuntime } from '../runtime/link.ts'
import type { Comms } from './comms.ts'
import type { Input } from './input.ts'
import type { Outputs } from './outputs.ts'
import { withReadableStacks } from './readable.ts'
import { disconnect, terminateMainThread } from './terminate.ts'

/**
 * How long the main thread may take to answer before it counts as busy; after each termination longer, up to the last value.
 * On a loaded machine it would otherwise be terminated again and again in the middle of answering.
 */
const patienceMs = { first: 10, last: 1000 }

/** How a cell ended; when it was stopped in an operation on tensors, how long that took to end. */
export type Ended = Exclude<Outcome, { status: 'interrupted' }> | { status: 'interrupted'; operationMs: number }

interface Running {
  request?: RequestOf<'execute_request'>
  ended(outcome: Ended): void
}

/** What the runtime hands on: outputs, questions to a person, comms that open and close. */
interface Peers {
  outputs: Outputs
  input: Input
  comms: Comms
  cells: CellSources
}

export class Runtime {
  readonly #port: MessagePort
  readonly #link: KernelThreadData
  readonly #peers: Peers
  readonly #running = new Map<number, Running>()
  #commMessages = 0
  #exiting = false
  #asking = 0
  #free: (() => void) | undefined
  #stopping: Promise<void> | undefined

  constructor(port: MessagePort, link: KernelThreadData, peers: Peers) {
    this.#port = port
    this.#link = link
    this.#peers = peers
    port.on('message', (message: FromRuntime) => {
      Atomics.sub(link.unread, 0, 1)
      Atomics.notify(link.unread, 0)
      this.#take(withReadableStacks(message, peers.cells))
    })
  }

  /** Runs a cell's script for the request that it came with. */
  run(cell: number, count: number, code: string, request: RequestOf<'execute_request'>): Promise<Ended> {
    return new Promise((ended) => {
      this.#running.set(cell, { request, ended })
      this.#send({ type: 'run', cell, count, code })
    })
  }

  /** Hands a message to a comm over. Resolves when whoever hears it has ended. */
  async tell({ type, header, metadata, content, buffers }: CommMessage): Promise<void> {
    this.#commMessages += 1
    const cell = -this.#commMessages
    const { outputs } = this.#peers
    outputs.announce(cell, header)
    const target = type === 'comm_open' ? content.target_name : ''
    const event = { type, id: content.comm_id, target, data: content.data ?? {}, metadata, buffers }
    await new Promise((ended) => {
      this.#running.set(cell, { ended })
      this.#send({ type: 'comm', cell, event })
    })
  }

  /** Stops the running cell, if there is one. Resolves when the main thread is free again; state stays. */
  async interrupt(): Promise<void> {
    this.#stopping ??= this.#stop().finally(() => {
      this.#stopping = undefined
    })
    await this.#stopping
  }

  /** Ends the process, even if a cell keeps the main thread busy. */
  async exit(): Promise<never> {
    this.#exiting = true
    disconnect()
    this.#send({ type: 'exit' })
    await delay(100)
    process.kill(process.pid, 'SIGKILL')
    return delay(1000) as Promise<never>
  }

  /**
   * A main thread that waits answers at once and settles the cell itself. One that computes is terminated, and asked
   * again, since the termination may have hit the asking. It ends when the main thread has answered what it was asked while
   * no termination was left that could hit the next cell.
   */
  async #stop(): Promise<void> {
    const began = performance.now()
    let terminated = false
    let terminating = false
    let operationMs = 0
    let patience = patienceMs.first
    while (!this.#exiting) {
      const quiet = !terminating
      const free = await this.#asksToStop(terminated, patience)
      if (free && quiet) break
      if (free || terminating) continue
      terminating = true
      void terminateMainThread().then((running) => {
        terminating = false
        terminated ||= running !== 'nothing'
        patience = Math.min(2 * patience, patienceMs.last)
        if (running === 'operation') operationMs = performance.now() - began
      })
    }
    this.#peers.input.forget()
    this.#endAll(operationMs)
  }

  /** Whether the main thread answers within a moment. */
  #asksToStop(terminated: boolean, patience: number): Promise<boolean> {
    this.#asking += 1
    const answer = new Promise<true>((resolve) => {
      this.#free = () => resolve(true)
    })
    this.#send({ type: 'interrupt', asking: this.#asking, terminated })
    return Promise.race([answer, delay(patience, false)])
  }

  /**
   * Nothing runs any more. What was terminated on its way to run, or while it listened to a comm, does not say so; on a busy
   * machine a cell may be stopped before it has begun.
   */
  #endAll(operationMs: number): void {
    for (const [cell, { ended }] of this.#running) {
      this.#running.delete(cell)
      ended({ status: 'interrupted', operationMs })
    }
  }

  #end(cell: number, outcome: Outcome): void {
    // While a stop is under way, `#endAll` will say how the cell ended.
    if (outcome.status === 'interrupted' && this.#stopping) return
    this.#running.get(cell)?.ended(outcome.status === 'interrupted' ? { ...outcome, operationMs: 0 } : outcome)
    this.#running.delete(cell)
  }

  #take(message: FromRuntime): void {
    const { outputs, input } = this.#peers
    if (message.type === 'stream') {
      outputs.stream(message.cell, message.name, message.text)
    } else if (message.type === 'finished') {
      this.#end(message.cell, message.outcome)
    } else if (message.type === 'interrupted') {
      if (message.asking === this.#asking) this.#free?.()
    } else if (message.type === 'ask') {
      outputs.flush()
      void input.ask(this.#running.get(message.cell)?.request, message.question).then((answer) => this.#wake(answer))
    } else {
      const parent = outputs.parentOf(message.cell)
      if (parent) this.#show(parent, message)
    }
  }

  #show(parent: Header, message: Extract<FromRuntime, { type: 'display' | 'clear' | 'stray' | 'broadcast' }>): void {
    const { outputs, comms, cells } = this.#peers
    if (message.type === 'clear') {
      outputs.publish(parent, 'clear_output', { wait: message.wait })
    } else if (message.type === 'stray') {
      outputs.publish(parent, 'error', thrownFailure(message.thrown, cells))
    } else if (message.type === 'broadcast') {
      const { type, content, metadata, buffers } = message.message
      comms.note(type, content)
      // A cell may broadcast types that are not in our table (`Deno.jupyter.broadcast`).
      outputs.publish(parent, type as 'comm_msg', content as Broadcasts['comm_msg'], { metadata, buffers })
    } else {
      const { data, metadata, id, update } = message
      const content = { data, metadata, transient: id === undefined ? {} : { display_id: id } }
      outputs.publish(parent, update ? 'update_display_data' : 'display_data', content)
    }
  }

  /** Gives the sleeping main thread its answer. */
  #wake(answer: Answer): void {
    const { port, bell } = this.#link.answers
    port.postMessage(answer)
    Atomics.store(bell, 0, 1)
    Atomics.notify(bell, 0)
  }

  #send(message: ToRuntime): void {
    this.#port.postMessage(message)
  }
}
