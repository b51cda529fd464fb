// A value as plain JSON: what may travel between the threads and to the front end.
// Rule: what JSON cannot hold is turned into what a front end can still draw, never into an error that loses a figure.
import { types } from 'node:util'

/**
 * A copy of `value` made of JSON values only: typed arrays become arrays, functions are dropped, NaN and Infinity become
 * null (a gap in a plot), a bigint becomes a number. Throws a TypeError if `value` contains itself.
 *
 *     toJson({ z: new Float32Array([0.1, NaN]), f() {} })  →  { z: [0.1, null] }
 */
export function toJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Float32Array) return Array.from(part, shortestFloat32)
    if (types.isTypedArray(part)) return Array.from<number | bigint>(part)
    return typeof part === 'bigint' ? Number(part) : part
  })
  return text === undefined ? null : JSON.parse(text)
}

/** The shortest decimal that is the same float32: 0.1, not 0.10000000149011612. Nine digits always suffice (IEEE 754). */
function shortestFloat32(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return Number(value.toPrecision(9))
}
