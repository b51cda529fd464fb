// What the main thread sends, with the stack traces in it as people read them; only this thread knows the cells' sources.
// Rule: the message is the same in all else.
import type { CellSources } from '../language/failure.ts'
import { readableStacks } from '../language/stacks.ts'
import type { MimeBundle } from '../protocol/messages.ts'
import type { FromRuntime } from '../runtime/link.ts'

export function withReadableStacks(message: FromRuntime, cells: CellSources): FromRuntime {
  if (message.type === 'stream') return { ...message, text: readableStacks(message.text, cells) }
  if (message.type === 'display') return { ...message, data: readableBundle(message.data, cells) }
  if (message.type !== 'finished' || message.outcome.status !== 'ok' || !message.outcome.result) return message
  return { ...message, outcome: { status: 'ok', result: readableBundle(message.outcome.result, cells) } }
}

function readableBundle(data: MimeBundle, cells: CellSources): MimeBundle {
  const text = data['text/plain']
  return typeof text === 'string' ? { ...data, 'text/plain': readableStacks(text, cells) } : data
}
