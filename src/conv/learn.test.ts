// Gradient descent on the edge image: the book's figures, replayed; and the same steps by TensorFlow.js.
import { describe, expect, it } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { conv2d, corr2d, flip } from './correlate.ts'
import { edgeImage } from './images.ts'
import { edge } from './kernels.ts'
import { learnKernel } from './learn.ts'
import { createRng } from './random.ts'
import { ShapeError } from './shape.ts'

const X = edgeImage()
const Y = corr2d(X, edge)
const learn = (init: number[][], options = {}) => learnKernel(X, Y, { init, lr: 0.03, steps: 10, ...options })
const rounded = (numbers: number[], digits: number) => numbers.map((value) => Number(value.toFixed(digits)))

describe('the sum of squares, learning rate 0.03, ten steps', () => {
  it('from zero', () => {
    const { kernel, history } = learn([[0, 0]])
    const losses = [12, 4.9152, 2.0133, 0.8246, 0.3378, 0.1384, 0.0567, 0.0232, 0.0095, 0.0039]
    expect(
      rounded(
        history.map((step) => step.loss),
        4,
      ),
    ).toEqual(losses)
    expect(rounded(kernel[0]!, 5)).toEqual([0.98847, -0.98847])
    expect(history.at(-1)).toEqual({ step: 10, loss: history[9]!.loss, kernel })
  })

  it("from the start behind the book's printed run", () => {
    const { kernel, history } = learn([[0.0377, 0.2147]])
    const printed = history.filter(({ step }) => step % 2 === 0).map((step) => step.loss)
    expect(rounded(printed, 3)).toEqual([6.435, 1.228, 0.267, 0.07, 0.022])
    expect(rounded(kernel[0]!, 4)).toEqual([1.001, -0.9739])
  })

  it.each([
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ])('from the corner (%d, %d) of U[0, 1) it comes within 0.1189', (left, right) => {
    const [first, second] = learn([[left, right]]).kernel[0]!
    expect(Math.max(Math.abs(first! - 1), Math.abs(second! + 1))).toBeLessThan(0.11891)
  })
})

it('the mean of squares needs 42 times the learning rate', () => {
  expect(rounded(learn([[0, 0]], { reduction: 'mean' }).kernel[0]!, 5)).toEqual([0.08248, -0.08248])
  const faster = learn([[0, 0]], { reduction: 'mean', lr: 0.03 * 42 }).kernel[0]!
  expect(rounded(faster, 10)).toEqual(rounded(learn([[0, 0]]).kernel[0]!, 10))
})

it('a learning rate above 1/30 diverges', () => {
  const { history } = learn([[0.3, 0.4]], { lr: 0.1 })
  expect(history.at(-1)!.loss).toBeGreaterThan(1e13)
})

it('convolution learns the turned kernel with the same losses', () => {
  const init = createRng(32).matrix(2, 3)
  const target = corr2d(X, [
    [1, 0, -1],
    [2, 0, 1],
  ])
  const correlation = learnKernel(X, target, { init, lr: 0.003, steps: 20 })
  const convolution = learnKernel(X, target, { init: flip(init), lr: 0.003, steps: 20, operation: 'convolution' })
  correlation.history.forEach(({ loss }, index) => {
    expect(convolution.history[index]!.loss).toBeCloseTo(loss, 10)
  })
  expect(rounded(flip(convolution.kernel).flat(), 10)).toEqual(rounded(correlation.kernel.flat(), 10))
  expect(conv2d(X, convolution.kernel).length).toBe(target.length)
})

it('takes the same steps as automatic differentiation', () => {
  const weight = tf.variable(tf.tensor2d([[0.0377, 0.2147]]))
  const image = tf.tensor2d(X)
  const target = tf.tensor2d(Y)
  const optimizer = tf.train.sgd(0.03)
  for (const { loss } of learn([[0.0377, 0.2147]]).history) {
    const cost = optimizer.minimize(() => corr2d(image, weight).sub(target).square().sum().asScalar(), true)
    expect(cost!.arraySync()).toBeCloseTo(loss, 4)
  }
})

describe('refusals', () => {
  it('a target of another size', () => {
    const wrong = () => learnKernel(X, X, { init: [[0, 0]], lr: 0.03, steps: 10 })
    expect(wrong).toThrow(ShapeError)
    expect(wrong).toThrow("Y is [6, 8], but this kernel turns X into [6, 7]. Make Y with a kernel of init's size.")
  })

  it('a learning rate of 0, and no steps', () => {
    expect(() => learn([[0, 0]], { lr: 0 })).toThrow('The learning rate is 0.')
    expect(() => learn([[0, 0]], { steps: 0 })).toThrow('The number of steps is 0.')
  })
})
