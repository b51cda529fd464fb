// Cross-correlation on TensorFlow.js, in one, two and three dimensions.
// Rule: tfjs only ever sees a 'valid', undilated, ungrouped convolution; padding, dilation and groups are done to its inputs
// with operations that have gradients. tfjs itself: takes a numeric `pad` with the kernel's height on both axes (#649), gives
// a kernel larger than its input a negative size, refuses stride with dilation and gradients through a dilation, and has
// neither groups nor any padding but zeros (COURSE 8).
import type * as tfjs from '@tensorflow/tfjs'
import { tf } from '../native/tensorflow.ts'
import { type Correlation, type CorrelationOptions, type Dimensions, planCorrelation } from './correlation.ts'
import { reachOf, type WindowAxis } from './window.ts'

/**
 * `corr1d`, `corr2d` and `corr3d` for tensors: float32, differentiable in both, one new tensor. Throws a TypeError for
 * tensors that hold no numbers; the plan throws for the rest.
 */
export function correlateTensors(
  dimensions: Dimensions,
  X: tfjs.Tensor,
  K: tfjs.Tensor,
  options: CorrelationOptions,
): tfjs.Tensor {
  requireNumbers(X, 'X')
  requireNumbers(K, 'K')
  if (options.method) {
    throw new TypeError(
      `Tensors are computed by TensorFlow, not by ${options.method}. Leave out the method, or give arrays.`,
    )
  }
  const plan = planCorrelation(dimensions, X.shape, K.shape, options)
  return tf.tidy(() => {
    const input = X.toFloat().reshape([plan.batch, ...plan.axes.map((axis) => axis.input), plan.inChannels])
    const kernel = K.toFloat().reshape([
      ...plan.axes.map((axis) => axis.kernel),
      plan.inChannels / plan.groups,
      plan.outChannels,
    ])
    const padded = plan.axes.reduce((tensor, axis, index) => trim(tensor, axis, index + 1), pad(input, plan.axes))
    const dilated = plan.axes.reduce(
      (tensor, axis, index) => (axis.name === 'depth' ? tensor : spread(tensor, axis, index)),
      kernel,
    )
    return perGroup(plan, padded, dilated).reshape(plan.outputShape)
  })
}

/** `conv1d`, `conv2d` and `conv3d` for tensors: the same with the kernel turned around. */
export function convolveTensors(
  dimensions: Dimensions,
  X: tfjs.Tensor,
  K: tfjs.Tensor,
  options: CorrelationOptions,
): tfjs.Tensor {
  requireNumbers(K, 'K')
  const axes = Array.from({ length: Math.min(dimensions, K.rank) }, (_, axis) => axis)
  return tf.tidy(() => correlateTensors(dimensions, X, tf.reverse(K, axes), options))
}

function requireNumbers(tensor: tfjs.Tensor, name: string): void {
  if (tensor.isDisposed) throw new TypeError(`${name} has been disposed of. Make it anew, or keep it with tf.keep.`)
  if (tensor.dtype !== 'string' && tensor.dtype !== 'complex64') return
  throw new TypeError(`${name} holds ${tensor.dtype}, not numbers. Give a float32, int32 or bool tensor.`)
}

/**
 * [batch, …axes, channels] with what stands outside the border: all axes at once for zeros (or another number), the usual
 * case; one after the other for the modes that copy from the input.
 */
export function pad(input: tfjs.Tensor, axes: readonly WindowAxis[], zero = 0): tfjs.Tensor {
  if (axes.every(({ before, after }) => before === 0 && after === 0)) return input
  const zeros = axes.map(({ before, after }): [number, number] => [before, after])
  if (axes[0]?.mode === 'zeros') return tf.pad(input, [[0, 0], ...zeros, [0, 0]], zero)
  return axes.reduce((tensor, axis, index) => extend(tensor, axis, index + 1), input)
}

function extend(tensor: tfjs.Tensor, { before, after, input, mode }: WindowAxis, axis: number): tfjs.Tensor {
  const cut = (start: number, size: number) => {
    const begin = tensor.shape.map((_, other) => (other === axis ? start : 0))
    const sizes = tensor.shape.map((whole, other) => (other === axis ? size : whole))
    return tf.slice(tensor, begin, sizes)
  }
  // Copies in a concatenation, not tf.tile: that has no gradient in five axes.
  const repeat = (part: tfjs.Tensor, times: number) => Array.from({ length: times }, () => part)
  const ends = {
    zeros: () => [[], []],
    circular: () => [[cut(input - before, before)], [cut(0, after)]],
    reflect: () => [[tf.reverse(cut(1, before), axis)], [tf.reverse(cut(input - 1 - after, after), axis)]],
    replicate: () => [repeat(cut(0, 1), before), repeat(cut(input - 1, 1), after)],
  }
  const [first = [], last = []] = ends[mode]()
  return tf.concat([...(before > 0 ? first : []), tensor, ...(after > 0 ? last : [])], axis)
}

/**
 * Without the end that no window reaches, where a stride longer than the kernel leaves one: there the filter gradient of
 * TensorFlow 2.15 writes beyond its memory when the two strides differ (tf.conv2d on tfjs-node ended by a segmentation fault
 * in every run of 12,000 random gradients; trimmed, in none).
 */
function trim(tensor: tfjs.Tensor, axis: WindowAxis, index: number): tfjs.Tensor {
  const reached = (axis.output - 1) * axis.stride + reachOf(axis)
  if (axis.stride <= reachOf(axis) || reached === tensor.shape[index]) return tensor
  return tf.slice(
    tensor,
    tensor.shape.map(() => 0),
    tensor.shape.map((size, other) => (other === index ? reached : size)),
  )
}

/** Dilation, as zeros between the kernel's elements: [1, 2] dilated by 2 is [1, 0, 2]. */
function spread(kernel: tfjs.Tensor, axis: WindowAxis, index: number): tfjs.Tensor {
  if (axis.dilation === 1 || axis.kernel === 1) return kernel
  const [outer, inner] = [kernel.shape.slice(0, index), kernel.shape.slice(index + 1)]
  const apart = kernel.reshape([...outer, axis.kernel, 1, ...inner])
  const gaps = apart.shape.map((_, other): [number, number] => (other === index + 1 ? [0, axis.dilation - 1] : [0, 0]))
  const joined = tf.pad(apart, gaps).reshape([...outer, axis.kernel * axis.dilation, ...inner])
  return tf.slice(
    joined,
    joined.shape.map(() => 0),
    [...outer, reachOf(axis), ...inner],
  )
}

function perGroup(plan: Correlation, input: tfjs.Tensor, kernel: tfjs.Tensor): tfjs.Tensor {
  if (plan.groups === 1) return valid(plan, input, kernel)
  const inputs = tf.split(input, plan.groups, -1)
  const kernels = tf.split(kernel, plan.groups, -1)
  return tf.concat(
    inputs.map((part, group) => valid(plan, part, kernels[group]!)),
    -1,
  )
}

/** The convolution itself, channels last; one dimension is two with a height of 1. */
function valid(plan: Correlation, input: tfjs.Tensor, kernel: tfjs.Tensor): tfjs.Tensor {
  if (plan.axes.length === 3) return inDepth(plan, input, kernel)
  const flat = plan.axes.length === 1
  return inPlane(plan.axes, flat ? tf.expandDims(input, 1) : input, flat ? tf.expandDims(kernel, 0) : kernel)
}

function inPlane(axes: readonly WindowAxis[], images: tfjs.Tensor, filters: tfjs.Tensor): tfjs.Tensor4D {
  const [vertical = 1, horizontal = 1] = axes.length === 1 ? [1, axes[0]?.stride] : axes.map(({ stride }) => stride)
  return tf.conv2d(images.as4D(...four(images)), filters.as4D(...four(filters)), [vertical, horizontal], 'valid')
}

/**
 * Three dimensions as a sum of two-dimensional convolutions, one for each plane of the kernel, with the depth in the batch.
 * tf.conv3d is not used: on WebAssembly its gradient by the filter is wrong (tfjs 4.22, for a kernel of one element already).
 */
function inDepth(plan: Correlation, input: tfjs.Tensor, kernel: tfjs.Tensor): tfjs.Tensor {
  const [depth, ...plane] = plan.axes
  const [size, height, width, channels] = [plan.batch * depth!.output, ...input.shape.slice(2)]
  const planes = Array.from({ length: depth!.kernel }, (_, a) => {
    const met = Array.from({ length: depth!.output }, (_, i) => i * depth!.stride + a * depth!.dilation)
    const images = tf.gather(input, tf.tensor1d(met, 'int32'), 1).as4D(size, height!, width!, channels!)
    return inPlane(plane, images, tf.gather(kernel, a, 0))
  })
  return tf.addN(planes)
}

function four({ shape }: tfjs.Tensor): [number, number, number, number] {
  return [shape[0]!, shape[1]!, shape[2]!, shape[3]!]
}
