// The 20 mistakes of the lecture notes that the course grew from, each as what is right instead.
// Rule: the sentence says what a cell shows when it runs the wrong form beside the right one.
import type { Language } from '../words/language.ts'

type Correction = Readonly<Record<Language, string>>

/** Number → what is right. */
export const errata = {
  'erratum-1': { en: 'x[i+a, j+b], not x[i+a, i+b].', zh: '是 x[i+a, j+b]，不是 x[i+a, i+b]。' },
  'erratum-2': {
    en: 'With shared weights the bias is shared too: b, not b[i,j].',
    zh: '权重共享后偏置也要共享：是 b，不是 b[i,j]。',
  },
  'erratum-3': {
    en: 'v[a,b] = 0 when |a| > Δ or |b| > Δ: “or”, not “and”.',
    zh: '|a| > Δ “或” |b| > Δ 时 v[a,b] = 0，不是“且”。',
  },
  'erratum-4': { en: 'Y = X ⋆ W + b, no matrix product.', zh: '是 Y = X ⋆ W + b，不是矩阵乘法。' },
  'erratum-5': { en: 'In one dimension: x[i+a], not x[i+1].', zh: '一维公式是 x[i+a]，不是 x[i+1]。' },
  'erratum-6': {
    en: 'Counting from 1, the index is i+a−1; with i+a the first element is never read.',
    zh: '下标从 1 开始时应为 i+a−1；写成 i+a 就读不到第一个元素。',
  },
  'erratum-7': {
    en: 'One letter, one meaning: h, w and b each meant two or three things.',
    zh: '一个字母只表示一个意思：原文的 h、w、b 各有两三种含义。',
  },
  'erratum-8': {
    en: 'Shapes are (height, width), not (width, height).',
    zh: '形状是（高度，宽度），不是（宽度，高度）。',
  },
  'erratum-9': {
    en: 'Convolution and cross-correlation are two operations: convolution turns the kernel.',
    zh: '卷积和互相关是两种运算：卷积要翻转核。',
  },
  'erratum-10': {
    en: 'They are interchangeable because kernels are learned, not by symmetry.',
    zh: '两者可以互换是因为核是学出来的，而不是“由于对称性”。',
  },
  'erratum-11': {
    en: 'The loss is the sum of squared errors, not the mean.',
    zh: '损失是平方误差之和，不是均方误差。',
  },
  'erratum-12': {
    en: 'What is printed for the transposed image is the empty result on horizontal edges.',
    zh: '转置图像上打印的是水平边缘的（全零）结果，不是“垂直边缘检测结果”。',
  },
  'erratum-13': {
    en: '“Middle large, surround negative” describes the 3 × 3 Laplacian, not [1, −1].',
    zh: '“中间大，周围是负数”说的是 3 × 3 拉普拉斯核，不是 [1, −1]。',
  },
  'erratum-14': {
    en: 'Statements stand on lines of their own; merged they do not parse.',
    zh: '语句要各占一行；粘在一起就无法解析。',
  },
  'erratum-15': {
    en: 'The 3.6 billion are the weights of the first layer, without biases and output layer.',
    zh: '36 亿是第一层的权重数，不含偏置和输出层。',
  },
  'erratum-16': {
    en: 'A convolutional layer is equivariant; invariant is only what pools over all places.',
    zh: '卷积层是平移等变的；对所有位置汇聚之后才是平移不变的。',
  },
  'erratum-17': {
    en: 'One update with all data is a step, not an epoch of many.',
    zh: '用全部数据更新一次是一步，原文却称之为“epoch”。',
  },
  'erratum-18': {
    en: 'A new shape gets a new name; rebinding X breaks the cells above.',
    zh: '变形后的张量要用新名字；重新绑定 X 会使前面的单元格无法再运行。',
  },
  'erratum-19': { en: 'An import that is not used is left out.', zh: '没有用到的导入应当去掉。' },
  'erratum-20': {
    en: 'For video the order of the axes is stated: depth (time), height, width.',
    zh: '处理视频时要说明轴的顺序：深度（时间）、高、宽。',
  },
} as const satisfies Record<string, Correction>
