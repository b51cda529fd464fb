// Every Jupyter message that we send or answer, as types. One table of requests and one of broadcasts: a request's type
// determines its content and its answer, so answering with the wrong reply does not compile.
// Rule: field names are the specification's own (https://jupyter-client.readthedocs.io/en/stable/messaging.html).

/** A value by MIME type: what `display_data`, `execute_result` and `inspect_reply` carry. Never a charset in a key. */
export type MimeBundle = Record<string, unknown>

/** Who sent a message, when, and of which type. `msg_type` is what `Request.type` repeats, where TypeScript can narrow it. */
export interface Header {
  msg_id: string
  session: string
  username: string
  date: string
  msg_type: string
  version: string
}

/** What a front end shows for a failure: a name, a sentence, and lines that may be coloured by ANSI codes. */
export interface Failure {
  ename: string
  evalue: string
  traceback: string[]
}

export interface ExecuteRequest {
  code: string
  silent?: boolean
  store_history?: boolean
  user_expressions?: Record<string, string>
  allow_stdin?: boolean
  stop_on_error?: boolean
}

export type ExecuteReply = { execution_count: number } & (
  | { status: 'ok'; payload: []; user_expressions: Record<string, unknown> }
  | ({ status: 'error' } & Failure)
  | { status: 'aborted' }
)

export interface CompleteReply {
  status: 'ok'
  matches: string[]
  cursor_start: number
  cursor_end: number
  metadata: Record<string, unknown>
}

export interface InspectReply {
  status: 'ok'
  found: boolean
  data: MimeBundle
  metadata: Record<string, unknown>
}

export type IsCompleteReply = { status: 'complete' | 'invalid' | 'unknown' } | { status: 'incomplete'; indent: string }

export interface KernelInfoReply {
  status: 'ok'
  protocol_version: string
  implementation: string
  implementation_version: string
  language_info: {
    name: string
    version: string
    mimetype: string
    file_extension: string
    pygments_lexer: string
    codemirror_mode: string
    nbconvert_exporter: string
  }
  banner: string
  help_links: { text: string; url: string }[]
  supported_features: string[]
  debugger: boolean
}

export interface HistoryReply {
  status: 'ok'
  history: [session: number, line: number, input: string][]
}

/** Every request that we answer: what it asks, and what answers it. */
export interface Requests {
  execute_request: { ask: ExecuteRequest; answer: ExecuteReply }
  complete_request: { ask: { code: string; cursor_pos: number }; answer: CompleteReply }
  inspect_request: { ask: { code: string; cursor_pos: number; detail_level?: 0 | 1 }; answer: InspectReply }
  is_complete_request: { ask: { code: string }; answer: IsCompleteReply }
  history_request: { ask: { hist_access_type?: string; n?: number }; answer: HistoryReply }
  comm_info_request: { ask: { target_name?: string }; answer: { status: 'ok'; comms: Record<string, never> } }
  kernel_info_request: { ask: Record<string, never>; answer: KernelInfoReply }
  interrupt_request: { ask: Record<string, never>; answer: { status: 'ok' } }
  shutdown_request: { ask: { restart?: boolean }; answer: { status: 'ok'; restart: boolean } }
}

export type RequestType = keyof Requests

const requestTypes: Record<RequestType, true> = {
  execute_request: true,
  complete_request: true,
  inspect_request: true,
  is_complete_request: true,
  history_request: true,
  comm_info_request: true,
  kernel_info_request: true,
  interrupt_request: true,
  shutdown_request: true,
}

export function isRequestType(type: string): type is RequestType {
  return Object.hasOwn(requestTypes, type)
}

/** A verified request. `identities` is the route back, `metadata` what the front end adds (`cellId`). */
export type RequestOf<T extends RequestType> = T extends RequestType
  ? { type: T; header: Header; metadata: Record<string, unknown>; content: Requests[T]['ask']; identities: Buffer[] }
  : never
export type Request = RequestOf<RequestType>

/** The answer to a request, or the report that the kernel itself failed to give one. */
export type AnswerOf<T extends RequestType> = Requests[T]['answer'] | ({ status: 'error' } & Failure)

/** Every message that we broadcast on IOPub. */
export interface Broadcasts {
  status: { execution_state: 'starting' | 'busy' | 'idle' }
  execute_input: { code: string; execution_count: number }
  stream: { name: 'stdout' | 'stderr'; text: string }
  display_data: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } }
  update_display_data: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } }
  execute_result: { data: MimeBundle; metadata: Record<string, unknown>; execution_count: number }
  clear_output: { wait: boolean }
  error: Failure
}

export type BroadcastType = keyof Broadcasts
