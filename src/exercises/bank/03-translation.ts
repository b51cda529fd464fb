// Exercises of lesson 03: translation invariance, equivariance, and shared weights.
// Rule: as for all banks, a wrong option says why it is wrong.
import { choice } from '../definition.ts'

export const translation = {
  '03.5': choice({
    title: { en: 'Invariant or equivariant', zh: '不变还是等变' },
    statement: {
      en: 'An image is moved by one pixel to the right, and the output of a layer is the same as before, moved by one pixel to the right. What is the layer?',
      zh: '把图像向右移动一个像素，某一层的输出与原来相同，只是也向右移动了一个像素。这一层具有什么性质？',
    },
    name: 'property',
    options: {
      invariant: { en: 'translation invariant', zh: '平移不变' },
      equivariant: { en: 'translation equivariant', zh: '平移等变' },
      neither: { en: 'neither', zh: '都不是' },
    },
    answer: 'equivariant',
    wrong: {
      invariant: {
        en: 'Invariant would mean: the output stays where it was. Here it moves along.',
        zh: '不变意味着输出停在原处。这里输出跟着移动了。',
      },
      neither: {
        en: 'There is a name for an output that moves as its input does.',
        zh: '输出随输入一起移动，这个性质有名字。',
      },
    },
    explanation: {
      en: 'f(shift(x)) = shift(f(x)) is equivariance; f(shift(x)) = f(x) would be invariance.',
      zh: 'f(shift(x)) = shift(f(x)) 是等变；f(shift(x)) = f(x) 才是不变。',
    },
    hints: [
      { en: 'Does the output stay where it was?', zh: '输出停在原处了吗？' },
      {
        en: 'In-variant: without variation. Equi-variant: varying alike.',
        zh: '“不变”：没有变化；“等变”：以同样的方式变化。',
      },
      {
        en: 'Write f(shift(x)) as a formula: is it f(x) or shift(f(x))?',
        zh: '写出 f(shift(x)) 的式子：等于 f(x) 还是 shift(f(x))？',
      },
    ],
  }),
}
