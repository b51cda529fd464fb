// The theory against the book's printed run, against the steps that are really taken, and against the definition of eigenvalues.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conv2d, corr2d } from './correlate.ts'
import { edgeImage } from './images.ts'
import { edge, sobelX } from './kernels.ts'
import { learnKernel } from './learn.ts'
import { learningTheory } from './learning-theory.ts'
import { createRng } from './random.ts'
import type { Matrix } from './shape.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

const X = edgeImage()
const Y = corr2d(X, edge)
const theory = learningTheory(X, Y, { kernelSize: [1, 2] })

function expectClose(actual: Matrix, expected: Matrix, digits = 10): void {
  actual.flat().forEach((value, index) => {
    expect(value).toBeCloseTo(expected.flat()[index]!, digits)
  })
}

describe('the edge image', () => {
  it('has the curvatures 60 and 12, the limit 1/30 and the best rate 1/36', () => {
    expect(theory.gram).toEqual([
      [18, 12],
      [12, 18],
    ])
    expectClose([theory.curvatures], [[60, 12]])
    expect(theory.largestLr).toBeCloseTo(1 / 30, 14)
    expect(theory.bestLr).toBeCloseTo(1 / 36, 14)
    expectClose(theory.optimum, edge)
    expect(theory.leastLoss).toBeCloseTo(0, 20)
  })

  it('recovers the start of the printed run, and from it the printed losses', () => {
    const start = theory.recoverInit([[1.001, -0.9739]], 0.03, 10)
    expectClose(start, [[0.0377, 0.2147]], 4)
    const losses = theory.predict(start, 0.03, 10).map(({ loss }) => loss)
    expect([1, 3, 5, 7, 9].map((index) => losses[index]!.toFixed(3))).toEqual([
      '6.436',
      '1.228',
      '0.267',
      '0.070',
      '0.022',
    ])
  })

  it('the limit is where the measured loss turns from falling to growing', () => {
    const lossAt = (lr: number) => learnKernel(X, Y, { init: [[0.3, 0.4]], lr, steps: 2000 }).history[1999]!.loss
    expect(lossAt(theory.largestLr * 0.99)).toBeLessThan(1e-12)
    expect(lossAt(theory.largestLr * 1.01)).toBeGreaterThan(1e12)
  })

  it('with the mean the curvatures are 42 times smaller', () => {
    const mean = learningTheory(X, Y, { kernelSize: [1, 2], reduction: 'mean' })
    expectClose([mean.curvatures], [[60 / 42, 12 / 42]])
    expectClose(mean.optimum, edge)
  })
})

it.each([
  { reduction: 'sum', operation: 'correlation' },
  { reduction: 'mean', operation: 'correlation' },
  { reduction: 'sum', operation: 'convolution' },
] as const)('predicts every step of %j', (options) => {
  const rng = createRng(6)
  const noise = rng.matrix(9, 9, -1, 1)
  const target = corr2d(noise, sobelX).map((row) => row.map((value) => value + rng.normal(0, 0.1)))
  const init = rng.matrix(3, 3, -1, 1)
  const made = learningTheory(noise, target, { kernelSize: [3, 3], ...options })
  const measured = learnKernel(noise, target, { init, lr: made.bestLr, steps: 25, ...options })
  const predicted = made.predict(init, made.bestLr, 25)
  predicted.forEach(({ step, loss, kernel }, index) => {
    expect(step).toBe(measured.history[index]!.step)
    expect(loss).toBeCloseTo(measured.history[index]!.loss, 9)
    expectClose(kernel, measured.history[index]!.kernel, 9)
  })
  expectClose(made.recoverInit(measured.history[2]!.kernel, made.bestLr, 3), init, 6)
  expect(made.leastLoss).toBeGreaterThan(0)
})

it('of many best kernels takes the shortest, and leaves flat directions where they started', () => {
  const stripes = Array.from({ length: 4 }, () => [1, 1, 1, 1])
  const made = learningTheory(stripes, corr2d(stripes, [[1, 1]]), { kernelSize: [1, 2] })
  expectClose([made.curvatures], [[48, 0]])
  expectClose(made.optimum, [[1, 1]])
  expectClose(made.predict([[3, 1]], made.bestLr, 1)[0]!.kernel, [[2, 0]])
  expect(conv2d(stripes, [[2, 0]])).toEqual(corr2d(stripes, [[1, 1]]))
})

it('eigenpairs satisfy A v = λ v, are perpendicular, and come largest first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (size, seed) => {
      const half = createRng(seed).matrix(size, size, -1, 1)
      const A = half.map((row, i) => row.map((value, j) => value + half[j]![i]!))
      const pairs = symmetricEigen(A)
      for (const { value, vector } of pairs) {
        const image = A.map((row) => row.reduce((sum, entry, j) => sum + entry * vector[j]!, 0))
        expectClose([image], [vector.map((entry) => value * entry)])
      }
      const products = pairs.map((left) =>
        pairs.map((right) => left.vector.reduce((s, v, i) => s + v * right.vector[i]!, 0)),
      )
      expectClose(
        products,
        A.map((_, i) => A.map((__, j) => (i === j ? 1 : 0))),
      )
      expect(pairs.map(({ value }) => value)).toEqual(pairs.map(({ value }) => value).sort((a, b) => b - a))
    }),
  )
})

it.each<[string, () => unknown]>([
  ['Y is [6, 8], but a kernel [1, 2] turns X into [6, 7].', () => learningTheory(X, X, { kernelSize: [1, 2] })],
  ['The kernel [7, 2] does not fit', () => learningTheory(X, Y, { kernelSize: [7, 2] })],
  ['X is 0 everywhere', () => learningTheory([[0, 0]], [[0, 0]], { kernelSize: [1, 1] })],
  [
    'init is [2, 2], the theory is for a kernel [1, 2].',
    () =>
      theory.predict(
        [
          [1, 2],
          [3, 4],
        ],
        0.03,
        10,
      ),
  ],
  ['The learning rate is 0.', () => theory.predict([[0, 0]], 0, 10)],
  ['The number of steps is 0.', () => theory.recoverInit([[0, 0]], 0.03, 0)],
  [
    'After 100 steps at 0.03 nothing is left of the start along the curvature 12.0',
    () => theory.recoverInit(edge, 0.03, 100),
  ],
])('refuses: %s', (message, action) => {
  expect(action).toThrow(message)
})
