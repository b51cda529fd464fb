import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { address, readConnection } from './connection.ts'

const folder = mkdtempSync(join(tmpdir(), 'connection-test-'))
const file = join(folder, 'kernel.json')
const ports = { shell_port: 1, control_port: 2, stdin_port: 3, iopub_port: 4, hb_port: 5 }
const good = { ip: '127.0.0.1', key: 'secret', ...ports }

afterAll(() => rmSync(folder, { recursive: true }))

function read(content: unknown): ReturnType<typeof readConnection> {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readConnection(file)
}

describe('readConnection', () => {
  it('fills in what may be left out', () => {
    expect(read({ ...good, key: undefined })).toEqual({
      ...good,
      key: '',
      transport: 'tcp',
      signature_scheme: 'hmac-sha256',
    })
  })

  it.each([
    ['{"key":SECRET}', 'cannot be read: it is not JSON.'],
    ['null', 'cannot be read: it is no object.'],
    [{ ...good, ip: undefined }, 'has no "ip".'],
    [{ ...good, hb_port: undefined }, 'needs a port from 1 to 65535 as "hb_port".'],
    [{ ...good, hb_port: 99_999 }, 'needs a port from 1 to 65535 as "hb_port".'],
    [{ ...good, hb_port: '5' }, 'needs a port from 1 to 65535 as "hb_port".'],
    [{ ...good, key: 3 }, 'has a "key" that is not a text.'],
    [{ ...good, transport: 'udp' }, 'asks for the transport "udp"; it can be tcp or ipc.'],
    [{ ...good, signature_scheme: 'md5' }, 'asks for signatures by "md5"; it can be hmac-sha256.'],
    [{ ...good, curve_publickey: 'x'.repeat(40) }, 'has one CurveZMQ key of two.'],
    [{ ...good, curve_publickey: 'x', curve_secretkey: 'y' }, 'has a CurveZMQ key that is not 40 characters of Z85.'],
  ])('%j', (content, message) => {
    expect(() => read(content)).toThrow(message)
    expect(() => read(content)).not.toThrow(/SECRET/)
  })

  it('names a file that is not there', () => {
    expect(() => readConnection('/nowhere.json')).toThrow('The connection file /nowhere.json cannot be read: ENOENT')
  })
})

it('an address is a port over tcp, and a file over ipc', () => {
  expect(address(read(good), 'iopub')).toBe('tcp://127.0.0.1:4')
  expect(address(read({ ...good, transport: 'ipc', ip: '/run/kernel' }), 'iopub')).toBe('ipc:///run/kernel-4')
})
