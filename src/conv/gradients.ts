// The gradients of a correlation in float64: what backpropagation computes, written out.
// Rule: the same plan and loops as the forward pass; dY is ∂loss/∂Y and has Y's shape.
import { isTensor, type Operand } from './compute.ts'
import { type CorrelationOptions, type Dimensions, planCorrelation } from './correlation.ts'
import { gradientsByLoops } from './loops.ts'
import { blockOf, nestedOf } from './nested.ts'
import type { Array3, Array4, Array5, Kernel1D, Kernel2D, Kernel3D, Numbers, Row } from './operands.ts'
import { listed, type Matrix, ShapeError } from './shape.ts'

/** ∂loss/∂X and ∂loss/∂K, each in the shape of what it belongs to. */
export interface Gradients<X, K> {
  X: X
  K: K
}

/**
 * The gradients of a loss through `corr1d(x, w, options)`, from dy, the loss's gradient by the result.
 *
 * Shapes as `corr1d`, dy as its result. Errors as `corr1d`, and a ShapeError for a dy of another shape.
 *
 * @example
 * ```ts
 * corr1dGradients([0, 1, 2, 3], [1, 2], [1, 1, 1]) // → { X: [1, 3, 3, 2], K: [3, 6] }
 * ```
 */
export function corr1dGradients<X extends Row | Matrix | Array3>(
  x: X,
  w: Kernel1D<X>,
  dy: Numbers<X>,
  options?: CorrelationOptions,
): Gradients<Numbers<X>, Numbers<Kernel1D<X>>>
export function corr1dGradients(x: Operand, w: Operand, dy: Operand, options: CorrelationOptions = {}) {
  return gradients(1, x, w, dy, options)
}

/**
 * The gradients of a loss through `corr2d(X, K, options)`, from dY, the loss's gradient by the result: each product
 * K[k]·X[x] that was added to Y[y] hands dY[y]·K[k] to X[x] and dY[y]·X[x] to K[k].
 *
 * Shapes as `corr2d`, dY as its result. Errors as `corr2d`, and a ShapeError for a dY of another shape. Introduced in
 * notebooks/06-conv-layer-and-learning. In float64, so that a check by finite differences is exact to many digits.
 *
 * @example
 * ```ts
 * const X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
 * corr2dGradients(X, [[0, 1], [2, 3]], [[1, 1], [1, 1]]).K // → [[8, 12], [20, 24]]
 * ```
 */
export function corr2dGradients<X extends Matrix | Array3 | Array4>(
  X: X,
  K: Kernel2D<X>,
  dY: Numbers<X>,
  options?: CorrelationOptions,
): Gradients<Numbers<X>, Numbers<Kernel2D<X>>>
export function corr2dGradients(X: Operand, K: Operand, dY: Operand, options: CorrelationOptions = {}) {
  return gradients(2, X, K, dY, options)
}

/**
 * The gradients of a loss through `corr3d(X, K, options)`, from dY, the loss's gradient by the result.
 *
 * Shapes as `corr3d`, dY as its result. Errors as `corr3d`, and a ShapeError for a dY of another shape.
 *
 * @example
 * ```ts
 * corr3dGradients([[[1, 2, 3]]], [[[4, 5]]], [[[1, 10]]]) // → { X: [[[4, 45, 50]]], K: [[[21, 32]]] }
 * ```
 */
export function corr3dGradients<X extends Array3 | Array4 | Array5>(
  X: X,
  K: Kernel3D<X>,
  dY: Numbers<X>,
  options?: CorrelationOptions,
): Gradients<Numbers<X>, Numbers<Kernel3D<X>>>
export function corr3dGradients(X: Operand, K: Operand, dY: Operand, options: CorrelationOptions = {}) {
  return gradients(3, X, K, dY, options)
}

function gradients(dimensions: Dimensions, X: Operand, K: Operand, dY: Operand, options: CorrelationOptions) {
  if (isTensor(X) || isTensor(K) || isTensor(dY))
    throw new TypeError('These gradients are for arrays. For tensors use tf.grads, or give X.arraySync().')
  const [input, kernel, outer] = [blockOf(X, 'X'), blockOf(K, 'K'), blockOf(dY, 'dY')]
  const plan = planCorrelation(dimensions, input.shape, kernel.shape, options)
  if (listed(outer.shape) !== listed(plan.outputShape)) {
    throw new ShapeError(
      `dY is ${listed(outer.shape)}, but the correlation's result is ${listed(plan.outputShape)}. Give dY the result's shape.`,
    )
  }
  const values = gradientsByLoops(plan, input.values, kernel.values, outer.values)
  return {
    X: nestedOf({ shape: input.shape, values: values.X }),
    K: nestedOf({ shape: kernel.shape, values: values.K }),
  }
}
