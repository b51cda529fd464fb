// What is particular about a case, in the words that several exercises share.
// Rule: it tells the sort of input and never its numbers, since it is shown for hidden cases too.

export const about = {
  ordinary: { en: 'random numbers', zh: '随机的数' },
  larger: { en: 'larger numbers', zh: '较大的数' },
  smallest: { en: 'the smallest input that there is', zh: '最小的输入' },
  single: { en: 'a single element', zh: '只有一个元素' },
  wide: { en: 'an input that is wider than high', zh: '宽大于高的输入' },
  tall: { en: 'an input that is higher than wide', zh: '高大于宽的输入' },
  square: { en: 'a square input', zh: '正方形的输入' },
  exact: { en: 'a division without remainder', zh: '恰好整除' },
  remainder: { en: 'a division with a remainder', zh: '有余数的除法' },
  negative: { en: 'negative numbers', zh: '负数' },
  long: { en: 'a long input', zh: '较长的输入' },
  short: { en: 'a short input', zh: '较短的输入' },
} as const
