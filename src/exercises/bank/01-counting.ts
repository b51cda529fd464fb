// Sheet ex-01, the exercises of lesson 01: how many numbers a dense layer has to learn, and what they cost.
// Rule: sizes are whole numbers, memory is in bytes, 1 GB is 10^9 bytes.
import { code, number } from '../definition.ts'
import { about } from './abouts.ts'
import { whole } from './inputs.ts'

export const counting = {
  '01.1': code({
    title: { en: 'The weights of one neuron', zh: '一个神经元的权重' },
    statement: {
      en: `Write \`neuronWeights(height, width, channels)\`: how many weights (no bias) has **one** neuron that is connected to every number of an image?

One of CIFAR-10's pictures is 32 × 32 with 3 channels: \`neuronWeights(32, 32, 3)\` is 3072. At 200 × 200 it is already 120 000.`,
      zh: `编写 \`neuronWeights(height, width, channels)\`：**一个**神经元与图像的每个数字相连，它有多少个权重（不算偏置）？

CIFAR-10 的一张图片是 32 × 32、3 个通道：\`neuronWeights(32, 32, 3)\` 是 3072。到了 200 × 200，就已经是 120 000。`,
    },
    name: 'neuronWeights',
    starter: `function neuronWeights(height: number, width: number, channels: number): number {
  return todo()
}`,
    solution: `function neuronWeights(height: number, width: number, channels: number): number {
  return height * width * channels
}`,
    hints: [
      { en: 'How many numbers does the image consist of?', zh: '这张图像由多少个数字组成？' },
      { en: 'Each pixel has one number for each channel.', zh: '每个像素在每个通道上各有一个数字。' },
      { en: 'Pixels are height · width; multiply by the channels.', zh: '像素数是 高 · 宽；再乘以通道数。' },
    ],
    reference: (height: number, width: number, channels: number): number => height * width * channels,
    examples: [
      [32, 32, 3],
      [200, 200, 3],
    ],
    cases: (rng) => [
      { input: [whole(rng, 5, 60), whole(rng, 61, 99), 4], about: { en: 'four channels', zh: '四个通道' } },
      { input: [whole(rng, 61, 99), whole(rng, 5, 60), 1], about: { en: 'a grey image', zh: '灰度图像' } },
      { input: [1, 1, whole(rng, 5, 9)], about: { en: 'a single pixel', zh: '只有一个像素' } },
    ],
    misconceptions: [
      {
        id: 'no-channels',
        answer: (height, width) => height * width,
        message: {
          en: 'You counted pixels. A pixel has one number for each channel, and each number has its own weight.',
          zh: '你数的是像素。每个像素在每个通道上各有一个数字，每个数字都有自己的权重。',
        },
      },
      {
        id: 'with-bias',
        answer: (height, width, channels) => height * width * channels + 1,
        message: {
          en: 'One too many: that counts the bias. Only the weights are asked for.',
          zh: '多了一个：你把偏置也算进去了。这里只问权重。',
        },
      },
      {
        id: 'sum',
        answer: (height, width, channels) => (height + width) * channels,
        message: {
          en: 'You added height and width. The image is a rectangle: multiply them.',
          zh: '你把高和宽相加了。图像是一个矩形，应当相乘。',
        },
      },
      {
        id: 'square',
        answer: (height, _width, channels) => height * height * channels,
        message: {
          en: 'You took the height twice. That is right only for square images.',
          zh: '你用了两次高。这只对正方形图像才成立。',
        },
      },
    ],
  }),

  '01.2': number({
    title: { en: 'The memory of training', zh: '训练所需的内存' },
    statement: {
      en: `The MLP of the lesson has 3.6 · 10⁹ weights in its first layer, as 4-byte floats. To *train* it with Adam, memory must hold for each weight: the weight, its gradient, and Adam's two running means. How many GB (10⁹ bytes) is that?`,
      zh: `课文中的多层感知机第一层有 3.6 · 10⁹ 个权重，每个是 4 字节的浮点数。要用 Adam *训练*它，内存中每个权重都要存放：权重本身、它的梯度、Adam 的两个滑动平均。一共是多少 GB（10⁹ 字节）？`,
    },
    name: 'gigabytes',
    answer: 57.6,
    solution: '(3.6e9 * 4 * 4) / 1e9',
    tolerance: 0.002,
    hints: [
      { en: 'How many numbers are kept for one weight?', zh: '每个权重要存放几个数？' },
      { en: 'Four numbers of 4 bytes each: 16 bytes for a weight.', zh: '四个数，每个 4 字节：每个权重 16 字节。' },
      { en: '3.6 · 16 =', zh: '3.6 · 16 =' },
    ],
    misconceptions: [
      {
        id: 'weights-only',
        answer: 14.4,
        message: {
          en: '14.4 GB holds the weights alone. Training keeps three more numbers for each of them.',
          zh: '14.4 GB 只够存放权重。训练时，每个权重还要另存三个数。',
        },
      },
      {
        id: 'sgd',
        answer: 28.8,
        message: {
          en: '28.8 GB is the weights and their gradients: plain gradient descent. Adam keeps two running means besides.',
          zh: '28.8 GB 是权重加梯度，即普通的梯度下降。Adam 还要保存两个滑动平均。',
        },
      },
      {
        id: 'no-gradient',
        answer: 43.2,
        message: {
          en: '43.2 GB is three numbers for a weight. There are four: weight, gradient and two running means.',
          zh: '43.2 GB 是每个权重三个数。应该是四个：权重、梯度和两个滑动平均。',
        },
      },
      {
        id: 'gibibytes',
        answer: 53.64,
        message: {
          en: 'That is GiB, of 2³⁰ bytes. A GB has 10⁹ bytes.',
          zh: '这是 GiB（2³⁰ 字节）。1 GB 是 10⁹ 字节。',
        },
      },
    ],
  }),

  '01.3': code({
    title: { en: 'The widest layer that fits', zh: '放得下的最宽的层' },
    statement: {
      en: `Write \`largestWidth(inputs, bytes)\`: how many units may a dense layer with \`inputs\` inputs have at most, if its weights **and biases**, 4 bytes each, must fit into \`bytes\` bytes?

\`largestWidth(3, 40)\` is 2: two units have 2 · 3 weights and 2 biases, 32 bytes; three would need 48. For the photo of the lesson, \`largestWidth(36e6, 24e9)\` is 166.`,
      zh: `编写 \`largestWidth(inputs, bytes)\`：一个有 \`inputs\` 个输入的全连接层，如果它的权重**和偏置**（每个 4 字节）必须放进 \`bytes\` 字节，最多能有多少个单元？

\`largestWidth(3, 40)\` 是 2：两个单元有 2 · 3 个权重和 2 个偏置，共 32 字节；三个单元就要 48 字节。对于课文中的照片，\`largestWidth(36e6, 24e9)\` 是 166。`,
    },
    name: 'largestWidth',
    starter: `function largestWidth(inputs: number, bytes: number): number {
  return todo()
}`,
    solution: `function largestWidth(inputs: number, bytes: number): number {
  const bytesPerUnit = 4 * (inputs + 1)
  return Math.floor(bytes / bytesPerUnit)
}`,
    hints: [
      { en: 'First ask how many bytes one unit needs.', zh: '先想一想一个单元需要多少字节。' },
      {
        en: 'A unit has `inputs` weights and one bias, 4 bytes each.',
        zh: '一个单元有 `inputs` 个权重和一个偏置，每个 4 字节。',
      },
      { en: 'Divide, and round down: a part of a unit does not exist.', zh: '相除，然后向下取整：不存在“半个”单元。' },
    ],
    reference: (inputs: number, bytes: number): number => Math.floor(bytes / (4 * (inputs + 1))),
    examples: [
      [3, 40],
      [36e6, 24e9],
    ],
    cases: (rng) => [
      { input: [2, 12 * whole(rng, 20, 90)], about: about.exact },
      { input: [whole(rng, 5, 9), whole(rng, 4000, 9000)], about: about.larger },
      { input: [4, 20 * whole(rng, 50, 90) + 19], about: about.remainder },
      { input: [4, 20 * whole(rng, 50, 90) + 3], about: about.remainder },
      { input: [9, 39], about: { en: 'too little memory for one unit', zh: '内存连一个单元都放不下' } },
    ],
    misconceptions: [
      {
        id: 'no-bias',
        answer: (inputs, bytes) => Math.floor(bytes / (4 * inputs)),
        message: {
          en: 'The biases have no room: each unit has one bias besides its weights.',
          zh: '偏置没有地方放了：每个单元除了权重，还有一个偏置。',
        },
      },
      {
        id: 'one-bias',
        answer: (inputs, bytes) => Math.floor((bytes - 4) / (4 * inputs)),
        message: {
          en: 'You reserved one bias for the whole layer. Each unit has its own.',
          zh: '你只给整个层留了一个偏置。每个单元都有自己的偏置。',
        },
      },
      {
        id: 'no-floor',
        answer: (inputs, bytes) => bytes / (4 * (inputs + 1)),
        message: {
          en: 'Right but for the fraction: a layer has a whole number of units. Round down.',
          zh: '除了小数部分都对：层的单元数是整数。请向下取整。',
        },
      },
      {
        id: 'rounded-up',
        answer: (inputs, bytes) => Math.ceil(bytes / (4 * (inputs + 1))),
        message: {
          en: 'You rounded up, and the last unit no longer fits. Round down.',
          zh: '你向上取整了，最后一个单元放不下。请向下取整。',
        },
      },
      {
        id: 'rounded',
        answer: (inputs, bytes) => Math.round(bytes / (4 * (inputs + 1))),
        message: {
          en: '`Math.round` rounds up from one half on, and then the last unit no longer fits. Round down.',
          zh: '`Math.round` 会四舍五入，于是最后一个单元可能放不下。请向下取整。',
        },
      },
      {
        id: 'numbers',
        answer: (inputs, bytes) => Math.floor(bytes / (inputs + 1)),
        message: {
          en: 'You counted a number as one byte. A 32-bit float takes 4 bytes.',
          zh: '你把每个数当成 1 字节。32 位浮点数占 4 字节。',
        },
      },
    ],
  }),
}
