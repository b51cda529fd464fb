// Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
// Rule: for matrices as small as a kernel's Gram matrix (a few dozen rows); accurate to rounding, no dependency.
import type { Matrix } from './shape.ts'

/** An eigenvalue with its eigenvector of length 1. */
export interface Eigenpair {
  value: number
  vector: number[]
}

/** Enough for matrices of hundreds of rows; convergence is quadratic and takes 5 to 10 sweeps (Golub and Van Loan 8.5). */
const mostSweeps = 60

/**
 * The eigenpairs of a symmetric matrix, largest value first. Each rotation empties one element off the diagonal.
 *
 *     symmetricEigen([[18, 12], [12, 18]])  →  30 with (1, 1)/√2, 6 with (1, −1)/√2
 */
export function symmetricEigen(matrix: Matrix): Eigenpair[] {
  const A = matrix.map((row) => [...row])
  const V = A.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
  const size = A.flat().reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(A) > 1e-30 * size; sweep++) {
    for (let p = 0; p < A.length; p++) {
      for (let q = p + 1; q < A.length; q++) rotate(A, V, p, q)
    }
  }
  return A.map((row, i) => ({ value: row[i]!, vector: V.map((line) => line[i]!) })).sort(
    (left, right) => right.value - left.value,
  )
}

/** Turns the plane (p, q) such that A[p][q] becomes 0, and the eigenvectors with it. */
function rotate(A: number[][], V: number[][], p: number, q: number): void {
  const coupling = A[p]![q]!
  if (coupling === 0) return
  const slope = (A[q]![q]! - A[p]![p]!) / (2 * coupling)
  const tangent = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.hypot(slope, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (const row of A) turn(row, p, q, cosine, sine)
  const [first, second] = [A[p]!, A[q]!]
  for (let j = 0; j < A.length; j++) {
    const [above, below] = [first[j]!, second[j]!]
    first[j] = cosine * above - sine * below
    second[j] = sine * above + cosine * below
  }
  for (const row of V) turn(row, p, q, cosine, sine)
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [left, right] = [row[p]!, row[q]!]
  row[p] = cosine * left - sine * right
  row[q] = sine * left + cosine * right
}

function offDiagonal(A: Matrix): number {
  return A.reduce((sum, row, i) => row.reduce((part, value, j) => (i === j ? part : part + value * value), sum), 0)
}
