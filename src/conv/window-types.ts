// What a sliding window leaves, in the types: the formula of `outputShape` for sizes and options that are literals.
// Rule: a kernel that does not fit is a sentence, of string type, that names both sizes; whatever is no literal gives
// `number`, never a wrong size. `outputShape` is the judge: the tests compare the two.
import type { Minus, Over, Plus, Times } from './natural.ts'

/** The names of the axes that a window slides along. */
export interface AxisNames {
  1: ['length']
  2: ['height', 'width']
  3: ['depth', 'height', 'width']
}

/**
 * How many places a window has on each axis: `Lengths<[224, 224], [7, 7], { stride: 2; padding: 3 }>` is [112, 112].
 * `never` stands where the kernel does not fit.
 */
export type Lengths<Input, Kernel, Options, Axis extends 0[] = []> = [Input, Kernel] extends [
  readonly [infer N extends number, ...infer Ns],
  readonly [infer K extends number, ...infer Ks],
]
  ? [LengthOn<N, K, Options, Axis['length']>, ...Lengths<Ns, Ks, Options, [...Axis, 0]>]
  : []

/** What is wrong with the kernel's size, as a sentence; `unknown` when nothing is, or when it is not known. */
export type TooLarge<Input, Kernel, Options, Names, Axis extends 0[] = []> = [Input, Kernel, Names] extends [
  readonly [infer N extends number, ...infer Ns],
  readonly [infer K extends number, ...infer Ks],
  readonly [infer Name extends string, ...infer Rest],
]
  ? TooLargeOn<N, K, Options, Axis['length'], Name> extends infer Message extends string
    ? Message
    : TooLarge<Ns, Ks, Options, Rest, [...Axis, 0]>
  : unknown

type LengthOn<N extends number, K extends number, Options, Axis extends number> = Length<
  N,
  Reach<K, PerAxis<Options, 'dilation', Axis>>,
  PerAxis<Options, 'stride', Axis>,
  PaddingOn<Options, Axis>
>

/** floor((N + P − R) / S) + 1; 'same' padding leaves ceil(N / S), whatever the kernel. */
type Length<N extends number, R extends number, S extends number, P> = P extends 'same'
  ? Steps<Minus<N, 1>, S>
  : P extends number
    ? Steps<Minus<P extends 0 ? N : Plus<N, P>, R>, S>
    : number

type Steps<Free extends number, S extends number> = S extends 1 ? Plus<Free, 1> : Plus<Over<Free, S>, 1>

/** What a dilated kernel covers: D · (K − 1) + 1. */
type Reach<K extends number, D extends number> = D extends 1 ? K : Plus<Times<Minus<K, 1>, D>, 1>

type TooLargeOn<N extends number, K extends number, Options, Axis extends number, Name extends string> = [
  PerAxis<Options, 'dilation', Axis>,
  PaddingOn<Options, Axis>,
] extends [infer D extends number, infer P extends number]
  ? [Minus<Plus<N, P>, Reach<K, D>>] extends [never]
    ? `${D extends 1 ? '' : 'dilated '}kernel ${Name} ${Reach<K, D>} is larger than ${P extends 0 ? '' : 'padded '}input ${Name} ${Plus<N, P>}`
    : unknown
  : unknown

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

/** The padding on both ends of one axis together: 0 unless told, 'same' where the output decides. */
type PaddingOn<Options, Axis extends number> = 'padding' extends keyof Options
  ? Options['padding'] extends infer Value
    ? Value extends 'same'
      ? 'same'
      : Value extends 'valid'
        ? 0
        : BothEnds<Value extends readonly unknown[] ? Value[Axis] : Value>
    : never
  : 0

type BothEnds<Entry> = Entry extends number
  ? Plus<Entry, Entry>
  : Entry extends readonly [infer Before extends number, infer After extends number]
    ? Plus<Before, After>
    : number
