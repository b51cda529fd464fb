// LeNet, the convolutional network that read the digits on cheques, for 28 × 28 grey images of 10 classes.
// Rule: the sizes are those of LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", as the
// book simplifies them: plain average pooling, all channels connected, and ten plain outputs.
import { ReLU, Sigmoid } from './activation-layers.ts'
import { Conv2D } from './conv-layer.ts'
import { Dense, Flatten } from './dense-layer.ts'
import { glorotUniform, heNormal } from './initializers.ts'
import { AvgPool2D, MaxPool2D } from './pooling-layers.ts'
import type { Rng } from './random.ts'
import { Sequential } from './sequential.ts'

/**
 * LeNet: 61,706 parameters, 4.2 % of them in the convolutions, which do 85.9 % of its 416,520 multiplications.
 *
 * Takes [n, 28, 28, 1], gives [n, 10]: the greater an output, the likelier its class (logits, for `fit`). With
 * `modern`, ReLU and max pooling take the place of sigmoid and average pooling. Never throws.
 *
 * @example
 * ```ts
 * lenet({ rng: createRng(0) }).countParams() // → 61_706
 * ```
 */
export function lenet({ rng, modern = false }: { rng: Rng; modern?: boolean }): Sequential {
  const initializer = modern ? heNormal : glorotUniform
  const activation = () => (modern ? new ReLU() : new Sigmoid())
  const pooling = () => (modern ? new MaxPool2D(2) : new AvgPool2D(2))
  return new Sequential(
    [28, 28, 1],
    [
      new Conv2D({ kernelSize: 5, inChannels: 1, outChannels: 6, padding: 2, initializer, rng }),
      activation(),
      pooling(),
      new Conv2D({ kernelSize: 5, inChannels: 6, outChannels: 16, initializer, rng }),
      activation(),
      pooling(),
      new Flatten(),
      new Dense({ inputs: 400, units: 120, initializer, rng }),
      activation(),
      new Dense({ inputs: 120, units: 84, initializer, rng }),
      activation(),
      new Dense({ inputs: 84, units: 10, initializer, rng }),
    ],
  )
}
