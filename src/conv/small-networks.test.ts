// The small networks' sizes, and the one promise that can be shown without training.
// Rule: the numbers are those of COURSE 5-11.
import { expect, test } from 'vitest'
import { tf } from '../native/tensorflow.ts'
import { createRng } from './random.ts'
import { smallCnn, smallMlp } from './small-networks.ts'

const rng = createRng(0)

test('parameters of the three', () => {
  expect(smallMlp({ rng }).countParams()).toBe(50_890)
  expect(smallCnn({ rng, head: 'flatten' }).countParams()).toBe(5386)
  expect(smallCnn({ rng, head: 'global max' }).countParams()).toBe(1546)
})

test("a shift by the pooling's stride leaves the answer of the global maximum as it was", () => {
  const model = smallCnn({ rng, head: 'global max' })
  const spot = (column: number) =>
    tf.tensor4d(
      Array.from({ length: 784 }, (_, index) => (index === 14 * 28 + column ? 1 : 0)),
      [1, 28, 28, 1],
    )
  expect([...model.forward(spot(10)).dataSync()]).toEqual([...model.forward(spot(14)).dataSync()])
})

test('another head is refused', () => {
  expect(() => smallCnn({ rng, head: 'mean' as 'flatten' })).toThrow("There is no head 'mean'.")
})
