// Messages from front ends reach the comms of the user's code.
// Rule: what a listener prints, shows or throws belongs to the message that it hears; a target that no one knows is closed
// at once, so that the front end does not wait for it.
import type { Outlet } from '../display/outlet.ts'
import { runAs } from './cells.ts'
import type { CommEvent } from './link.ts'

/** Hands one message over. Resolves when its listener has ended; rejects with what the listener threw. */
export async function deliver(cell: number, event: CommEvent, { listeners, broadcast }: Outlet): Promise<void> {
  const listener = event.type === 'comm_open' ? listeners.targets.get(event.target) : listeners.comms.get(event.id)
  if (listener) return runAs(cell, () => listener(event))
  if (event.type === 'comm_close') return
  const message = { type: 'comm_close', content: { comm_id: event.id, data: {} }, metadata: {}, buffers: [] }
  runAs(cell, () => broadcast(message))
}
