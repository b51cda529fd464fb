// Three small networks for 28 × 28 digits, to compare what their architectures assume.
// Rule: they differ in the architecture alone: all start by `heNormal`, use ReLU, and give ten logits for `fit`.
import { ReLU } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { Dense, Flatten } from './dense-layer.ts'
import { heNormal } from './initializers.ts'
import { GlobalMaxPool2D, MaxPool2D } from './pooling-layers.ts'
import type { Rng } from './random.ts'
import { Sequential } from './sequential.ts'

/**
 * A multilayer perceptron 784-64-10, [n, 28, 28, 1] → [n, 10]: assumes nothing about which pixels are
 * neighbours. Never throws.
 *
 * @example
 * ```ts
 * smallMlp({ rng: createRng(0) }).countParams() // → 50_890
 * ```
 */
export function smallMlp({ rng }: { rng: Rng }): Sequential {
  return new Sequential(
    [28, 28, 1],
    [
      new Flatten(),
      new Dense({ inputs: 784, units: 64, initializer: heNormal, rng }),
      new ReLU(),
      new Dense({ inputs: 64, units: 10, initializer: heNormal, rng }),
    ],
  )
}

/**
 * Two convolutions and one dense layer, [n, 28, 28, 1] → [n, 10]: assumes that what matters is local and looks alike
 * everywhere. `head` says how the last maps become ten numbers: 'flatten' keeps where each thing was found,
 * 'global max' only whether it was, which makes the network nearly invariant to translation.
 *
 * Throws a RangeError for another head.
 *
 * @example
 * ```ts
 * smallCnn({ rng: createRng(0), head: 'flatten' }).countParams() // → 5386
 * smallCnn({ rng: createRng(0), head: 'global max' }).countParams() // → 1546
 * ```
 */
export function smallCnn({ rng, head }: { rng: Rng; head: 'flatten' | 'global max' }): Sequential {
  const features = [
    new Conv2D({ kernelSize: 5, outChannels: 8, initializer: heNormal, rng }),
    new ReLU(),
    new MaxPool2D(2),
    new Conv2D({ kernelSize: 3, inChannels: 8, outChannels: 16, initializer: heNormal, rng }),
    new ReLU(),
  ]
  const heads = {
    flatten: () => [new MaxPool2D(2), new Flatten(), new Dense({ inputs: 400, units: 10, initializer: heNormal, rng })],
    'global max': () => [new GlobalMaxPool2D(), new Dense({ inputs: 16, units: 10, initializer: heNormal, rng })],
  }
  if (!Object.hasOwn(heads, head)) throw new RangeError(`There is no head '${head}'. Use 'flatten' or 'global max'.`)
  return new Sequential([28, 28, 1], [...features, ...heads[head]()])
}
