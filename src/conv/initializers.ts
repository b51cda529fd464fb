// Where weights start: seeded, and scaled so that signals neither fade nor explode from layer to layer.
// Rule: numbers come from the generator alone, in the order of the weight's elements, so every backend starts alike.
import type { Shape } from './layer.ts'
import type { Rng } from './random.ts'

/** Makes the first values of a weight of this shape: [inputs, units] or [height, width, inChannels, outChannels]. */
export type Initializer = (shape: Shape, rng: Rng) => Float32Array

/**
 * Evenly distributed in [low, high); `uniform(0, 1)` is PyTorch's torch.rand. Throws a RangeError unless low < high.
 *
 * @example
 * ```ts
 * const layer = new Conv2D({ kernelSize: [1, 2], initializer: uniform(0, 1), rng: createRng(0) })
 * ```
 */
export function uniform(low: number, high: number): Initializer {
  if (!(low < high && Number.isFinite(high - low)))
    throw new RangeError(`From ${low} to ${high} there are no numbers to draw. Give a low and a higher number.`)
  return (shape, rng) => fill(shape, () => rng.uniform(low, high))
}

/**
 * Normally distributed around 0 with this standard deviation. Throws a RangeError unless that is positive.
 *
 * @example
 * ```ts
 * const layer = new Dense({ inputs: 784, units: 10, initializer: normal(0.01), rng: createRng(0) })
 * ```
 */
export function normal(deviation: number): Initializer {
  if (!(deviation > 0 && deviation < Infinity))
    throw new RangeError(`The standard deviation is ${deviation}. Use a small positive number, such as 0.01.`)
  return (shape, rng) => fill(shape, () => rng.normal(0, deviation))
}

/**
 * Even in ±√(6 / (fanIn + fanOut)), for sigmoid and tanh (Glorot and Bengio 2010; "Xavier" in PyTorch).
 *
 * @example
 * ```ts
 * glorotUniform([3, 3, 1, 8], createRng(0)).length // → 72
 * ```
 */
export const glorotUniform: Initializer = (shape, rng) => {
  const { fanIn, fanOut } = fans(shape)
  const limit = Math.sqrt(6 / (fanIn + fanOut))
  return uniform(-limit, limit)(shape, rng)
}

/**
 * Normal with variance 2 / fanIn, for ReLU (He et al. 2015; "Kaiming" in PyTorch).
 *
 * @example
 * ```ts
 * const layer = new Conv2D({ kernelSize: 3, outChannels: 8, initializer: heNormal, rng: createRng(0) })
 * ```
 */
export const heNormal: Initializer = (shape, rng) => normal(Math.sqrt(2 / fans(shape).fanIn))(shape, rng)

/**
 * Even in ±1/√fanIn, as PyTorch starts nn.Linear and nn.Conv2d: ±1/√2 for a 1 × 2 kernel.
 *
 * @example
 * ```ts
 * const layer = new Conv2D({ kernelSize: [1, 2], initializer: fanInUniform, rng: createRng(0) })
 * ```
 */
export const fanInUniform: Initializer = (shape, rng) => {
  const limit = 1 / Math.sqrt(fans(shape).fanIn)
  return uniform(-limit, limit)(shape, rng)
}

/** How many numbers one output adds up, and in how many outputs one input takes part. */
function fans(shape: Shape): { fanIn: number; fanOut: number } {
  const places = product(shape.slice(0, -2))
  const [inputs = 1, outputs = 1] = shape.slice(-2)
  return { fanIn: places * inputs, fanOut: places * outputs }
}

function fill(shape: Shape, next: () => number): Float32Array {
  return Float32Array.from({ length: product(shape) }, next)
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1)
}
