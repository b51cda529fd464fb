// The shapes of a dense layer seen in space, in the types: its matrix, its four axes, the fields by offset, the shared field.
// Rule: sizes only; what does not fit is refused when it runs, in words (dense.ts, shared-weights.ts).
import type { Add, DigitsOf, NumberOf, ProductOf, Subtract } from './natural.ts'
import type { ShapeOf, WithShape } from './shaped.ts'

/** The weights from an image of size `Input` to one of size `Output`. */
export type Tensor4dOf<Input, Output> = [Output, Input] extends [
  readonly [infer H, infer W],
  readonly [infer K, infer L],
]
  ? WithShape<number[][][][], [H, W, K, L]>
  : number[][][][]

/** The layer's matrix: a row for each output pixel, a column for each input pixel. */
export type DenseOf<W4> =
  ShapeOf<W4> extends readonly [infer H, infer W, infer K, infer L]
    ? WithShape<number[][], [ProductOf<[H, W]>, ProductOf<[K, L]>]>
    : number[][]

/** The image that the layer makes. */
export type AppliedOf<W4> =
  ShapeOf<W4> extends readonly [infer H, infer W, unknown, unknown] ? WithShape<number[][], [H, W]> : number[][]

/** The weights by offset around each output pixel. */
export type FieldsOf<W4> =
  ShapeOf<W4> extends readonly [infer H, infer W, infer K, infer L]
    ? WithShape<number[][][][], [H, W, Offsets<H, K>, Offsets<W, L>]>
    : number[][][][]

/** Back from the weights by offset. */
export type FromFields<V> =
  ShapeOf<V> extends readonly [infer H, infer W, infer Rows, infer Columns]
    ? WithShape<number[][][][], [H, W, Pixels<Rows, H>, Pixels<Columns, W>]>
    : number[][][][]

/** The one field that all output pixels share. */
export type SharedOf<W4> =
  ShapeOf<W4> extends readonly [infer H, infer W, infer K, infer L]
    ? WithShape<number[][], [Offsets<H, K>, Offsets<W, L>]>
    : number[][]

/** Offsets from any of `Outputs` pixels to any of `Inputs`: their sum less one. */
type Offsets<Outputs, Inputs> = NumberOf<Subtract<Add<DigitsOf<Outputs>, DigitsOf<Inputs>>, '1'>>

/** Pixels that so many offsets reach; `number` where there are too few. */
type Pixels<All, Outputs> =
  NumberOf<Subtract<Add<DigitsOf<All>, '1'>, DigitsOf<Outputs>>> extends infer Inputs
    ? [Inputs] extends [never]
      ? number
      : Inputs
    : never
