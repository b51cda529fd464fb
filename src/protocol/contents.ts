// What the content of each incoming message must look like, and the sentence for one that does not.
// Rule: lenient: unknown fields pass, null counts as absent, a missing optional field is never a mistake.
import type { CommMessageType, Incoming, RequestType } from './messages.ts'

interface Kind {
  called: string
  is(value: unknown): boolean
}

const text: Kind = { called: 'a text', is: (value) => typeof value === 'string' }
const flag: Kind = { called: 'true or false', is: (value) => typeof value === 'boolean' }
const whole: Kind = { called: 'a whole number', is: Number.isSafeInteger }
const object: Kind = { called: 'an object', is: isObject }
const texts: Kind = {
  called: 'an object of texts',
  is: (value) => isObject(value) && Object.values(value).every(text.is),
}
const access: Kind = {
  called: '"range", "tail" or "search"',
  is: (value) => value === 'range' || value === 'tail' || value === 'search',
}

interface Fields {
  needed: Record<string, Kind>
  optional: Record<string, Kind>
}

const nothing: Fields = { needed: {}, optional: {} }

/** The fields that we read, message by message (https://jupyter-client.readthedocs.io/en/stable/messaging.html). */
const fields: Record<RequestType | CommMessageType, Fields> = {
  execute_request: {
    needed: { code: text },
    optional: { silent: flag, store_history: flag, user_expressions: texts, allow_stdin: flag, stop_on_error: flag },
  },
  complete_request: { needed: { code: text, cursor_pos: whole }, optional: {} },
  inspect_request: { needed: { code: text, cursor_pos: whole }, optional: { detail_level: whole } },
  is_complete_request: { needed: { code: text }, optional: {} },
  history_request: {
    needed: {},
    optional: {
      hist_access_type: access,
      output: flag,
      session: whole,
      start: whole,
      stop: whole,
      n: whole,
      pattern: text,
      unique: flag,
    },
  },
  comm_info_request: { needed: {}, optional: { target_name: text } },
  kernel_info_request: nothing,
  interrupt_request: nothing,
  shutdown_request: { needed: {}, optional: { restart: flag } },
  usage_request: nothing,
  comm_open: { needed: { comm_id: text, target_name: text }, optional: { data: object } },
  comm_msg: { needed: { comm_id: text }, optional: { data: object } },
  comm_close: { needed: { comm_id: text }, optional: { data: object } },
}

export function isIncomingType(type: string): type is Incoming['type'] {
  return Object.hasOwn(fields, type)
}

/**
 * What is wrong with a message's content, as a sentence for whoever writes the front end; undefined if nothing is.
 *
 *     mistakeIn({ type: 'execute_request', content: {} })  →  'An execute_request needs "code", a text.'
 */
export function mistakeIn(message: Pick<Incoming, 'type' | 'content'>): string | undefined {
  const { type } = message
  const content: Record<string, unknown> = { ...message.content }
  const { needed, optional } = fields[type]
  for (const [name, kind] of Object.entries(needed)) {
    if (!kind.is(content[name])) return `${withArticle(type)} needs "${name}", ${kind.called}.`
  }
  for (const [name, kind] of Object.entries(optional)) {
    const value = content[name]
    if (value !== undefined && !kind.is(value)) return `"${name}" of ${withArticle(type, 'a')} must be ${kind.called}.`
  }
  return undefined
}

function withArticle(type: string, article: 'a' | 'A' = 'A'): string {
  return /^[aeiou]/.test(type) ? `${article}n ${type}` : `${article} ${type}`
}

/** The content without what is null: some front ends write null for what they leave out. */
export function withoutNulls(content: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
