import * as tf from '@tensorflow/tfjs'
import { afterEach, describe, expect, it } from 'vitest'
import { outletKey } from '../display/outlet.ts'
import type { MimeBundle } from '../protocol/messages.ts'
import { setLanguage } from '../words/language.ts'
import { type ClaimId, claim, claims } from './claim.ts'

function shownBy(action: () => void): MimeBundle[] {
  const bundles: MimeBundle[] = []
  const display = ({ data }: { data: MimeBundle }) => bundles.push(data)
  Reflect.set(globalThis, outletKey, { cell: () => 1, display, clear: () => {} })
  try {
    action()
  } finally {
    Reflect.deleteProperty(globalThis, outletKey)
  }
  return bundles
}

describe('claim', () => {
  afterEach(() => setLanguage('en'))

  it('leaves a card that people and programs read', () => {
    expect(shownBy(() => claim('seed-27', true))).toEqual([
      {
        'text/plain': '✓ seed-27  The bias b is one number for an output channel.',
        'text/html': expect.stringContaining('The bias b is one number for an output channel.'),
        'application/vnd.tensorcell.claim+json': { claim: 'seed-27' },
      },
    ])
  })

  it('speaks the language of the notebook', () => {
    setLanguage('zh')
    expect(shownBy(() => claim('seed-27', true))[0]!['text/plain']).toBe(
      '✓ seed-27  偏置 b 是一个标量（每个输出通道一个）。',
    )
  })

  it.each<[string, unknown, unknown]>([
    ['tensors and lists', tf.tensor2d([[1, 2]]), [[1, 2]]],
    ['typed arrays', Float32Array.of(1, 2), [1, 2]],
    ['lists of tensors', [tf.scalar(1)], [1]],
    ['objects', { weights: 3 }, { weights: 3 }],
    ['zeros of both signs', [-0], [0]],
  ])('compares %s by their elements', (_, measured, expected) => {
    expect(shownBy(() => claim('seed-40', measured, expected))).toHaveLength(1)
  })

  it('fails with what was measured, and shows nothing', () => {
    const shown = shownBy(() =>
      expect(() => claim('seed-40', [[19]], [[20]])).toThrow(
        /seed-40 does not hold: .* Expected \[ \[ 20 ] ], measured \[ \[ 19 ] ]\./,
      ),
    )
    expect(shown).toEqual([])
    expect(() => claim('seed-40', 1 < 0)).toThrow('The condition is false.')
  })

  it('knows 56 claims and 20 corrections, and no other', () => {
    const ids = Object.keys(claims)
    expect(ids.filter((id) => /^seed-\d+$/.test(id))).toHaveLength(56)
    expect(ids.filter((id) => /^erratum-\d+$/.test(id))).toHaveLength(20)
    expect(() => claim('seed-57' as ClaimId, true)).toThrow("There is no claim 'seed-57'. There are seed-1 … seed-56")
  })
})
