// How many numbers a layer has to learn, how much memory they take and how many multiplications they cost.
// Rule: every count is a whole number that float64 holds exactly; beyond 2^53 − 1 it is refused instead of rounded.
import { listed, requireWhole } from './shape.ts'

/** What a layer learns: `total` is weights + biases. */
export interface ParameterCount {
  weights: number
  biases: number
  total: number
}

/**
 * Numbers in one image: height · width · channels. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * imageElements({ height: 3000, width: 4000, channels: 3 }) // → 36_000_000
 * ```
 */
export function imageElements(image: { height: number; width: number; channels: number }): number {
  return product({ 'The height': image.height, 'The width': image.width, 'The number of channels': image.channels })
}

/** Whether a layer adds a bias to each of its outputs; it does unless told. */
export interface BiasOption {
  bias?: boolean
}

/**
 * A dense layer: one weight for each pair of input and unit, and one bias for each unit. Its multiplications for one example
 * are as many as its weights. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * denseParameterCount(36_000_000, 100) // → { weights: 3_600_000_000, biases: 100, total: 3_600_000_100 }
 * ```
 */
export function denseParameterCount(inputs: number, units: number, options: BiasOption = {}): ParameterCount {
  return withBiases(product({ 'The number of inputs': inputs, 'The number of units': units }), units, options)
}

/**
 * A multilayer perceptron, given the sizes of its layers from the input to the output: the count of each dense layer and
 * their total. Throws a RangeError for fewer than two sizes.
 *
 * @example
 * ```ts
 * mlpParameterCount([784, 120, 84, 10]).total // → 105_214
 * ```
 */
export function mlpParameterCount(sizes: readonly number[]): { layers: ParameterCount[]; total: number } {
  if (sizes.length < 2)
    throw new RangeError(`An MLP needs at least two sizes, got ${sizes.length}. Give the input's and the output's.`)
  const layers = sizes.slice(1).map((units, index) => denseParameterCount(sizes[index]!, units))
  const total = layers.reduce((sum, layer) => sum + layer.total, 0)
  requireWhole(total, 1, 'The total')
  return { layers, total }
}

/** A convolutional layer's window, in one to three dimensions, and its channels. */
export interface ConvolutionSize extends BiasOption {
  kernel: readonly number[]
  inChannels: number
  outChannels: number
  /** Blocks of channels that do not see each other; 1 unless told. */
  groups?: number
}

/**
 * A convolutional layer: one kernel for each pair of channels in one group, one bias for each output channel. The image's
 * size does not matter, which is the point. Throws a RangeError when the groups do not divide the channels.
 *
 * @example
 * ```ts
 * convParameterCount({ kernel: [5, 5], inChannels: 6, outChannels: 16 }).total // → 2_416
 * convParameterCount({ kernel: [3, 3], inChannels: 32, outChannels: 32, groups: 32, bias: false }).total // → 288
 * ```
 */
export function convParameterCount(layer: ConvolutionSize): ParameterCount {
  return withBiases(kernelWeights(layer), layer.outChannels, layer)
}

/**
 * Multiplications (each with its addition) of a convolutional layer for one image, from the size of its *output*: every
 * weight once at every place. Throws a RangeError when the output has other axes than the kernel, or for a size that is no whole
 * number.
 *
 * @example
 * ```ts
 * convMultiplyAdds({ kernel: [5, 5], inChannels: 1, outChannels: 6 }, [28, 28]) // → 117_600
 * ```
 */
export function convMultiplyAdds(layer: ConvolutionSize, output: readonly number[]): number {
  if (output.length !== layer.kernel.length) {
    throw new RangeError(
      `The output ${listed(output)} and the kernel ${listed(layer.kernel)} differ in their axes. Give sizes without channels.`,
    )
  }
  return product({ 'The number of weights': kernelWeights(layer), ...sizesOf('output', output) })
}

/**
 * Weights of a layer that maps an image to an image of the same size, as the two principles take hold: `dense` uses
 * every pixel for every pixel, `shared` (translation invariance) one weight for each offset, `local` (locality) only
 * offsets up to `delta`, in pixels. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * parameterLadder({ height: 1000, width: 1000, delta: 10 }) // → { dense: 1e12, shared: 3_996_001, local: 441 }
 * ```
 */
export function parameterLadder(image: { height: number; width: number; delta: number }): {
  dense: number
  shared: number
  local: number
} {
  const pixels = imageElements({ ...image, channels: 1 })
  requireWhole(image.delta, 0, 'delta')
  return {
    dense: product({ 'The number of inputs': pixels, 'The number of outputs': pixels }),
    shared: (2 * image.height - 1) * (2 * image.width - 1),
    local: (2 * image.delta + 1) ** 2,
  }
}

/**
 * Memory for `count` parameters of 4 bytes (float32) unless told. Training keeps a gradient beside each parameter; momentum
 * one more number, Adam two: four in all. GB is 10^9 bytes, GiB is 2^30. Throws a RangeError for an option that does not exist.
 *
 * @example
 * ```ts
 * parameterMemory(3.6e9) // → { bytes: 14.4e9, GB: 14.4, GiB: 13.411… }
 * parameterMemory(3.6e9, { training: 'adam' }) // → { bytes: 57.6e9, GB: 57.6, GiB: 53.644… }
 * parameterMemory(3.6e9, { bytesEach: 2 }).GB // → 7.2
 * ```
 */
export function parameterMemory(
  count: number,
  options: { training?: 'none' | 'sgd' | 'momentum' | 'adam'; bytesEach?: 1 | 2 | 4 | 8 } = {},
): { bytes: number; GB: number; GiB: number } {
  const { training = 'none', bytesEach = 4 } = options
  const copies = { none: 1, sgd: 2, momentum: 3, adam: 4 }[training]
  if (copies === undefined)
    throw new RangeError(`There is no training '${training}'. Use 'none', 'sgd', 'momentum' or 'adam'.`)
  if (![1, 2, 4, 8].includes(bytesEach))
    throw new RangeError(`A number of ${bytesEach} bytes is none that tensors have. Use 1, 2, 4 or 8.`)
  const bytes = product({ 'The number of parameters': count, 'Bytes for each': bytesEach * copies })
  return { bytes, GB: bytes / 1e9, GiB: bytes / 2 ** 30 }
}

function kernelWeights({ kernel, inChannels, outChannels, groups = 1 }: ConvolutionSize): number {
  requireWhole(groups, 1, 'The number of groups')
  if (inChannels % groups !== 0 || outChannels % groups !== 0) {
    throw new RangeError(
      `${groups} groups do not divide ${inChannels} input and ${outChannels} output channels. Use a divisor of both.`,
    )
  }
  return product({
    ...sizesOf('kernel', kernel),
    'The number of input channels': inChannels / groups,
    'The number of output channels': outChannels,
  })
}

function sizesOf(whose: string, sizes: readonly number[]): Record<string, number> {
  const names = [['length'], ['height', 'width'], ['depth', 'height', 'width']][sizes.length - 1]
  if (!names) throw new RangeError(`The ${whose} ${listed(sizes)} has ${sizes.length} axes. Give one, two or three.`)
  return Object.fromEntries(names.map((name, axis) => [`The ${whose}'s ${name}`, sizes[axis]!]))
}

function withBiases(weights: number, outputs: number, { bias = true }: BiasOption): ParameterCount {
  const biases = bias ? outputs : 0
  requireWhole(weights + biases, 1, 'The total')
  return { weights, biases, total: weights + biases }
}

function product(factors: Record<string, number>): number {
  for (const [name, factor] of Object.entries(factors)) requireWhole(factor, 1, name)
  const result = Object.values(factors).reduce((total, factor) => total * factor, 1)
  requireWhole(result, 1, 'The product')
  return result
}
