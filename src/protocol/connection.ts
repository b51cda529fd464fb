// The connection file: where the five sockets are, and the key that signs every message.
// Rule: what the file lacks or says wrongly is one sentence; nothing of its key is ever printed.
import { readFileSync } from 'node:fs'

export type Channel = 'shell' | 'control' | 'stdin' | 'iopub' | 'hb'

/** https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files */
export interface Connection {
  transport: 'tcp' | 'ipc'
  ip: string
  key: string
  signature_scheme: 'hmac-sha256'
  shell_port: number
  control_port: number
  stdin_port: number
  iopub_port: number
  hb_port: number
}

/**
 * Reads and checks a connection file.
 *
 * Throws an Error whose message says what is wrong with which file.
 */
export function readConnection(file: string): Connection {
  const connection = parse(file)
  for (const field of ['ip', 'shell_port', 'control_port', 'stdin_port', 'iopub_port', 'hb_port'] as const) {
    if (connection[field] === undefined) throw new Error(`The connection file ${file} has no "${field}".`)
  }
  const scheme = connection.signature_scheme ?? 'hmac-sha256'
  if (scheme !== 'hmac-sha256') throw new Error(`The connection file ${file} asks for "${scheme}"; use hmac-sha256.`)
  return { transport: 'tcp', key: '', ...connection, signature_scheme: scheme } as Connection
}

function parse(file: string): Partial<Connection> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Connection>
  } catch (cause) {
    throw new Error(`The connection file ${file} cannot be read: ${(cause as Error).message}.`, { cause })
  }
}

/** The address of one socket: `tcp://127.0.0.1:5555`, or `ipc://path-1` as jupyter_client names it. */
export function address(connection: Connection, channel: Channel): string {
  const separator = connection.transport === 'ipc' ? '-' : ':'
  return `${connection.transport}://${connection.ip}${separator}${connection[`${channel}_port`]}`
}
