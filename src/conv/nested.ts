// Nested arrays of numbers as one flat block with a shape, and back: what the loops compute on.
// Rule: a block is float64 and row-major (the last axis moves fastest); nested arrays that are not regular are refused on the
// way in, by the place that differs.
import { listed } from './shape.ts'

/** Numbers nested to any depth: a number, a row, a matrix, a volume … */
export type Nested = number | readonly Nested[]

/** Numbers with a shape. `values[i·strides]` is row-major; the product of the shape is their count. */
export interface Block {
  readonly shape: readonly number[]
  readonly values: Float64Array
}

/** A block of zeros. */
export function zeroBlock(shape: readonly number[]): Block {
  return { shape, values: new Float64Array(sizeOf(shape)) }
}

/** How many elements a shape has. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/**
 * Nested arrays as a block. Throws a TypeError for what is no array of numbers, has an empty axis, or is ragged.
 *
 *     blockOf([[0, 1, 2], [3, 4, 5]], 'X')  →  { shape: [2, 3], values: 0 … 5 }
 */
export function blockOf(nested: Nested, name: string): Block {
  const shape: number[] = []
  for (let inner: Nested | undefined = nested; Array.isArray(inner); inner = inner[0]) shape.push(inner.length)
  if (shape.length === 0 || shape.includes(0)) {
    const readable = typeof nested === 'object' && nested !== null && 'arraySync' in nested
    const remedy = readable ? `Give ${name}.arraySync().` : 'Give numbers in arrays, such as [[0, 1], [2, 3]].'
    throw new TypeError(`${name} is ${described(nested)}. ${remedy}`)
  }
  const block = zeroBlock(shape)
  let position = 0
  const copy = (part: Nested, place: string, axis: number): void => {
    if (axis === shape.length) {
      if (typeof part !== 'number')
        throw new TypeError(`${place} is ${described(part)}, not a number. Put numbers only.`)
      block.values[position++] = part
      return
    }
    if (!Array.isArray(part) || part.length !== shape[axis])
      throw new TypeError(raggedMessage(part, place, shape[axis]!))
    // Not forEach, which passes over the holes of new Array(3).
    for (let index = 0; index < part.length; index++) copy(part[index]!, `${place}[${index}]`, axis + 1)
  }
  copy(nested, name, 0)
  return block
}

/** A block as nested arrays of its own. */
export function nestedOf(block: Block): NestedArray {
  return part(block.values, block.shape)
}

/** Nested arrays that may be changed. */
export type NestedArray = number[] | NestedArray[]

/** Four nested axes of their own. */
export function fourAxes(shape: readonly number[], values: Float64Array): number[][][][] {
  return Array.from({ length: shape[0]! }, (_, i) =>
    Array.from({ length: shape[1]! }, (_, j) => {
      const size = shape[2]! * shape[3]!
      const first = (i * shape[1]! + j) * size
      return rowsOf(values.subarray(first, first + size), shape[3]!)
    }),
  )
}

/** Rows of `width` numbers each. */
export function rowsOf(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    Array.from(values.subarray(row * width, (row + 1) * width)),
  )
}

function part(values: Float64Array, shape: readonly number[]): NestedArray {
  const [count = 0, ...inner] = shape
  if (inner.length === 0) return Array.from(values)
  const size = values.length / count
  return Array.from({ length: count }, (_, index) => part(values.subarray(index * size, (index + 1) * size), inner))
}

function raggedMessage(part: Nested, place: string, expected: number): string {
  if (!Array.isArray(part)) return `${place} is ${described(part)}, its neighbours are arrays. Nest all equally deep.`
  return `${place} has ${part.length} elements, its neighbours have ${expected}. Make all equally long.`
}

function described(value: unknown): string {
  if (Array.isArray(value)) return `an array of shape ${listed(shapeOf(value))}`
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'bare object'}`
  return typeof value === 'string' ? `'${value}'` : String(value)
}

function shapeOf(value: readonly unknown[]): number[] {
  const [first] = value
  return [value.length, ...(Array.isArray(first) ? shapeOf(first) : [])]
}
