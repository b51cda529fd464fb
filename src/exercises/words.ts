// What the check says of a wrong answer, apart from what an exercise itself says of its misconceptions.
// Rule: what is the matter, then what to look at; never an input of a hidden case.
import type { Text } from '../words/language.ts'
import type { Oddity } from './observation.ts'

/** A text in both languages from one that is parted into words and values alike in both. */
type Both = Readonly<Record<'en' | 'zh', string>>

export const words = {
  notDone: {
    en: 'Not done yet: there is still a place to write your own answer.',
    zh: '尚未完成：还有一处等你来写。',
  },
  unfixed: {
    en: 'This is the cell as it was given; the bug is still in it.',
    zh: '单元格还是原来的样子，错误仍在其中。',
  },
  notFunction: (name: string): Both => ({
    en: `The check calls your function itself. Give it without brackets: check(${name}).`,
    zh: `检查会自己调用你的函数。请不带括号地传入：check(${name})。`,
  }),
  threw: (name: string, message: string): Both => ({
    en: `It throws ${name}: ${message}`,
    zh: `抛出了 ${name}:${message}`,
  }),
  threwHidden: (name: string): Both => ({ en: `It throws a ${name}.`, zh: `抛出了 ${name}。` }),
  recursion: {
    en: 'It calls itself without end. Which argument should it answer without calling itself?',
    zh: '它无休止地调用自己。哪种参数应当不再调用自己、直接给出结果？',
  },
  endless: {
    en: 'It did not end within two seconds, and was stopped. Does the condition of a loop ever become false?',
    zh: '两秒内没有结束，已被停止。循环条件会变为假吗？',
  },
  odd: {
    promise: {
      en: 'It gives a promise, not a value. Leave out async and await: nothing has to be waited for.',
      zh: '它给出的是 promise，不是值。去掉 async 和 await：这里不需要等待。',
    },
    function: {
      en: 'It gives a function, not a value. Are the brackets of a call missing?',
      zh: '它给出的是函数，不是值。是不是漏了调用的括号？',
    },
    symbol: { en: 'It gives a symbol. Give numbers.', zh: '它给出的是 symbol。请给出数。' },
    bigint: {
      en: 'It gives a bigint (such as 3n). Give plain numbers.',
      zh: '它给出的是 bigint(如 3n)。请给出普通的数。',
    },
    huge: {
      en: 'The answer is huge: more than a million elements. Is something put into the result in the wrong loop?',
      zh: '结果太大：超过一百万个元素。是不是在错误的循环里往结果中添加了东西？',
    },
    circular: { en: 'The answer contains itself. Give arrays of numbers.', zh: '结果包含了自己。请给出数的数组。' },
  } satisfies Record<Oddity, Text>,
  missing: {
    en: 'It gives undefined. Does every path through the function end with return?',
    zh: '它给出的是 undefined。函数的每条路径都以 return 结束吗？',
  },
  nan: {
    en: 'There is NaN in the answer: something undefined was computed with. Does an index run past the end?',
    zh: '结果里有 NaN：用 undefined 参与了计算。是不是有下标越界了？',
  },
  kind: (got: string, expected: string): Both => ({
    en: `Asked is ${expected}, the answer is ${got}.`,
    zh: `要求的是 ${expected}，得到的是 ${got}。`,
  }),
  ragged: {
    en: 'The rows of the answer are not equally long.',
    zh: '结果中各行的长度不一样。',
  },
  shape: (got: string, expected: string): Both => ({
    en: `The shape of the answer is ${got}, it should be ${expected}.`,
    zh: `结果的形状是 ${got}，应为 ${expected}。`,
  }),
  shapeHidden: { en: 'The answer has the wrong shape.', zh: '结果的形状不对。' },
  changed: (argument: number): Both => ({
    en: `The function changes its ${ordinal(argument)} argument. Whoever calls it still needs that: make a copy.`,
    zh: `函数改动了它的第 ${argument + 1} 个参数。调用者还要用它：请先复制。`,
  }),
  remembers: {
    en: 'Called again with the same arguments, it gives something else. Declare what it adds up inside the function.',
    zh: '用相同的参数再调用一次，结果却不同。累加用的变量要在函数内部声明。',
  },
  argumentCount: (takes: number, called: number): Both => ({
    en: `Your function takes ${counted(takes)}; it is called with ${called}.`,
    zh: `你的函数有 ${takes} 个参数；调用时给出 ${called} 个。`,
  }),
  noError: {
    en: 'Here the function should throw an error, since there is no answer. It gives one.',
    zh: '这里没有答案，函数应当抛出错误，它却给出了结果。',
  },
  difference: (at: string, got: string, expected: string): Both => ({
    en: `The first difference is at ${at}: you have ${got}, it should be ${expected}.`,
    zh: `第一处不同在 ${at}：你得到 ${got}，应为 ${expected}。`,
  }),
  differenceAlone: (got: string, expected: string): Both => ({
    en: `You have ${got}, it should be ${expected}.`,
    zh: `你得到 ${got}，应为 ${expected}。`,
  }),
  differenceHidden: { en: 'It computes wrong numbers.', zh: '算出的数不对。' },
  wrongNumber: { en: 'That is not it.', zh: '不是这个。' },
  wrongPrediction: {
    en: 'That is not what comes out. Think it through once more before you run it.',
    zh: '结果不是这样。再想一想，然后再运行。',
  },
  noSuchOption: (given: string, keys: string): Both => ({
    en: `There is no option ${given}. Choose from ${keys}.`,
    zh: `没有选项 ${given}。请从 ${keys} 中选择。`,
  }),
  inCase: (about: Text | undefined, message: Text): Both => ({
    en: `In a hidden case (${about === undefined ? 'another one' : english(about)}): ${lowerFirst(english(message))}`,
    zh: `在一个隐藏用例中(${about === undefined ? '其他情形' : chinese(about)}):${chinese(message)}`,
  }),
} as const

function english(text: Text): string {
  return typeof text === 'string' ? text : text.en
}

function chinese(text: Text): string {
  return typeof text === 'string' ? text : text.zh
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function ordinal(index: number): string {
  return ['first', 'second', 'third'][index] ?? `${index + 1}th`
}

function counted(count: number): string {
  if (count === 0) return 'no arguments'
  return count === 1 ? '1 argument' : `${count} arguments`
}
