import { describe, expect, it } from 'vitest'
import { Codec, type Envelope } from './codec.ts'

const codec = new Codec('secret')
const envelope: Envelope = {
  identities: [Buffer.from('front end')],
  header: codec.header('execute_request'),
  parent: {},
  metadata: { cellId: 'a' },
  content: { code: '1 + 1' },
  buffers: [Buffer.from([0, 255])],
}

describe('Codec', () => {
  it('opens what it sealed', () => {
    expect(codec.decode(codec.encode(envelope))).toEqual(envelope)
  })

  it('signs the four parts with HMAC-SHA256 in hexadecimal', () => {
    expect(codec.encode(envelope)[2]!.toString()).toMatch(/^[0-9a-f]{64}$/)
  })

  it('signs nothing when the key is empty', () => {
    expect(new Codec('').encode(envelope)[2]!.length).toBe(0)
    expect(new Codec('').decode(new Codec('').encode(envelope))).toEqual(envelope)
  })

  it.each([
    ['bad signature', (frames: Buffer[]) => frames.with(2, Buffer.from('0'.repeat(64)))],
    ['bad signature', (frames: Buffer[]) => frames.with(2, Buffer.alloc(0))],
    ['bad signature', (frames: Buffer[]) => frames.with(6, Buffer.from('{"code":"2 + 2"}'))],
    ['no delimiter', (frames: Buffer[]) => frames.toSpliced(1, 1)],
    ['too few frames', (frames: Buffer[]) => frames.slice(0, 5)],
  ])('rejects frames with %s', (reason, spoil) => {
    expect(codec.decode(spoil(codec.encode(envelope)))).toEqual({ rejected: reason })
  })

  it('rejects signed frames that are not JSON objects', () => {
    const unsigned = new Codec('')
    expect(unsigned.decode(unsigned.encode(envelope).with(6, Buffer.from('{')))).toEqual({ rejected: 'not JSON' })
    expect(unsigned.decode(unsigned.encode(envelope).with(6, Buffer.from('3')))).toEqual({ rejected: 'not JSON' })
    expect(unsigned.decode(unsigned.encode(envelope).with(3, Buffer.from('{}')))).toEqual({
      rejected: 'no message type',
    })
  })
})
