// Kernels made to measure: blurs, derivatives and Gabor filters of a size, a direction, a wavelength.
// Rule: for cross-correlation (not turned), frozen, with the sum that the docs promise: 1 keeps a flat region, 0 blackens it.
// Angles are in degrees, counter-clockwise from "to the right", as one looks at the image.
import { freeze, gaussian3, identity, sobelX, sobelY } from './kernels.ts'
import { requireWhole } from './shape.ts'
import type { Shaped, WithShape } from './shaped.ts'

/**
 * Blurs: the plain mean of `size` × `size` pixels. Sum 1. Throws a RangeError for a size that is no whole number.
 *
 * @example
 * ```ts
 * box(2) // → [[0.25, 0.25], [0.25, 0.25]]
 * ```
 */
export function box<const Size extends number>(size: Size): WithShape<number[][], [Size, Size]>
export function box(size: number) {
  requireWhole(size, 1, 'The size of the box')
  return grid(size, () => 1 / size ** 2)
}

/**
 * Blurs with a Gaussian bell of standard deviation `sigma`, in pixels; 6 · sigma is a good size. Sum 1. Separable: a row
 * times a column. Throws a RangeError for a size that is no whole number, or a sigma that is not positive.
 *
 * @example
 * ```ts
 * gaussian(3, 1)[1] // → [0.1238…, 0.2041…, 0.1238…]
 * ```
 */
export function gaussian<const Size extends number>(size: Size, sigma: number): WithShape<number[][], [Size, Size]>
export function gaussian(size: number, sigma: number) {
  requireWhole(size, 1, 'The size of the Gaussian')
  requirePositive(sigma, 'sigma')
  return toSum(grid(size, (down, right) => bell(down, right, sigma)))
}

/**
 * Blurs along a line through the middle, as a moving camera does. Sum 1. Throws a RangeError for a size that is not odd.
 *
 * @example
 * ```ts
 * motionBlur(3, 0) // → [[0, 0, 0], [1 / 3, 1 / 3, 1 / 3], [0, 0, 0]]
 * ```
 */
export function motionBlur<const Size extends number>(size: Size, degrees: number): WithShape<number[][], [Size, Size]>
export function motionBlur(size: number, degrees: number) {
  requireOdd(size, 'The size of the motion blur')
  const [right, up] = direction(degrees)
  const reach = (size - 1) / 2
  const nearest = (down: number, across: number) => {
    const along = across * right - down * up
    const aside = across * up + down * right
    return Math.max(0, 1 - Math.abs(aside)) * Math.min(1, Math.max(0, reach + 1 - Math.abs(along)))
  }
  return toSum(grid(size, nearest))
}

/**
 * Sharpens by `amount`: the image plus that much of what a Gaussian blur takes away (unsharp masking). Sum 1. Throws a
 * RangeError for an amount that is no finite number.
 *
 * @example
 * ```ts
 * unsharp(1)[0] // → [-0.0625, -0.125, -0.0625]
 * ```
 */
export function unsharp(amount: number): Shaped<number[][], [3, 3]> {
  requireFinite(amount, 'The amount')
  return freeze(identity.map((row, i) => row.map((one, j) => one + amount * (one - gaussian3[i]![j]!))))
}

/**
 * The slope in the direction [down, right] for each pixel of way: that of Sobel's kernels, with a unit slope giving 1. Sum 0.
 * Throws a RangeError for a direction that is no finite number.
 *
 * @example
 * ```ts
 * directional([0, 1]) // → [[-0.125, 0, 0.125], [-0.25, 0, 0.25], [-0.125, 0, 0.125]]
 * ```
 */
export function directional([down, right]: readonly [down: number, right: number]): Shaped<number[][], [3, 3]> {
  requireFinite(down, 'The way down')
  requireFinite(right, 'The way to the right')
  return freeze(sobelX.map((row, i) => row.map((value, j) => (right * value + down * sobelY[i]![j]!) / 8)))
}

/**
 * The `order`-th finite difference along a row, [[−1, 1]] for the first: the slope for each pixel. Needs order + 1 elements;
 * no shorter kernel will do. Sum 0. Throws a RangeError for an order that is no whole number from 1 to 50.
 *
 * @example
 * ```ts
 * derivative(2) // → [[1, -2, 1]]
 * ```
 */
export function derivative(order: number): number[][] {
  requireWhole(order, 1, 'The order of the derivative')
  if (order > 50)
    throw new RangeError(`The order of the derivative is ${order}. Use at most 50; beyond, float64 loses digits.`)
  const differences = Array.from({ length: order }).reduce<number[]>(
    (row) => [...row, 0].map((value, index) => (row[index - 1] ?? 0) - value),
    [1],
  )
  return freeze([differences])
}

/** A Gabor filter: waves under a bell. */
export interface GaborOptions {
  /** Rows and columns; odd. */
  size: number
  /** Pixels from crest to crest. */
  wavelength: number
  /** Where the waves run to; 0 (to the right: vertical stripes) unless told. */
  degrees?: number
  /** Standard deviation of the bell in pixels; half the wavelength unless told. */
  sigma?: number
  /** 0 for a bright line in the middle (unless told), 90 for an edge. */
  phaseDegrees?: number
}

/**
 * Finds stripes of one width and direction: a wave under a Gaussian bell, less so much of the bell that the sum is 0. Cells of
 * the visual cortex respond like that (Marčelja 1980), and so do the first kernels that networks learn from photographs.
 *
 * Throws a RangeError for an even size or a wavelength or sigma that is not positive.
 *
 * @example
 * ```ts
 * const stripes = gabor({ size: 9, wavelength: 4 })
 * stripes[4][4] > 0 && stripes[4][2] < 0 // → true
 * ```
 */
export function gabor(options: GaborOptions): number[][] {
  const { size, wavelength, degrees = 0, sigma = wavelength / 2, phaseDegrees = 0 } = options
  requireOdd(size, 'The size of the Gabor filter')
  requirePositive(wavelength, 'The wavelength')
  requirePositive(sigma, 'sigma')
  requireFinite(phaseDegrees, 'The phase')
  const [right, up] = direction(degrees)
  const window = grid(size, (down, across) => bell(down, across, sigma))
  const wave = grid(size, (down, across) =>
    Math.cos((2 * Math.PI * (across * right - down * up)) / wavelength + (phaseDegrees * Math.PI) / 180),
  )
  const product = window.map((row, i) => row.map((weight, j) => weight * wave[i]![j]!))
  const excess = sumOf(product) / sumOf(window)
  return freeze(product.map((row, i) => row.map((value, j) => value - excess * window[i]![j]!)))
}

/** A square kernel from a function of the way down and to the right from its middle. */
function grid(size: number, valueAt: (down: number, right: number) => number): number[][] {
  const middle = (size - 1) / 2
  return freeze(
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => valueAt(i - middle, j - middle))),
  )
}

function bell(down: number, right: number, sigma: number): number {
  return Math.exp(-(down ** 2 + right ** 2) / (2 * sigma ** 2))
}

/** [to the right, up] of length 1, exact for right angles. */
function direction(degrees: number): [right: number, up: number] {
  requireFinite(degrees, 'The angle')
  const angle = (degrees * Math.PI) / 180
  const tidy = (value: number) => (Math.abs(value) < 1e-15 ? 0 : value)
  return [tidy(Math.cos(angle)), tidy(Math.sin(angle))]
}

function toSum(kernel: number[][]): number[][] {
  const sum = sumOf(kernel)
  return freeze(kernel.map((row) => row.map((value) => value / sum)))
}

function sumOf(kernel: number[][]): number {
  return kernel.flat().reduce((sum, value) => sum + value, 0)
}

function requireOdd(size: number, name: string): void {
  requireWhole(size, 1, name)
  if (size % 2 === 0) throw new RangeError(`${name} is ${size}. Use an odd one, so that it has a middle.`)
}

function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}. Use a positive number.`)
}

function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}. Use a finite number.`)
}
