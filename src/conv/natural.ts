// Whole numbers in the types: sums, differences, products and quotients of literals, digit by digit as on paper.
// Rule: digits are text, ones first: 224 is '422'. The work grows with the number of digits, and matching text costs the
// checker a fifth of matching tuples (measured). What is no whole literal is `unknown`, and stays so in every operation.

/** The digits of a literal; `unknown` for what is no whole number, or not known. */
export type DigitsOf<N> = N extends number ? (number extends N ? unknown : Read<`${N}`>) : unknown

/** The literal of these digits; `number` for `unknown`, `never` for `Below`. */
export type NumberOf<A> = A extends Below ? never : A extends string ? Parsed<Trimmed<Reversed<A>>> : number

/** What stands for a number below 0. */
export type Below = '-'

/** A + B. */
export type Add<A, B> = A extends string ? (B extends string ? Sum<A, B> : unknown) : unknown

/** A − B, or `Below`. */
export type Subtract<A, B> = A extends string ? (B extends string ? Difference<A, B> : unknown) : unknown

/** A · B. */
export type Multiply<A, B> = A extends string ? (B extends string ? Product<A, B> : unknown) : unknown

/** floor(A / B); `unknown` when B is 0. */
export type Divide<A, B> = A extends string
  ? B extends '0'
    ? unknown
    : B extends string
      ? Quotient<Reversed<A>, B>
      : unknown
  : unknown

/** The product of all sizes. */
export type ProductOf<Sizes, Product = '1'> = Sizes extends readonly [infer N, ...infer Rest]
  ? ProductOf<Rest, Multiply<DigitsOf<N>, Product>>
  : NumberOf<Product>

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

type Read<Text, Out extends string = ''> = Text extends `${infer D extends Digit}${infer Rest}`
  ? Read<Rest, `${D}${Out}`>
  : Text extends ''
    ? Out
    : unknown

type Reversed<A, Out extends string = ''> = A extends `${infer D}${infer Rest}` ? Reversed<Rest, `${D}${Out}`> : Out

/** Without zeros in front; the highest digit is first here. */
type Trimmed<Text> = Text extends `0${infer Rest}` ? (Rest extends '' ? Text : Trimmed<Rest>) : Text

type Parsed<Text> = Text extends `${infer N extends number}` ? N : number

type Sum<A, B, Carry extends 0 | 1 = 0, Out extends string = ''> = A extends `${infer X extends Digit}${infer Xs}`
  ? B extends `${infer Y extends Digit}${infer Ys}`
    ? Sum<Xs, Ys, SumCarry[Carry][X][Y], `${Out}${SumOnes[Carry][X][Y]}`>
    : Carry extends 0
      ? `${Out}${A}`
      : Sum<Xs, '', SumCarry[1][X][0], `${Out}${SumOnes[1][X][0]}`>
  : B extends ''
    ? Carry extends 0
      ? Out
      : `${Out}1`
    : Sum<B, '', Carry, Out>

type Difference<A, B, Debt extends 0 | 1 = 0, Out extends string = ''> = A extends `${infer X extends Digit}${infer Xs}`
  ? B extends `${infer Y extends Digit}${infer Ys}`
    ? Difference<Xs, Ys, DifferenceDebt[Debt][X][Y], `${Out}${DifferenceOnes[Debt][X][Y]}`>
    : Debt extends 0
      ? `${Out}${A}`
      : Difference<Xs, '', DifferenceDebt[1][X][0], `${Out}${DifferenceOnes[1][X][0]}`>
  : B extends ''
    ? Debt extends 0
      ? Out
      : Below
    : Below

type Product<A extends string, B, Out = '0'> = B extends `${infer D extends Digit}${infer Rest}`
  ? Product<`0${A}`, Rest, AddTimes<Out, A, D>>
  : Out

type AddTimes<Out, A, Count extends Digit> = Count extends 0
  ? Out
  : AddTimes<Sum<Out, A>, A, DifferenceOnes[0][Count][1]>

/** Long division of A, here with its highest digit first; `Left` is what the digits so far leave. */
type Quotient<A, B, Left extends string = '', Out extends string = ''> = A extends `${infer D}${infer Lower}`
  ? QuotientDigit<Lower, B, `${D}${Left}`, Out>
  : Out

/** How often B fits into `Left`, less than ten times; then the next digit. */
type QuotientDigit<Lower, B, Left extends string, Out extends string, Count extends Digit = 0> =
  Difference<Left, B> extends infer Rest extends string
    ? Rest extends Below
      ? Quotient<Lower, B, Left, `${Count}${Out}`>
      : QuotientDigit<Lower, B, Rest, Out, SumOnes[0][Count][1]>
    : never

/** The ones of [carry][a][b] of a + b, and what is carried. */
type SumOnes = {
  0: { 0: Up0; 1: Up1; 2: Up2; 3: Up3; 4: Up4; 5: Up5; 6: Up6; 7: Up7; 8: Up8; 9: Up9 }
  1: { 0: Up1; 1: Up2; 2: Up3; 3: Up4; 4: Up5; 5: Up6; 6: Up7; 7: Up8; 8: Up9; 9: Up0 }
}
type SumCarry = {
  0: { 0: None; 1: Above8; 2: Above7; 3: Above6; 4: Above5; 5: Above4; 6: Above3; 7: Above2; 8: Above1; 9: Above0 }
  1: { 0: Above8; 1: Above7; 2: Above6; 3: Above5; 4: Above4; 5: Above3; 6: Above2; 7: Above1; 8: Above0; 9: All }
}

/** The ones of [debt][a][b] of a − b, and what is owed. */
type DifferenceOnes = {
  0: { 0: Down0; 1: Down1; 2: Down2; 3: Down3; 4: Down4; 5: Down5; 6: Down6; 7: Down7; 8: Down8; 9: Down9 }
  1: { 0: Down9; 1: Down0; 2: Down1; 3: Down2; 4: Down3; 5: Down4; 6: Down5; 7: Down6; 8: Down7; 9: Down8 }
}
type DifferenceDebt = {
  0: { 0: Above0; 1: Above1; 2: Above2; 3: Above3; 4: Above4; 5: Above5; 6: Above6; 7: Above7; 8: Above8; 9: None }
  1: { 0: All; 1: Above0; 2: Above1; 3: Above2; 4: Above3; 5: Above4; 6: Above5; 7: Above6; 8: Above7; 9: Above8 }
}

// Up3[4] is the ones of 3 + 4, Down3[4] the ones of 13 − 4, and Above3[4] is 1 because 4 is above 3.
type Up0 = { 0: 0; 1: 1; 2: 2; 3: 3; 4: 4; 5: 5; 6: 6; 7: 7; 8: 8; 9: 9 }
type Up1 = { 0: 1; 1: 2; 2: 3; 3: 4; 4: 5; 5: 6; 6: 7; 7: 8; 8: 9; 9: 0 }
type Up2 = { 0: 2; 1: 3; 2: 4; 3: 5; 4: 6; 5: 7; 6: 8; 7: 9; 8: 0; 9: 1 }
type Up3 = { 0: 3; 1: 4; 2: 5; 3: 6; 4: 7; 5: 8; 6: 9; 7: 0; 8: 1; 9: 2 }
type Up4 = { 0: 4; 1: 5; 2: 6; 3: 7; 4: 8; 5: 9; 6: 0; 7: 1; 8: 2; 9: 3 }
type Up5 = { 0: 5; 1: 6; 2: 7; 3: 8; 4: 9; 5: 0; 6: 1; 7: 2; 8: 3; 9: 4 }
type Up6 = { 0: 6; 1: 7; 2: 8; 3: 9; 4: 0; 5: 1; 6: 2; 7: 3; 8: 4; 9: 5 }
type Up7 = { 0: 7; 1: 8; 2: 9; 3: 0; 4: 1; 5: 2; 6: 3; 7: 4; 8: 5; 9: 6 }
type Up8 = { 0: 8; 1: 9; 2: 0; 3: 1; 4: 2; 5: 3; 6: 4; 7: 5; 8: 6; 9: 7 }
type Up9 = { 0: 9; 1: 0; 2: 1; 3: 2; 4: 3; 5: 4; 6: 5; 7: 6; 8: 7; 9: 8 }
type Down0 = { 0: 0; 1: 9; 2: 8; 3: 7; 4: 6; 5: 5; 6: 4; 7: 3; 8: 2; 9: 1 }
type Down1 = { 0: 1; 1: 0; 2: 9; 3: 8; 4: 7; 5: 6; 6: 5; 7: 4; 8: 3; 9: 2 }
type Down2 = { 0: 2; 1: 1; 2: 0; 3: 9; 4: 8; 5: 7; 6: 6; 7: 5; 8: 4; 9: 3 }
type Down3 = { 0: 3; 1: 2; 2: 1; 3: 0; 4: 9; 5: 8; 6: 7; 7: 6; 8: 5; 9: 4 }
type Down4 = { 0: 4; 1: 3; 2: 2; 3: 1; 4: 0; 5: 9; 6: 8; 7: 7; 8: 6; 9: 5 }
type Down5 = { 0: 5; 1: 4; 2: 3; 3: 2; 4: 1; 5: 0; 6: 9; 7: 8; 8: 7; 9: 6 }
type Down6 = { 0: 6; 1: 5; 2: 4; 3: 3; 4: 2; 5: 1; 6: 0; 7: 9; 8: 8; 9: 7 }
type Down7 = { 0: 7; 1: 6; 2: 5; 3: 4; 4: 3; 5: 2; 6: 1; 7: 0; 8: 9; 9: 8 }
type Down8 = { 0: 8; 1: 7; 2: 6; 3: 5; 4: 4; 5: 3; 6: 2; 7: 1; 8: 0; 9: 9 }
type Down9 = { 0: 9; 1: 8; 2: 7; 3: 6; 4: 5; 5: 4; 6: 3; 7: 2; 8: 1; 9: 0 }
type Above0 = { 0: 0; 1: 1; 2: 1; 3: 1; 4: 1; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above1 = { 0: 0; 1: 0; 2: 1; 3: 1; 4: 1; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above2 = { 0: 0; 1: 0; 2: 0; 3: 1; 4: 1; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above3 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 1; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above4 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above5 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 0; 6: 1; 7: 1; 8: 1; 9: 1 }
type Above6 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 0; 6: 0; 7: 1; 8: 1; 9: 1 }
type Above7 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 0; 6: 0; 7: 0; 8: 1; 9: 1 }
type Above8 = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 0; 6: 0; 7: 0; 8: 0; 9: 1 }
type All = { 0: 1; 1: 1; 2: 1; 3: 1; 4: 1; 5: 1; 6: 1; 7: 1; 8: 1; 9: 1 }
type None = { 0: 0; 1: 0; 2: 0; 3: 0; 4: 0; 5: 0; 6: 0; 7: 0; 8: 0; 9: 0 }
