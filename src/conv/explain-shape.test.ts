// The sentences, word for word, in both languages.
import { expect, it } from 'vitest'
import { explainOutputShape } from './explain-shape.ts'

it('says each step for each axis', () => {
  expect(explainOutputShape([28, 10], { kernel: [5, 3], padding: [2, 0], stride: [1, 2], dilation: [1, 2] })).toBe(
    [
      'height: 28 + 2 + 2 of padding = 32; the kernel covers 5; 32 − 5 + 1 = 28 places',
      'width: 10; the kernel of 3 covers 2 · 2 + 1 = 5; floor((10 − 5) / 2) + 1 = 3 places, the last 1 never read',
      '28 × 10 → 28 × 3',
    ].join('\n'),
  )
})

it('speaks Chinese', () => {
  expect(explainOutputShape([6, 8], { kernel: [1, 2], stride: [1, 4], padding: [0, [0, 1]], language: 'zh' })).toBe(
    [
      '高度：6；卷积核覆盖 1；6 − 1 + 1 = 6 个位置',
      '宽度：8 + 0 + 1（填充） = 9；卷积核覆盖 2；floor((9 − 2) / 4) + 1 = 2 个位置，最后 3 个元素读不到',
      '6 × 8 → 6 × 2',
    ].join('\n'),
  )
})

it('refuses what outputShape refuses, and other languages', () => {
  expect(() => explainOutputShape([3, 3], { kernel: [5, 2] })).toThrow('The kernel [5, 2] does not fit')
  expect(() => explainOutputShape([3], { kernel: [2], language: 'fr' as never })).toThrow("There is no language 'fr'.")
})
