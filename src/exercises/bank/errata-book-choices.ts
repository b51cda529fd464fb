// Errata hunt, choices: statements of the book and other sources, put right by a word.
// Rule: ids are those of the list of errata (D.2 is erratum D2); every option says why it is right or wrong.
import { choice } from '../definition.ts'

export const errataBookChoices = {
  'D.2': choice({
    title: { en: '“Invariance (or equivariance)”', zh: '“不变性（或等变性）”' },
    statement: {
      en: 'The book writes “translation invariance (or equivariance)”, as if both were one. Which task shows that they are not: it needs equivariance and would be impossible with invariance?',
      zh: '书上写“平移不变性（或等变性）”，仿佛两者是一回事。哪个任务能说明并非如此：它需要等变性，而有了不变性就做不成？',
    },
    name: 'task',
    options: {
      where: { en: 'Draw a box around the cat.', zh: '给猫画一个框。' },
      whether: { en: 'Say whether there is a cat.', zh: '判断有没有猫。' },
      count: { en: 'Count the cats.', zh: '数一数有几只猫。' },
      brightness: { en: 'Give the mean brightness.', zh: '求平均亮度。' },
    },
    answer: 'where',
    wrong: {
      whether: {
        en: 'The answer is the same wherever the cat sits: invariance is what is wanted.',
        zh: '猫在哪里答案都一样：需要的正是不变性。',
      },
      count: { en: 'The number stays the same when the picture moves.', zh: '图片移动时数目不变。' },
      brightness: { en: 'The mean stays the same when the picture moves.', zh: '图片移动时平均值不变。' },
    },
    hints: [
      { en: 'For which task must the answer change when the cat moves?', zh: '猫移动时，哪个任务的答案必须改变？' },
      { en: 'An invariant answer cannot know the place.', zh: '不变的答案无从知道位置。' },
      { en: 'One of the tasks asks “where”.', zh: '有一个任务问的是“哪里”。' },
    ],
    explanation: { en: 'The box has to move along with the cat: equivariance.', zh: '框要随着猫移动：这就是等变性。' },
  }),

  'D.5': choice({
    title: { en: 'One example, three answers', zh: '一个例子，三个答案' },
    statement: {
      en: `The book shows one example in several frameworks as if all gave (2, 2): an 8 × 8 image, kernel 3 × 5, padding 0 and 1, stride 3 and 4. One of these calls
gives [2, 1]. Which one?`,
      zh: `书上用几种框架给出同一个例子，似乎都得到 (2, 2)：8 × 8 的图像，核 3 × 5，填充 0 和 1，步幅 3 和 4。下面有一种写法得到 [2, 1]。是哪一种？`,
    },
    name: 'call',
    options: {
      explicit: {
        en: 'padding given in numbers: 0 above and below, 1 left and right',
        zh: '用数字给出填充：上下 0，左右 1',
      },
      valid: "`padding: 'valid'`",
      same: "`padding: 'same'`",
    },
    answer: 'valid',
    wrong: {
      explicit: {
        en: '⌊(8 + 2 − 5) / 4⌋ + 1 = 2 columns: this is the (2, 2) that the book means.',
        zh: '⌊(8 + 2 − 5) / 4⌋ + 1 = 2 列：这正是书上说的 (2, 2)。',
      },
      same: {
        en: '“same” gives ⌈8 / 3⌉ rows and ⌈8 / 4⌉ columns: [3, 2].',
        zh: '“same”给出 ⌈8 / 3⌉ 行、⌈8 / 4⌉ 列：[3, 2]。',
      },
    },
    hints: [
      { en: 'Work out the columns for each.', zh: '分别算出列数。' },
      {
        en: 'One column: the width before sliding must be 8 and not 10.',
        zh: '一列：滑动之前的宽度应是 8 而不是 10。',
      },
      { en: 'Which one pads nothing?', zh: '哪一种什么也不填充？' },
    ],
    explanation: {
      en: '“valid” pads nothing: ⌊(8 − 5) / 4⌋ + 1 = 1 column.',
      zh: '“valid”不填充：⌊(8 − 5) / 4⌋ + 1 = 1 列。',
    },
  }),

  'D.10': choice({
    title: { en: '“Replace the softmax layer with ReLU”', zh: '“用 ReLU 替换 softmax 层”' },
    statement: {
      en: 'An exercise of the book on LeNet says: replace average pooling by max pooling, and “the softmax layer with ReLU”. What did its author mean?',
      zh: '书中关于 LeNet 的一道练习说：用最大汇聚替换平均汇聚，并“用 ReLU 替换 softmax 层”。作者的本意是什么？',
    },
    name: 'meant',
    options: {
      softmax: { en: 'the softmax at the end', zh: '末尾的 softmax' },
      sigmoid: { en: 'the sigmoids behind the layers', zh: '各层之后的 sigmoid' },
      pooling: { en: 'the poolings', zh: '汇聚层' },
      dense: { en: 'the last dense layer', zh: '最后的全连接层' },
    },
    answer: 'sigmoid',
    wrong: {
      softmax: {
        en: 'Then the ten outputs would be no probabilities any more, and cross-entropy would take logarithms of 0.',
        zh: '那样十个输出就不再是概率，交叉熵会对 0 取对数。',
      },
      pooling: { en: 'The poolings are the other half of the exercise.', zh: '汇聚是这道题的另一半。' },
      dense: {
        en: 'ReLU has no weights; it cannot make 10 numbers out of 84.',
        zh: 'ReLU 没有权重，不能把 84 个数变成 10 个。',
      },
    },
    hints: [
      { en: 'Which functions does ReLU usually replace?', zh: 'ReLU 通常取代什么函数？' },
      { en: 'Other activation functions.', zh: '别的激活函数。' },
      { en: 'LeNet of 1998 has one behind each layer.', zh: '1998 年的 LeNet 每层之后都有一个。' },
    ],
    explanation: {
      en: 'The modern LeNet has ReLU for the sigmoid and max for average pooling; the softmax stays.',
      zh: '现代版 LeNet 用 ReLU 取代 sigmoid、用最大汇聚取代平均汇聚；softmax 保留。',
    },
  }),

  'D.12': choice({
    title: { en: 'Accurate to e-8?', zh: '精确到 e-8？' },
    statement: {
      en: `An assignment of Stanford’s CS231n checks gradients by differences with h = 10⁻⁵ and wants a relative error around 10⁻⁸. It computes in float64. Your tensors are float32, with about 7 digits.
What should you do?`,
      zh: `斯坦福 CS231n 的一份作业用 h = 10⁻⁵ 的差商检查梯度，要求相对误差在 10⁻⁸ 左右。它用 float64 计算。你的张量是 float32，大约 7 位有效数字。应当怎么办？`,
    },
    name: 'remedy',
    options: {
      smaller: { en: 'Take a smaller h, such as 10⁻⁶.', zh: '取更小的 h，例如 10⁻⁶。' },
      double: {
        en: 'Check in float64, or take h = 10⁻² … 10⁻³ and expect about 10⁻³ … 10⁻⁴.',
        zh: '用 float64 检查，或取 h = 10⁻² … 10⁻³，只期望约 10⁻³ … 10⁻⁴。',
      },
      search: {
        en: 'Look for the mistake in the gradient: 10⁻⁸ can be reached.',
        zh: '去找梯度里的错误：10⁻⁸ 是能达到的。',
      },
      batch: { en: 'Use more examples.', zh: '用更多样本。' },
    },
    answer: 'double',
    wrong: {
      smaller: {
        en: 'It becomes worse: two nearly equal numbers of 7 digits are subtracted. With h = 10⁻⁶ about 9 % of error were measured.',
        zh: '会更糟：相减的是两个几乎相等的 7 位数。h = 10⁻⁶ 时测得误差约 9%。',
      },
      search: { en: 'A number of 7 digits cannot agree to 8.', zh: '7 位的数不可能有 8 位一致。' },
      batch: {
        en: 'The number of examples does not change the precision of a number.',
        zh: '样本数不会改变数的精度。',
      },
    },
    hints: [
      {
        en: 'f(x + h) and f(x − h) are nearly equal. What is left of 7 digits in their difference?',
        zh: 'f(x + h) 与 f(x − h) 几乎相等。7 位有效数字在它们的差里还剩几位？',
      },
      { en: 'The smaller h, the fewer.', zh: 'h 越小，剩得越少。' },
      { en: 'So a larger h, or more digits.', zh: '所以要更大的 h，或更多位数。' },
    ],
    explanation: {
      en: 'So numericalGradient of tensorcell/conv computes in float64, and checkGradients, on float32 tensors, takes h = 10⁻².',
      zh: '所以 tensorcell/conv 的 numericalGradient 用 float64 计算，而作用于 float32 张量的 checkGradients 取 h = 10⁻²。',
    },
  }),

  'D.15': choice({
    title: { en: 'On which side?', zh: '补在哪一边？' },
    statement: {
      en: `A convolution (k = 3, s = 2, p = 1) makes 3 × 3 out of 6 × 6. An animation shows its transpose, from 3 × 3 back to 6 × 6: zeros between the numbers make 5 × 5, and
three more rows of zeros are needed around. The animation has two above and one below. Where do they belong? (vdumoulin/conv_arithmetic, issue 11)`,
      zh: `一个卷积（k = 3、s = 2、p = 1）由 6 × 6 得到 3 × 3。有个动画演示它的转置，从 3 × 3 回到 6 × 6：数之间插零成为 5 × 5，四周还要再加三行零。动画里是上面两行、下面一行。
应当怎样放？（vdumoulin/conv_arithmetic 的 issue 11）`,
    },
    name: 'side',
    options: {
      shown: { en: 'two above, one below, as shown', zh: '上面两行，下面一行，如动画所示' },
      mended: { en: 'one above, two below', zh: '上面一行，下面两行' },
      below: { en: 'all three below', zh: '三行都在下面' },
      either: { en: 'it makes no difference', zh: '没有区别' },
    },
    answer: 'mended',
    wrong: {
      shown: {
        en: 'Then everything comes out one row too low: the first window of the convolution begins one row above the image, and the way back must undo just that.',
        zh: '那样一切都低了一行：卷积的第一个窗口从图像上方一行开始，反过来也应恰好抵消这一行。',
      },
      below: { en: 'Then everything comes out one row too high.', zh: '那样一切都高了一行。' },
      either: {
        en: 'The size is the same, but the picture would be moved by a row.',
        zh: '尺寸相同，但图像会移动一行。',
      },
    },
    hints: [
      {
        en: 'The convolution leaves something over at one end of its 6 + 2 rows. At which?',
        zh: '卷积的 6 + 2 行有一端剩下一行。是哪一端？',
      },
      {
        en: 'Its windows begin at rows −1, 1, 3; the last one ends at row 5. Row 6, of the padding, is never read.',
        zh: '窗口从第 −1、1、3 行开始，最后一个到第 5 行为止。填充的第 6 行从未被读到。',
      },
      { en: 'Above: k − 1 − p = 1 row. The rest goes below.', zh: '上面：k − 1 − p = 1 行。其余放在下面。' },
    ],
    explanation: {
      en: 'k − 1 − p = 1 before, and one more after, since the convolution leaves its last row of padding unread.',
      zh: '前面 k − 1 − p = 1 行；后面多一行，因为卷积没有读到最后一行填充。',
    },
  }),
}
