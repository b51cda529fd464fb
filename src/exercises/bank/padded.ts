// Padding by asking where each place of the padded image comes from: for exercises that tell kinds of padding apart.
// Rule: an index outside the image stands for a zero.

/** The index that is seen at a place of an axis of this length; a place before the border is negative. */
export type Place = (place: number, length: number) => number

/** `X` with `p` more rows and columns on each side. */
export function pad(X: number[][], p: number, seen: Place): number[][] {
  const places = (length: number) => Array.from({ length: length + 2 * p }, (_, index) => seen(index - p, length))
  return places(X.length).map((row) => places(X[0]!.length).map((column) => X[row]?.[column] ?? 0))
}
