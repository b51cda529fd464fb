// What may be correlated with what, as types: an input tells its kernel's type and its output's.
// Rule: spatial axes first, channels last, a batch in front; a kernel ends with [inChannels / groups, outChannels]. This is
// tfjs's own layout (NHWC and HWIO), in one, two and three dimensions.
import type * as tfjs from '@tensorflow/tfjs'
import type { Matrix } from './shape.ts'

/** A row of numbers to be read. */
export type Row = readonly number[]
/** Numbers in three axes, to be read. */
export type Array3 = readonly Matrix[]
/** Numbers in four axes, to be read. */
export type Array4 = readonly Array3[]
/** Numbers in five axes, to be read. */
export type Array5 = readonly Array4[]

/** [length], [length, channels] or [batch, length, channels]; a tensor whose rank the types do not know, too. */
export type Input1D = Row | Matrix | Array3 | tfjs.Tensor
/** [height, width], [height, width, channels] or [batch, height, width, channels]; a tensor of unknown rank, too. */
export type Input2D = Matrix | Array3 | Array4 | tfjs.Tensor
/** [depth, height, width]; with channels behind; with a batch in front, too; a tensor of unknown rank, too. */
export type Input3D = Array3 | Array4 | Array5 | tfjs.Tensor

/** [length] for a plain input, else [length, inChannels / groups, outChannels]. */
export type Kernel1D<X extends Input1D> = X extends Row ? Row : X extends Matrix | Array3 ? Array3 : tfjs.Tensor

/** [height, width] for a plain input, else [height, width, inChannels / groups, outChannels]. */
export type Kernel2D<X extends Input2D> = X extends Matrix ? Matrix : X extends Array3 | Array4 ? Array4 : tfjs.Tensor

/** [depth, height, width] for a plain input, else with [inChannels / groups, outChannels] behind. */
export type Kernel3D<X extends Input3D> = X extends Array3 ? Array3 : X extends Array4 | Array5 ? Array5 : tfjs.Tensor

/** As many axes as the input: an array for arrays, a tensor for tensors. */
export type Output<X> = X extends tfjs.Tensor<infer Rank> ? tfjs.Tensor<Rank> : Numbers<X>

/** An array of as many axes that may be changed. */
export type Numbers<X> = X extends Row
  ? number[]
  : X extends Matrix
    ? number[][]
    : X extends Array3
      ? number[][][]
      : X extends Array4
        ? number[][][][]
        : X extends Array5
          ? number[][][][][]
          : never
