// Exercises of lesson 09 with a number for an answer: what channels cost.
// Rule: a multiplication counts together with its addition; every number is computed by its solution.
import { number } from '../definition.ts'

export const channelCosts = {
  '09.4': number({
    title: { en: 'What a layer costs', zh: '一层的代价' },
    statement: {
      en: `A layer with 5 × 5 kernels takes 128 channels of 256 × 256 and gives 128 channels of the same size (the border is padded). How many
multiplications does it take for one image?`,
      zh: `某层用 5 × 5 的核，输入是 128 个 256 × 256 的通道，输出是同样大小的 128 个通道（边界有填充）。一幅图像要做多少次乘法？`,
    },
    name: 'multiplications',
    answer: 256 * 256 * 5 * 5 * 128 * 128,
    solution: '256 * 256 * 5 * 5 * 128 * 128',
    tolerance: 0,
    misconceptions: [
      {
        id: 'one-side-of-channels',
        answer: 256 * 256 * 5 * 5 * 128,
        message: {
          en: 'Each output channel reads every input channel: 128 appears twice.',
          zh: '每个输出通道都要读全部输入通道：128 应出现两次。',
        },
      },
      {
        id: 'weights-only',
        answer: 5 * 5 * 128 * 128,
        message: {
          en: 'That is the number of weights. Each is used at every pixel of the output.',
          zh: '这是权重的个数。每个权重在输出的每个像素上都要用一次。',
        },
      },
      {
        id: 'not-padded',
        answer: 252 * 252 * 5 * 5 * 128 * 128,
        message: {
          en: 'You counted 252 × 252 places. With padding there are as many as pixels.',
          zh: '你算的是 252 × 252 个位置。有填充时位置数与像素数相同。',
        },
      },
      {
        id: 'additions-too',
        answer: 2 * 256 * 256 * 5 * 5 * 128 * 128,
        message: {
          en: 'You counted the additions as well. The multiplications alone are asked for.',
          zh: '你把加法也算进去了。这里只问乘法。',
        },
      },
    ],
    hints: [
      { en: 'How many products give one number of the output?', zh: '输出的一个数由多少个乘积得到？' },
      { en: '5 · 5 · 128 products for each number.', zh: '每个数要 5 · 5 · 128 个乘积。' },
      { en: 'And the output has 256 · 256 · 128 numbers.', zh: '而输出有 256 · 256 · 128 个数。' },
    ],
    explanation: {
      en: '26,843,545,600 for one image. With the additions it is twice as many, the “53 billion” of the book.',
      zh: '一幅图像 26,843,545,600 次。算上加法正好加倍，就是书里说的“530 亿”。',
    },
  }),

  '09.7': number({
    title: { en: 'Twice the channels', zh: '通道加倍' },
    statement: {
      en: 'By which factor do the multiplications of a convolutional layer grow when its input channels and its output channels are doubled?',
      zh: '卷积层的输入通道数和输出通道数都加倍时，乘法次数变为原来的几倍？',
    },
    name: 'growth',
    answer: 4,
    solution: '2 * 2',
    misconceptions: [
      {
        id: 'one-of-both',
        answer: 2,
        message: { en: 'That is the factor for doubling one of the two.', zh: '这是只加倍其中之一时的倍数。' },
      },
      {
        id: 'size-too',
        answer: 8,
        message: {
          en: 'Neither the size of the image nor that of the kernel has changed.',
          zh: '图像和核的大小都没有变。',
        },
      },
    ],
    hints: [
      { en: 'Write the number of multiplications as a product.', zh: '把乘法次数写成乘积。' },
      { en: 'h · w · k² · cᵢ · cₒ.', zh: 'h · w · k² · cᵢ · cₒ。' },
      { en: 'Two of its factors double.', zh: '其中两个因子加倍。' },
    ],
  }),

  '09.8': number({
    title: { en: 'Twice the padding', zh: '填充加倍' },
    statement: {
      en: 'A 5 × 5 layer on a 28 × 28 image has padding 2. By which factor do its multiplications grow with padding 4 (to three digits)?',
      zh: '5 × 5 的层作用于 28 × 28 的图像，填充为 2。填充改为 4 时，乘法次数变为原来的几倍（保留三位有效数字）？',
    },
    name: 'paddingGrowth',
    answer: (32 * 32) / (28 * 28),
    solution: '(32 * 32) / (28 * 28)',
    tolerance: 5e-3,
    misconceptions: [
      {
        id: 'doubled',
        answer: 2,
        message: { en: 'The padding doubles, the number of places does not.', zh: '填充加倍，但位置数并不加倍。' },
      },
      {
        id: 'one-axis',
        answer: 32 / 28,
        message: { en: 'That is the factor along one axis.', zh: '这是一个轴上的倍数。' },
      },
      {
        id: 'padded-input',
        answer: (36 * 36) / (28 * 28),
        message: {
          en: 'Compare outputs: 36 is the padded input, the kernel takes 4 of it.',
          zh: '要比较的是输出：36 是填充后的输入，核还要减去 4。',
        },
      },
      {
        id: 'no-change',
        answer: 1,
        message: {
          en: 'More padding means more places, and each costs the same.',
          zh: '填充越多位置越多，而每个位置的代价相同。',
        },
      },
    ],
    hints: [
      {
        en: 'Each number of the output costs the same. How many are there before and after?',
        zh: '输出的每个数代价相同。前后各有多少个数？',
      },
      { en: 'With padding 2 the output is 28 × 28.', zh: '填充 2 时输出是 28 × 28。' },
      { en: 'With padding 4 it is 28 + 8 − 5 + 1 = 32 on each side.', zh: '填充 4 时每边是 28 + 8 − 5 + 1 = 32。' },
    ],
  }),

  '09.9': number({
    title: { en: 'The way back', zh: '反向的代价' },
    statement: {
      en: `Training needs, for each layer, the gradient by its weights and the gradient by its input. How many times the multiplications of the
forward pass does this backward pass of a convolutional layer take? (Leave biases out, and take the layer in the middle of a network.)`,
      zh: `训练时，每一层都需要对权重的梯度和对输入的梯度。卷积层的反向传播所用的乘法是前向传播的几倍？（不计偏置，并且该层在网络中间。）`,
    },
    name: 'backward',
    answer: 2,
    solution: '1 + 1',
    misconceptions: [
      {
        id: 'once',
        answer: 1,
        message: {
          en: 'There are two gradients to compute, and each uses every product once.',
          zh: '有两个梯度要算，每个都要把每个乘积用一次。',
        },
      },
      {
        id: 'whole-step',
        answer: 3,
        message: {
          en: 'That is the whole training step, with the forward pass.',
          zh: '那是包括前向传播在内的整个训练步。',
        },
      },
    ],
    hints: [
      {
        en: 'In the forward pass, each product is weight · pixel. What becomes of it in each gradient?',
        zh: '前向传播中每个乘积是 权重 · 像素。在每个梯度里它变成了什么？',
      },
      {
        en: 'For the weight: error · pixel. For the pixel: error · weight.',
        zh: '对权重：误差 · 像素。对像素：误差 · 权重。',
      },
      {
        en: 'One product each, for each product of the forward pass.',
        zh: '前向传播的每个乘积，在两个梯度里各对应一个乘积。',
      },
    ],
    explanation: { en: 'One training step costs three forward passes.', zh: '一个训练步相当于三次前向传播。' },
  }),
}
