// Errata hunt, numbers: what the notes say of training and of sizes, put right by a number.
// Rule: ids are those of the list of errata (E.11 is erratum E11); every number is computed by its solution.
import { number } from '../definition.ts'

export const errataTraining = {
  'E.11': number({
    title: { en: 'Mean or sum?', zh: '平均还是求和？' },
    statement: {
      en: `The loss in the notes is the *sum* of 42 squared errors, but its comment says “mean squared error”. The learning rate 0.03 works for the sum. Which
learning rate makes the very same steps with the mean?`,
      zh: `笔记中的损失是 42 个平方误差的*和*，注释却写“均方误差”。对求和来说，学习率 0.03 合适。若改用平均，多大的学习率才会走出完全相同的步子？`,
    },
    name: 'rateForMean',
    answer: 1.26,
    solution: '0.03 * 42',
    misconceptions: [
      {
        id: 'same',
        answer: 0.03,
        message: {
          en: 'The gradient of the mean is 42 times smaller; with the same rate almost nothing is learned in ten steps.',
          zh: '平均的梯度小 42 倍；学习率不变，十步几乎学不到什么。',
        },
      },
      {
        id: 'divided',
        answer: 0.03 / 42,
        message: {
          en: 'You made the steps smaller still. The gradient of the mean is already 42 times smaller.',
          zh: '你让步子更小了。平均的梯度已经小了 42 倍。',
        },
      },
      {
        id: 'pixels',
        answer: 0.03 * 48,
        message: {
          en: 'You counted the pixels of the input. There are as many errors as numbers in the output: 6 × 7.',
          zh: '你数的是输入的像素。误差的个数等于输出的数的个数：6 × 7。',
        },
      },
    ],
    hints: [
      { en: 'The mean is the sum divided by 42. And its gradient?', zh: '平均是和除以 42。它的梯度呢？' },
      { en: 'It is divided by 42 as well.', zh: '也除以 42。' },
      { en: 'So the rate must be 42 times larger.', zh: '所以学习率要大 42 倍。' },
    ],
  }),

  'E.15': number({
    title: { en: '“The model has 3.6 B elements”', zh: '“模型有 3.6B 元素”' },
    statement: {
      en: `36 million inputs, one hidden layer of 100 units, and, to tell cats from dogs, 2 outputs. How many parameters does this MLP have, exactly, biases
included?`,
      zh: `3600 万个输入，一个 100 个单元的隐藏层，以及区分猫狗的 2 个输出。这个 MLP 一共有多少参数（包括偏置）？给出精确值。`,
    },
    name: 'allParameters',
    answer: 3_600_000_302,
    solution: '36_000_000 * 100 + 100 + 100 * 2 + 2',
    tolerance: 0,
    misconceptions: [
      {
        id: 'first-weights',
        answer: 3_600_000_000,
        message: {
          en: 'Those are the weights of the first layer, as the notes have it. Biases and the output layer are missing.',
          zh: '这是第一层的权重，正如笔记所写。还缺偏置和输出层。',
        },
      },
      {
        id: 'first-layer',
        answer: 3_600_000_100,
        message: { en: 'That is the first layer. The output layer is missing.', zh: '这是第一层。还缺输出层。' },
      },
      {
        id: 'no-biases',
        answer: 3_600_000_200,
        message: {
          en: 'Those are the weights of both layers. Each unit has a bias too.',
          zh: '这是两层的权重。每个单元还有一个偏置。',
        },
      },
      {
        id: 'one-bias-missing',
        answer: 3_600_000_300,
        message: { en: 'The two outputs have biases as well.', zh: '两个输出也有偏置。' },
      },
    ],
    hints: [
      { en: 'Two layers, each with weights and biases.', zh: '两层，每层都有权重和偏置。' },
      { en: 'First layer: 36,000,000 · 100 + 100.', zh: '第一层：36,000,000 · 100 + 100。' },
      { en: 'Second layer: 100 · 2 + 2.', zh: '第二层：100 · 2 + 2。' },
    ],
  }),

  'E.17': number({
    title: { en: 'Epoch or step?', zh: '轮还是步？' },
    statement: {
      en: `The notes print “epoch 2, 4, …, 10” for ten updates on one image. An epoch is one pass over all examples, a step one update. How many steps are
5 epochs over 3,000 digits in batches of 50?`,
      zh: `笔记在一幅图像上更新十次，打印“epoch 2, 4, …, 10”。一轮（epoch）是把全部样本过一遍，一步（step）是一次更新。3,000 个数字、每批 50 个，训练 5 轮是多少步？`,
    },
    name: 'steps',
    answer: 300,
    solution: '(5 * 3000) / 50',
    misconceptions: [
      { id: 'epochs', answer: 5, message: { en: 'That is the number of epochs.', zh: '这是轮数。' } },
      { id: 'one-epoch', answer: 60, message: { en: 'That is one epoch.', zh: '这是一轮的步数。' } },
      {
        id: 'examples',
        answer: 15_000,
        message: {
          en: 'That is the number of examples shown. A step takes 50 of them.',
          zh: '这是看过的样本数。一步用 50 个。',
        },
      },
    ],
    hints: [
      { en: 'How many batches are in one epoch?', zh: '一轮有多少批？' },
      { en: '3,000 / 50 = 60.', zh: '3,000 / 50 = 60。' },
      { en: 'Each batch is one step; there are 5 epochs.', zh: '每批一步；一共 5 轮。' },
    ],
    explanation: {
      en: 'With a single image both happen to be the same, which hides the difference.',
      zh: '只有一幅图像时两者恰好相同，差别就被掩盖了。',
    },
  }),
}
