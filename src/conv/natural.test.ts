// Arithmetic in the types. `npx tsc` is what runs these: a wrong result is a type error.
import { expectTypeOf, it } from 'vitest'
import type { Add, DigitsOf, Divide, Multiply, NumberOf, Subtract } from './natural.ts'

type Plus<A, B> = NumberOf<Add<DigitsOf<A>, DigitsOf<B>>>
type Minus<A, B> = NumberOf<Subtract<DigitsOf<A>, DigitsOf<B>>>
type Times<A, B> = NumberOf<Multiply<DigitsOf<A>, DigitsOf<B>>>
type Over<A, B> = NumberOf<Divide<DigitsOf<A>, DigitsOf<B>>>

it('adds and carries', () => {
  expectTypeOf<[Plus<0, 0>, Plus<7, 8>, Plus<999, 1>, Plus<1, 999>, Plus<3000, 4000>]>().toEqualTypeOf<
    [0, 15, 1000, 1000, 7000]
  >()
})

it('subtracts and borrows; below zero is never', () => {
  expectTypeOf<[Minus<5, 5>, Minus<224, 7>, Minus<1000, 1>, Minus<102, 93>]>().toEqualTypeOf<[0, 217, 999, 9]>()
  expectTypeOf<Minus<3, 5>>().toEqualTypeOf<never>()
  expectTypeOf<Minus<9, 10>>().toEqualTypeOf<never>()
})

it('multiplies', () => {
  expectTypeOf<[Times<0, 7>, Times<7, 0>, Times<12, 12>, Times<224, 224>, Times<25088, 4096>]>().toEqualTypeOf<
    [0, 0, 144, 50176, 102760448]
  >()
})

it('divides and rounds down', () => {
  expectTypeOf<[Over<0, 3>, Over<5, 7>, Over<217, 2>, Over<223, 11>, Over<4000, 13>]>().toEqualTypeOf<
    [0, 0, 108, 20, 307]
  >()
})

it('gives number for what is no whole literal', () => {
  expectTypeOf<[Plus<number, 1>, Minus<1, number>, Times<1.5, 2>, Over<-4, 2>, Over<4, 0>]>().toEqualTypeOf<
    [number, number, number, number, number]
  >()
})

it('of several possible numbers gives several', () => {
  expectTypeOf<Plus<3 | 5, 1>>().toEqualTypeOf<4 | 6>()
})
