// Cross-correlation and convolution in one, two and three dimensions, the operation that the course is about.
// Rule: three ways, one answer: arrays are computed in float64 by the loops of the formula (or by im2col), tensors in float32
// by TensorFlow on their own backend; the tests compare them, and all with PyTorch.
import { convolve, correlate, reversed } from './compute.ts'
import type { CorrelationOptions } from './correlation.ts'
import type { CorrelationOf, Fitting } from './correlation-types.ts'
import { blockOf, type Nested, nestedOf } from './nested.ts'
import type { Array3, Input1D, Input2D, Input3D, Kernel1D, Kernel2D, Kernel3D, Numbers, Row } from './operands.ts'
import type { Matrix } from './shape.ts'
import type { ShapeOf, WithShape } from './shaped.ts'

/**
 * Slides the kernel `w` along `x`; each place gives the sum of the products: y[i] = Σ_a w[a] · x[i + a].
 *
 * [length] with [length]; or with channels: [length, channels] (and a batch in front) with [length, inChannels / groups,
 * outChannels]. For text, sound and series. Errors as `corr2d`. Introduced in notebooks/07-1d-and-3d.
 *
 * @example
 * ```ts
 * corr1d([0, 1, 2, 3, 4, 5, 6], [1, 2]) // → [2, 5, 8, 11, 14, 17]
 * ```
 */
export function corr1d<
  const X extends Input1D,
  const K extends Kernel1D<X>,
  const Options extends CorrelationOptions = object,
>(x: X, w: Fitting<1, X, K, Options>, options?: Options): CorrelationOf<1, X, K, Options>
export function corr1d(x: Input1D, w: Input1D, options: CorrelationOptions = {}) {
  return correlate(1, x, w, options)
}

/**
 * Slides the kernel `K` over `X`; each place gives the sum of the products (two-dimensional cross-correlation):
 * Y[i][j] = Σ_a Σ_b K[a][b] · X[i + a][j + b].
 *
 * [height, width] with [height, width]; or with channels: [height, width, channels] (and a batch in front) with [height,
 * width, inChannels / groups, outChannels]. Without padding the result is (n_h − k_h + 1) × (n_w − k_w + 1); see
 * `outputShape`. Throws a TypeError for what is no array of numbers, a ShapeError when the shapes do not go together, a
 * RangeError for an option that means nothing. Introduced in notebooks/05-cross-correlation.
 *
 * @example
 * ```ts
 * const X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
 * corr2d(X, [[0, 1], [2, 3]]) // → [[19, 25], [37, 43]]
 * corr2d(X, [[0, 1], [2, 3]], { padding: 1, stride: [3, 2] }) // → [[0, 8], [6, 8]]
 * // @ts-expect-error kernel height 2 is larger than input height 1
 * corr2d([[1, 2]], [[1], [2]]) // throws The kernel [2, 1] does not fit into the input [1, 2]
 * ```
 */
export function corr2d<
  const X extends Input2D,
  const K extends Kernel2D<X>,
  const Options extends CorrelationOptions = object,
>(X: X, K: Fitting<2, X, K, Options>, options?: Options): CorrelationOf<2, X, K, Options>
export function corr2d(X: Input2D, K: Input2D, options: CorrelationOptions = {}) {
  return correlate(2, X, K, options)
}

/**
 * Slides the kernel `K` through `X`: Y[i][j][k] = Σ_a Σ_b Σ_c K[a][b][c] · X[i + a][j + b][k + c].
 *
 * [depth, height, width] with the same; or with channels behind both, and a batch in front, as `corr2d`. Depth is time in a
 * film, the slice in a medical volume. Errors as `corr2d`. Introduced in notebooks/07-1d-and-3d.
 *
 * @example
 * ```ts
 * const film = [[[0, 0, 0]], [[0, 1, 0]], [[0, 0, 1]]] // three frames of 1 × 3
 * corr3d(film, [[[-1]], [[1]]]) // → [[[0, 1, 0]], [[0, -1, 1]]]
 * ```
 */
export function corr3d<
  const X extends Input3D,
  const K extends Kernel3D<X>,
  const Options extends CorrelationOptions = object,
>(X: X, K: Fitting<3, X, K, Options>, options?: Options): CorrelationOf<3, X, K, Options>
export function corr3d(X: Input3D, K: Input3D, options: CorrelationOptions = {}) {
  return correlate(3, X, K, options)
}

/**
 * Convolution as mathematics defines it, in one dimension: `corr1d` with the kernel reversed.
 *
 * With padding k − 1 it multiplies polynomials: (1 + x + x²)² = 1 + 2x + 3x² + 2x³ + x⁴. Shapes and errors as `corr1d`.
 *
 * @example
 * ```ts
 * conv1d([1, 1, 1], [1, 1, 1], { padding: 2 }) // → [1, 2, 3, 2, 1]
 * ```
 */
export function conv1d<
  const X extends Input1D,
  const K extends Kernel1D<X>,
  const Options extends CorrelationOptions = object,
>(x: X, w: Fitting<1, X, K, Options>, options?: Options): CorrelationOf<1, X, K, Options>
export function conv1d(x: Input1D, w: Input1D, options: CorrelationOptions = {}) {
  return convolve(1, x, w, options)
}

/**
 * Convolution as mathematics defines it: `corr2d` with the kernel turned by 180 degrees.
 *
 * For a point-symmetric kernel the two are equal, and a *learned* kernel simply comes out turned. Shapes and errors as
 * `corr2d`; padding stays where the options put it. Introduced in notebooks/05-cross-correlation.
 *
 * @example
 * ```ts
 * conv2d([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]]) // → [[5, 11], [23, 29]]
 * ```
 */
export function conv2d<
  const X extends Input2D,
  const K extends Kernel2D<X>,
  const Options extends CorrelationOptions = object,
>(X: X, K: Fitting<2, X, K, Options>, options?: Options): CorrelationOf<2, X, K, Options>
export function conv2d(X: Input2D, K: Input2D, options: CorrelationOptions = {}) {
  return convolve(2, X, K, options)
}

/**
 * Convolution as mathematics defines it, in three dimensions: `corr3d` with the kernel reversed along all three axes. Shapes
 * and errors as `corr3d`.
 *
 * @example
 * ```ts
 * conv3d([[[0, 0, 0]], [[0, 1, 0]], [[0, 0, 1]]], [[[-1]], [[1]]]) // → [[[0, -1, 0]], [[0, 1, -1]]]
 * ```
 */
export function conv3d<
  const X extends Input3D,
  const K extends Kernel3D<X>,
  const Options extends CorrelationOptions = object,
>(X: X, K: Fitting<3, X, K, Options>, options?: Options): CorrelationOf<3, X, K, Options>
export function conv3d(X: Input3D, K: Input3D, options: CorrelationOptions = {}) {
  return convolve(3, X, K, options)
}

/**
 * The kernel reversed along all of its one to three axes, [width] to [depth, height, width]; a matrix is turned by 180 degrees.
 * flip(flip(K)) is K. Throws a TypeError for what is no array of numbers.
 *
 * @example
 * ```ts
 * flip([[0, 1], [2, 3]]) // → [[3, 2], [1, 0]]
 * ```
 */
export function flip<const K extends Row | Matrix | Array3>(K: K): WithShape<Numbers<K>, ShapeOf<K>>
export function flip(K: Nested) {
  const block = blockOf(K, 'K')
  return nestedOf(reversed(block, block.shape.length))
}
