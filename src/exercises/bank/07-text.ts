// Exercises of lesson 07: text, one dimension with a channel for each letter.
// Rule: a text is lower-case letters and spaces; places count from 0.
import { code } from '../definition.ts'
import { whole } from './inputs.ts'

/** How many letters of the pattern agree at each place: the response of a one-hot kernel. */
const agreements = (text: string, pattern: string): number[] =>
  Array.from(
    { length: text.length - pattern.length + 1 },
    (_, i) => [...pattern].filter((letter, a) => text[i + a] === letter).length,
  )

export const texts = {
  '07.4': code({
    title: { en: 'Detect a pattern in a text', zh: '在文本中检测模式' },
    statement: {
      en: `Written one-hot, each letter of a text is a column with a single 1. A kernel that is the one-hot \`pattern\` then counts at each
place how many letters agree. Write \`matches(text, pattern)\`: that number for each place where the pattern fits.

\`matches('singing', 'ing')\` is \`[0, 3, 0, 0, 3]\`: an exact match gives 3, the length of the pattern.`,
      zh: `用独热编码时，文本的每个字母是只有一个 1 的列。以 \`pattern\` 的独热编码为核，每个位置的响应就是相同字母的个数。
写出 \`matches(text, pattern)\`：在模式能放进去的每个位置给出这个数。

\`matches('singing', 'ing')\` 是 \`[0, 3, 0, 0, 3]\`：完全匹配时得到 3，即模式的长度。`,
    },
    name: 'matches',
    starter: `function matches(text: string, pattern: string): number[] {
  return todo()
}`,
    solution: `function matches(text: string, pattern: string): number[] {
  const y: number[] = []
  for (let i = 0; i + pattern.length <= text.length; i++) {
    let sum = 0
    for (let a = 0; a < pattern.length; a++) sum += text[i + a] === pattern[a] ? 1 : 0
    y.push(sum)
  }
  return y
}`,
    hints: [
      {
        en: 'The product of two one-hot columns is 1 if the letters are the same, else 0.',
        zh: '两个独热列的乘积：字母相同为 1，否则为 0。',
      },
      {
        en: 'It is 07.1 with “is the same letter” in place of the product.',
        zh: '它就是 07.1，只是把乘积换成“字母是否相同”。',
      },
      {
        en: 'Add text[i + a] === pattern[a] ? 1 : 0 over all a.',
        zh: '对所有 a 累加 text[i + a] === pattern[a] ? 1 : 0。',
      },
    ],
    reference: (text: string, pattern: string): number[] => agreements(text, pattern),
    examples: [['singing', 'ing']],
    cases: (rng) => [
      {
        input: ['bring the king a ring'.slice(whole(rng, 0, 3)), 'ing'],
        about: { en: 'several matches', zh: '有多处匹配' },
      },
      { input: ['the lion sang in the night', 'ing'], about: { en: 'near misses', zh: '差一点就匹配' } },
      { input: ['banana bandana', 'ana'], about: { en: 'matches that overlap', zh: '互相重叠的匹配' } },
      { input: ['going', 'doing'], about: { en: 'a pattern as long as the text', zh: '与文本一样长的模式' } },
    ],
    misconceptions: [
      {
        id: 'exact-only',
        answer: (text, pattern) => agreements(text, pattern).map((count) => (count === pattern.length ? count : 0)),
        message: {
          en: 'You give 0 unless everything agrees. A kernel adds: two letters of three give 2. The threshold comes afterwards.',
          zh: '你在没有完全匹配时给出 0。核是求和的：三个字母中两个相同得 2。阈值是之后的事。',
        },
      },
      {
        id: 'any-letter',
        answer: (text, pattern) =>
          agreements(text, pattern).map(
            (_, i) => [...text.slice(i, i + pattern.length)].filter((letter) => pattern.includes(letter)).length,
          ),
        message: {
          en: 'You count letters that are anywhere in the pattern. Letter a of the pattern meets letter i + a of the text alone.',
          zh: '你数的是出现在模式任何位置的字母。模式的第 a 个字母只与文本的第 i + a 个字母比较。',
        },
      },
      {
        id: 'flipped',
        answer: (text, pattern) => agreements(text, [...pattern].toReversed().join('')),
        message: {
          en: 'You look for the pattern backwards: that is convolution.',
          zh: '你找的是倒过来的模式：那是卷积。',
        },
      },
      {
        id: 'without-one',
        answer: (text, pattern) => agreements(text, pattern).slice(0, -1),
        message: {
          en: 'The last place is missing, where the text ends with the pattern.',
          zh: '缺少最后一个位置，即文本以模式结尾之处。',
        },
      },
    ],
  }),
}
