// How long the kernel's type checker takes for lesson cells whose shapes are types: the bound is 60 ms a cell.
//     npm run build && node bench/shape-types.mjs
// Rule: a new checker for each run, cells in the order of a lesson, a pause between them as a reader makes; the fastest and the
// middle run count, and only a quiet machine's numbers are worth quoting.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Checker } from '../dist/language/checker.js'
import { surroundingsOf } from '../dist/runtime/surroundings.js'

const cells = {
  'import of TensorFlow.js': `import * as tf from '@tensorflow/tfjs-node'\ntf.zeros([3, 3]).print()`,
  'import of conv and data': `import * as conv from 'tensorcell/conv'
import { photograph } from 'tensorcell/data'
const { corr2d, zeros, sobelX, Sequential, Conv2D, ReLU, AvgPool2D, Flatten, Dense } = conv
const rng = conv.createRng(0)`,
  'no shapes': 'const a = 1 + 1\nconsole.log(a)',
  'plain arrays': 'const X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]\nconsole.log(corr2d(X, X)[0])',
  'corr2d of zeros': `const Y = corr2d(zeros([6, 8]), zeros([1, 2]))
const Z = corr2d(zeros([224, 224]), zeros([7, 7]), { stride: 2, padding: 3 })
console.log(Y[0], Z[0])`,
  'corr2d that does not fit': 'corr2d(zeros([3, 3]), zeros([5, 2]))',
  'corr2d of a photograph': `const edges = corr2d(photograph('boats'), sobelX)\nconsole.log(edges[0])`,
  LeNet: `const model = new Sequential([28, 28, 1], [
  new Conv2D({ kernelSize: 5, outChannels: 6, padding: 2, rng }), new ReLU(), new AvgPool2D(2),
  new Conv2D({ kernelSize: 5, inChannels: 6, outChannels: 16, rng }), new ReLU(), new AvgPool2D(2), new Flatten(),
  new Dense({ inputs: 400, units: 120, rng }), new ReLU(), new Dense({ inputs: 120, units: 84, rng }), new ReLU(),
  new Dense({ inputs: 84, units: 10, rng }),
])`,
  'Sequential that does not fit': `new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 400, units: 10, rng })])`,
  'a result of before': 'console.log(model.outputShape[0], edges.length)',
  'no shapes again': 'const b = 1 + 1\nconsole.log(b)',
}

const runs = 9
const times = Object.fromEntries(Object.keys(cells).map((name) => [name, []]))
const folder = mkdtempSync(join(tmpdir(), 'tensorcell-bench-'))
for (let run = 0; run < runs; run++) {
  const checker = new Checker(folder, surroundingsOf(folder))
  for (const [name, code] of Object.entries(cells)) {
    await setTimeout(200)
    const start = performance.now()
    await checker.check(code)
    times[name].push(performance.now() - start)
  }
  checker.stop()
}
rmSync(folder, { recursive: true })
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = all.sort((one, other) => one - other).map(Math.round)
      return [name, { 'fastest, ms': sorted[0], 'middle, ms': sorted[(runs - 1) / 2] }]
    }),
  ),
)
process.exit(0)
