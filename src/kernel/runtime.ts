// The main thread as the kernel sees it: it runs a cell, sends what the cell emits, and can be stopped.
// Rule: one message port, one order; a cell's end is the last that comes of it.
import { setTimeout as delay } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { type CellSources, thrownFailure } from '../language/failure.ts'
import type { Header } from '../protocol/messages.ts'
import type { FromRuntime, Outcome, ToRuntime } from '../runtime/link.ts'
import type { Outputs } from './outputs.ts'
import { disconnect, terminateMainThread } from './terminate.ts'

/** How long the main thread may take to answer before it counts as busy. */
const patienceMs = 10

export class Runtime {
  readonly #port: MessagePort
  readonly #outputs: Outputs
  readonly #cells: CellSources
  readonly #running = new Map<number, (outcome: Outcome) => void>()
  #free: (() => void) | undefined
  #stopping: Promise<void> | undefined

  constructor(port: MessagePort, outputs: Outputs, cells: CellSources) {
    this.#port = port
    this.#outputs = outputs
    this.#cells = cells
    port.on('message', (message: FromRuntime) => this.#take(message))
  }

  run(cell: number, code: string): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#running.set(cell, resolve)
      this.#send({ type: 'run', cell, code })
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
    disconnect()
    this.#send({ type: 'exit' })
    await delay(100)
    process.kill(process.pid, 'SIGKILL')
    return delay(1000) as Promise<never>
  }

  /**
   * A main thread that waits answers at once and settles the cell itself. One that computes is terminated, and asked
   * again, since the termination may have hit the asking. It ends only when no termination is left to hit the next cell.
   */
  async #stop(): Promise<void> {
    let free = false
    let terminating = false
    while (!free || terminating) {
      const answer = new Promise<true>((resolve) => {
        this.#free = () => resolve(true)
      })
      this.#send({ type: 'interrupt' })
      free = await Promise.race([answer, delay(patienceMs, false)])
      if (free || terminating) continue
      terminating = true
      void terminateMainThread().then(() => {
        terminating = false
      })
    }
  }

  #take(message: FromRuntime): void {
    if (message.type === 'stream') {
      this.#outputs.stream(message.cell, message.name, message.text)
    } else if (message.type === 'finished') {
      this.#running.get(message.cell)?.(message.outcome)
      this.#running.delete(message.cell)
    } else if (message.type === 'interrupted') {
      this.#free?.()
    } else {
      const parent = this.#outputs.parentOf(message.cell)
      if (parent) this.#show(parent, message)
    }
  }

  #show(parent: Header, message: Extract<FromRuntime, { type: 'display' | 'clear' | 'stray' }>): void {
    if (message.type === 'clear') {
      this.#outputs.publish(parent, 'clear_output', { wait: message.wait })
    } else if (message.type === 'stray') {
      this.#outputs.publish(parent, 'error', thrownFailure(message.thrown, this.#cells))
    } else {
      const { data, metadata, id, update } = message
      const content = { data, metadata, transient: id === undefined ? {} : { display_id: id } }
      this.#outputs.publish(parent, update ? 'update_display_data' : 'display_data', content)
    }
  }

  #send(message: ToRuntime): void {
    this.#port.postMessage(message)
  }
}
