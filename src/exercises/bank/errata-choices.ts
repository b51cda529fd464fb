// Errata hunt, choices: statements of the notes that the course grew from, put right by a word.
// Rule: ids are those of the list of errata (E.4 is erratum E4); every option says why it is right or wrong.
import { choice } from '../definition.ts'

export const errataChoices = {
  'E.4': choice({
    title: { en: 'What does the dot mean?', zh: '这个点是什么意思？' },
    statement: {
      en: 'The notes write the convolutional layer as $Y = X \\cdot W + b$. X is 3 × 3, W is 2 × 2, Y is 2 × 2. What must the dot be?',
      zh: '笔记把卷积层写成 $Y = X \\cdot W + b$。X 是 3 × 3，W 是 2 × 2，Y 是 2 × 2。这个点只能是什么？',
    },
    name: 'dot',
    options: {
      matrix: { en: 'the matrix product', zh: '矩阵乘法' },
      elements: { en: 'the product element by element', zh: '逐元素乘法' },
      correlation: { en: 'the cross-correlation, better written ⋆', zh: '互相关，最好写成 ⋆' },
      scalar: { en: 'the scalar product', zh: '数量积' },
    },
    answer: 'correlation',
    wrong: {
      matrix: {
        en: 'A 3 × 3 and a 2 × 2 matrix have no matrix product: 3 columns do not meet 2 rows.',
        zh: '3 × 3 与 2 × 2 的矩阵不能相乘：3 列对不上 2 行。',
      },
      elements: { en: 'Element by element, both would need the same shape.', zh: '逐元素相乘要求两者形状相同。' },
      scalar: { en: 'A scalar product is one number; Y has four.', zh: '数量积是一个数；Y 有四个。' },
    },
    hints: [
      { en: 'Check the shapes of each candidate.', zh: '检查每个选项的形状。' },
      { en: 'Which operation makes 2 × 2 out of 3 × 3 and 2 × 2?', zh: '哪种运算由 3 × 3 和 2 × 2 得到 2 × 2？' },
      { en: 'n − k + 1 = 2.', zh: 'n − k + 1 = 2。' },
    ],
    explanation: { en: 'Y = X ⋆ W + b.', zh: 'Y = X ⋆ W + b。' },
  }),

  'E.7': choice({
    title: { en: 'One letter, two meanings', zh: '一个字母，两个意思' },
    statement: {
      en: 'In $y_{i,j,k} = \\sum_{a=1}^{h} \\sum_{b=1}^{w} \\sum_{c=1}^{d} w_{a,b,c}\\, x_{i+a,\\,j+b,\\,k+c}$, which letter stands for two different things?',
      zh: '在 $y_{i,j,k} = \\sum_{a=1}^{h} \\sum_{b=1}^{w} \\sum_{c=1}^{d} w_{a,b,c}\\, x_{i+a,\\,j+b,\\,k+c}$ 中，哪个字母代表两种不同的东西？',
    },
    name: 'letter',
    options: { h: 'h', w: 'w', d: 'd', k: 'k' },
    answer: 'w',
    wrong: {
      h: {
        en: 'Here h is the upper limit of a, and nothing else. (Elsewhere in the notes it is the output too.)',
        zh: '这里 h 只是 a 的上限。（在笔记的其他地方它还表示输出。）',
      },
      d: { en: 'd is the upper limit of c, and nothing else.', zh: 'd 只是 c 的上限。' },
      k: { en: 'k is the third index of the output, and nothing else.', zh: 'k 只是输出的第三个下标。' },
    },
    hints: [
      { en: 'Look for a letter both above a sum and behind it.', zh: '找一个既在求和号上方、又在求和号后面的字母。' },
      { en: 'One of the sizes is also the name of the kernel.', zh: '有一个尺寸同时也是核的名字。' },
      { en: 'Width and weight.', zh: '宽度（width）与权重（weight）。' },
    ],
    explanation: {
      en: 'w is the width and the weight. That is why the course writes K for the kernel and k_h, k_w for its sizes.',
      zh: 'w 既是宽度又是权重。所以本课程用 K 表示核，用 k_h、k_w 表示它的尺寸。',
    },
  }),

  'E.10': choice({
    title: { en: '“By symmetry”', zh: '“由于对称性”' },
    statement: {
      en: `“By symmetry, cross-correlation and convolution do not differ in practice.” For *learned* kernels they do not, since the learned kernel just comes out
turned. For a *fixed* kernel it depends. Choose **all** kernels for which both give the same.`,
      zh: `“由于对称性，交叉相关和卷积在实际使用中没有区别。”对*学到的*核确实没有区别，因为学出来的核只是转了 180 度。对*固定的*核则要看情况。选出两种运算结果相同的**所有**核。`,
    },
    name: 'sameForBoth',
    options: {
      difference: '[[1, −1]]',
      laplacian: '[[0, 1, 0], [1, −4, 1], [0, 1, 0]]',
      sobel: '[[−1, 0, 1], [−2, 0, 2], [−1, 0, 1]]',
      blur: '[[1, 2, 1], [2, 4, 2], [1, 2, 1]] / 16',
      diagonal: '[[1, 0], [0, 1]]',
    },
    answer: ['laplacian', 'blur', 'diagonal'],
    wrong: {
      difference: {
        en: 'Turned, [1, −1] becomes [−1, 1]: all signs change.',
        zh: '[1, −1] 旋转后成为 [−1, 1]：符号全变。',
      },
      laplacian: {
        en: 'The Laplacian looks the same after a turn by 180 degrees.',
        zh: '拉普拉斯核旋转 180 度后不变。',
      },
      sobel: {
        en: 'Turned by 180 degrees, the Sobel kernel changes all its signs.',
        zh: 'Sobel 核旋转 180 度后符号全变。',
      },
      blur: { en: 'The Gaussian looks the same after a turn by 180 degrees.', zh: '高斯核旋转 180 度后不变。' },
      diagonal: {
        en: 'Turn [[1, 0], [0, 1]] by 180 degrees: the corners change places, and both are 1.',
        zh: '把 [[1, 0], [0, 1]] 旋转 180 度：两个角互换，而它们都是 1。',
      },
    },
    hints: [
      { en: 'Turn each kernel by 180 degrees.', zh: '把每个核旋转 180 度。' },
      {
        en: 'Read its numbers backwards: last row first, each row from the right.',
        zh: '把它的数倒着读：从最后一行开始，每行从右往左。',
      },
      { en: 'Three of the five read the same backwards.', zh: '五个中有三个倒着读也一样。' },
    ],
    explanation: {
      en: 'Both agree exactly for kernels that are point-symmetric: K[a][b] = K[−1 − a][−1 − b].',
      zh: '当且仅当核中心对称时两者相同。',
    },
  }),

  'E.12': choice({
    title: { en: 'A wrong label', zh: '贴错的标签' },
    statement: {
      en: `The notes transpose the image with two vertical edges, apply \`K = [[1, −1]]\`, and print the 8 × 5 result under “result of detecting vertical edges”. All its
numbers are 0. What is the right label?`,
      zh: `笔记把有两条竖直边缘的图像转置，用 \`K = [[1, −1]]\`，以“垂直边缘检测结果”为题打印出 8 × 5 的结果，里面全是 0。正确的标题是什么？`,
    },
    name: 'label',
    options: {
      vertical: { en: 'the vertical edges of the transposed image', zh: '转置图像中的竖直边缘' },
      horizontal: { en: 'the horizontal edges that K has found', zh: 'K 找到的水平边缘' },
      blind: {
        en: 'the answer of a detector of vertical edges to an image with horizontal ones: none',
        zh: '竖直边缘检测器对只有水平边缘的图像的响应：没有',
      },
      bug: { en: 'a bug: a transposed image cannot give zeros only', zh: '程序有错：转置的图像不可能全得到 0' },
    },
    answer: 'blind',
    wrong: {
      vertical: { en: 'The transposed image has no vertical edges any more.', zh: '转置后的图像已经没有竖直边缘。' },
      horizontal: { en: 'K has found nothing: all is 0.', zh: 'K 什么也没找到：全是 0。' },
      bug: { en: 'It can: neighbours within a row are equal everywhere.', zh: '可以：每一行中相邻的数处处相等。' },
    },
    hints: [
      { en: 'Which numbers does [[1, −1]] compare?', zh: '[[1, −1]] 比较的是哪些数？' },
      { en: 'Neighbours within a row.', zh: '同一行中的相邻两数。' },
      { en: 'What edges does the transposed image have?', zh: '转置后的图像有什么边缘？' },
    ],
    explanation: { en: 'The transposed kernel, [[1], [−1]], finds them.', zh: '转置的核 [[1], [−1]] 才能找到它们。' },
  }),

  'E.13': choice({
    title: { en: 'Large in the middle', zh: '中间大' },
    statement: {
      en: '“Edge detection: the middle is large, around it are negative numbers.” Which kernel does this sentence describe?',
      zh: '“边缘检测：中间大，周围是负数。”这句话说的是哪个核？',
    },
    name: 'described',
    options: {
      difference: '[[1, −1]]',
      laplacian: '[[−1, −1, −1], [−1, 8, −1], [−1, −1, −1]]',
      blur: '[[1, 2, 1], [2, 4, 2], [1, 2, 1]] / 16',
      sobel: '[[−1, 0, 1], [−2, 0, 2], [−1, 0, 1]]',
    },
    answer: 'laplacian',
    wrong: {
      difference: {
        en: 'That is the kernel of the code further down. It has no middle.',
        zh: '这是后面代码里的核。它没有中间。',
      },
      blur: {
        en: 'Large in the middle, but nothing is negative: this one blurs.',
        zh: '中间大，但没有负数：它用来模糊。',
      },
      sobel: { en: 'Its middle is 0.', zh: '它的中间是 0。' },
    },
    hints: [
      { en: 'Find the number in the middle of each.', zh: '看看每个核中间的数。' },
      { en: 'Only one has negative numbers all around.', zh: '只有一个四周全是负数。' },
      {
        en: '8 − 8 · 1 = 0: it answers to changes in any direction.',
        zh: '8 − 8 · 1 = 0：它对任何方向的变化都有响应。',
      },
    ],
    explanation: {
      en: 'The sentence belongs to the figure of a 3 × 3 Laplacian, not to the code with [[1, −1]]. Both add up to 0.',
      zh: '这句话属于 3 × 3 拉普拉斯核的那幅图，而不是用 [[1, −1]] 的代码。两者各数之和都是 0。',
    },
  }),

  'E.14': choice({
    title: { en: 'Where does the line end?', zh: '这一行在哪里断开？' },
    statement: {
      en: 'Line breaks got lost in the notes: `return YX = torch.tensor([[0.0, 1.0, 2.0], …])`. Which two lines were these?',
      zh: '笔记里丢了换行：`return YX = torch.tensor([[0.0, 1.0, 2.0], …])`。原来是哪两行？',
    },
    name: 'lines',
    options: {
      returned: '`return Y` ⏎ `X = torch.tensor(…)`',
      product: '`return Y·X` ⏎ `= torch.tensor(…)`',
      named: '`return` ⏎ `YX = torch.tensor(…)`',
      assigned: '`return YX =` ⏎ `torch.tensor(…)`',
    },
    answer: 'returned',
    wrong: {
      product: {
        en: 'A line cannot begin with =, and no product of X and Y occurs.',
        zh: '一行不能以 = 开头，也没有出现 X 与 Y 的乘积。',
      },
      named: {
        en: 'Then the function returned nothing, and print(Y) below had nothing to show.',
        zh: '那样函数什么也不返回，下面的 print(Y) 就没有东西可打印。',
      },
      assigned: { en: 'A return cannot assign.', zh: 'return 里不能赋值。' },
    },
    hints: [
      { en: 'What does the function corr2d compute and give back?', zh: '函数 corr2d 算出并返回什么？' },
      { en: 'It fills Y.', zh: '它填写 Y。' },
      { en: 'The next lines use X and K.', zh: '接下来的几行用到 X 和 K。' },
    ],
    explanation: {
      en: 'The function ends with return Y; the example begins with X = ….',
      zh: '函数以 return Y 结束；例子以 X = … 开始。',
    },
  }),

  'E.16': choice({
    title: { en: 'Invariant, really?', zh: '真的不变吗？' },
    statement: {
      en: `The notes call the behaviour of the first layers “translation invariance”. Images are shifted in a circle, by any number of pixels, and convolutions pad in
a circle. Which of these networks gives exactly the same output for the shifted image?`,
      zh: `笔记把前面几层的性质称为“平移不变性”。设图像循环移动任意多个像素，卷积也用循环填充。下面哪个网络对移动后的图像给出完全相同的输出？`,
    },
    name: 'invariantNetwork',
    options: {
      layer: { en: 'convolution, ReLU', zh: '卷积，ReLU' },
      strided: { en: 'convolution with stride 2, ReLU', zh: '步幅为 2 的卷积，ReLU' },
      dense: { en: 'convolution, ReLU, flatten, dense layer', zh: '卷积，ReLU，展平，全连接层' },
      pooled: { en: 'convolution, ReLU, global maximum', zh: '卷积，ReLU，全局最大值' },
    },
    answer: 'pooled',
    wrong: {
      layer: { en: 'Its output moves along: it is equivariant.', zh: '它的输出随之移动：它是等变的。' },
      strided: {
        en: 'With stride 2 it is not even equivariant to shifts by one pixel.',
        zh: '步幅为 2 时，它对移动一个像素甚至不是等变的。',
      },
      dense: {
        en: 'The dense layer has other weights for each place, so its output changes.',
        zh: '全连接层对每个位置有不同的权重，所以输出会变。',
      },
    },
    hints: [
      { en: 'What does a shift do to the map behind the convolution?', zh: '移动会使卷积之后的特征图怎样？' },
      { en: 'The map moves along; its numbers stay.', zh: '特征图随之移动，其中的数不变。' },
      { en: 'Which head does not care where a number stands?', zh: '哪种头部不在乎数在什么位置？' },
    ],
    explanation: {
      en: 'Layers are equivariant; invariance comes only with a head that forgets the place.',
      zh: '卷积层是平移等变的；只有不计位置的头部才带来不变性。',
    },
  }),

  'E.19': choice({
    title: { en: 'An idle import', zh: '闲着的导入' },
    statement: {
      en: `The code of the notes begins with \`import torch\`, \`from torch import nn\` and \`from d2l import torch as d2l\`; then come \`torch.zeros\`, \`torch.tensor\`,
\`torch.ones\`, \`nn.Module\`, \`nn.Parameter\` and \`nn.Conv2d\`. Which import could go?`,
      zh: `笔记的代码以 \`import torch\`、\`from torch import nn\`、\`from d2l import torch as d2l\` 开头；之后用到 \`torch.zeros\`、\`torch.tensor\`、\`torch.ones\`、\`nn.Module\`、\`nn.Parameter\`
和 \`nn.Conv2d\`。哪个导入可以去掉？`,
    },
    name: 'idle',
    options: { torch: '`torch`', nn: '`nn`', d2l: '`d2l`', none: { en: 'none', zh: '都不能' } },
    answer: 'd2l',
    wrong: {
      torch: { en: 'torch.zeros and others need it.', zh: 'torch.zeros 等需要它。' },
      nn: { en: 'nn.Module and others need it.', zh: 'nn.Module 等需要它。' },
      none: { en: 'Look for each name in the code.', zh: '在代码中找找每个名字。' },
    },
    hints: [
      { en: 'Look for each name in the code below.', zh: '在下面的代码中找找每个名字。' },
      { en: 'torch and nn occur.', zh: 'torch 和 nn 都出现了。' },
      { en: 'The third never does.', zh: '第三个从未出现。' },
    ],
    explanation: {
      en: 'd2l is never used, so the code runs without that package.',
      zh: 'd2l 从未用到，所以没有这个包代码也能运行。',
    },
  }),
}
