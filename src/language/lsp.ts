// TypeScript's own language server (`tsc --lsp --stdio`) as an object: open and change documents, ask about them.
// Rule: documents exist only here, nothing is written to disk; LSP is the one interface to TypeScript, since it is the
// stable one (ARCHITECTURE.md 3). Positions are LSP's: lines from 0, characters in UTF-16 units.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
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
} from 'vscode-languageserver-protocol'

export class LanguageServer {
  readonly #process: ChildProcess
  readonly #connection: MessageConnection
  readonly #versions = new Map<string, number>()
  readonly #ready: Promise<void>

  constructor(folder: string) {
    this.#process = spawn(compiler(), ['--lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    )
    // A server that died is noticed by the requests that it no longer answers; its pipe need not be reported as well.
    this.#connection.onError(() => {})
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null))
    this.#connection.onRequest('client/registerCapability', () => null)
    this.#connection.listen()
    this.#ready = this.#initialize(folder)
  }

  open(path: string, text: string): void {
    const languageId = path.endsWith('.json') ? 'json' : 'typescript'
    this.#versions.set(path, 1)
    this.#notify('textDocument/didOpen', { textDocument: { uri: uri(path), languageId, version: 1, text } })
  }

  /** Replaces the whole text of an open document. */
  change(path: string, text: string): void {
    const version = this.#versions.get(path)! + 1
    this.#versions.set(path, version)
    this.#notify('textDocument/didChange', {
      textDocument: { uri: uri(path), version },
      contentChanges: [{ text }],
    })
  }

  /** Tells that files on disk are not what they were, or were not there. */
  touch(paths: string[]): void {
    if (paths.length === 0) return
    this.#notify('workspace/didChangeWatchedFiles', {
      changes: paths.map((path) => ({ uri: uri(path), type: 2 })),
    })
  }

  async diagnostics(path: string): Promise<Diagnostic[]> {
    const report = await this.#ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uri(path) },
    })
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

  stop(): void {
    this.#connection.dispose()
    this.#process.kill()
  }

  async #initialize(folder: string): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri(folder),
      workspaceFolders: [{ uri: uri(folder), name: 'notebook' }],
      capabilities: {
        textDocument: {
          diagnostic: {},
          completion: { completionItem: { snippetSupport: false, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    })
    await this.#connection.sendNotification('initialized', {})
  }

  #notify(method: string, params: object): void {
    void this.#ready.then(() => this.#connection.sendNotification(method, params))
  }

  async #ask<T>(method: string, params: object): Promise<T> {
    await this.#ready
    return this.#connection.sendRequest<T>(method, params)
  }
}

function uri(path: string): string {
  return pathToFileURL(path).href
}

/** TypeScript 7 is a native program, in a package of its own for each platform. */
function compiler(): string {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
  const platform = `@typescript/typescript-${process.platform}-${process.arch}`
  const folder = dirname(createRequire(typescript).resolve(`${platform}/package.json`))
  return join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc')
}
