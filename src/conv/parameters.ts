// How many numbers a layer has to learn, how much memory they take and how many multiplications they cost.
// Rule: every count is a whole number that float64 holds exactly; beyond 2^53 − 1 it is refused instead of rounded.
import { requireWhole, type Size } from './shape.ts'

/** What a layer learns: `total` is weights + biases. */
export interface ParameterCount {
  weights: number
  biases: number
  total: number
}

/**
 * Numbers in one image: height · width · channels.
 *
 * @example
 * ```ts
 * imageElements({ height: 3000, width: 4000, channels: 3 }) // → 36_000_000
 * ```
 */
export function imageElements(image: { height: number; width: number; channels: number }): number {
  return product({ 'The height': image.height, 'The width': image.width, 'The number of channels': image.channels })
}

/**
 * A dense layer: one weight for each pair of input and unit, and one bias for each unit.
 *
 * @example
 * ```ts
 * denseParameterCount(36_000_000, 100) // → { weights: 3_600_000_000, biases: 100, total: 3_600_000_100 }
 * ```
 */
export function denseParameterCount(inputs: number, units: number): ParameterCount {
  return withBiases(product({ 'The number of inputs': inputs, 'The number of units': units }), units)
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

/** A convolutional layer's window and channels. */
export interface ConvolutionSize {
  kernel: Size
  inChannels: number
  outChannels: number
}

/**
 * A convolutional layer: one kernel for each pair of channels, one bias for each output channel. The image's size does
 * not matter, which is the point.
 *
 * @example
 * ```ts
 * convParameterCount({ kernel: [5, 5], inChannels: 6, outChannels: 16 }).total // → 2_416
 * ```
 */
export function convParameterCount(layer: ConvolutionSize): ParameterCount {
  return withBiases(kernelWeights(layer), layer.outChannels)
}

/**
 * Multiplications (each with its addition) of a convolutional layer for one image, from the size of its *output*.
 *
 * @example
 * ```ts
 * convMultiplyAdds({ kernel: [5, 5], inChannels: 1, outChannels: 6 }, [28, 28]) // → 117_600
 * ```
 */
export function convMultiplyAdds(layer: ConvolutionSize, output: Size): number {
  return product({
    'The number of weights': kernelWeights(layer),
    "The output's height": output[0],
    "The output's width": output[1],
  })
}

/**
 * Weights of a layer that maps an image to an image of the same size, as the two principles take hold: `dense` uses
 * every pixel for every pixel, `shared` (translation invariance) one weight for each offset, `local` (locality) only
 * offsets up to `delta`.
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
 * Memory for `count` parameters of 4 bytes (float32). Training keeps a gradient beside each parameter, and Adam two more
 * numbers: four in all. GB is 10^9 bytes, GiB is 2^30.
 *
 * @example
 * ```ts
 * parameterMemory(3.6e9) // → { bytes: 14.4e9, GB: 14.4, GiB: 13.411… }
 * parameterMemory(3.6e9, { training: 'adam' }) // → { bytes: 57.6e9, GB: 57.6, GiB: 53.644… }
 * ```
 */
export function parameterMemory(
  count: number,
  options: { training?: 'none' | 'sgd' | 'adam' } = {},
): { bytes: number; GB: number; GiB: number } {
  const copies = { none: 1, sgd: 2, adam: 4 }[options.training ?? 'none']
  if (copies === undefined)
    throw new RangeError(`There is no training '${options.training}'. Use 'none', 'sgd' or 'adam'.`)
  const bytes = product({ 'The number of parameters': count, 'Bytes for each': 4 * copies })
  return { bytes, GB: bytes / 1e9, GiB: bytes / 2 ** 30 }
}

function kernelWeights(layer: ConvolutionSize): number {
  return product({
    "The kernel's height": layer.kernel[0],
    "The kernel's width": layer.kernel[1],
    'The number of input channels': layer.inChannels,
    'The number of output channels': layer.outChannels,
  })
}

function withBiases(weights: number, biases: number): ParameterCount {
  requireWhole(weights + biases, 1, 'The total')
  return { weights, biases, total: weights + biases }
}

function product(factors: Record<string, number>): number {
  for (const [name, factor] of Object.entries(factors)) requireWhole(factor, 1, name)
  const result = Object.values(factors).reduce((total, factor) => total * factor, 1)
  requireWhole(result, 1, 'The product')
  return result
}
