// What answers each request.
// Rule: the table is complete (the compiler sees to it), and nothing here waits for the main thread but `execute`, `interrupt`
// and messages to comms: completion, inspection and history answer while a cell computes.
import { createRequire } from 'node:module'
import type { Checker } from '../language/checker.ts'
import { complete } from '../language/complete.ts'
import { completeness } from '../language/completeness.ts'
import { inspect } from '../language/inspect.ts'
import type { CommMessage, KernelInfoReply, RequestOf, Requests, RequestType } from '../protocol/messages.ts'
import type { Comms } from './comms.ts'
import type { Notebook } from './notebook.ts'
import type { Runtime } from './runtime.ts'
import { usage } from './usage.ts'

export interface Handlers {
  requests: { [T in RequestType]: (request: RequestOf<T>) => Promise<Requests[T]['answer']> }
  /** Resolves when whoever hears the message has ended. */
  comm(message: CommMessage): Promise<void>
}

const require = createRequire(import.meta.url)
const { version }: { version: string } = require('../../package.json')
const { version: typescript }: { version: string } = require('typescript/package.json')

export const kernelInfo: KernelInfoReply = {
  status: 'ok',
  protocol_version: '5.5',
  implementation: 'tensorcell',
  implementation_version: version,
  language_info: {
    name: 'typescript',
    version: typescript,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    pygments_lexer: 'typescript',
    codemirror_mode: 'typescript',
    nbconvert_exporter: 'script',
  },
  banner: `TensorCell ${version}: TypeScript ${typescript} on Node ${process.versions.node}`,
  help_links: [
    { text: 'TypeScript', url: 'https://www.typescriptlang.org/docs/' },
    { text: 'TensorFlow.js', url: 'https://js.tensorflow.org/api/latest/' },
  ],
  supported_features: [],
  debugger: false,
}

export function handlersFor(notebook: Notebook, checker: Checker, runtime: Runtime, comms: Comms): Handlers {
  const requests: Handlers['requests'] = {
    execute_request: (request) => notebook.execute(request),
    complete_request: ({ content }) => complete(checker, content.code, content.cursor_pos),
    inspect_request: ({ content }) => inspect(checker, content.code, content.cursor_pos),
    is_complete_request: async ({ content }) => completeness(content.code),
    history_request: async ({ content }) => ({ status: 'ok', history: notebook.history.entries(content) }),
    comm_info_request: async ({ content }) => comms.info(content.target_name),
    kernel_info_request: async () => kernelInfo,
    interrupt_request: async () => {
      await notebook.interrupt()
      return { status: 'ok' }
    },
    shutdown_request: async ({ content }) => ({ status: 'ok', restart: content.restart ?? false }),
    usage_request: async () => usage(),
  }
  const comm: Handlers['comm'] = async (message) => {
    comms.note(message.type, message.content)
    await runtime.tell(message)
  }
  return { requests, comm }
}
