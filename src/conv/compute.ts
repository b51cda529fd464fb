// Who computes: the loops, one matrix product, or TensorFlow, for correlation and convolution in any dimensions.
// Rule: the operands decide; the caller sees the same shapes and the same refusals from all three.
import type * as tfjs from '@tensorflow/tfjs'
import { convolveTensors, correlateTensors } from './correlate-tensors.ts'
import { type CorrelationOptions, type Dimensions, planCorrelation } from './correlation.ts'
import { correlateByIm2col } from './im2col.ts'
import { correlateByLoops } from './loops.ts'
import { type Block, blockOf, type Nested, type NestedArray, nestedOf, sizeOf } from './nested.ts'

/** What a correlation reads. */
export type Operand = Nested | tfjs.Tensor

/** Cross-correlation of two arrays or of two tensors. Throws a TypeError for one of each. */
export function correlate(
  dimensions: Dimensions,
  X: Operand,
  K: Operand,
  options: CorrelationOptions,
): NestedArray | tfjs.Tensor {
  if (isTensor(X) && isTensor(K)) return correlateTensors(dimensions, X, K, options)
  if (isTensor(X) || isTensor(K)) throw new TypeError(mixed)
  return correlateBlocks(dimensions, blockOf(X, 'X'), blockOf(K, 'K'), options)
}

/** Convolution: cross-correlation with the kernel reversed along each axis that it slides over. */
export function convolve(
  dimensions: Dimensions,
  X: Operand,
  K: Operand,
  options: CorrelationOptions,
): NestedArray | tfjs.Tensor {
  if (isTensor(X) && isTensor(K)) return convolveTensors(dimensions, X, K, options)
  if (isTensor(X) || isTensor(K)) throw new TypeError(mixed)
  return correlateBlocks(dimensions, blockOf(X, 'X'), reversed(blockOf(K, 'K'), dimensions), options)
}

/** The block with its first `axes` axes in reverse order. */
export function reversed({ shape, values }: Block, axes: number): Block {
  const inner = sizeOf(shape.slice(axes))
  const outer = values.length / inner
  const result = new Float64Array(values.length)
  for (let index = 0; index < outer; index++)
    result.set(values.subarray(index * inner, (index + 1) * inner), (outer - 1 - index) * inner)
  return { shape, values: result }
}

/** True for a tensor of any copy of TensorFlow.js. */
export function isTensor(value: unknown): value is tfjs.Tensor {
  return typeof value === 'object' && value !== null && 'dataId' in value
}

const mixed = 'One of X and K is a tensor, the other is not. Use tf.tensor(...) for both, or arrays for both.'
const methods = { loops: correlateByLoops, im2col: correlateByIm2col }

function correlateBlocks(dimensions: Dimensions, X: Block, K: Block, options: CorrelationOptions): NestedArray {
  const compute = methods[options.method ?? 'loops']
  if (!compute) throw new RangeError(`There is no method '${options.method}'. Use 'loops' or 'im2col'.`)
  const plan = planCorrelation(dimensions, X.shape, K.shape, options)
  return nestedOf({ shape: plan.outputShape, values: compute(plan, X.values, K.values) })
}
