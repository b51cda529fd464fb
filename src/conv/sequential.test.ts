// Models: shapes worked out at once, mistakes refused by layer, the table, the tensors.
import { inspect } from 'node:util'
import type { Rank, Tensor } from '@tensorflow/tfjs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { ReLU, Sigmoid, Tanh } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { Dense, Flatten } from './dense-layer.ts'
import type { Layer, Shape } from './layer.ts'
import { lenet } from './lenet.ts'
import { GlobalAvgPool2D, GlobalMaxPool2D, MaxPool2D } from './pooling-layers.ts'
import { createRng } from './random.ts'
import { Sequential } from './sequential.ts'
import { ShapeError } from './shape.ts'
import { displayKey } from './summary.ts'

const rng = createRng(0)

it('LeNet has the shapes, counts and receptive fields of the book', () => {
  expect(`${lenet({ rng })}`).toBe(
    `
layer                   output  parameters  multiply-adds  receptive field
Input              [28, 28, 1]
Conv2D 5×5, 1→6    [28, 28, 6]         156        117,600              5×5
Sigmoid            [28, 28, 6]           0              0              5×5
AvgPool2D 2×2      [14, 14, 6]           0              0              6×6
Conv2D 5×5, 6→16  [10, 10, 16]       2,416        240,000            14×14
Sigmoid           [10, 10, 16]           0              0            14×14
AvgPool2D 2×2       [5, 5, 16]           0              0            16×16
Flatten                  [400]           0              0            16×16
Dense 400→120            [120]      48,120         48,000              all
Sigmoid                  [120]           0              0              all
Dense 120→84              [84]      10,164         10,080              all
Sigmoid                   [84]           0              0              all
Dense 84→10               [10]         850            840              all
Total                               61,706        416,520
`.trim(),
  )
})

it('names a layer that has no name by its class', () => {
  class Doubling implements Layer {
    readonly sees = 'same place'
    outputShape = (input: Shape) => [...input]
    forward = (X: Tensor) => X.mul(2)
  }
  expect(new Sequential([1], [new Doubling()]).summary().rows[0]!.layer).toBe('Doubling')
})

it("shows its table in Node's console", () => {
  const model = new Sequential([3], [new Dense({ inputs: 3, units: 2, rng })])
  expect(inspect(model)).toBe(String(model))
  expect(inspect(model)).toContain('Dense 3→2     [2]           8              6              all')
})

it("fastbook's simple network has its counts", () => {
  const channels = [1, 4, 8, 16, 32, 2]
  const layers = channels
    .slice(1)
    .flatMap((outChannels, index) => [
      new Conv2D({ kernelSize: 3, stride: 2, padding: 1, inChannels: channels[index]!, outChannels, rng }),
      new ReLU(),
    ])
  const rows = new Sequential([28, 28, 1], layers).summary().rows.filter((_, index) => index % 2 === 0)
  expect(rows.map((row) => row.parameters)).toEqual([40, 296, 1168, 4640, 578])
  expect(rows.map((row) => row.multiplyAdds)).toEqual([7056, 14112, 18432, 18432, 576])
})

it('an MLP needs no image', () => {
  const model = new Sequential(
    [784],
    [
      new Dense({ inputs: 784, units: 120, rng }),
      new Tanh(),
      new Dense({ inputs: 120, units: 84, rng }),
      new Tanh(),
      new Dense({ inputs: 84, units: 10, rng }),
    ],
  )
  expect(model.countParams()).toBe(105_214)
  expect(model.forward(tf.ones([3, 784])).shape).toEqual([3, 10])
})

it('shows itself as text and as an escaped HTML table', () => {
  class Mine implements Layer {
    readonly sees = 'same place'
    outputShape = (input: Shape) => [...input]
    forward = (X: Tensor) => X.clone()
    toString = () => '<b>mine'
  }
  const summary = new Sequential([1], [new Mine()]).summary()
  expect(Object.keys(summary[displayKey]())).toEqual(['text/plain', 'text/html'])
  expect(summary[displayKey]()['text/html']).toContain('>&lt;b>mine<')
  expect(new Sequential([1], [new Mine()])[displayKey]()).toEqual(summary[displayKey]())
})

it.each<[string, () => unknown]>([
  [
    'Layer 2 of 2 does not fit. Dense 400→10 takes vectors of 400 numbers, got [576]. Make the layer with inputs: 576.',
    // @ts-expect-error the types refuse it too
    () => new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 400, units: 10, rng })]),
  ],
  [
    'Layer 1 of 1 does not fit. Dense 400→10 takes vectors of 400 numbers, got [20, 20, 1]. Put a Flatten layer before it.',
    // @ts-expect-error the types refuse it too
    () => new Sequential([20, 20, 1], [new Dense({ inputs: 400, units: 10, rng })]),
  ],
  [
    'Layer 2 of 2 does not fit. The kernel [3, 3] does not fit into the input [2, 2]',
    // @ts-expect-error the types refuse it too
    () => new Sequential([4, 4, 1], [new MaxPool2D(2), new Conv2D({ kernelSize: 3, rng })]),
  ],
  [
    'The model takes batches of shape [n, 28, 28, 1], got [28, 28, 1]. For a single example x, give x.reshape([1, 28, 28, 1]).',
    () => lenet({ rng }).forward(tf.ones([28, 28, 1])),
  ],
])('refuses: %s', (message, wrong) => {
  expect(wrong).toThrow(ShapeError)
  expect(wrong).toThrow(message)
})

it('refuses a model without layers, and a shape that is none', () => {
  expect(() => new Sequential([1], [])).toThrow('A model needs at least one layer.')
  expect(() => new Sequential([28, 0.5], [new Flatten()])).toThrow('Axis 1 of the input shape is 0.5.')
})

it('gives what each layer makes of a batch, and leaves no other tensor', () => {
  const X = tf.ones<Rank.R4>([2, 28, 28, 1])
  const before = tf.memory().numTensors
  const model = lenet({ rng, modern: true })
  expect(tf.memory().numTensors - before).toBe(10)
  const outputs = model.activations(X)
  expect(outputs.map(({ shape }) => shape.slice(1))).toEqual(model.shapes)
  const last = model.forward(X)
  expect([...last.dataSync()]).toEqual([...outputs.at(-1)!.dataSync()])
  tf.dispose([outputs, last])
  model.dispose()
  expect(tf.memory().numTensors - before).toBe(0)
})

it.each([
  [new ReLU(), [0, 0, 2]],
  [new Sigmoid(), [0.26894, 0.5, 0.8808]],
  [new Tanh(), [-0.76159, 0, 0.96403]],
])('%s acts on each number', (layer, expected) => {
  const values = [...layer.forward(tf.tensor2d([[-1, 0, 2]])).dataSync()]
  expect(values.map((value) => Number(value.toFixed(5)))).toEqual(expected)
})

it('global pooling leaves one number for each channel', () => {
  const X = tf.tensor4d([1, -5, 2, -6, 3, -7, 6, -8], [1, 2, 2, 2])
  expect(new GlobalMaxPool2D().forward(X).arraySync()).toEqual([[6, -5]])
  expect(new GlobalAvgPool2D().forward(X).arraySync()).toEqual([[3, -6.5]])
})

it('predicts the shapes that tensors then have, for 60 random models', () => {
  const size = fc.integer({ min: 1, max: 3 })
  const cases = fc.record({
    input: fc.tuple(fc.integer({ min: 13, max: 18 }), fc.integer({ min: 13, max: 18 }), size),
    kernel: fc.tuple(size, size),
    stride: size,
    padding: fc.integer({ min: 0, max: 2 }),
    dilation: fc.tuple(size, size),
    outChannels: size,
    window: fc.tuple(size, size),
    global: fc.boolean(),
  })
  fc.assert(
    fc.property(cases, ({ input, kernel, window, global, ...options }) => {
      const conv = new Conv2D({ kernelSize: kernel, inChannels: input[2], ...options, rng })
      const model = new Sequential(input, [
        conv,
        new MaxPool2D(window, { stride: 1 }),
        global ? new GlobalMaxPool2D() : new Flatten(),
      ])
      const outputs = tf.tidy(() => model.activations(tf.zeros([2, ...input])).map(({ shape }) => shape))
      model.dispose()
      expect(outputs).toEqual(model.shapes.map((shape) => [2, ...shape]))
    }),
    { numRuns: 60 },
  )
})
