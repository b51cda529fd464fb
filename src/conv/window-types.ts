// What a sliding window leaves, in the types: the formula of `outputShape` for sizes and options that are literals.
// Rule: a kernel that does not fit is a sentence, of string type, that names both sizes; whatever is no literal gives
// `number`, never a wrong size. `outputShape` is the judge: the tests compare the two.
import type { Add, Below, DigitsOf, Divide, Multiply, NumberOf, Subtract } from './natural.ts'

/** The names of the axes that a window slides along. */
export interface AxisNames {
  1: ['length']
  2: ['height', 'width']
  3: ['depth', 'height', 'width']
}

/** The options of `outputShape`, or the sentence that says on which axis their kernel does not fit. */
export type FittingOptions<Input extends readonly number[], Options extends { kernel: unknown }> =
  Lengths<Input, Options['kernel'], Options, NamesFor<Input>> extends infer Sentence extends string ? Sentence : Options

/** The size that is left of each axis; `number` where it is not known. */
export type Places<Input extends readonly number[], Options extends { kernel: unknown }> =
  Lengths<Input, Options['kernel'], Options, NamesFor<Input>> extends infer Known extends {
    -readonly [Axis in keyof Input]: number
  }
    ? Known
    : { -readonly [Axis in keyof Input]: number }

type NamesFor<Input extends readonly unknown[]> = Input['length'] extends keyof AxisNames
  ? AxisNames[Input['length']]
  : []

/**
 * How many places a window has on each axis, or the sentence that says on which it does not fit:
 * `Lengths<[224, 224], [7, 7], { stride: 2; padding: 3 }, AxisNames[2]>` is [112, 112].
 */
export type Lengths<Input, Kernel, Options, Names, Axis extends 0[] = [], Out extends number[] = []> = [
  Input,
  Kernel,
  Names,
] extends [
  readonly [infer N extends number, ...infer Ns],
  readonly [infer K extends number, ...infer Ks],
  readonly [infer Name extends string, ...infer Rest],
]
  ? LengthOn<N, K, Options, Axis['length'], Name> extends infer Length
    ? Length extends number
      ? Lengths<Ns, Ks, Options, Rest, [...Axis, 0], [...Out, Length]>
      : Length
    : never
  : Out

type LengthOn<N extends number, K extends number, Options, Axis extends number, Name extends string> = Length<
  N,
  K,
  Reach<K, PerAxis<Options, 'dilation', Axis>>,
  PerAxis<Options, 'stride', Axis>,
  PaddingOn<Options, Axis>,
  Name
>

/** floor((N + P − R) / S) + 1; 'same' padding leaves ceil(N / S), whatever the kernel. R and P are digits. */
type Length<N extends number, K extends number, R, S extends number, P, Name extends string> = P extends 'same'
  ? Steps<Subtract<DigitsOf<N>, '1'>, S>
  : Subtract<Add<DigitsOf<N>, P>, R> extends infer Free
    ? Free extends Below
      ? `${R extends DigitsOf<K> ? '' : 'dilated '}kernel ${Name} ${NumberOf<R>} is larger than ${P extends '' | '0' ? '' : 'padded '}input ${Name} ${NumberOf<Add<DigitsOf<N>, P>>}`
      : Steps<Free, S>
    : never

type Steps<Free, S extends number> = NumberOf<Add<S extends 1 ? Free : Divide<Free, DigitsOf<S>>, '1'>>

/** What a dilated kernel covers: D · (K − 1) + 1, as digits. */
type Reach<K extends number, D extends number> = D extends 1
  ? DigitsOf<K>
  : Add<Multiply<Subtract<DigitsOf<K>, '1'>, DigitsOf<D>>, '1'>

/** The stride or dilation on one axis: 1 unless told. */
type PerAxis<Options, Key, Axis extends number> = Key extends keyof Options
  ? Options[Key] extends infer Value
    ? Value extends number
      ? Value
      : Value extends readonly number[]
        ? Value[Axis]
        : number
    : never
  : 1

/** The padding on both ends of one axis together, as digits: none unless told, 'same' where the output decides. */
type PaddingOn<Options, Axis extends number> = 'padding' extends keyof Options
  ? Options['padding'] extends infer Value
    ? Value extends 'same'
      ? 'same'
      : Value extends 'valid' | 0
        ? ''
        : BothEnds<Value extends readonly unknown[] ? Value[Axis] : Value>
    : never
  : ''

type BothEnds<Entry> = Entry extends readonly [infer Before, infer After]
  ? Add<DigitsOf<Before>, DigitsOf<After>>
  : Add<DigitsOf<Entry>, DigitsOf<Entry>>
