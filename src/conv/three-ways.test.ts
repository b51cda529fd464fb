// Three ways, one answer: loops, im2col and TensorFlow on random shapes, strides, paddings, dilations and groups, and the
// gradients of the loops beside TensorFlow's.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { convolve, correlate, isTensor } from './compute.ts'
import { type CorrelationOptions, type Dimensions, planCorrelation } from './correlation.ts'
import { gradientsByLoops } from './loops.ts'
import { type Block, blockOf, nestedOf, sizeOf } from './nested.ts'
import { createRng } from './random.ts'

interface Case {
  dimensions: Dimensions
  input: number[]
  kernel: number[]
  options: CorrelationOptions
  seed: number
}

const runs = 1000
const whole = (min: number, max: number) => fc.integer({ min, max })

it.each([1, 2, 3] as const)(
  '%d dimensions',
  (dimensions) => {
    fc.assert(
      fc.property(cases(dimensions), ({ input, kernel, options, seed }) => {
        const [X, K] = operands(input, kernel, seed)
        for (const operation of [correlate, convolve]) {
          const loops = valuesOf(operation(dimensions, nestedOf(X), nestedOf(K), options))
          const product = valuesOf(operation(dimensions, nestedOf(X), nestedOf(K), { ...options, method: 'im2col' }))
          tf.engine().startScope()
          const [x, k] = [tensorOf(X), tensorOf(K)]
          const before = tf.memory().numTensors
          const onTensors = valuesOf(operation(dimensions, x, k, options))
          expect(tf.memory().numTensors - before).toBe(1)
          tf.engine().endScope()
          expectClose(product, loops, 1e-12)
          expectClose(onTensors, loops, 1e-5)
        }
      }),
      { numRuns: runs },
    )
  },
  300_000,
)

it.each([1, 2, 3] as const)(
  'gradients in %d dimensions',
  (dimensions) => {
    fc.assert(
      fc.property(cases(dimensions), ({ input, kernel, options, seed }) => {
        const [X, K] = operands(input, kernel, seed)
        const plan = planCorrelation(dimensions, input, kernel, options)
        const dY = blockFrom(plan.outputShape, seed + 2)
        const loops = gradientsByLoops(plan, X.values, K.values, dY.values)
        tf.tidy(() => {
          const forward = (x: Tensor, k: Tensor) =>
            tensor(correlate(dimensions, x, k, options))
              .mul<Tensor>(tensorOf(dY))
              .sum()
          const [byX, byK] = tf.grads(forward)([tensorOf(X), tensorOf(K)])
          expectClose(valuesOf(byX!), { shape: X.shape, values: loops.X }, 1e-4)
          expectClose(valuesOf(byK!), { shape: K.shape, values: loops.K }, 1e-4)
        })
      }),
      { numRuns: runs },
    )
  },
  300_000,
)

type Tensor = ReturnType<typeof tf.zeros>

/** Inputs of 1 to 7 elements an axis whose kernel fits, in each form: plain, with channels, with a batch. */
function cases(dimensions: Dimensions): fc.Arbitrary<Case> {
  const axis = fc.record({
    kernel: whole(1, 3),
    dilation: whole(1, 2),
    stride: whole(1, 3),
    room: whole(0, 4),
    before: whole(0, 2),
    after: whole(0, 2),
  })
  const channels = fc.record({ groups: whole(1, 2), inEach: whole(1, 2), outEach: whole(1, 2), batch: whole(0, 2) })
  const mode = fc.constantFrom('zeros' as const, 'circular' as const, 'reflect' as const, 'replicate' as const)
  const padding = fc.constantFrom('valid', 'same', 'explicit')
  const axes = fc.array(axis, { minLength: dimensions, maxLength: dimensions })
  return fc.record({ axes, channels: fc.option(channels), mode, padding, seed: whole(0, 1e6) }).map((drawn) => {
    const spatial = drawn.axes.map(({ kernel, dilation, room }) => dilation * (kernel - 1) + 1 + room + 1)
    const kernel = drawn.axes.map((one) => one.kernel)
    const options = {
      stride: drawn.axes.map((one) => one.stride),
      dilation: drawn.axes.map((one) => one.dilation),
      paddingMode: drawn.mode,
      padding:
        drawn.padding === 'explicit'
          ? drawn.axes.map(({ before, after }, index): [number, number] => {
              const most = spatial[index]! - 1
              return [Math.min(before, most), Math.min(after, most)]
            })
          : (drawn.padding as 'valid' | 'same'),
    }
    const base = { dimensions, seed: drawn.seed }
    if (!drawn.channels) return { ...base, input: spatial, kernel, options }
    const { groups, inEach, outEach, batch } = drawn.channels
    return {
      ...base,
      input: [...(batch > 0 ? [batch] : []), ...spatial, inEach * groups],
      kernel: [...kernel, inEach, outEach * groups],
      options: { ...options, groups },
    }
  })
}

function operands(input: number[], kernel: number[], seed: number): [Block, Block] {
  return [blockFrom(input, seed), blockFrom(kernel, seed + 1)]
}

function blockFrom(shape: number[], seed: number): Block {
  const rng = createRng(seed)
  return { shape, values: Float64Array.from({ length: sizeOf(shape) }, () => rng.uniform(-1, 1)) }
}

function tensorOf({ shape, values }: Block): Tensor {
  return tf.tensor(Float32Array.from(values), [...shape])
}

function tensor(result: ReturnType<typeof correlate>): Tensor {
  if (!isTensor(result)) throw new Error('a tensor was expected')
  return result
}

function valuesOf(result: ReturnType<typeof correlate>): Block {
  if (!isTensor(result)) return blockOf(result, 'Y')
  return { shape: result.shape, values: Float64Array.from(result.dataSync()) }
}

function expectClose(actual: Block, expected: Block, tolerance: number): void {
  expect(actual.shape).toEqual(expected.shape)
  const worst = expected.values.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - actual.values[index]!)),
    0,
  )
  expect(worst).toBeLessThanOrEqual(tolerance)
}
