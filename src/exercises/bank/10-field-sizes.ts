// Exercises of lesson 10 with a receptive field for an answer.
// Rule: every number is computed by its solution, which the tests run.
import { number } from '../definition.ts'

export const fieldSizes = {
  '10.4': number({
    title: { en: 'The same without strides', zh: '不用步幅呢？' },
    statement: {
      en: 'How many 3 × 3 layers with stride 1 does a receptive field of 31 take?',
      zh: '全用步幅为 1 的 3 × 3 层，感受野要达到 31 需要多少层？',
    },
    name: 'plainLayers',
    answer: 15,
    solution: '(31 - 1) / 2',
    misconceptions: [
      {
        id: 'three-each',
        when: (given) => given > 10 && given < 11,
        message: {
          en: 'You divided 31 by 3. Each layer adds k − 1 = 2, not 3.',
          zh: '你用 31 除以 3。每层增加 k − 1 = 2，而不是 3。',
        },
      },
      {
        id: 'ten',
        answer: 10,
        message: { en: 'Each layer adds k − 1 = 2 pixels, not 3.', zh: '每层增加 k − 1 = 2 个像素，而不是 3。' },
      },
      {
        id: 'from-zero',
        answer: 15.5,
        message: {
          en: 'A number sees itself before the first layer: begin with 1.',
          zh: '在第一层之前，一个数已经看到自己：从 1 开始。',
        },
      },
      { id: 'one-more', answer: 16, message: { en: 'With 16 layers it is 33.', zh: '16 层就是 33 了。' } },
    ],
    hints: [
      { en: 'What is the field of one such layer, and of two?', zh: '一层的感受野是多少？两层呢？' },
      { en: '3, 5, 7, …', zh: '3、5、7、…' },
      { en: '1 + 2 · layers = 31.', zh: '1 + 2 · 层数 = 31。' },
    ],
  }),

  '10.9': number({
    title: { en: 'LeNet sees more than there is', zh: 'LeNet 看到的比图像还大' },
    statement: {
      en: `LeNet: a 5 × 5 convolution, 2 × 2 pooling with stride 2, a 5 × 5 convolution, the same pooling; then a dense layer on 5 × 5 maps, which
is the same as a 5 × 5 convolution. What is the side of the receptive field of a unit of that dense layer?`,
      zh: `LeNet：5 × 5 卷积，步幅 2 的 2 × 2 汇聚，5 × 5 卷积，同样的汇聚；然后是作用于 5 × 5 特征图的全连接层，它等同于一个 5 × 5 卷积。
这个全连接层的一个单元，感受野的边长是多少？`,
    },
    name: 'lenetField',
    answer: 32,
    solution:
      'receptiveField([{ kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }]).size[0]',
    misconceptions: [
      {
        id: 'image',
        answer: 28,
        message: {
          en: '28 is the side of the image. With its padding of 2 a unit can see further.',
          zh: '28 是图像的边长。由于有填充 2，单元能看到更远。',
        },
      },
      {
        id: 'before-dense',
        answer: 16,
        message: {
          en: 'That is the field behind the second pooling. The dense layer spans 5 places of it.',
          zh: '这是第二次汇聚之后的感受野。全连接层还跨越其中的 5 个位置。',
        },
      },
      {
        id: 'no-strides',
        answer: 15,
        message: {
          en: 'The strides of both poolings double what comes behind them.',
          zh: '两次汇聚的步幅会使其后的增量加倍。',
        },
      },
    ],
    hints: [
      { en: 'Use the rule of 10.1, layer by layer.', zh: '用 10.1 的规则逐层计算。' },
      {
        en: '5, 6, 14, … and neighbouring places are 2 pixels apart after the first pooling, 4 after the second.',
        zh: '5、6、14、…；第一次汇聚后相邻位置相隔 2 个像素，第二次之后相隔 4 个。',
      },
      { en: '16 behind the second pooling, and 4 more steps of 4.', zh: '第二次汇聚之后是 16，再加 4 步，每步 4。' },
    ],
    explanation: {
      en: '32 of 28: it begins 2 pixels before the image, in the padding.',
      zh: '28 的图像上是 32：从图像之前 2 个像素的填充处开始。',
    },
  }),
}
