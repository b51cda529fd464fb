// Which comms are open, whichever end opened them: what a front end asks for after its page was loaded again.
// Rule: nothing is kept but the name of the target; the data lives in the two programs that talk.
import type { CommInfoReply } from '../protocol/messages.ts'

export class Comms {
  readonly #targets = new Map<string, string>()

  /** Takes note of a comm message that travels, in either direction. */
  note(type: string, { comm_id, target_name }: Record<string, unknown>): void {
    if (type === 'comm_open') this.#targets.set(String(comm_id), String(target_name))
    if (type === 'comm_close') this.#targets.delete(String(comm_id))
  }

  /** The open comms; with a target's name, those of this target. */
  info(target?: string): CommInfoReply {
    const open = [...this.#targets].filter(([, name]) => target === undefined || name === target)
    return { status: 'ok', comms: Object.fromEntries(open.map(([id, target_name]) => [id, { target_name }])) }
  }
}
