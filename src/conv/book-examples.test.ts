// Numbers that others have published, in one to three dimensions and with channels: d2l's figures and cs231n's check.
// Sources: d2l.ai chapters 7.2 to 7.4 and 16.3; cs231n, assignment 2, convolution forward (COURSE 9).
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { corr1d, corr2d, corr3d } from './correlate.ts'
import { blockOf, fourAxes } from './nested.ts'
import type { Matrix } from './shape.ts'

const X = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
]
const K = [
  [0, 1],
  [2, 3],
]

/** Two channels, X and X + 1; the kernels of the book, [K, K + 1] for each output, moved by 0, 1 and 2. */
const channels = X.map((row) => row.map((value) => [value, value + 1]))
const kernels = (outputs: number) =>
  K.map((row) =>
    row.map((value) => [0, 1].map((input) => Array.from({ length: outputs }, (_, out) => value + input + out))),
  )
const channel = (Y: readonly (readonly (readonly number[])[])[], index: number): Matrix =>
  Y.map((row) => row.map((values) => values[index]!))

it('one dimension, with one channel and with three', () => {
  expect(corr1d([0, 1, 2, 3, 4, 5, 6], [1, 2])).toEqual([2, 5, 8, 11, 14, 17])
  const series = Array.from({ length: 7 }, (_, i) => [i, i + 1, i + 2])
  const kernel = [
    [[1], [3], [-1]],
    [[2], [4], [-3]],
  ]
  expect(corr1d(series, kernel).flat()).toEqual([2, 8, 14, 20, 26, 32])
})

it('three dimensions', () => {
  const volume = Array.from({ length: 3 }, (_, i) =>
    Array.from({ length: 3 }, (__, j) => [0, 1, 2].map((k) => 9 * i + 3 * j + k)),
  )
  const kernel = [
    [
      [0, 1],
      [2, 3],
    ],
    [
      [4, 5],
      [6, 7],
    ],
  ]
  expect(corr3d(volume, kernel)).toEqual([
    [
      [268, 296],
      [352, 380],
    ],
    [
      [520, 548],
      [604, 632],
    ],
  ])
})

it('two input channels, one output and three', () => {
  expect(channel(corr2d(channels, kernels(1)), 0)).toEqual([
    [56, 72],
    [104, 120],
  ])
  const Y = corr2d(channels, kernels(3))
  expect(channel(Y, 1)).toEqual([
    [76, 100],
    [148, 172],
  ])
  expect(channel(Y, 2)).toEqual([
    [96, 128],
    [192, 224],
  ])
})

it('a 1 × 1 kernel is a dense layer at every pixel', () => {
  const weights = [
    [0.5, -1, 2],
    [3, 0.25, -2],
  ] // [inputs, outputs]
  const dense = channels.map((row) =>
    row.map((pixel) => [0, 1, 2].map((out) => pixel[0]! * weights[0]![out]! + pixel[1]! * weights[1]![out]!)),
  )
  expect(corr2d(channels, [[weights]])).toEqual(dense)
})

it('as many groups as channels: each channel keeps to itself', () => {
  const depthwise = K.map((row) => row.map((value) => [[value, 10 * value]]))
  const Y = corr2d(channels, depthwise, { groups: 2 })
  expect(channel(Y, 0)).toEqual(corr2d(X, K))
  expect(channel(Y, 1)).toEqual(corr2d(channel(channels, 1), K).map((row) => row.map((value) => 10 * value)))
})

it("'same' with a stride is TensorFlow's, not PyTorch's padding of 1", () => {
  const ramp = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (__, j) => 8 * i + j))
  const ones = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]
  expect(corr2d(ramp, ones, { stride: 2, padding: 'same' })[0]).toEqual([81, 99, 117, 87])
  expect(corr2d(ramp, ones, { stride: 2, padding: 1 })[0]).toEqual([18, 36, 48, 60])
})

it("cs231n's forward check, in arrays and on tensors", () => {
  const line = (from: number, to: number, count: number) =>
    Float64Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1))
  const images = channelsLast([2, 3, 4, 4], line(-0.1, 0.5, 96))
  const filters = tf.tidy(() =>
    tf
      .tensor4d(Array.from(line(-0.2, 0.3, 144)), [3, 3, 4, 4])
      .transpose<ReturnType<typeof tf.tensor4d>>([2, 3, 1, 0])
      .arraySync(),
  )
  const bias = [-0.1, 0.05, 0.2]
  const Y = corr2d(images, filters, { stride: 2, padding: 1 })
  const first = Y.map((image) =>
    image.map((row) => row.map((values) => values.map((value, out) => value + bias[out]!))),
  )
  const expected = [
    -0.08759809, -0.10987781, -0.18387192, -0.2109216, 0.21027089, 0.21661097, 0.22847626, 0.23004637, 0.50813986,
    0.54309974, 0.64082444, 0.67101435, -0.98053589, -1.03143541, -1.19128892, -1.24695841, 0.69108355, 0.66880383,
    0.59480972, 0.56776003, 2.36270298, 2.36904306, 2.38090835, 2.38247847,
  ]
  expected.forEach((value, index) => {
    const [n, out, i, j] = [Math.floor(index / 12), Math.floor(index / 4) % 3, Math.floor(index / 2) % 2, index % 2]
    expect(first[n]![i]![j]![out]).toBeCloseTo(value, 6)
  })
  const onTensors = corr2d(tf.tensor4d(images), tf.tensor4d(filters), { stride: 2, padding: 1 })
  expect(onTensors.shape).toEqual([2, 2, 2, 3])
  blockOf(Y, 'Y').values.forEach((value, index) => {
    expect(onTensors.dataSync()[index]).toBeCloseTo(value, 5)
  })
})

/** [n, channels, height, width] as [n, height, width, channels]. */
function channelsLast([n, c, h, w]: [number, number, number, number], values: Float64Array): number[][][][] {
  const result = new Float64Array(values.length)
  values.forEach((value, index) => {
    const [image, rest] = [Math.floor(index / (c * h * w)), index % (c * h * w)]
    result[image * c * h * w + (rest % (h * w)) * c + Math.floor(rest / (h * w))] = value
  })
  return fourAxes([n, h, w, c], result)
}
