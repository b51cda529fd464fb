// The connection file: where the five sockets are, the key that signs every message, and the keys that encrypt them.
// Rule: what the file lacks or says wrongly is one sentence; nothing of its keys is ever printed.
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
  /** The kernel's CurveZMQ keys in Z85, both or none. Front ends use the same pair as their own (jupyter_client 8.9). */
  curve_publickey?: string
  curve_secretkey?: string
}

const ports = ['shell_port', 'control_port', 'stdin_port', 'iopub_port', 'hb_port'] as const

/**
 * Reads and checks a connection file.
 *
 * Throws an Error whose message says what is wrong with which file.
 */
export function readConnection(file: string): Connection {
  const { signature_scheme = 'hmac-sha256', transport = 'tcp', key = '', ...fields } = parse(file)
  const wrong = (what: string) =>
    new Error(`The connection file ${file} ${what}. Start the kernel from its front end again.`)
  if (typeof fields.ip !== 'string') throw wrong('has no "ip"')
  for (const port of ports) {
    if (!isPort(fields[port])) throw wrong(`needs a port from 1 to 65535 as "${port}"`)
  }
  if (typeof key !== 'string') throw wrong('has a "key" that is not a text')
  if (transport !== 'tcp' && transport !== 'ipc')
    throw wrong(`asks for the transport "${transport}"; it can be tcp or ipc`)
  if (signature_scheme !== 'hmac-sha256')
    throw wrong(`asks for signatures by "${signature_scheme}"; it can be hmac-sha256`)
  const { curve_publickey, curve_secretkey } = fields
  const keys = [curve_publickey, curve_secretkey].filter((curveKey) => curveKey !== undefined)
  if (keys.length === 1) throw wrong('has one CurveZMQ key of two')
  if (!keys.every(isCurveKey)) throw wrong('has a CurveZMQ key that is not 40 characters of Z85')
  return { ...fields, signature_scheme, transport, key } as Connection
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535
}

/** 32 bytes in Z85 (https://rfc.zeromq.org/spec/32/). */
function isCurveKey(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9A-Za-z.\-:+=^!/*?&<>()[\]{}@%$#]{40}$/.test(value)
}

function parse(file: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    // A JSON error quotes the text around its place, which may be the key.
    const reason = cause instanceof SyntaxError ? 'it is not JSON' : (cause as Error).message
    throw new Error(`The connection file ${file} cannot be read: ${reason}.`)
  }
  if (typeof value !== 'object' || value === null)
    throw new Error(`The connection file ${file} cannot be read: it is no object.`)
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
}

/** The address of one socket: `tcp://127.0.0.1:5555`, or `ipc://path-1` as jupyter_client names it. */
export function address(connection: Connection, channel: Channel): string {
  const separator = connection.transport === 'ipc' ? '-' : ':'
  return `${connection.transport}://${connection.ip}${separator}${connection[`${channel}_port`]}`
}
