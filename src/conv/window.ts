// How a window slides over one, two or three axes: stride, padding, dilation, and the size that is left.
// Rule: every option is resolved and refused here, once, for the loops, im2col, TensorFlow.js and pooling alike; whoever
// slides a window asks for its axes and never works out a size of his own.
import { listed, requireWhole, ShapeError } from './shape.ts'
import type { FittingOptions, Places } from './window-types.ts'

/** What stands outside the border: zeros, the other end (circular), the mirror image (reflect), the last element (replicate). */
export type PaddingMode = 'zeros' | 'circular' | 'reflect' | 'replicate'

/**
 * How much is added around the input. A number counts on every side. A list has an entry for each axis: a number for
 * both of its ends, or [before, after]. 'valid' adds nothing. 'same' adds so much that the output has
 * ceil(input / stride) elements, the odd one after: for a stride of 1 the input's size; TensorFlow's rule for the others.
 */
export type Padding = number | 'valid' | 'same' | readonly (number | readonly [before: number, after: number])[]

/** How a window moves. One number counts for all axes, a list has one for each: [vertical, horizontal] in two dimensions. */
export interface WindowOptions {
  /** Steps between neighbouring windows; 1 unless told. */
  stride?: number | readonly number[]
  /** What is added around the input; nothing unless told. */
  padding?: Padding
  /** What the padding is filled with; zeros unless told. */
  paddingMode?: PaddingMode
  /** Distance between neighbouring kernel elements; 1 unless told. */
  dilation?: number | readonly number[]
}

/** A window along one axis, resolved. Sizes are in elements. */
export interface WindowAxis {
  name: 'length' | 'depth' | 'height' | 'width'
  input: number
  kernel: number
  stride: number
  dilation: number
  before: number
  after: number
  mode: PaddingMode
  output: number
}

/**
 * The size of what a sliding window produces: floor((n + before + after − dilation·(k − 1) − 1) / stride) + 1 on each of
 * one to three axes.
 *
 * Throws a ShapeError when the kernel does not fit, a RangeError for a size or an option that is no whole number.
 * Introduced in notebooks/05-cross-correlation; `explainOutputShape` says the same in words.
 *
 * @example
 * ```ts
 * outputShape([6, 8], { kernel: [1, 2] }) // → [6, 7]
 * outputShape([224, 224], { kernel: [7, 7], stride: 2, padding: 3 }) // → [112, 112]
 * outputShape([100], { kernel: [5], padding: 'same' }) // → [100]
 * ```
 */
export function outputShape<
  const Input extends readonly number[],
  const Options extends WindowOptions & { kernel: { readonly [Axis in keyof Input]: number } },
>(input: Input, options: FittingOptions<Input, Options>): Places<Input, Options>
export function outputShape(
  input: readonly number[],
  options: WindowOptions & { kernel: readonly number[] },
): number[] {
  return windowAxes(input, options.kernel, options).map((axis) => axis.output)
}

/**
 * The window along each axis. Throws a ShapeError when kernel and input do not fit each other or the padding has not
 * enough to reflect, a RangeError for a size or an option that means nothing.
 */
export function windowAxes(input: readonly number[], kernel: readonly number[], options: WindowOptions): WindowAxis[] {
  const names = axisNames[input.length - 1]
  if (!names) throw new ShapeError(`The input ${listed(input)} has ${input.length} axes. Slide over one, two or three.`)
  if (kernel.length !== input.length) {
    throw new ShapeError(
      `The kernel ${listed(kernel)} and the input ${listed(input)} differ in their number of axes. Give the kernel ${input.length}.`,
    )
  }
  names.forEach((name, axis) => {
    requireWhole(input[axis]!, 1, `The input's ${name}`)
    requireWhole(kernel[axis]!, 1, `The kernel's ${name}`)
  })
  const mode = modeOf(options.paddingMode ?? 'zeros')
  const strides = perAxis(options.stride ?? 1, names, 'stride')
  const dilations = perAxis(options.dilation ?? 1, names, 'dilation')
  const sizes = names.map((name, axis) => {
    const [stride, dilation] = [strides[axis]!, dilations[axis]!]
    return { name, input: input[axis]!, kernel: kernel[axis]!, stride, dilation, mode }
  })
  const paddings = paddingOf(options.padding ?? 'valid', sizes)
  return sizes.map((size, axis) => {
    const [before, after] = paddings[axis]!
    requirePaddable(size, Math.max(before, after))
    return { ...size, before, after, output: outputLength({ ...size, before, after }, input, kernel) }
  })
}

/**
 * Where the element stands in the input that the kernel's `tap` meets at the `output`-th window; −1 for a padded zero.
 * This is stride, dilation and padding in one formula.
 */
export function sourceIndex(axis: WindowAxis, output: number, tap: number): number {
  const position = output * axis.stride + tap * axis.dilation - axis.before
  const last = axis.input - 1
  if (position >= 0 && position <= last) return position
  if (axis.mode === 'circular') return (position + axis.input) % axis.input
  if (axis.mode === 'reflect') return position < 0 ? -position : 2 * last - position
  if (axis.mode === 'replicate') return position < 0 ? 0 : last
  return -1
}

/** How many elements a kernel spans with the gaps that dilation leaves between its own. */
export function reachOf(axis: { kernel: number; dilation: number }): number {
  return axis.dilation * (axis.kernel - 1) + 1
}

const axisNames = [['length'], ['height', 'width'], ['depth', 'height', 'width']] as const
const adjectives = { length: '', depth: 'depth ', height: 'vertical ', width: 'horizontal ' } as const
const modes = ['zeros', 'circular', 'reflect', 'replicate'] as const

type Sizes = Omit<WindowAxis, 'before' | 'after' | 'output'>

function modeOf(mode: PaddingMode): PaddingMode {
  if (modes.includes(mode)) return mode
  throw new RangeError(`There is no padding mode '${mode}'. Use one of ${modes.join(', ')}.`)
}

function perAxis(value: number | readonly number[], names: readonly WindowAxis['name'][], option: string): number[] {
  const values = typeof value === 'number' ? names.map(() => value) : requireListFor(value, names.length, option)
  names.forEach((name, axis) => {
    requireWhole(values[axis]!, 1, `The ${adjectives[name]}${option}`)
  })
  return [...values]
}

function paddingOf(padding: Padding, sizes: readonly Sizes[]): [before: number, after: number][] {
  if (padding === 'valid') return sizes.map(() => [0, 0])
  if (padding === 'same') return sizes.map(samePadding)
  if (typeof padding === 'string')
    throw new RangeError(`There is no padding '${padding}'. Use 'valid', 'same' or amounts.`)
  const amounts =
    typeof padding === 'number' ? sizes.map(() => padding) : requireListFor(padding, sizes.length, 'padding')
  return sizes.map(({ name }, axis) => {
    const amount = amounts[axis]!
    const [before, after] =
      typeof amount === 'number' ? [amount, amount] : requireListFor(amount, 2, `${name}'s padding`)
    requireWhole(before!, 0, `The ${adjectives[name]}padding`)
    requireWhole(after!, 0, `The ${adjectives[name]}padding`)
    return [before!, after!]
  })
}

/** TensorFlow's rule, which for a stride of 1 is also PyTorch's. */
function samePadding(axis: Sizes): [before: number, after: number] {
  const windows = Math.ceil(axis.input / axis.stride)
  const total = Math.max(0, (windows - 1) * axis.stride + reachOf(axis) - axis.input)
  return [Math.floor(total / 2), Math.ceil(total / 2)]
}

function requireListFor<T>(list: readonly T[], length: number, name: string): readonly T[] {
  if (Array.isArray(list) && list.length === length) return list
  const given = Array.isArray(list) ? `a list of ${list.length}` : String(list)
  throw new RangeError(`The ${name} is ${given}. Use one number, or a list of ${length}.`)
}

function requirePaddable(axis: Sizes, padding: number): void {
  const most = {
    zeros: Number.MAX_SAFE_INTEGER,
    replicate: Number.MAX_SAFE_INTEGER,
    circular: axis.input,
    reflect: axis.input - 1,
  }
  if (padding <= most[axis.mode]) return
  throw new ShapeError(
    `The ${axis.name} of ${axis.input} is too small for ${padding} of padding in mode '${axis.mode}'. ` +
      `Use at most ${most[axis.mode]}, or mode 'zeros' or 'replicate'.`,
  )
}

function outputLength(axis: Omit<WindowAxis, 'output'>, input: readonly number[], kernel: readonly number[]): number {
  const padded = axis.input + axis.before + axis.after
  const reach = reachOf(axis)
  if (reach <= padded) return Math.floor((padded - reach) / axis.stride) + 1
  const padding = padded > axis.input ? `, with padding ${padded}` : ''
  throw new ShapeError(
    `The kernel ${listed(kernel)} does not fit into the input ${listed(input)}: its ${axis.name} covers ${reach}, the input ` +
      `has ${axis.input}${padding}. Use a smaller kernel, or at least ${reach - padded} more of padding in all.`,
  )
}
