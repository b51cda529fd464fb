// Whatever arrives, the codec answers with an envelope or with the reason why not, and never throws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Codec, type Envelope } from './codec.ts'
import { mistakeIn, withoutNulls } from './contents.ts'
import type { Incoming } from './messages.ts'

const cases = { numRuns: 10_000 }
const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array))
const text = fc.string({ unit: 'binary', maxLength: 20 })
const flat = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()), { noNullPrototype: true, maxKeys: 4 })
const json = fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true, maxKeys: 4 })

/** JSON has no -0, and `__proto__` is no field to the objects of JavaScript. */
const plain = json.map(
  (value): Record<string, unknown> => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')),
)

const envelopes: fc.Arbitrary<Envelope> = fc.record({
  identities: fc.array(bytes, { maxLength: 2 }),
  header: flat.map((fields) => ({
    ...new Codec('').header('execute_request'),
    ...fields,
    msg_id: 'id',
    msg_type: 'type',
  })),
  parent: fc.constant({}),
  metadata: plain,
  content: plain,
  buffers: fc.array(bytes, { maxLength: 3 }),
})

describe('the codec', { timeout: 120_000 }, () => {
  it('opens everything that it sealed', () => {
    fc.assert(
      fc.property(envelopes, text, (envelope, key) => {
        expect(new Codec(key).decode(new Codec(key).encode(envelope))).toEqual(envelope)
      }),
      cases,
    )
  })

  it('rejects a sealed message of which one byte was changed', () => {
    const sealed = new Codec('key').encode({
      identities: [],
      header: new Codec('key').header('execute_request'),
      parent: {},
      metadata: {},
      content: { code: '1 + 1' },
      buffers: [],
    })
    const places = sealed.flatMap((frame, at) => (at === 0 ? [] : [...frame.keys()].map((byte) => [at, byte] as const)))
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), ([frame, byte], change) => {
        const spoiled = sealed.map((part) => Buffer.from(part))
        spoiled[frame]![byte]! ^= change
        expect(new Codec('key').decode(spoiled)).toEqual({ rejected: 'bad signature' })
      }),
      cases,
    )
  })

  it('takes frames of any number and content', () => {
    const delimiter = fc.constant(Buffer.from('<IDS|MSG>'))
    const frame = fc.oneof(bytes, delimiter, fc.json().map(Buffer.from), fc.constant(Buffer.alloc(0)))
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 9 }), (frames) => {
        const opened = new Codec('').decode(frames)
        expect('rejected' in opened || typeof opened.header.msg_type === 'string').toBe(true)
      }),
      cases,
    )
  })

  it('takes what is nested deeper than it could be written', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const header = `{"msg_id":"a","msg_type":"execute_request","date":${deep}}`
    const frames = ['<IDS|MSG>', '', header, header, '{}', `{"code":${deep}}`].map((part) => Buffer.from(part))
    const opened = new Codec('').decode(frames) as Envelope
    const answer = { ...opened, header: new Codec('').header('execute_reply'), parent: opened.header, content: {} }
    expect(new Codec('').encode(answer)).toHaveLength(6)
    expect(mistakeIn({ type: 'execute_request', content: opened.content } as Incoming)).toMatch(/needs "code", a text/)
  })
})

describe('mistakeIn', () => {
  const types = ['execute_request', 'complete_request', 'history_request', 'comm_open', 'usage_request'] as const

  it('has a sentence, or nothing, for any content', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.object({ maxDepth: 1 }), (type, content) => {
        expect(mistakeIn({ type, content: withoutNulls(content) } as Incoming) ?? 'A sentence.').toMatch(
          /^.* .*\.$|^A sentence\.$/s,
        )
      }),
      cases,
    )
  })

  it.each([
    ['execute_request', {}, 'An execute_request needs "code", a text.'],
    ['execute_request', { code: '', silent: 1 }, '"silent" of an execute_request must be true or false.'],
    [
      'execute_request',
      { code: '', user_expressions: { a: 1 } },
      '"user_expressions" of an execute_request must be an object of texts.',
    ],
    ['complete_request', { code: 'x', cursor_pos: 1e300 }, 'A complete_request needs "cursor_pos", a whole number.'],
    ['complete_request', { code: 'x', cursor_pos: '1' }, 'A complete_request needs "cursor_pos", a whole number.'],
    [
      'history_request',
      { hist_access_type: 'all' },
      '"hist_access_type" of a history_request must be "range", "tail" or "search".',
    ],
    ['comm_msg', { comm_id: 'a', data: [] }, '"data" of a comm_msg must be an object.'],
    ['execute_request', { code: '', unknown: 1 }, undefined],
    ['execute_request', withoutNulls({ code: '', silent: null }), undefined],
  ] as const)('%s %j', (type, content, sentence) => {
    expect(mistakeIn({ type, content } as unknown as Incoming)).toBe(sentence)
  })
})
