// Arrays and tensors whose shape the types know, down to the size of each axis.
// Rule: a shape in a type is a promise of whoever made the value; a plain `number[][]` or tensor is one of unknown sizes, so that
// everything takes both, and a size that no one knows is `number`.
import type * as tfjs from '@tensorflow/tfjs'
import { requireWhole } from './shape.ts'

/** The key under which a type holds its shape; there is no such property when it runs. */
declare const shape: unique symbol

/** A `T` of shape `S`: `Shaped<number[][], [3, 3]>` is a matrix of three rows and three columns. */
export type Shaped<T, S extends readonly number[]> = T & { readonly [shape]?: S }

/** The sizes of an array, nested to any depth, or of a tensor: literals where they are known, `number` elsewhere. */
export type ShapeOf<X> = typeof shape extends keyof X
  ? NonNullable<X[typeof shape]>
  : X extends readonly (infer Inner)[]
    ? ShapeOf<Inner> extends infer Sizes extends readonly number[]
      ? [X['length'], ...Sizes]
      : never
    : X extends tfjs.Tensor<infer Rank>
      ? tfjs.ShapeMap[Rank]
      : []

/** `T`, with its shape where at least one size is known. */
export type WithShape<T, S> = S extends readonly number[] ? (AllUnknown<S> extends true ? T : Shaped<T, S>) : T

/** Sizes of one to five axes. */
export type Sizes =
  | readonly [number]
  | readonly [number, number]
  | readonly [number, number, number]
  | readonly [number, number, number, number]
  | readonly [number, number, number, number, number]

/**
 * An array of zeros of the shape [size, …], one to five axes. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * zeros([2, 3]) // → [[0, 0, 0], [0, 0, 0]]
 * ```
 */
export function zeros<const S extends Sizes>(shape: S): WithShape<Nested<S>, Plain<S>> {
  return filled(shape, 0)
}

/**
 * An array of ones of the shape [size, …], one to five axes. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * ones([3]) // → [1, 1, 1]
 * ```
 */
export function ones<const S extends Sizes>(shape: S): WithShape<Nested<S>, Plain<S>> {
  return filled(shape, 1)
}

function filled<S extends Sizes>(shape: S, value: number): WithShape<Nested<S>, Plain<S>> {
  shape.forEach((size, axis) => {
    requireWhole(size, 1, `Size ${axis} of the shape`)
  })
  const nested = ([size, ...inner]: readonly number[]): unknown =>
    size === undefined ? value : Array.from({ length: size }, () => nested(inner))
  // Nested as deep as the shape is long, which the types cannot follow.
  return nested(shape) as WithShape<Nested<S>, Plain<S>>
}

type Nested<S extends Sizes> = [
  number,
  number[],
  number[][],
  number[][][],
  number[][][][],
  number[][][][][],
][S['length']]

/** The same sizes without `readonly`. */
type Plain<S extends Sizes> = { -readonly [Axis in keyof S]: S[Axis] }

type AllUnknown<S> = S extends readonly [infer Size, ...infer Rest]
  ? number extends Size
    ? AllUnknown<Rest>
    : false
  : true
