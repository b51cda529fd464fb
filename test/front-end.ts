// A front end for the tests: a kernel process of its own over real zeromq, and what is seen of each cell, in short.
// Rule: what is seen is everything under the cell's own request, in order, and nothing else.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningKernel, startKernel } from '../src/cli/kernel-process.ts'
import type { Heard } from '../src/protocol/client.ts'
import type { ExecuteReply, ExecuteRequest } from '../src/protocol/messages.ts'

export class FrontEnd {
  readonly folder: string
  /** Everything since the last cell began, whatever it belongs to. */
  heard: Heard[] = []
  /** What is typed when the kernel asks; undefined leaves the question open. */
  typed: ((prompt: string) => string) | undefined
  #kernel!: RunningKernel
  #waiting: { seen: (heard: Heard) => boolean; resolve: () => void }[] = []

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Starts a kernel in `folder`, or in an empty one. */
  static async start(folder: string = mkdtempSync(join(tmpdir(), 'front-end-'))): Promise<FrontEnd> {
    const frontEnd = new FrontEnd(folder)
    frontEnd.#kernel = await startKernel(folder, (heard) => frontEnd.#hear(heard))
    return frontEnd
  }

  async stop(): Promise<void> {
    await this.#kernel.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  get client(): RunningKernel['client'] {
    return this.#kernel.client
  }

  /** Runs a cell and says, in short, what is shown of it. */
  async run(code: string, more: Omit<ExecuteRequest, 'code'> = {}): Promise<string[]> {
    return (await this.execute(code, more)).seen
  }

  /** The same together with the reply. `started` resolves when the kernel has taken the cell up. */
  async execute(
    code: string,
    more: Omit<ExecuteRequest, 'code'> = {},
  ): Promise<{ seen: string[]; reply: ExecuteReply }> {
    this.heard = []
    const { id, answer } = this.client.ask('shell', 'execute_request', { code, ...more })
    const reply = (await answer) as ExecuteReply
    return { seen: this.under(id), reply }
  }

  /** What has been seen so far under a request. */
  under(id: string): string[] {
    return this.heard.filter(({ parent }) => parent === id).flatMap(inShort)
  }

  /** Runs a cell, stops it `after` so many ms or when something is seen, and says what was shown of it. */
  async runAndStop(code: string, after: number | ((heard: Heard) => boolean)): Promise<string[]> {
    const ended = this.run(code)
    await (typeof after === 'number' ? sleep(after) : this.until(after))
    await this.interrupt()
    return ended
  }

  async interrupt(): Promise<void> {
    await this.client.ask('control', 'interrupt_request', {}).answer
  }

  /** Resolves when a broadcast comes of which `seen` is true; one that has come already does not count. */
  until(seen: (heard: Heard) => boolean): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ seen, resolve }))
  }

  #hear(heard: Heard): void {
    this.heard.push(heard)
    if (heard.type === 'input_request' && this.typed) this.client.input(this.typed(heard.content.prompt))
    const met = this.#waiting.filter(({ seen }) => seen(heard))
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting))
    for (const { resolve } of met) resolve()
  }
}

/** Whether a broadcast is printed text with this in it. */
export function prints(text: string): (heard: Heard) => boolean {
  return ({ type, content }) => type === 'stream' && content.text.includes(text)
}

function inShort(heard: Heard): string[] {
  const { type, content } = heard
  if (type === 'stream') return [`${content.name} ${content.text}`]
  if (type === 'execute_result') return [`result ${richest(content.data)}`]
  if (type === 'display_data') return [`display ${richest(content.data)}`]
  if (type === 'update_display_data') return [`update ${richest(content.data)}`]
  if (type === 'clear_output') return [`clear ${content.wait}`]
  if (type === 'error') return [`${content.ename} ${content.evalue}`]
  if (type === 'input_request') return [`asks ${content.prompt}${content.password ? '(hidden)' : ''}`]
  if (type.startsWith('comm_')) return [`${type} ${JSON.stringify(content)}`]
  return []
}

/** A bundle's content with its subtype before it, or its text if it has no other form. */
function richest(bundle: Record<string, unknown>): string {
  const { 'text/plain': text, ...others } = bundle
  const [other] = Object.entries(others)
  if (!other) return String(text)
  const [mime, content] = other
  return `${mime.split('/')[1]} ${typeof content === 'string' ? content : JSON.stringify(content)}`
}
