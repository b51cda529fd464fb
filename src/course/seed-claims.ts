// The 56 statements of the lecture notes that the course grew from, each in its correct form.
// Rule: a statement is one sentence that a cell can show to be true; what the notes had wrong stands in errata.ts.
import type { Language } from '../words/language.ts'

type Statement = Readonly<Record<Language, string>>

/** Number → statement. The numbers are the order in the notes. */
export const seedClaims = {
  'seed-1': { en: 'A 12-megapixel photograph has 12,000,000 pixels.', zh: '1200 万像素的照片有 12,000,000 个像素。' },
  'seed-2': { en: 'In RGB it has 36,000,000 elements.', zh: 'RGB 三通道共有 36,000,000 个元素。' },
  'seed-3': {
    en: 'One hidden layer of 100 units on it has 3,600,000,000 weights, and 100 biases.',
    zh: '接一个 100 个单元的隐藏层，就有 3,600,000,000 个权重，外加 100 个偏置。',
  },
  'seed-4': {
    en: 'That is very large: 14.4 GB in float32, 57.6 GB to train with Adam.',
    zh: '这个数量非常大：float32 存储要 14.4 GB，用 Adam 训练要 57.6 GB。',
  },
  'seed-5': {
    en: 'Early layers respond alike to the same patch wherever it is: the layer is equivariant to translation.',
    zh: '同样的图像区域无论出现在哪里，前几层的响应都相似：这一层是平移等变的。',
  },
  'seed-6': {
    en: 'Early layers look at local regions only: a far pixel changes nothing.',
    zh: '前几层只看局部区域：远处的像素不起任何作用。',
  },
  'seed-7': {
    en: 'Local features are finally aggregated for a prediction about the whole image.',
    zh: '局部特征最终被聚合起来，用于整张图像的预测。',
  },
  'seed-8': {
    en: 'Inputs and outputs are reshaped into matrices: height (rows) first, then width (columns).',
    zh: '输入和输出变形为矩阵：先高度（行），后宽度（列）。',
  },
  'seed-9': {
    en: 'The weights of a dense layer become a 4-D tensor from (h, w) to (h′, w′).',
    zh: '全连接层的权重变形为从 (h, w) 到 (h′, w′) 的四维张量。',
  },
  'seed-10': { en: 'h[i,j] = b[i,j] + Σₖ Σₗ w[i,j,k,l] · x[k,l]', zh: 'h[i,j] = b[i,j] + Σₖ Σₗ w[i,j,k,l] · x[k,l]' },
  'seed-11': {
    en: 'v[i,j,a,b] = w[i,j,i+a,j+b] re-indexes w; nothing is lost.',
    zh: 'v[i,j,a,b] = w[i,j,i+a,j+b] 只是对 w 重新索引，信息不变。',
  },
  'seed-12': {
    en: 'h[i,j] = b[i,j] + Σₐ Σ_b v[i,j,a,b] · x[i+a,j+b]',
    zh: 'h[i,j] = b[i,j] + Σₐ Σ_b v[i,j,a,b] · x[i+a,j+b]',
  },
  'seed-13': {
    en: 'The offsets a, b run over negative and positive values and cover the image: (2h−1)(2w−1) of them.',
    zh: '偏移 a、b 取遍正负值，覆盖整张图像：共 (2h−1)(2w−1) 个。',
  },
  'seed-14': {
    en: 'The value at (i, j) is a weighted sum of the pixels around (i, j), with the weights v[i,j,a,b].',
    zh: '(i, j) 处的值是以 (i, j) 为中心、以 v[i,j,a,b] 为权重的像素加权和。',
  },
  'seed-15': { en: 'A shift of x gives the same shift of h.', zh: 'x 平移，h 也同样平移。' },
  'seed-16': {
    en: 'This holds exactly when v does not depend on (i, j): v[i,j,a,b] = v[a,b].',
    zh: '当且仅当 v 不依赖于 (i, j)，即 v[i,j,a,b] = v[a,b] 时，上一条成立。',
  },
  'seed-17': { en: 'h[i,j] = b + Σₐ Σ_b v[a,b] · x[i+a,j+b]', zh: 'h[i,j] = b + Σₐ Σ_b v[a,b] · x[i+a,j+b]' },
  'seed-18': {
    en: 'What deep learning calls a 2-D convolution is, in mathematics, a 2-D cross-correlation.',
    zh: '深度学习所说的二维卷积，数学上是二维互相关。',
  },
  'seed-19': {
    en: 'Sharing shrinks the weights a lot: from 10¹² to 3,996,001 for one megapixel.',
    zh: '权重共享使参数大为减少：对 100 万像素，从 10¹² 减到 3,996,001。',
  },
  'seed-20': {
    en: 'h[i,j] should not use pixels far from (i, j).',
    zh: '计算 h[i,j] 时不应使用远离 (i, j) 的像素。',
  },
  'seed-21': {
    en: 'Locality sets v[a,b] = 0 when |a| > Δ or |b| > Δ; (2Δ+1)² weights are left.',
    zh: '局部性：当 |a| > Δ 或 |b| > Δ 时令 v[a,b] = 0，剩下 (2Δ+1)² 个权重。',
  },
  'seed-22': {
    en: 'h[i,j] = b + Σₐ Σ_b v[a,b] · x[i+a,j+b], with a and b from −Δ to Δ',
    zh: 'h[i,j] = b + Σₐ Σ_b v[a,b] · x[i+a,j+b]，其中 a、b 从 −Δ 到 Δ',
  },
  'seed-23': {
    en: 'A dense layer with translation invariance and locality is a convolutional layer, to the last digit.',
    zh: '对全连接层加上平移不变性和局部性，得到的就是卷积层，数值完全相同。',
  },
  'seed-24': {
    en: 'Cross-correlation: multiply the numbers that lie on each other, then add.',
    zh: '互相关：对应位置的数相乘，再相加。',
  },
  'seed-25': { en: 'The input X has the shape n_h × n_w.', zh: '输入 X 的形状是 n_h × n_w。' },
  'seed-26': { en: 'The kernel W has the shape k_h × k_w.', zh: '卷积核 W 的形状是 k_h × k_w。' },
  'seed-27': { en: 'The bias b is one number for an output channel.', zh: '偏置 b 是一个标量（每个输出通道一个）。' },
  'seed-28': {
    en: 'The output has the shape (n_h − k_h + 1) × (n_w − k_w + 1): the number of places of the kernel.',
    zh: '输出的形状是 (n_h − k_h + 1) × (n_w − k_w + 1)，即卷积核可以放置的位置数。',
  },
  'seed-29': { en: 'Y = X ⋆ W + b, where ⋆ is cross-correlation.', zh: 'Y = X ⋆ W + b，其中 ⋆ 是互相关。' },
  'seed-30': { en: 'W and b are learned.', zh: 'W 和 b 是可学习的参数。' },
  'seed-31': {
    en: 'Kernels find edges, sharpen and blur: their weights sum to 0, 1 and 1.',
    zh: '不同的卷积核分别做边缘检测、锐化和模糊：各自的权重和为 0、1、1。',
  },
  'seed-32': {
    en: 'For a learned kernel, cross-correlation and convolution make no difference: one learns the other, turned.',
    zh: '卷积核是学出来的，所以用互相关还是卷积没有区别：学到的核互为翻转。',
  },
  'seed-33': {
    en: 'In one dimension: y[i] = Σₐ w[a] · x[i+a], a from 0 to k−1',
    zh: '一维：y[i] = Σₐ w[a] · x[i+a],a 从 0 到 k−1',
  },
  'seed-34': { en: 'One dimension serves text, speech and time series.', zh: '一维用于文本、语言和时间序列。' },
  'seed-35': {
    en: 'In three dimensions: y[i,j,k] = Σₐ Σ_b Σ_c w[a,b,c] · x[i+a,j+b,k+c]',
    zh: '三维：y[i,j,k] = Σₐ Σ_b Σ_c w[a,b,c] · x[i+a,j+b,k+c]',
  },
  'seed-36': {
    en: 'Three dimensions serve video, medical images and weather maps.',
    zh: '三维用于视频、医学图像和气象地图。',
  },
  'seed-37': {
    en: 'A convolutional layer correlates with a kernel and adds a bias, both learned; the size of the kernel is a hyper-parameter.',
    zh: '卷积层把输入和核做互相关再加偏置；核与偏置是可学习的参数，核的大小是超参数。',
  },
  'seed-38': { en: 'The program imports what it uses, and nothing else.', zh: '程序只导入它用到的东西。' },
  'seed-39': {
    en: '`corr2d` is two loops around the sum of (window · kernel).',
    zh: '`corr2d` 就是两重循环，里面是（窗口·核）的求和。',
  },
  'seed-40': {
    en: '[[0,1,2],[3,4,5],[6,7,8]] ⋆ [[0,1],[2,3]] = [[19,25],[37,43]]',
    zh: '[[0,1,2],[3,4,5],[6,7,8]] ⋆ [[0,1],[2,3]] = [[19,25],[37,43]]',
  },
  'seed-41': {
    en: 'The layer Conv2D: a random kernel, a zero bias, and forward = corr2d + bias.',
    zh: 'Conv2D 层：随机初始化的核、为零的偏置，前向传播 = corr2d + 偏置。',
  },
  'seed-42': { en: 'What is trained are the kernel and the scalar bias.', zh: '被训练的参数是卷积核和标量偏置。' },
  'seed-43': {
    en: 'A layer with an h × w kernel is called an h × w convolutional layer.',
    zh: '带有 h × w 卷积核的卷积层称为 h × w 卷积层。',
  },
  'seed-44': {
    en: 'The edge image is 6 × 8, ones with zeros in the columns 2 to 5.',
    zh: '边缘图像是 6 × 8 的矩阵，第 2 到 5 列为 0，其余为 1。',
  },
  'seed-45': {
    en: 'The kernel [1, −1] gives 0 for equal neighbours, and not 0 otherwise.',
    zh: '核 [1, −1] 对相同的相邻元素输出 0，否则输出非 0。',
  },
  'seed-46': {
    en: 'On the edge image it gives 0, 1, 0, 0, 0, −1, 0 in each row.',
    zh: '作用于边缘图像，每一行都得到 0, 1, 0, 0, 0, −1, 0。',
  },
  'seed-47': {
    en: 'On the transposed image it finds nothing: it sees vertical edges only.',
    zh: '作用于转置后的图像，结果全为 0：它只能检测垂直边缘。',
  },
  'seed-48': {
    en: 'A layer with a 1 × 2 kernel and no bias has two parameters.',
    zh: '核为 1 × 2、没有偏置的卷积层有两个参数。',
  },
  'seed-49': {
    en: 'A layer takes four axes: batch, height, width, channel in TensorFlow.js; batch, channel, height, width in PyTorch.',
    zh: '卷积层的输入有四个轴：TensorFlow.js 是（批量、高、宽、通道），PyTorch 是（批量、通道、高、宽）。',
  },
  'seed-50': {
    en: 'A learning rate of 0.03 and ten steps suffice; from 1/30 on it diverges.',
    zh: '学习率 0.03、迭代 10 次就够了；学习率到 1/30 就会发散。',
  },
  'seed-51': { en: 'The loss (Ŷ − Y)² is summed over all elements.', zh: '损失 (Ŷ − Y)² 对所有元素求和。' },
  'seed-52': {
    en: 'A step: gradients from zero, backward, w ← w − lr · gradient.',
    zh: '一步迭代：梯度清零、反向传播、w ← w − lr · 梯度。',
  },
  'seed-53': {
    en: 'The loss falls as the book prints it: 6.4, 1.2, 0.27, 0.070, 0.022 at the steps 2, 4, 6, 8, 10.',
    zh: '损失如书中所印地下降：第 2、4、6、8、10 步为 6.4、1.2、0.27、0.070、0.022。',
  },
  'seed-54': { en: 'The learned kernel is close to [1, −1].', zh: '学到的卷积核接近 [1, −1]。' },
  'seed-55': {
    en: 'Convolution means fewer parameters to train (and not fewer multiplications).',
    zh: '卷积减少了要训练的参数（但并不减少乘法次数）。',
  },
  'seed-56': {
    en: 'Translation invariance and locality of patterns make it reasonable; where they do not hold, it hurts.',
    zh: '模式的平移不变性和局部性保证了这样做是合理的；当它们不成立时，反而有害。',
  },
} as const satisfies Record<string, Statement>
