// The layer's start, its forward pass, its gradients and its tensors.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { Conv2D } from './conv-layer.ts'
import { corr2d } from './correlate.ts'
import { edgeImage } from './images.ts'
import { uniform } from './initializers.ts'
import { createRng } from './random.ts'
import { ShapeError } from './shape.ts'

const layerOf = (height: number, width: number) => new Conv2D({ kernelSize: [height, width], rng: createRng(0) })
const edges = () => tf.tensor2d(edgeImage()).as4D(1, 6, 8, 1)

it('starts with a seeded kernel and a bias of 0', () => {
  const layer = new Conv2D({ kernelSize: [1, 2], initializer: uniform(0, 1), rng: createRng(0) })
  expect(layer.weight.shape).toEqual([1, 2, 1, 1])
  expect([...layer.weight.dataSync()]).toEqual([...tf.tensor2d(createRng(0).matrix(1, 2)).dataSync()])
  expect(layer.bias.arraySync()).toEqual([0])
})

it.each([
  [{ kernelSize: [1, 2] as const }, 3, 'Conv2D 1×2'],
  [{ kernelSize: 5, outChannels: 6 }, 156, 'Conv2D 5×5, 1→6'],
  [{ kernelSize: 5, inChannels: 6, outChannels: 16 }, 2416, 'Conv2D 5×5, 6→16'],
  [{ kernelSize: 3, inChannels: 32, outChannels: 32, groups: 32 }, 320, 'Conv2D 3×3, 32→32, 32 groups'],
])('%j learns %d numbers', (options, count, name) => {
  const layer = new Conv2D({ ...options, rng: createRng(0) })
  expect(layer.countParams()).toBe(count)
  expect(`${layer}`).toBe(name)
})

it('adds the bias to the cross-correlation', () => {
  const layer = layerOf(1, 2)
  layer.weight.assign(tf.tensor4d([1, -1], [1, 2, 1, 1]))
  layer.bias.assign(tf.tensor1d([0.5]))
  const Y = layer.forward(edges())
  expect(Y.shape).toEqual([1, 6, 7, 1])
  expect([...Y.dataSync()].slice(0, 7)).toEqual([0.5, 1.5, 0.5, 0.5, 0.5, -0.5, 0.5])
})

it('adds up the input channels for each output channel, as the book does', () => {
  const layer = new Conv2D({ kernelSize: 2, inChannels: 2, outChannels: 3, rng: createRng(0) })
  const X = tf.tensor3d([0, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 3, 3]).transpose([1, 2, 0])
  const K = tf.tensor3d([0, 1, 2, 3, 1, 2, 3, 4], [2, 2, 2]).transpose([1, 2, 0])
  layer.weight.assign(tf.stack([K, K.add(1), K.add(2)], 3) as typeof layer.weight)
  const Y = layer.forward(X.expandDims(0)).squeeze([0]).transpose([2, 0, 1])
  expect(Y.arraySync()).toEqual([
    [[56, 72], [104, 120]], // biome-ignore format: three small matrices
    [
      [76, 100],
      [148, 172],
    ],
    [
      [96, 128],
      [192, 224],
    ],
  ])
})

it.each([
  { padding: 1 },
  { stride: [3, 2] as const, padding: [2, 1] as const },
  { dilation: 2 },
  { dilation: [1, 3] as const },
])('slides as corr2d does, with %j, and has its gradients', (options) => {
  const layer = new Conv2D({ kernelSize: [3, 2], ...options, rng: createRng(1) })
  const X = tf.tensor2d(createRng(2).matrix(7, 9))
  const kernel = layer.weight.as2D(3, 2)
  const mine = tf.variableGrads(
    () =>
      layer
        .forward(X.as4D(1, 7, 9, 1))
        .square()
        .sum()
        .asScalar(),
    [layer.weight],
  )
  const expected = corr2d(X.arraySync(), kernel.arraySync(), options)
  expect(mine.value.arraySync()).toBeCloseTo(
    expected.flat().reduce((sum, value) => sum + value ** 2, 0),
    4,
  )
  const nudged = createRng(3).matrix(3, 2)
  const slope = (h: number) => {
    const moved = kernel.arraySync().map((row, a) => row.map((value, b) => value + h * nudged[a]![b]!))
    return corr2d(X.arraySync(), moved, options)
      .flat()
      .reduce((sum, value) => sum + value ** 2, 0)
  }
  const along = mine.grads[layer.weight.name]!.as2D(3, 2).mul(tf.tensor2d(nudged)).sum().arraySync()
  expect(along).toBeCloseTo((slope(1e-4) - slope(-1e-4)) / 2e-4, 3)
})

it('equals the float64 loops with every option', () => {
  const cases = fc.record({
    kernelSize: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('valid' as const, 'same' as const, 1, [[0, 2], 1] as const),
    paddingMode: fc.constantFrom('zeros' as const, 'circular' as const, 'reflect' as const, 'replicate' as const),
    dilation: fc.integer({ min: 1, max: 2 }),
    groups: fc.constantFrom(1, 2),
    seed: fc.nat(1000),
  })
  fc.assert(
    fc.property(cases, ({ seed, ...options }) => {
      const rng = createRng(seed)
      const layer = new Conv2D({ ...options, inChannels: 2, outChannels: 4, rng })
      const X = tf.tensor4d(
        Float32Array.from({ length: 2 * 7 * 6 * 2 }, () => rng.normal()),
        [2, 7, 6, 2],
      )
      const expected = tf.tensor(corr2d(X.arraySync(), layer.weight.arraySync(), options))
      const apart = tf.sub(layer.forward(X), expected).abs().max().dataSync()[0]
      expect(layer.outputShape([7, 6, 2])).toEqual(expected.shape.slice(1))
      expect(apart).toBeLessThan(1e-5)
    }),
    { numRuns: 100 },
  )
})

it('has a gradient for the kernel and for the bias', () => {
  const layer = layerOf(2, 2)
  const X = tf.range(0, 9).as4D(1, 3, 3, 1)
  const { grads } = tf.variableGrads(() => layer.forward(X).sum().asScalar(), layer.trainableVariables)
  expect([...grads[layer.weight.name]!.dataSync()]).toEqual([8, 12, 20, 24])
  expect(grads[layer.bias.name]!.arraySync()).toEqual([4])
})

it('leaves one tensor per forward pass, and none after dispose', () => {
  const X = edges()
  const before = tf.memory().numTensors
  const layer = new Conv2D({ kernelSize: 2, padding: 1, dilation: 2, rng: createRng(0) })
  expect(tf.memory().numTensors - before).toBe(2)
  layer.forward(X).dispose()
  expect(tf.memory().numTensors - before).toBe(2)
  layer.dispose()
  expect(tf.memory().numTensors - before).toBe(0)
})

it.each<[string, () => unknown]>([
  ["The kernel's height is 0.", () => layerOf(0, 2)],
  ['The number of output channels is 1.5.', () => new Conv2D({ kernelSize: 2, outChannels: 1.5, rng: createRng(0) })],
  [
    '2 groups do not divide 4 input and 3 output channels.',
    () => new Conv2D({ kernelSize: 1, inChannels: 4, outChannels: 3, groups: 2, rng: createRng(0) }),
  ],
  ['The kernel [3, 3] does not fit into the input [2, 2]', () => layerOf(3, 3).outputShape([2, 2, 1])],
  [
    'Conv2D 3×3 takes images of shape [height, width, channels], got [8].',
    () => layerOf(3, 3).forward(edges().squeeze()),
  ],
  [
    'Conv2D 3×3 takes images of 1 channels, got [6, 8, 3], the channels last.',
    () => layerOf(3, 3).outputShape([6, 8, 3]),
  ],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(message)
})

it('names shape mistakes by their class', () => {
  expect(() => layerOf(3, 3).outputShape([2, 2, 1])).toThrow(ShapeError)
})
