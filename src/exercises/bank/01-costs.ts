// Sheet ex-01, further exercises of lesson 01: whole networks, layers without sharing, and what memory really costs.
// Rule: sizes are whole numbers; what counts and what does not (biases!) stands in each statement.
import { choice, code, number } from '../definition.ts'
import { whole } from './inputs.ts'

export const costs = {
  '01.4': code({
    title: { en: 'Counting a whole MLP', zh: '数清整个多层感知机' },
    statement: {
      en: `Write \`mlpParameters(sizes)\`: all weights and biases of a multilayer perceptron, given the sizes of its layers from the input to the output.

\`mlpParameters([4, 3, 2])\` is 4 · 3 + 3 + 3 · 2 + 2 = 23. The lesson's digits network, \`[784, 120, 84, 10]\`, has 105 214.`,
      zh: `编写 \`mlpParameters(sizes)\`：给出一个多层感知机从输入到输出各层的大小，返回它全部的权重和偏置的个数。

\`mlpParameters([4, 3, 2])\` 是 4 · 3 + 3 + 3 · 2 + 2 = 23。课文中的数字网络 \`[784, 120, 84, 10]\` 有 105 214 个。`,
    },
    name: 'mlpParameters',
    starter: `function mlpParameters(sizes: number[]): number {
  // For each layer after the input: its weights and its biases.
  return todo()
}`,
    solution: `function mlpParameters(sizes: number[]): number {
  let total = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    total += sizes[layer - 1] * sizes[layer] + sizes[layer]
  }
  return total
}`,
    hints: [
      {
        en: 'A layer connects each of its inputs with each of its units.',
        zh: '每一层都把它的每个输入与每个单元相连。',
      },
      {
        en: 'Between sizes[i − 1] and sizes[i] lie sizes[i − 1] · sizes[i] weights.',
        zh: 'sizes[i − 1] 和 sizes[i] 之间有 sizes[i − 1] · sizes[i] 个权重。',
      },
      {
        en: 'Each unit has one bias; the input is no layer and has none.',
        zh: '每个单元有一个偏置；输入不是一层，没有偏置。',
      },
    ],
    reference: (sizes: number[]): number => countLayers(sizes, (inputs, units) => inputs * units + units),
    examples: [[[4, 3, 2]], [[784, 120, 84, 10]]],
    cases: (rng) => [
      {
        input: [Array.from({ length: 5 }, () => whole(rng, 2, 40))],
        about: { en: 'a deep network', zh: '较深的网络' },
      },
      {
        input: [Array.from({ length: 3 }, () => whole(rng, 5, 90))],
        about: { en: 'one hidden layer', zh: '单隐藏层' },
      },
      { input: [[whole(rng, 5, 9), 1]], about: { en: 'no hidden layer', zh: '没有隐藏层' } },
    ],
    misconceptions: [
      {
        id: 'no-bias',
        answer: (sizes) => countLayers(sizes, (inputs, units) => inputs * units),
        message: {
          en: 'The biases are missing: one for each unit of each layer after the input.',
          zh: '缺少偏置：输入之后的每一层，每个单元都有一个偏置。',
        },
      },
      {
        id: 'input-bias',
        answer: (sizes) => countLayers(sizes, (inputs, units) => inputs * units + units) + sizes[0]!,
        message: {
          en: 'You gave the input biases too. The input computes nothing; only the layers after it have biases.',
          zh: '你给输入也加了偏置。输入不做任何计算，只有它后面的各层才有偏置。',
        },
      },
      {
        id: 'one-bias-a-layer',
        answer: (sizes) => countLayers(sizes, (inputs, units) => inputs * units + 1),
        message: {
          en: 'You counted one bias for each layer. Each unit has its own.',
          zh: '你给每一层只算了一个偏置。每个单元都有自己的偏置。',
        },
      },
      {
        id: 'no-output-layer',
        answer: (sizes) => countLayers(sizes.slice(0, -1), (inputs, units) => inputs * units + units),
        message: {
          en: 'The last layer is missing. It too has weights and biases; “one hidden layer” means two layers of weights.',
          zh: '缺少最后一层。它也有权重和偏置；“单隐藏层”意味着有两层权重。',
        },
      },
      {
        id: 'bias-of-inputs',
        answer: (sizes) => countLayers(sizes, (inputs, units) => inputs * units + inputs),
        message: {
          en: 'You counted a bias for each input of a layer. A bias belongs to a unit, that is, to an output.',
          zh: '你给一层的每个输入算了一个偏置。偏置属于单元，也就是属于输出。',
        },
      },
    ],
  }),

  '01.5': number({
    title: { en: 'AlexNet without sharing', zh: '不共享权重的 AlexNet' },
    statement: {
      en: `The first layer of AlexNet gives 55 × 55 × 96 outputs. Each of them sees a window of 11 × 11 pixels with 3 channels. If every output had weights **and a bias of its own**, how many parameters would that layer have?`,
      zh: `AlexNet 的第一层给出 55 × 55 × 96 个输出，每个输出看到一个 11 × 11 像素、3 个通道的窗口。如果每个输出都有**自己的**权重**和偏置**，这一层会有多少个参数？`,
    },
    name: 'parameters',
    answer: 105_705_600,
    solution: '55 * 55 * 96 * (11 * 11 * 3 + 1)',
    tolerance: 0,
    hints: [
      {
        en: 'Count the outputs, then the parameters of one output.',
        zh: '先数有多少个输出，再数一个输出有多少个参数。',
      },
      { en: 'One output has 11 · 11 · 3 = 363 weights.', zh: '一个输出有 11 · 11 · 3 = 363 个权重。' },
      { en: '290 400 outputs with 363 + 1 parameters each.', zh: '290 400 个输出，每个有 363 + 1 个参数。' },
    ],
    misconceptions: [
      {
        id: 'no-bias',
        answer: 105_415_200,
        message: {
          en: 'These are the weights alone. Each of the 290 400 outputs has a bias too.',
          zh: '这只是权重。290 400 个输出中的每一个还有一个偏置。',
        },
      },
      {
        id: 'shared',
        answer: 34_944,
        message: {
          en: 'That is the real AlexNet, whose 96 kernels are shared by all places. Here nothing is shared.',
          zh: '这是真正的 AlexNet：96 个卷积核由所有位置共享。这里什么都不共享。',
        },
      },
      {
        id: 'no-channels',
        answer: 35_428_800,
        message: {
          en: 'A window has three channels: 11 · 11 · 3 weights, not 11 · 11.',
          zh: '一个窗口有三个通道：是 11 · 11 · 3 个权重，而不是 11 · 11 个。',
        },
      },
      {
        id: 'one-map',
        answer: 1_101_100,
        message: {
          en: 'That is one output channel. The layer has 96 of them.',
          zh: '这只是一个输出通道。这一层有 96 个。',
        },
      },
    ],
  }),

  '01.6': choice({
    title: { en: 'Allocated is not used', zh: '分配不等于占用' },
    statement: {
      en: `Predict: on a laptop with 16 GB, \`new Float32Array(1e9)\` asks for 4 GB. By how much does the memory that the process really occupies (its resident set) grow at once, before anything is written into the array?`,
      zh: `先猜：在一台 16 GB 的笔记本上，\`new Float32Array(1e9)\` 申请了 4 GB。在还没有往数组里写任何东西之前，进程真正占用的内存（常驻集）会立即增加多少？`,
    },
    options: {
      nothing: { en: 'practically nothing', zh: '几乎不增加' },
      all: { en: '4 GB', zh: '4 GB' },
      double: { en: '8 GB', zh: '8 GB' },
      error: { en: 'it fails: an array cannot be that long', zh: '会失败：数组不能这么长' },
    },
    name: 'growth',
    answer: 'nothing',
    wrong: {
      all: {
        en: 'That comes when the array is written. Untouched pages all stand for zeros and occupy nothing: allocating proves nothing about size.',
        zh: '那要等写入数组时才会发生。没有访问过的页都代表零，不占内存：仅仅分配，并不能说明大小。',
      },
      double: {
        en: 'A Float32Array has 4 bytes for a number, not 8; and untouched pages occupy nothing at all.',
        zh: 'Float32Array 的每个数占 4 字节，不是 8 字节；而且没有访问过的页完全不占内存。',
      },
      error: {
        en: 'Node 20 allows even 3.6 · 10⁹ elements. It is writing them that costs memory.',
        zh: 'Node 20 甚至允许 3.6 · 10⁹ 个元素。真正耗费内存的是写入。',
      },
    },
    explanation: {
      en: 'The system hands out memory page by page, when a page is first written. To measure what parameters cost, fill them.',
      zh: '操作系统按页分配内存，在第一次写入某一页时才真正给出。要测量参数占多少内存，就得把它们写满。',
    },
    hints: [
      {
        en: 'The lesson measured it: look at the two columns, before and after `fill`.',
        zh: '课文里测量过：看看 `fill` 之前和之后的两列。',
      },
      {
        en: 'The system promises memory first and hands out a page only when it is touched.',
        zh: '操作系统先“答应”内存，只有真正访问某一页时才分配它。',
      },
      { en: 'Nothing has been touched yet.', zh: '到现在还没有访问过任何一页。' },
    ],
  }),
}

function countLayers(sizes: readonly number[], count: (inputs: number, units: number) => number): number {
  return sizes.slice(1).reduce((total, units, index) => total + count(sizes[index]!, units), 0)
}
