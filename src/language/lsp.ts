// TypeScript's own language server (`tsc --lsp --stdio`) as an object: open and change documents, ask about them.
// Rule: documents exist only here, nothing is written to disk; a server that dies or hangs is replaced by one that knows
// the same documents. LSP is the one interface to TypeScript, since it is the stable one (ARCHITECTURE.md 3).
// Positions are LSP's: lines from 0, characters in UTF-16 units.
import { type ChildProcess, spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import {
  CancellationTokenSource,
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  MarkupContent,
  Position,
  SignatureHelp,
} from 'vscode-languageserver-protocol'
import { compilerProgram } from '../project/tsc.ts'
import type { FileChange } from './local-files.ts'

/** How often one question is asked again when the server dies over it. */
const attempts = 3
/** How long the server may take to give up a question that is no longer of interest. */
const patienceMs = 1000

export class LanguageServer {
  readonly #folder: string
  readonly #roots: string[]
  readonly #documents = new Map<string, { version: number; text: string }>()
  #process: ChildProcess | undefined
  #starting: Promise<MessageConnection>
  /** Undefined while a server starts: it will be given all documents as they are by then. */
  #connection: MessageConnection | undefined
  #stopped = false

  /** `roots` are the documents by which a server knows the project: it is told of them before all others. */
  constructor(folder: string, roots: string[]) {
    this.#folder = folder
    this.#roots = roots
    this.#starting = this.#start()
    this.#starting.catch(() => {})
  }

  /** Opens a document, or replaces the whole text of an open one. */
  put(path: string, text: string): void {
    const version = (this.#documents.get(path)?.version ?? 0) + 1
    this.#documents.set(path, { version, text })
    if (version === 1) this.#open(path)
    else {
      const textDocument = { uri: uri(path), version }
      this.#notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
    }
  }

  /** Tells what has happened to files on disk. */
  touch(changes: FileChange[]): void {
    if (changes.length === 0) return
    this.#notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(({ path, type }) => ({ uri: uri(path), type })),
    })
  }

  /** Rejects when `signal` aborts. Rejects with a sentence for the user if no server survives the question. */
  async diagnostics(path: string, signal?: AbortSignal): Promise<Diagnostic[]> {
    const question = { textDocument: { uri: uri(path) } }
    const report = await this.#ask<DocumentDiagnosticReport>('textDocument/diagnostic', question, signal)
    return report.kind === 'full' ? report.items : []
  }

  async completion(path: string, position: Position): Promise<CompletionItem[]> {
    const list = await this.#ask<CompletionList | CompletionItem[] | null>('textDocument/completion', {
      textDocument: { uri: uri(path) },
      position,
    })
    return Array.isArray(list) ? list : (list?.items ?? [])
  }

  /** The hover text in Markdown, or undefined where there is nothing to say. */
  async hover(path: string, position: Position): Promise<string | undefined> {
    const hover = await this.#ask<Hover | null>('textDocument/hover', { textDocument: { uri: uri(path) }, position })
    return (hover?.contents as MarkupContent | undefined)?.value
  }

  /** The signatures of the call whose arguments are being written at a place. */
  async signatures(path: string, position: Position): Promise<SignatureHelp | null> {
    return this.#ask<SignatureHelp | null>('textDocument/signatureHelp', { textDocument: { uri: uri(path) }, position })
  }

  /** Ends a server that hangs; the next question, or the same one asked again, starts another. */
  end(): void {
    this.#process?.kill('SIGKILL')
  }

  stop(): void {
    this.#stopped = true
    this.#process?.kill('SIGKILL')
  }

  async #start(): Promise<MessageConnection> {
    const server = spawn(compilerProgram(), ['--lsp', '--stdio'], {
      cwd: this.#folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    // Its questions are rejected when it exits; its pipes need not report that as well.
    connection.onError(() => {})
    server.stdin.on('error', () => {})
    const lose = () => this.#lose(server, connection)
    server.once('error', lose).once('exit', lose)
    connection.onClose(lose)
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => preferences))
    connection.onRequest('client/registerCapability', () => null)
    connection.listen()
    this.#process = server
    await connection.sendRequest('initialize', initialization(this.#folder))
    await connection.sendNotification('initialized', {})
    this.#connection = connection
    this.#openAll()
    return connection
  }

  /** The next question starts a new server, nothing else does: one that cannot live would be started forever. */
  #lose(server: ChildProcess, connection: MessageConnection): void {
    if (this.#process !== server) return
    this.#process = undefined
    this.#connection = undefined
    server.kill('SIGKILL')
    connection.dispose()
    this.#starting = Promise.reject(new Error('The server has died.'))
    this.#starting.catch(() => {})
  }

  #openAll(): void {
    const roots = this.#roots.filter((path) => this.#documents.has(path))
    for (const path of new Set([...roots, ...this.#documents.keys()])) this.#open(path)
  }

  #open(path: string): void {
    const { version, text } = this.#documents.get(path)!
    const languageId = path.endsWith('.json') ? 'json' : path.endsWith('x') ? 'typescriptreact' : 'typescript'
    this.#notify('textDocument/didOpen', { textDocument: { uri: uri(path), languageId, version, text } })
  }

  #notify(method: string, params: object): void {
    this.#connection?.sendNotification(method, params).catch(() => {})
  }

  async #ask<T>(method: string, params: object, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const server = this.#starting
      try {
        return await this.#askOnce<T>(await server, method, params, signal)
      } catch (error) {
        const alive = this.#starting === server
        if (signal?.aborted || this.#stopped || (alive && isAnswer(error))) throw error
        if (attempt === attempts) throw new Error(gone, { cause: error })
        if (!alive && this.#process) continue
        this.#starting = this.#start()
        this.#starting.catch(() => {})
      }
    }
  }

  async #askOnce<T>(connection: MessageConnection, method: string, params: object, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const cancellation = new CancellationTokenSource()
    const answer = connection.sendRequest<T>(method, params, cancellation.token)
    if (!signal) return answer
    return new Promise<T>((resolve, reject) => {
      answer.then(resolve, reject)
      signal.addEventListener('abort', () => {
        cancellation.cancel()
        this.#killUnlessSettled(answer)
        reject(signal.reason)
      })
    })
  }

  /** A server that goes on computing would let the next cell wait. */
  #killUnlessSettled(answer: Promise<unknown>): void {
    const server = this.#process
    const timer = setTimeout(() => server?.kill('SIGKILL'), patienceMs)
    const settled = () => clearTimeout(timer)
    answer.then(settled, settled)
  }
}

/** Whether an error is the server's answer, and not the connection's word that there will be none. */
function isAnswer(error: unknown): boolean {
  const none: number[] = [ErrorCodes.MessageWriteError, ErrorCodes.PendingResponseRejected]
  return error instanceof ResponseError && !none.includes(error.code)
}

const gone =
  "TypeScript's checker ended again and again while it looked at this cell. Simplify the cell's types, or begin the cell with `// @ts-nocheck` to run it unchecked."

/**
 * What an editor wants and a kernel does not. Acquisition installs types from npm into the user's cache, unasked, and looks for
 * them at every change; an index of all packages for auto-imports is made anew at every change. Beside a package.json with
 * TensorFlow.js, the two cost a trivial cell 25 ms instead of 1.4 (measured).
 */
const preferences = {
  disableAutomaticTypeAcquisition: true,
  includePackageJsonAutoImports: 'off',
  includeCompletionsForModuleExports: false,
}

function initialization(folder: string): object {
  return {
    processId: process.pid,
    rootUri: uri(folder),
    workspaceFolders: [{ uri: uri(folder), name: 'notebook' }],
    initializationOptions: { userPreferences: preferences },
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        diagnostic: {},
        completion: { completionItem: { snippetSupport: false, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        signatureHelp: { signatureInformation: { documentationFormat: ['markdown'], activeParameterSupport: true } },
      },
    },
  }
}

function uri(path: string): string {
  return pathToFileURL(path).href
}
