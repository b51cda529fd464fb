// The reference: cross-correlation as loops in float64, and its gradients.
// Rule: `eachProduct` is the one place that says which input element meets which kernel element for which output; forward,
// gradients and the dense picture are one line each on top of it.
import type { Correlation } from './correlation.ts'
import { eachElement } from './elements.ts'
import { sizeOf } from './nested.ts'

/** Y[y] = Σ K[k]·X[x] over the products of the plan. X, K and the result are flat and row-major, channels last. */
export function correlateByLoops(plan: Correlation, X: Float64Array, K: Float64Array): Float64Array {
  const Y = new Float64Array(sizeOf(plan.outputShape))
  eachProduct(plan, (y, x, k) => {
    Y[y]! += K[k]! * X[x]!
  })
  return Y
}

/** What a small change of X and of K does to Σ Y·dY: each product hands its share to both of its factors. */
export function gradientsByLoops(
  plan: Correlation,
  X: Float64Array,
  K: Float64Array,
  dY: Float64Array,
): { X: Float64Array; K: Float64Array } {
  const gradients = { X: new Float64Array(X.length), K: new Float64Array(K.length) }
  eachProduct(plan, (y, x, k) => {
    gradients.X[x]! += K[k]! * dY[y]!
    gradients.K[k]! += X[x]! * dY[y]!
  })
  return gradients
}

/**
 * Calls `visit` for each product K[k]·X[x] that is added to Y[y]; positions are in the flat arrays. Padded zeros meet
 * nothing; elements that circular, reflected or replicated padding repeats meet the kernel more than once.
 */
export function eachProduct(plan: Correlation, visit: (y: number, x: number, k: number) => void): void {
  const { inChannels, outChannels, groups } = plan
  const [inEach, outEach] = [inChannels / groups, outChannels / groups]
  eachElement(plan, (place, pixel, tap) => {
    if (pixel < 0) return
    for (let out = 0; out < outChannels; out++) {
      const first = pixel * inChannels + Math.floor(out / outEach) * inEach
      for (let channel = 0; channel < inEach; channel++) {
        visit(place * outChannels + out, first + channel, (tap * inEach + channel) * outChannels + out)
      }
    }
  })
}
