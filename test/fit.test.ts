// Learning in a notebook, from the front end's side: one display that is kept up to date, and Stop.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FrontEnd, prints } from './front-end.ts'

let frontEnd: FrontEnd

beforeAll(async () => {
  frontEnd = await FrontEnd.start()
  await frontEnd.run(`import { createRng, Dense, fit, Sequential } from 'tensorcell/conv'
import { newDisplay } from 'tensorcell'
import * as tf from '@tensorflow/tfjs-node'
const rng = createRng(0)
const model = new Sequential([1], [new Dense({ inputs: 1, units: 2, rng })])
const train = { images: new Float32Array([-2, -1, 1, 2]), shape: [4, 1], labels: [0, 0, 1, 1] }
const options = { batchSize: 2, optimizer: tf.train.sgd(0.5), rng }`)
})

afterAll(() => frontEnd.stop())

it('shows its progress in one display, with curves', async () => {
  const seen = await frontEnd.run(
    'const history = await fit(model, train, { ...options, epochs: 3, onProgress: newDisplay() })',
  )
  expect(seen[0]).toMatch(/^display html <div>epoch [12]\/3 · step \d\/6 · loss 0\.\d{4} · accuracy 1\.000</)
  expect(seen.slice(1).every((line) => line.startsWith('update html <div>epoch '))).toBe(true)
  expect(seen.at(-1)).toMatch(/^update html <div>epoch 3\/3 · loss 0\.\d{4} · accuracy 1\.000</)
  const shown = frontEnd.heard.flatMap(({ type, content }) =>
    type === 'display_data' || type === 'update_display_data' ? [content] : [],
  )
  expect(new Set(shown.map(({ transient }) => transient?.display_id)).size).toBe(1)
  expect(shown.at(-1)!.data['text/html']).toContain('<svg')
})

it('ends when the cell is stopped', async () => {
  const endless = `let reports = 0
await fit(model, train, { ...options, epochs: 1e6, onProgress: () => { if (reports++ === 30) console.log('learns') } })`
  expect(await frontEnd.runAndStop(endless, prints('learns'))).toEqual([
    'stdout learns\n',
    'Interrupted The cell was stopped.',
  ])
  await frontEnd.run('await new Promise((r) => setTimeout(r, 50)); const before = reports')
  expect(await frontEnd.run('await new Promise((r) => setTimeout(r, 200)); reports - before')).toEqual(['result 0'])
})
