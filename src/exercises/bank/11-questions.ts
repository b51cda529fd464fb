// Exercises of lesson 11 with a number or a choice for an answer: sizes, sanity checks, and what the experiments mean.
// Rule: figures of training are those of lesson 11; every other number is computed by its solution.
import { choice, number, prediction } from '../definition.ts'

const mostParameters = 6000
const leastAccuracy = 0.94

export const lenetQuestions = {
  '11.3': number({
    title: { en: 'Small and good', zh: '小而好' },
    statement: {
      en: `A project, with cells and imports of your own. Build a \`Sequential\` of tensorcell/conv with fewer than ${mostParameters} parameters and train it with \`fit\` on 3,000 digits
(\`digits({ train: 3000, test: 1000 })\` of tensorcell/data) until it is right for at least ${leastAccuracy * 100} % of the 1,000 test digits. Give what you measured:
\`[model.countParams(), accuracy]\`, the accuracy being that of \`evaluate(model, test)\`. (The MLP of lesson 11, with
50,890 parameters, reaches 93 %.)`,
      zh: `一个小项目，单元格和导入都由你自己写。用 tensorcell/conv 的 \`Sequential\` 搭一个参数少于 ${mostParameters} 的网络，用 \`fit\` 在 3,000 个数字（tensorcell/data 的 \`digits({ train: 3000, test: 1000 })\`）上训练，
直到 1,000 个测试数字中至少 ${leastAccuracy * 100}% 识别正确。给出你测得的结果：\`[model.countParams(), accuracy]\`，其中 accuracy 来自 \`evaluate(model, test)\`。
（第 11 课中有 50,890 个参数的 MLP 能到 93%。）`,
    },
    name: 'smallAndGood',
    points: 3,
    answer: [5386, 0.942],
    solution: '[5386, 0.942]',
    accepts: ([parameters = 0, accuracy = 0, ...more]) =>
      more.length === 0 &&
      Number.isInteger(parameters) &&
      parameters > 0 &&
      parameters < mostParameters &&
      accuracy >= leastAccuracy &&
      accuracy <= 1,
    misconceptions: [
      {
        id: 'percent',
        when: ([, accuracy = 0]) => accuracy > 1,
        message: {
          en: 'The accuracy is a share between 0 and 1, not a percentage.',
          zh: '准确率是 0 到 1 之间的比例，不是百分数。',
        },
      },
      {
        id: 'too-many-parameters',
        when: ([parameters = 0, accuracy = 0]) => parameters >= mostParameters && accuracy <= 1,
        message: {
          en: 'That are too many parameters. Where are most of them? (summary() says it: usually in the dense layer behind Flatten.)',
          zh: '参数太多了。大部分在哪里？（summary() 会告诉你：通常在 Flatten 之后的全连接层。）',
        },
      },
      {
        id: 'not-accurate-enough',
        when: ([parameters = 0, accuracy = 0]) => parameters < mostParameters && accuracy < leastAccuracy,
        message: {
          en: 'Not accurate enough yet. Train for more epochs, with Adam, or give the second convolution more channels.',
          zh: '还不够准确。可以多训练几轮、使用 Adam，或给第二个卷积层更多通道。',
        },
      },
    ],
    hints: [
      {
        en: 'Two convolutions with a pooling behind each leave little for the dense layer.',
        zh: '两个卷积各接一个汇聚，留给全连接层的就不多了。',
      },
      {
        en: '5 × 5 with 8 channels, pooling, 3 × 3 with 16 channels, pooling, dense: count its parameters with 11.1.',
        zh: '5 × 5、8 通道，汇聚，3 × 3、16 通道，汇聚，全连接：用 11.1 数一数它的参数。',
      },
      {
        en: 'That network (smallCnn) has 5,386 parameters and reached 94.2 % in lesson 11, after 5 epochs of Adam with 0.003 in batches of 50.',
        zh: '这个网络（smallCnn）有 5,386 个参数，在第 11 课中用 Adam（0.003）、每批 50 个训练 5 轮后达到 94.2%。',
      },
    ],
  }),

  '11.4': choice({
    title: { en: 'Explain the curve', zh: '解释这条曲线' },
    statement: {
      en: `Digits are moved by 0 to 6 pixels. A network of two convolutions, a flatten and a dense layer falls from 94 % to 26 %; the same convolutions
with a global maximum in the place of the flatten go from 88 % only to 77 %. Why?`,
      zh: `把数字移动 0 到 6 个像素。两个卷积加展平加全连接层的网络，准确率从 94% 降到 26%；同样的卷积，把展平换成全局最大汇聚，只从 88% 降到 77%。为什么？`,
    },
    name: 'reason',
    options: {
      places: {
        en: 'The maps of both move along with the digit. A dense layer behind a flatten has other weights for each place; a global maximum does not ask where.',
        zh: '两个网络的特征图都随数字移动。展平之后的全连接层对每个位置有不同的权重；全局最大值不问位置。',
      },
      broken: {
        en: 'Only the second network’s convolutions move along with the digit.',
        zh: '只有第二个网络的卷积会随数字移动。',
      },
      fewer: {
        en: 'The second network has fewer parameters and therefore overfits less.',
        zh: '第二个网络参数更少，所以过拟合更轻。',
      },
      border: {
        en: 'Moved digits are cut off at the border of the image.',
        zh: '移动后的数字在图像边界被切掉了。',
      },
    },
    answer: 'places',
    wrong: {
      broken: {
        en: 'Both have the same convolutions, and all of them share their weights over places.',
        zh: '两者的卷积相同，而且都在各位置共享权重。',
      },
      fewer: {
        en: 'Overfitting shows on digits that are not moved, and there the first network is better.',
        zh: '过拟合会表现在未移动的数字上，而在那里第一个网络更好。',
      },
      border: {
        en: 'Then the second network would fall too: it sees the same pictures.',
        zh: '那样第二个网络也会下降：它看到的是同样的图片。',
      },
    },
    hints: [
      { en: 'What happens to the maps when the digit moves?', zh: '数字移动时，特征图会怎样？' },
      { en: 'They move along. What does the head make of that?', zh: '特征图随之移动。网络的头部如何对待这一点？' },
      {
        en: 'Flatten gives each place of a map its own inputs of the dense layer.',
        zh: '展平把特征图的每个位置都变成全连接层各自的输入。',
      },
    ],
    explanation: {
      en: 'Convolutions are equivariant; only a head that forgets the place makes the whole network nearly invariant.',
      zh: '卷积是等变的；只有不计位置的头部才让整个网络近似不变。',
    },
  }),

  '11.6': choice({
    title: { en: 'Ask it about noise', zh: '拿噪声问它' },
    statement: {
      en: 'A LeNet that was trained on digits gets an image of random noise. What can be said of its ten softmax outputs for sure?',
      zh: '把一幅随机噪声图像送进用数字训练好的 LeNet。关于它的十个 softmax 输出，可以肯定的是什么？',
    },
    name: 'noise',
    options: {
      sum: { en: 'They add up to 1, whatever the image.', zh: '无论什么图像，它们之和都是 1。' },
      low: { en: 'All are near 0: it is none of the digits.', zh: '都接近 0：它不是任何数字。' },
      even: { en: 'All are 0.1: it does not know.', zh: '都是 0.1：它不知道。' },
      refusal: { en: 'They are NaN: such an input is not allowed.', zh: '它们是 NaN：不允许这样的输入。' },
    },
    answer: 'sum',
    wrong: {
      low: {
        en: 'They cannot all be near 0: a softmax shares out exactly 1.',
        zh: '它们不可能都接近 0：softmax 恰好把 1 分配完。',
      },
      even: {
        en: 'Nothing makes them equal. Nobody has shown the network noise and asked for doubt; it may be quite sure of a digit.',
        zh: '没有什么使它们相等。没有人用噪声教过它要怀疑；它可能很肯定地认成某个数字。',
      },
      refusal: { en: 'A network computes with any numbers.', zh: '网络可以用任何数计算。' },
    },
    hints: [
      { en: 'Write down what softmax does to ten numbers.', zh: '写出 softmax 对十个数做了什么。' },
      { en: 'It divides ten positive numbers by their sum.', zh: '它用十个正数除以它们的和。' },
      { en: 'The network has no output for “none of these”.', zh: '网络没有“都不是”这个输出。' },
    ],
    explanation: {
      en: 'They are a share-out of 1 among ten digits. “None of these” was never among the answers.',
      zh: '它们是把 1 分给十个数字。“都不是”从来不在答案之中。',
    },
  }),

  '11.7': prediction({
    title: { en: 'The loss before training', zh: '训练之前的损失' },
    statement: {
      en: `A network that knows nothing gives each of 10 classes the probability 1/10. What is its cross-entropy loss (natural logarithm, three
decimals)? If your network starts far from it, something is wrong.`,
      zh: `一个什么都不知道的网络，给 10 个类别各 1/10 的概率。它的交叉熵损失是多少（自然对数，三位小数）？如果你的网络一开始离它很远，就有什么地方错了。`,
    },
    name: 'firstLoss',
    outcome: () => -Math.log(1 / 10),
    solution: '-Math.log(1 / 10)',
    tolerance: 2e-3,
    misconceptions: [
      {
        id: 'probability',
        answer: 0.1,
        message: {
          en: 'That is the probability. The loss is minus its logarithm.',
          zh: '这是概率。损失是它的对数的相反数。',
        },
      },
      {
        id: 'decimal-logarithm',
        answer: 1,
        message: {
          en: 'That is the decimal logarithm. The loss uses the natural one.',
          zh: '这是常用对数。损失用的是自然对数。',
        },
      },
      {
        id: 'bits',
        answer: Math.log2(10),
        message: { en: 'That is in bits, with the logarithm to base 2.', zh: '这是以 2 为底的对数，单位是比特。' },
      },
      {
        id: 'sum-of-classes',
        answer: 10 * Math.log(10),
        message: {
          en: 'Only the right class counts: one term, not ten.',
          zh: '只有正确的类别计入：一项，而不是十项。',
        },
      },
      {
        id: 'sign',
        answer: Math.log(1 / 10),
        message: {
          en: 'The logarithm of a probability is negative, a loss is not.',
          zh: '概率的对数是负的，损失不是。',
        },
      },
    ],
    explanation: { en: 'ln 10 = 2.303.', zh: 'ln 10 = 2.303。' },
    hints: [
      {
        en: 'The loss of one example is −ln of the probability of its right class.',
        zh: '一个样本的损失是正确类别概率的 −ln。',
      },
      { en: '−ln(1/10).', zh: '−ln(1/10)。' },
      { en: 'That is ln 10.', zh: '也就是 ln 10。' },
    ],
  }),

  '11.8': number({
    title: { en: 'Few parameters, most of the work', zh: '参数少，活儿多' },
    statement: {
      en: `LeNet’s convolutions take 117,600 and 240,000 multiplications, its dense layers 48,000, 10,080 and 840. Which share of the multiplications is
done by the convolutions, which hold 4.2 % of the parameters? (between 0 and 1)`,
      zh: `LeNet 的两个卷积层要做 117,600 和 240,000 次乘法，三个全连接层要做 48,000、10,080 和 840 次。卷积层只占参数的 4.2%，它们承担乘法的比例是多少？（0 到 1 之间）`,
    },
    name: 'shareOfWork',
    answer: 357_600 / 416_520,
    solution: '(117_600 + 240_000) / (117_600 + 240_000 + 48_000 + 10_080 + 840)',
    tolerance: 2e-3,
    misconceptions: [
      {
        id: 'dense',
        answer: 58_920 / 416_520,
        message: { en: 'That is the share of the dense layers.', zh: '这是全连接层的比例。' },
      },
      {
        id: 'ratio',
        answer: 357_600 / 58_920,
        message: {
          en: 'You divided by the dense layers. A share is of the whole.',
          zh: '你除以了全连接层的次数。比例应除以总数。',
        },
      },
      {
        id: 'percent',
        when: (given) => given > 50,
        message: { en: 'Give a number between 0 and 1: 100 % is 1.', zh: '请给出 0 到 1 之间的数：100% 就是 1。' },
      },
      {
        id: 'one-layer',
        answer: 240_000 / 416_520,
        message: { en: 'That is the second convolution alone.', zh: '这只是第二个卷积层。' },
      },
    ],
    hints: [
      { en: 'Convolutions over everything.', zh: '卷积层除以全部。' },
      { en: 'Everything is 416,520.', zh: '全部是 416,520。' },
      { en: '357,600 / 416,520.', zh: '357,600 / 416,520。' },
    ],
  }),
}
