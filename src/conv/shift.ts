// Shifting: the operation that equivariance and invariance are about.
// Rule: a positive shift moves the content towards larger indices (down, right); what leaves comes back on the other side, or
// zeros come in.
import { blockOf, type Nested, nestedOf, zeroBlock } from './nested.ts'
import type { Array3, Numbers, Row } from './operands.ts'
import { type Matrix, ShapeError } from './shape.ts'
import type { ShapeOf, WithShape } from './shaped.ts'

/** Whether what leaves comes back on the other side ('circular', unless told) or is lost ('zeros'). */
export interface ShiftOptions {
  paddingMode?: 'circular' | 'zeros'
}

/**
 * The series, image or volume moved by whole elements: Y[i + d] = X[i]. `by` has one number for each axis: [down, right] for
 * an image; negative numbers move up and left.
 *
 * Throws a ShapeError when `by` has another number of axes, a RangeError for a shift that is no whole number. Introduced in
 * notebooks/03-translation.
 *
 * @example
 * ```ts
 * shift([[1, 2, 3]], [0, 1]) // → [[3, 1, 2]]
 * shift([[1, 2, 3]], [0, 1], { paddingMode: 'zeros' }) // → [[0, 1, 2]]
 * shift([1, 2, 3], [-1]) // → [2, 3, 1]
 * ```
 */
export function shift<const X extends Row | Matrix | Array3>(
  X: X,
  by: readonly number[],
  options?: ShiftOptions,
): WithShape<Numbers<X>, ShapeOf<X>>
export function shift(X: Nested, by: readonly number[], options: ShiftOptions = {}) {
  const { shape, values } = blockOf(X, 'X')
  const mode = options.paddingMode ?? 'circular'
  if (mode !== 'circular' && mode !== 'zeros')
    throw new RangeError(`There is no shift in padding mode '${mode}'. Use 'circular' or 'zeros'.`)
  requireShift(by, shape.length)
  const shifted = zeroBlock(shape)
  values.forEach((value, index) => {
    const target = targetOf(index, shape, by, mode === 'circular')
    if (target >= 0) shifted.values[target] = value
  })
  return nestedOf(shifted)
}

/** Where the element at `index` lands, row-major; −1 outside. */
function targetOf(index: number, shape: readonly number[], by: readonly number[], circular: boolean): number {
  let [rest, target, stride] = [index, 0, 1]
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis]!
    const moved = (rest % size) + by[axis]!
    if (!circular && (moved < 0 || moved >= size)) return -1
    target += (((moved % size) + size) % size) * stride
    rest = Math.floor(rest / size)
    stride *= size
  }
  return target
}

function requireShift(by: readonly number[], axes: number): void {
  if (!Array.isArray(by) || by.length !== axes) {
    const given = Array.isArray(by) ? `has ${by.length} numbers` : `is ${String(by)}`
    throw new ShapeError(`X has ${axes} axes, the shift ${given}. Give a list of ${axes}, such as [0, 1].`)
  }
  for (const distance of by) {
    if (!Number.isSafeInteger(distance)) throw new RangeError(`The shift is ${distance}. Use whole numbers.`)
  }
}
