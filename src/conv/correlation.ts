// A correlation as a plan: what slides over what, in which shapes, before any number is touched.
// Rule: the loops, im2col, TensorFlow.js and the dense picture all follow the same plan, so that they agree on shapes and
// refuse the same mistakes in the same words.
import { sizeOf } from './nested.ts'
import { listed, requireWhole, ShapeError } from './shape.ts'
import { type WindowAxis, type WindowOptions, windowAxes } from './window.ts'

/** How a kernel slides over an input; one type for one, two and three dimensions, correlation and convolution. */
export interface CorrelationOptions extends WindowOptions {
  /** Channels in `groups` blocks that do not see each other (as many as channels: depthwise); 1 unless told. */
  groups?: number
  /** How arrays are computed: by the loops of the formula (unless told) or as one matrix product. Tensors use TensorFlow. */
  method?: 'loops' | 'im2col'
}

/** The number of axes that a kernel slides along. */
export type Dimensions = 1 | 2 | 3

/** A correlation, resolved. Plain input without channels has one channel; without a batch, a batch of one. */
export interface Correlation {
  axes: WindowAxis[]
  batch: number
  inChannels: number
  outChannels: number
  groups: number
  /** The output as the caller sees it: with channels and batch only where the input had them. */
  outputShape: number[]
}

const spatialAxes = { 1: ['length'], 2: ['height', 'width'], 3: ['depth', 'height', 'width'] } as const

/**
 * The plan for an input and a kernel of these shapes. Either both are spatial only, or the kernel ends with
 * [inChannels / groups, outChannels] and the input with [channels], a batch in front of it or not.
 *
 * Throws a ShapeError naming both shapes when they do not fit, a RangeError for an option that means nothing.
 */
export function planCorrelation(
  dimensions: Dimensions,
  input: readonly number[],
  kernel: readonly number[],
  options: CorrelationOptions,
): Correlation {
  requireRanks(dimensions, input, kernel)
  const groups = options.groups ?? 1
  requireWhole(groups, 1, 'The number of groups')
  const hasChannels = kernel.length > dimensions
  const hasBatch = input.length > dimensions + 1
  const spatial = input.slice(hasBatch ? 1 : 0, dimensions + (hasBatch ? 1 : 0))
  const axes = windowAxes(spatial, kernel.slice(0, dimensions), options)
  const batch = hasBatch ? input[0]! : 1
  const inChannels = hasChannels ? input.at(-1)! : 1
  const outChannels = hasChannels ? kernel.at(-1)! : 1
  requireWhole(batch, 1, 'The size of the batch')
  requireChannels({ input, kernel, inChannels, outChannels, groups, perGroup: hasChannels ? kernel.at(-2)! : 1 })
  const outputs = axes.map((axis) => axis.output)
  const outputShape = [...(hasBatch ? [batch] : []), ...outputs, ...(hasChannels ? [outChannels] : [])]
  return { axes, batch, inChannels, outChannels, groups, outputShape }
}

/** Elements of the input that one window covers in one group: the terms of each sum. */
export function windowSize(plan: Correlation): number {
  return sizeOf(plan.axes.map((axis) => axis.kernel)) * (plan.inChannels / plan.groups)
}

function requireRanks(dimensions: Dimensions, input: readonly number[], kernel: readonly number[]): void {
  const plain = input.length === dimensions && kernel.length === dimensions
  const extra = input.length - dimensions
  if (plain || ((extra === 1 || extra === 2) && kernel.length === dimensions + 2)) return
  const spatial = spatialAxes[dimensions].join(', ')
  const remedy =
    kernel.length === dimensions + 2
      ? 'Give the input its channels, too, such as [..., 1].'
      : extra > 0 && kernel.length === dimensions
        ? 'Give the kernel its channels, too, or take one channel of the input.'
        : 'Reshape one of them.'
  throw new ShapeError(
    `An input ${listed(input)} and a kernel ${listed(kernel)} do not go together in ${dimensions} dimension${dimensions > 1 ? 's' : ''}. ` +
      `They are [${spatial}] both, or [${spatial}, channels] (a batch may stand in front) and ` +
      `[${spatial}, inChannels, outChannels]. ${remedy}`,
  )
}

interface Channels {
  input: readonly number[]
  kernel: readonly number[]
  inChannels: number
  outChannels: number
  groups: number
  perGroup: number
}

function requireChannels({ input, kernel, inChannels, outChannels, groups, perGroup }: Channels): void {
  requireWhole(inChannels, 1, "The input's number of channels")
  requireWhole(outChannels, 1, "The kernel's number of output channels")
  for (const [count, what] of [
    [inChannels, 'input'],
    [outChannels, 'output'],
  ] as const) {
    if (count % groups === 0) continue
    throw new ShapeError(`${groups} groups do not divide the ${count} ${what} channels. Use a divisor of ${count}.`)
  }
  if (perGroup * groups === inChannels) return
  const grouped = groups > 1 ? ` in ${groups} groups` : ''
  throw new ShapeError(
    `The input ${listed(input)} has ${inChannels} channels${grouped}, the kernel ${listed(kernel)} reads ${perGroup}. ` +
      `Make the kernel's last but one size ${inChannels / groups}.`,
  )
}
