// Whole numbers in the types: sums, differences, products and quotients of literals, digit by digit as on paper.
// Rule: the work grows with the number of digits, not with the number, so that 224 costs what 3 does (counting with tuples as
// long as the number does not). What is no literal or no whole number gives `number`: then only the run knows.

/**
 * A + B.
 *
 * @example
 * ```ts
 * const sum: Plus<999, 1> = 1000
 * ```
 */
export type Plus<A extends number, B extends number> = NumberOf<Add<DigitsOf<A>, DigitsOf<B>>>

/** A − B, or `never` when that is below 0. */
export type Minus<A extends number, B extends number> = NumberOf<Subtract<DigitsOf<A>, DigitsOf<B>>>

/** A · B. */
export type Times<A extends number, B extends number> = NumberOf<Multiply<DigitsOf<A>, DigitsOf<B>>>

/** floor(A / B); `number` when B is 0. */
export type Over<A extends number, B extends number> = B extends 0
  ? number
  : NumberOf<Divide<Reversed<DigitsOf<A>>, DigitsOf<B>>>

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** A number as its digits, ones first: 224 is [4, 2, 2]. */
type Digits = readonly Digit[]

/** `unknown` for what is no whole literal; the operations hand it on. */
type DigitsOf<N extends number> = number extends N ? unknown : Read<`${N}`>

type Read<Text extends string, Out extends Digits = []> = Text extends `${infer D extends Digit}${infer Rest}`
  ? Read<Rest, [D, ...Out]>
  : Text extends ''
    ? Out
    : unknown

type NumberOf<A> = [A] extends [never]
  ? never
  : A extends Digits
    ? Written<Trimmed<A>> extends `${infer N extends number}`
      ? N
      : number
    : number

type Written<A extends Digits, Text extends string = ''> = A extends readonly [
  infer D extends Digit,
  ...infer Rest extends Digits,
]
  ? Written<Rest, `${D}${Text}`>
  : Text

type Trimmed<A extends Digits> = A extends readonly [...infer Rest extends [Digit, ...Digit[]], 0] ? Trimmed<Rest> : A

type Reversed<A, Out extends Digits = []> = A extends readonly [infer D extends Digit, ...infer Rest]
  ? Reversed<Rest, [D, ...Out]>
  : A extends readonly []
    ? Out
    : A

/** Tuples as long as each digit, to count with. */
type Counts = [
  [],
  [0],
  [0, 0],
  [0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0],
]
/** The ones of 0 to 19, and whether a ten is carried. */
type Ones = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
type Carried = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
/** Whether a digit that a ten was lent to, less another, must keep it. */
type Owed = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
type UpTo19 = keyof Ones & keyof Carried & keyof Owed & number

type Head<A> = A extends readonly [infer D extends Digit, ...unknown[]] ? D : 0
type Tail<A> = A extends readonly [unknown, ...infer Rest extends Digits] ? Rest : []

type Add<A, B> = A extends Digits ? (B extends Digits ? Sum<A, B> : unknown) : unknown

type Sum<A, B, Carry extends 0 | 1 = 0, Out extends Digits = []> = [A, B, Carry] extends [readonly [], readonly [], 0]
  ? Out
  : [...Counts[Head<A>], ...Counts[Head<B>], ...Counts[Carry]]['length'] extends infer N extends UpTo19
    ? Sum<Tail<A>, Tail<B>, Carried[N], [...Out, Ones[N]]>
    : never

type Subtract<A, B> = A extends Digits ? (B extends Digits ? Difference<A, B> : unknown) : unknown

type Difference<A, B, Debt extends 0 | 1 = 0, Out extends Digits = []> = [A, B] extends [readonly [], readonly []]
  ? Debt extends 0
    ? Out
    : never
  : [...Counts[9], 0, ...Counts[Head<A>]] extends [...Counts[Head<B>], ...Counts[Debt], ...infer Left]
    ? Left['length'] extends infer N extends UpTo19
      ? Difference<Tail<A>, Tail<B>, Owed[N], [...Out, Ones[N]]>
      : never
    : never

type Multiply<A, B> = A extends Digits ? (B extends Digits ? Product<A, B> : unknown) : unknown

type Product<A extends Digits, B, Out = [0]> = B extends readonly [infer D extends Digit, ...infer Rest]
  ? Product<[0, ...A], Rest, AddTimes<Out, A, Counts[D]>>
  : Out

type AddTimes<Out, A, Count> = Count extends readonly [0, ...infer Rest] ? AddTimes<Sum<Out, A>, A, Rest> : Out

type Divide<A, B> = A extends Digits ? (B extends Digits ? Quotient<A, B> : unknown) : unknown

/** Long division. A comes with its highest digit first; `Left` is what the digits so far leave. */
type Quotient<A, B, Left extends Digits = [], Out extends Digits = []> = A extends readonly [
  infer D extends Digit,
  ...infer Lower,
]
  ? Share<Trimmed<[D, ...Left]>, B> extends [infer Q extends Digit, infer Rest extends Digits]
    ? Quotient<Lower, B, Rest, [Q, ...Out]>
    : never
  : Out

/** How often B fits into A, less than ten times, and what is left. */
type Share<A, B, Count extends 0[] = []> =
  Difference<A, B> extends infer Left extends Digits
    ? [Left] extends [never]
      ? [Count['length'], A]
      : Share<Left, B, [...Count, 0]>
    : never
