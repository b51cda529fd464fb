// The shapes of a correlation, in the types: what a kernel makes of an input, or why it does not fit.
// Rule: a kernel that does not fit is a sentence, of string type, in the place of the kernel: that sentence is the error in the
// editor. The plan of correlation.ts is the judge when it runs; the tests compare the two.
import type { Output } from './operands.ts'
import type { ShapeOf, WithShape } from './shaped.ts'
import type { AxisNames, Lengths } from './window-types.ts'

/** The kernel's own type, or the sentence that says why it does not fit. */
export type Fitting<Dimensions extends keyof AxisNames, X, K, Options> =
  Correlated<Dimensions, X, K, Options> extends infer Sentence extends string ? Sentence : K

/** What comes out: an array for arrays, a tensor for tensors, with every size that is known. */
export type CorrelationOf<Dimensions extends keyof AxisNames, X, K, Options> = WithShape<
  Output<X>,
  Correlated<Dimensions, X, K, Options>
>

/** The output's shape, a sentence when the kernel does not fit, or `number[]`. */
type Correlated<Dimensions extends keyof AxisNames, X, K, Options> =
  Misplaced<Dimensions, ShapeOf<X>, ShapeOf<K>> extends infer Sentence extends string
    ? Sentence
    : Slid<Dimensions, X, K, Options>

type Slid<Dimensions extends keyof AxisNames, X, K, Options> = [
  InputOf<ShapeOf<X>, Dimensions>,
  KernelOf<ShapeOf<K>, Dimensions>,
] extends [
  { batch: infer Batch extends number[]; space: infer Space; channels: infer Channels },
  { space: infer Kernel; reads: infer Reads; gives: infer Gives extends number[] },
]
  ? Unread<Channels, Reads, Options> extends infer Sentence extends string
    ? Sentence
    : Lengths<Space, Kernel, Options, AxisNames[Dimensions]> extends infer Result
      ? Result extends number[]
        ? [...Batch, ...Result, ...Gives]
        : Result
      : never
  : number[]

/** The sentence for tensors of ranks that do not go together; `unknown` where a rank is not known. */
type Misplaced<Dimensions extends keyof AxisNames, X, K> = [X, K] extends [
  infer S extends readonly number[],
  infer T extends readonly number[],
]
  ? number extends S['length'] | T['length']
    ? unknown
    : [InputOf<S, Dimensions>] extends [never]
      ? `input has rank ${S['length']}, not ${Ranks<Dimensions>['input']}`
      : [KernelOf<T, Dimensions>] extends [never]
        ? `kernel has rank ${T['length']}, not ${Ranks<Dimensions>['kernel']}`
        : [S['length'], T['length']] extends [Dimensions, Dimensions]
          ? unknown
          : S['length'] extends Dimensions
            ? 'kernel has channels, but the input has none'
            : T['length'] extends Dimensions
              ? 'input has channels, but the kernel has none'
              : unknown
  : unknown

type Ranks<Dimensions extends keyof AxisNames> = {
  1: { input: '1, 2 or 3'; kernel: '1 or 3' }
  2: { input: '2, 3 or 4'; kernel: '2 or 4' }
  3: { input: '3, 4 or 5'; kernel: '3 or 5' }
}[Dimensions]

/** [...space], [...space, channels] or [batch, ...space, channels]. */
type InputOf<S, Dimensions> = S extends readonly number[]
  ? S['length'] extends Dimensions
    ? { batch: []; space: S; channels: [] }
    : S extends readonly [...infer Front extends number[], infer Channels]
      ? Front['length'] extends Dimensions
        ? { batch: []; space: Front; channels: [Channels] }
        : Front extends readonly [infer Batch, ...infer Space]
          ? Space['length'] extends Dimensions
            ? { batch: [Batch]; space: Space; channels: [Channels] }
            : never
          : never
      : never
  : never

/** [...space] or [...space, inChannels / groups, outChannels]. */
type KernelOf<S, Dimensions> = S extends readonly number[]
  ? S['length'] extends Dimensions
    ? { space: S; reads: []; gives: [] }
    : S extends readonly [...infer Space, infer Reads, infer Gives]
      ? Space['length'] extends Dimensions
        ? { space: Space; reads: [Reads]; gives: [Gives] }
        : never
      : never
  : never

/** The sentence for a wrong number of channels; groups are left to the run. */
type Unread<Channels, Reads, Options> = 'groups' extends keyof Options
  ? unknown
  : [Channels, Reads] extends [readonly [infer C extends number], readonly [infer R extends number]]
    ? number extends C | R
      ? unknown
      : [C] extends [R]
        ? unknown
        : `kernel reads ${R} channels, but the input has ${C}`
    : unknown
