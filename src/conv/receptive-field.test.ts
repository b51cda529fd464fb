// The formula against known networks.
import { expect, it } from 'vitest'
import { lenet } from './lenet.ts'
import { createRng } from './random.ts'
import { receptiveField, type SlidingWindow } from './receptive-field.ts'

it.each<[string, SlidingWindow[], number, number, number]>([
  ['no layer', [], 1, 1, 0],
  ['two 2×2', [{ kernel: 2 }, { kernel: 2 }], 3, 1, 0],
  [
    'two 3×3 of stride 2',
    [
      { kernel: 3, stride: 2 },
      { kernel: 3, stride: 2 },
    ],
    7,
    4,
    0,
  ],
  ['fifteen 3×3', Array(15).fill({ kernel: 3, padding: 1 }), 31, 1, -15],
  ['a dilated 3×3', [{ kernel: 3, dilation: 4 }], 9, 1, 0],
])('%s', (_, layers, size, jump, start) => {
  expect(receptiveField(layers)).toEqual({ size: [size, size], jump: [jump, jump], start: [start, start] })
})

it("LeNet's grows from 5 to 32, beyond the image", () => {
  const lenet: SlidingWindow[] = [
    { kernel: 5, padding: 2 },
    { kernel: 2, stride: 2 },
    { kernel: 5 },
    { kernel: 2, stride: 2 },
    { kernel: 5 },
  ]
  const fields = lenet.map((_, index) => receptiveField(lenet.slice(0, index + 1)))
  expect(fields.map(({ size, jump, start }) => [size[0], jump[0], start[0]])).toEqual([
    [5, 1, -2],
    [6, 2, -2],
    [14, 2, -2],
    [16, 4, -2],
    [32, 4, -2],
  ])
})

it('keeps height and width apart', () => {
  const field = receptiveField([{ kernel: [1, 2], stride: [2, 3], padding: [0, 1] }, { kernel: [3, 1] }])
  expect(field).toEqual({ size: [5, 2], jump: [2, 3], start: [0, -1] })
})

it('takes the layers of a model, up to the first that sees everything', () => {
  const { layers } = lenet({ rng: createRng(0) })
  expect(receptiveField(layers.slice(0, 7))).toEqual({ size: [16, 16], jump: [4, 4], start: [-2, -2] })
  expect(() => receptiveField(layers)).toThrow('Dense 400→120 sees the whole image, however large.')
})

it("refuses 'same' padding with a stride", () => {
  expect(receptiveField([{ kernel: 4, padding: 'same' }]).start).toEqual([-1, -1])
  expect(() => receptiveField([{ kernel: 4, padding: 'same', stride: 2 }])).toThrow('Give the padding in numbers.')
})

it('refuses a kernel that has no size', () => {
  expect(() => receptiveField([{ kernel: 0 }])).toThrow("The kernel's height is 0.")
})
