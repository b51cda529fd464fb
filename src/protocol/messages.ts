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

/** What one of `user_expressions` came to. */
export type ExpressionResult =
  | { status: 'ok'; data: MimeBundle; metadata: Record<string, unknown> }
  | ({ status: 'error' } & Failure)

export type ExecuteReply = { execution_count: number } & (
  | { status: 'ok'; payload: []; user_expressions: Record<string, ExpressionResult> }
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

export interface HistoryRequest {
  hist_access_type?: 'range' | 'tail' | 'search'
  output?: boolean
  session?: number
  start?: number
  stop?: number
  n?: number
  pattern?: string
  unique?: boolean
}

/** One cell of the history: with `output`, its input together with what it showed as text, if anything. */
export type HistoryEntry = [session: number, line: number, input: string | [input: string, output: string | null]]

export interface HistoryReply {
  status: 'ok'
  history: HistoryEntry[]
}

/** What a front end's status bar shows; an extension of ipykernel's that JupyterLab's own tools ask for. Bytes and percent. */
export interface UsageReply {
  status: 'ok'
  hostname: string
  pid: number
  kernel_cpu: number
  kernel_memory: number
  cpu_count: number
  host_cpu_percent: number
  host_virtual_memory: { total: number; available: number; used: number; free: number; percent: number }
}

export interface CommInfoReply {
  status: 'ok'
  comms: Record<string, { target_name: string }>
}

export interface ShutdownReply {
  status: 'ok'
  restart: boolean
}

/** A question to the person at the front end. */
export interface InputRequest {
  prompt: string
  password: boolean
}

/** Every request that we answer: what it asks, and what answers it. */
export interface Requests {
  execute_request: { ask: ExecuteRequest; answer: ExecuteReply }
  complete_request: { ask: { code: string; cursor_pos: number }; answer: CompleteReply }
  inspect_request: { ask: { code: string; cursor_pos: number; detail_level?: 0 | 1 }; answer: InspectReply }
  is_complete_request: { ask: { code: string }; answer: IsCompleteReply }
  history_request: { ask: HistoryRequest; answer: HistoryReply }
  comm_info_request: { ask: { target_name?: string }; answer: CommInfoReply }
  kernel_info_request: { ask: Record<string, never>; answer: KernelInfoReply }
  interrupt_request: { ask: Record<string, never>; answer: { status: 'ok' } }
  shutdown_request: { ask: { restart?: boolean }; answer: ShutdownReply }
  usage_request: { ask: Record<string, never>; answer: UsageReply }
}

export type RequestType = keyof Requests

/** What a front end tells a comm, and a kernel tells it: the same three messages both ways, and no reply to any. */
export interface CommMessages {
  comm_open: { comm_id: string; target_name: string; data: Record<string, unknown> }
  comm_msg: { comm_id: string; data: Record<string, unknown> }
  comm_close: { comm_id: string; data: Record<string, unknown> }
}

export type CommMessageType = keyof CommMessages

interface Travelled {
  header: Header
  /** What the front end adds: `cellId` of an execute request, `version` of a widget. */
  metadata: Record<string, unknown>
  /** The route back. */
  identities: Buffer[]
  buffers: Buffer[]
}

/** A verified request. */
export type RequestOf<T extends RequestType> = T extends RequestType
  ? Travelled & { type: T; content: Requests[T]['ask'] }
  : never
export type Request = RequestOf<RequestType>

/** A verified message to a comm. */
export type CommMessageOf<T extends CommMessageType> = T extends CommMessageType
  ? Travelled & { type: T; content: CommMessages[T] }
  : never
export type CommMessage = CommMessageOf<CommMessageType>

/** Everything that a front end sends on shell and control. */
export type Incoming = Request | CommMessage

/** The answer to a request, or the report that the kernel itself failed to give one. */
export type AnswerOf<T extends RequestType> = Requests[T]['answer'] | ({ status: 'error' } & Failure)

/** Every message that we broadcast on IOPub. */
export interface Broadcasts extends CommMessages {
  status: { execution_state: 'starting' | 'busy' | 'idle' }
  execute_input: { code: string; execution_count: number }
  stream: { name: 'stdout' | 'stderr'; text: string }
  display_data: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } }
  update_display_data: { data: MimeBundle; metadata: Record<string, unknown>; transient: { display_id?: string } }
  execute_result: { data: MimeBundle; metadata: Record<string, unknown>; execution_count: number }
  clear_output: { wait: boolean }
  error: Failure
  /** To every front end, so that those that did not ask know as well. */
  shutdown_reply: ShutdownReply
  /** The first that a new subscriber gets (JEP 65): from now on it misses nothing. */
  iopub_welcome: { subscription: string }
}

export type BroadcastType = keyof Broadcasts
