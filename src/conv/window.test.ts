// Output sizes against known networks, against counting, and what is refused.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ShapeError, type Size } from './shape.ts'
import { outputShape, sourceIndex, type WindowOptions, windowAxes } from './window.ts'

it.each<[Size, WindowOptions & { kernel: Size }, Size]>([
  [[3, 3], { kernel: [2, 2] }, [2, 2]],
  [[6, 8], { kernel: [1, 2] }, [6, 7]],
  [[28, 28], { kernel: [5, 5] }, [24, 24]],
  [[28, 28], { kernel: [5, 5], padding: 2 }, [28, 28]],
  [[224, 224], { kernel: [7, 7], stride: 2, padding: 3 }, [112, 112]],
  [[227, 227], { kernel: [11, 11], stride: 4 }, [55, 55]],
  [[8, 8], { kernel: [3, 5], padding: [0, 1], stride: [3, 4] }, [2, 2]],
  [[7, 7], { kernel: [3, 3], dilation: 2 }, [3, 3]],
  [[10, 10], { kernel: [3, 3], stride: 2 }, [4, 4]],
  [[5, 5], { kernel: [2, 2], padding: 'same' }, [5, 5]],
  [[8, 7], { kernel: [3, 3], padding: 'same', stride: 2 }, [4, 4]],
  [[4, 4], { kernel: [3, 3], padding: [[1, 0], 2], paddingMode: 'circular' }, [3, 6]],
])('%j with %j gives %j', (input, options, expected) => {
  expect(outputShape(input, options)).toEqual(expected)
})

it('has as many axes as the input', () => {
  expect(outputShape([12], { kernel: [3], padding: [[0, 2]] })).toEqual([12])
  expect(outputShape([24, 90, 160], { kernel: [3, 5, 5], stride: [1, 2, 2] })).toEqual([22, 43, 78])
})

it('counts the places where the window fits', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max })
  fc.assert(
    fc.property(
      whole(8, 40),
      whole(1, 4),
      whole(1, 4),
      whole(0, 3),
      whole(0, 3),
      whole(1, 2),
      (n, k, stride, before, after, dilation) => {
        let places = 0
        for (let start = 0; start + dilation * (k - 1) < n + before + after; start += stride) places++
        const options = { kernel: [k], stride, padding: [[before, after]] as const, dilation } as const
        expect(outputShape([n], options)).toEqual([places])
      },
    ),
    { numRuns: 500 },
  )
})

it.each([
  ['zeros', [-1, -1, 0, 1, 2, -1, -1]],
  ['circular', [1, 2, 0, 1, 2, 0, 1]],
  ['reflect', [2, 1, 0, 1, 2, 1, 0]],
  ['replicate', [0, 0, 0, 1, 2, 2, 2]],
] as const)('padding in mode %s reads %j', (paddingMode, sources) => {
  const [axis] = windowAxes([3], [1], { padding: 2, paddingMode })
  expect(Array.from({ length: 7 }, (_, place) => sourceIndex(axis!, place, 0))).toEqual(sources)
})

it('refuses a kernel that does not fit, naming both shapes and the remedy', () => {
  // @ts-expect-error the types refuse it too
  const tooLarge = () => outputShape([3, 3], { kernel: [5, 2] })
  expect(tooLarge).toThrow(ShapeError)
  expect(tooLarge).toThrow(
    'The kernel [5, 2] does not fit into the input [3, 3]: its height covers 5, the input has 3. ' +
      'Use a smaller kernel, or at least 2 more of padding in all.',
  )
})

it.each<[string, unknown]>([
  ['The vertical stride is 0. Use a whole number from 1 to 2^53 − 1.', { stride: 0 }],
  ['The horizontal padding is -1. Use a whole number from 0 to 2^53 − 1.', { padding: [0, -1] }],
  ['The vertical dilation is 1.5. Use a whole number from 1 to 2^53 − 1.', { dilation: 1.5 }],
  ['The vertical stride is NaN.', { stride: Number.NaN }],
  ['The horizontal stride is 2.', { stride: [1, '2'] }],
  ['The stride is a list of 3. Use one number, or a list of 2.', { stride: [1, 1, 1] }],
  ['The stride is two. Use one number, or a list of 2.', { stride: 'two' }],
  ["The width's padding is a list of 1. Use one number, or a list of 2.", { padding: [0, [1]] }],
  ["There is no padding 'full'. Use 'valid', 'same' or amounts.", { padding: 'full' }],
  ["There is no padding mode 'wrap'. Use one of zeros, circular, reflect, replicate.", { paddingMode: 'wrap' }],
  [
    "The height of 9 is too small for 9 of padding in mode 'reflect'. Use at most 8",
    { padding: 9, paddingMode: 'reflect' },
  ],
  [
    "The height of 9 is too small for 10 of padding in mode 'circular'. Use at most 9",
    { padding: 10, paddingMode: 'circular' },
  ],
  ["The kernel's width is 0. Use a whole number from 1", { kernel: [3, 0] }],
  ['The kernel [3] and the input [9, 9] differ in their number of axes. Give the kernel 2.', { kernel: [3] }],
])('refuses: %s', (message, options) => {
  const refused = { kernel: [3, 3], ...(options as WindowOptions) } as const
  expect(() => outputShape([9, 9], refused)).toThrow(message)
})

it('refuses four axes', () => {
  expect(() => outputShape([1, 9, 9, 1], { kernel: [1, 3, 3, 1] })).toThrow(
    'The input [1, 9, 9, 1] has 4 axes. Slide over one, two or three.',
  )
})
