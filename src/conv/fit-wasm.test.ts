// The same learning on WebAssembly: the numbers that TensorFlow gives, to float32's rounding.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('a modern LeNet takes the same steps as on TensorFlow', async () => {
  process.env.TENSORCELL_HOME = mkdtempSync(join(tmpdir(), 'tensorcell-wasm-'))
  const [{ createRng, evaluate, fit, lenet }, { digits }, { backend, tf }] = await Promise.all([
    import('../conv.ts'),
    import('../data.ts'),
    import('../native/tensorflow.ts'),
  ])
  expect(backend.name).toBe('wasm')
  const { train, test } = digits({ train: 100, test: 20 })
  const rng = createRng(0)
  const model = lenet({ rng, modern: true })
  const { steps } = await fit(model, train, { epochs: 1, batchSize: 25, optimizer: tf.train.adam(0.002), rng })
  const onTensorFlow = [3.003861, 2.385606, 2.697902, 2.373056]
  for (const [index, { loss }] of steps.entries()) expect(loss).toBeCloseTo(onTensorFlow[index]!, 4)
  expect(evaluate(model, test).loss).toBeCloseTo(2.278837, 4)
})
