// The shapes inside a `Sequential`, in the types: what each layer does to the shape of one example.
// Rule: a layer that does not fit is a sentence, of string type, in the place of that layer; after a layer of which nothing
// is known, such as a learner's own, nothing is refused. The model's constructor is the judge when it runs.
import type { ProductOf } from './natural.ts'
import type { AxisNames, Lengths } from './window-types.ts'

/**
 * The key under which a layer's type says what it does to a shape: 'same', 'flatten', 'one per channel', a DenseEffect, a
 * WindowEffect or a ConvEffect. There is no such property when it runs.
 */
export declare const effect: unique symbol

/** [inputs] → [units]. */
export interface DenseEffect {
  inputs: number
  units: number
}

/** [height, width, channels] → [height', width', channels]. */
export interface WindowEffect {
  kernel: readonly number[]
  options: object
}

/** [height, width, inChannels] → [height', width', outChannels]. */
export interface ConvEffect extends WindowEffect {
  inChannels: number
  outChannels: number
}

/** The layers of a model, with a sentence in the place of the first that does not fit. */
export type Fitting<Input, Layers> = Layers extends readonly [infer Layer, ...infer Rest]
  ? After<EffectOf<Layer>, Input> extends infer Output
    ? Output extends string
      ? readonly [Output, ...Rest]
      : readonly [Layer, ...Fitting<Output, Rest>]
    : never
  : Layers

/** The shape of one example after all layers; `number[]` when it is not known. */
export type ShapeAfter<Input, Layers> = Layers extends readonly [infer Layer, ...infer Rest]
  ? ShapeAfter<After<EffectOf<Layer>, Input>, Rest>
  : Layers extends readonly []
    ? Input extends readonly number[]
      ? Input
      : number[]
    : number[]

/** One number for a square, or [height, width]. */
export type KernelSize<Size> = Size extends number ? [Size, Size] : Size

/** A pooling window steps by its own size unless told. */
export type PoolEffect<Size, Options> = {
  kernel: KernelSize<Size> extends readonly number[] ? KernelSize<Size> : never
  options: 'stride' extends keyof Options ? Options : Options & { stride: Size }
}

type EffectOf<Layer> = typeof effect extends keyof Layer ? NonNullable<Layer[typeof effect]> : unknown

/** The next shape, a sentence when the layer does not fit, or `unknown`. */
type After<E, Input> = Input extends readonly number[]
  ? number extends Input['length']
    ? unknown
    : E extends 'same'
      ? Input
      : E extends 'flatten'
        ? [ProductOf<Input>]
        : E extends 'one per channel'
          ? Image<Input, [Input[2]]>
          : E extends DenseEffect
            ? Dense<E, Input>
            : E extends ConvEffect
              ? Conv<E, Input>
              : E extends WindowEffect
                ? Image<Input, Windowed<E, Input, Input[2]>>
                : unknown
  : unknown

type Image<Input extends readonly number[], Output> = Input['length'] extends 3
  ? Output
  : `layer takes [height, width, channels], but gets ${Listed<Input>}`

type Dense<E extends DenseEffect, Input extends readonly number[]> = Input extends readonly [infer N extends number]
  ? Same<N, E['inputs']> extends true
    ? [E['units']]
    : `dense layer takes ${E['inputs']} numbers, but gets ${N}`
  : `dense layer takes ${E['inputs']} numbers, but gets ${Listed<Input>}: put a Flatten before it`

type Conv<E extends ConvEffect, Input extends readonly number[]> = Image<
  Input,
  Same<Input[2], E['inChannels']> extends true
    ? Windowed<E, Input, E['outChannels']>
    : `convolution has inChannels ${E['inChannels']}, but gets ${Listed<Input>}`
>

type Windowed<E extends WindowEffect, Input, Channels> = Input extends readonly [infer H, infer W, unknown]
  ? Lengths<[H, W], E['kernel'], E['options'], AxisNames[2]> extends infer Result
    ? Result extends readonly number[]
      ? [...Result, Channels]
      : Result
    : never
  : unknown

/** Whether two sizes are equal, as far as is known. */
type Same<A extends number | undefined, B extends number> = number extends A | B ? true : A extends B ? true : false

type Listed<Sizes> = Sizes extends readonly [infer First extends number, ...infer Rest extends number[]]
  ? `[${First}${ListedRest<Rest>}]`
  : '[]'

type ListedRest<Sizes> = Sizes extends readonly [infer First extends number, ...infer Rest extends number[]]
  ? `, ${First}${ListedRest<Rest>}`
  : ''
