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

/** [length], [length, channels] or [batch, length, channels]. */
export type Input1D = Row | Matrix | Array3 | tfjs.Tensor1D | tfjs.Tensor2D | tfjs.Tensor3D
/** [height, width], [height, width, channels] or [batch, height, width, channels]. */
export type Input2D = Matrix | Array3 | Array4 | tfjs.Tensor2D | tfjs.Tensor3D | tfjs.Tensor4D
/** [depth, height, width]; with channels behind; with a batch in front, too. */
export type Input3D = Array3 | Array4 | Array5 | tfjs.Tensor3D | tfjs.Tensor4D | tfjs.Tensor5D

/** [length] for a plain input, else [length, inChannels / groups, outChannels]. */
export type Kernel1D<X extends Input1D> = X extends Row
  ? Row
  : X extends Matrix | Array3
    ? Array3
    : X extends tfjs.Tensor1D
      ? tfjs.Tensor1D
      : tfjs.Tensor3D

/** [height, width] for a plain input, else [height, width, inChannels / groups, outChannels]. */
export type Kernel2D<X extends Input2D> = X extends Matrix
  ? Matrix
  : X extends Array3 | Array4
    ? Array4
    : X extends tfjs.Tensor2D
      ? tfjs.Tensor2D
      : tfjs.Tensor4D

/** [depth, height, width] for a plain input, else with [inChannels / groups, outChannels] behind. */
export type Kernel3D<X extends Input3D> = X extends Array3
  ? Array3
  : X extends Array4 | Array5
    ? Array5
    : X extends tfjs.Tensor3D
      ? tfjs.Tensor3D
      : tfjs.Tensor5D

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
