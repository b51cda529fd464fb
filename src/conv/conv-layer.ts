// The convolutional layer: learnable kernels and one learnable bias for each output channel.
// Rule: a layer owns exactly two variables; `forward` leaves one new tensor and nothing else.
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { corr2d } from './correlate.ts'
import { glorotUniform, type Initializer } from './initializers.ts'
import { exampleShape, type Layer, parametersOf, requireImage, type SeenWindow, type Shape, variable } from './layer.ts'
import type { effect, KernelSize } from './model-types.ts'
import type { Rng } from './random.ts'
import { requireWhole, ShapeError, type Size } from './shape.ts'
import { outputShape, type WindowOptions } from './window.ts'

/** A layer's kernels, where they start and how they slide. */
export interface Conv2DOptions extends WindowOptions {
  /** One number for a square, or [height, width]. */
  kernelSize: number | Size
  /** 1 unless told, each. */
  inChannels?: number
  outChannels?: number
  /** Channels in blocks that do not see each other; as many as channels is a depthwise convolution. 1 unless told. */
  groups?: number
  /** Where the kernels start; `glorotUniform` unless told. The bias starts at 0. */
  initializer?: Initializer
  rng: Rng
}

/**
 * A convolutional layer: cross-correlates each image of a batch with `outChannels` kernels and adds the bias.
 *
 * Images are NHWC, [n, height, width, inChannels]; the result is [n, height', width', outChannels] with the height and
 * width of `outputShape`. Throws a RangeError for a size that is no whole number and for groups that
 * do not divide the channels; `outputShape` and `forward` throw a
 * ShapeError for images that do not fit. Introduced in notebooks/06-conv-layer-and-learning.
 *
 * @example
 * ```ts
 * const layer = new Conv2D({ kernelSize: 5, inChannels: 1, outChannels: 6, padding: 2, rng: createRng(0) })
 * layer.countParams() // → 156
 * layer.outputShape([28, 28, 1]) // → [28, 28, 6]
 * String(layer) // → 'Conv2D 5×5, 1→6'
 * ```
 */
export class Conv2D<const Options extends Conv2DOptions = Conv2DOptions> implements Layer {
  declare readonly [effect]?: {
    kernel: KernelSize<Options['kernelSize']>
    options: Options
    inChannels: ChannelsOf<Options, 'inChannels'>
    outChannels: ChannelsOf<Options, 'outChannels'>
  }
  /** The kernels in layout HWIO: [kernelHeight, kernelWidth, inChannels / groups, outChannels]. */
  readonly weight: tfjs.Variable<tfjs.Rank.R4>
  /** The biases, [outChannels]. */
  readonly bias: tfjs.Variable<tfjs.Rank.R1>
  readonly sees: SeenWindow
  readonly #inChannels: number
  readonly #outChannels: number
  readonly #groups: number

  constructor(options: Options) {
    const { kernelSize, inChannels = 1, outChannels = 1, groups = 1, initializer = glorotUniform, rng } = options
    const { stride = 1, padding = 0, paddingMode = 'zeros', dilation = 1 } = options
    const kernel: Size = typeof kernelSize === 'number' ? [kernelSize, kernelSize] : [kernelSize[0], kernelSize[1]]
    requireWhole(kernel[0], 1, "The kernel's height")
    requireWhole(kernel[1], 1, "The kernel's width")
    requireWhole(inChannels, 1, 'The number of input channels')
    requireWhole(outChannels, 1, 'The number of output channels')
    requireDivisor(groups, inChannels, outChannels)
    this.sees = { kernel, stride, padding, paddingMode, dilation }
    this.#inChannels = inChannels
    this.#outChannels = outChannels
    this.#groups = groups
    const shape: [number, number, number, number] = [kernel[0], kernel[1], inChannels / groups, outChannels]
    this.weight = variable(initializer(shape, rng), shape)
    this.bias = variable(new Float32Array(outChannels), [outChannels])
  }

  /** What the optimizer changes: [weight, bias]. */
  get trainableVariables(): tfjs.Variable[] {
    return [this.weight, this.bias]
  }

  outputShape(input: Shape): [height: number, width: number, channels: number] {
    const [height, width, channels] = requireImage(input, this)
    if (channels !== this.#inChannels) {
      throw new ShapeError(
        `${this} takes images of ${this.#inChannels} channels, got [${input.join(', ')}], the channels last. ` +
          `Make the layer with inChannels: ${channels}.`,
      )
    }
    return [...outputShape([height, width], this.sees), this.#outChannels]
  }

  forward(X: tfjs.Tensor): tfjs.Tensor4D {
    this.outputShape(exampleShape(X))
    const options = { ...this.sees, groups: this.#groups }
    return tf.tidy(() => corr2d(X as tfjs.Tensor4D, this.weight, options).add(this.bias))
  }

  /** One for each weight at each place of the output. */
  multiplyAdds(input: Shape): number {
    const [height, width] = this.outputShape(input)
    return this.weight.size * height * width
  }

  /** kernelHeight · kernelWidth · inChannels / groups · outChannels + outChannels. */
  countParams(): number {
    return parametersOf(this)
  }

  /** Frees both variables; the layer is of no use afterwards. */
  dispose(): void {
    for (const owned of this.trainableVariables) owned.dispose()
  }

  toString(): string {
    const channels = this.#inChannels * this.#outChannels === 1 ? '' : `, ${this.#inChannels}→${this.#outChannels}`
    const groups = this.#groups === 1 ? '' : `, ${this.#groups} groups`
    return `Conv2D ${this.sees.kernel.join('×')}${channels}${groups}`
  }
}

function requireDivisor(groups: number, inChannels: number, outChannels: number): void {
  requireWhole(groups, 1, 'The number of groups')
  if (inChannels % groups === 0 && outChannels % groups === 0) return
  throw new RangeError(
    `${groups} groups do not divide ${inChannels} input and ${outChannels} output channels. Use a divisor of both.`,
  )
}

type ChannelsOf<Options, Key extends 'inChannels' | 'outChannels'> = Options extends {
  readonly [K in Key]: infer N extends number
}
  ? N
  : Key extends keyof Options
    ? number
    : 1
