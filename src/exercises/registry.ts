// All exercises by their id, and the sheets that they are on.
// Rule: this is the one list; an id is 'lesson.number', and its lesson says its sheet.
import type { Text } from '../words/language.ts'
import { start } from './bank/00-start.ts'
import { costs } from './bank/01-costs.ts'
import { counting } from './bank/01-counting.ts'
import { dense } from './bank/02-dense.ts'
import { formulas } from './bank/02-formulas.ts'
import { layers } from './bank/02-layers.ts'
import { shifting } from './bank/03-shift.ts'
import { translation } from './bank/03-translation.ts'
import { weights } from './bank/03-weights.ts'
import { localCounts } from './bank/04-counts.ts'
import { locality } from './bank/04-locality.ts'
import { pixels } from './bank/04-pixels.ts'
import { convolution } from './bank/05-convolution.ts'
import { crossCorrelation } from './bank/05-cross-correlation.ts'
import { kernels } from './bank/05-kernels.ts'
import { pictures } from './bank/05-pictures.ts'
import { more } from './bank/05-to-07-more.ts'
import { gradients } from './bank/06-gradient.ts'
import { rates } from './bank/06-rates.ts'
import { dimensions } from './bank/07-dimensions.ts'
import { texts } from './bank/07-text.ts'
import { volume } from './bank/07-volume.ts'
import { lessons08To11 } from './bank/08-to-11.ts'
import { errata } from './bank/errata.ts'
import type { Exercise } from './definition.ts'

export const bank = {
  ...start,
  ...counting,
  ...costs,
  ...dense,
  ...formulas,
  ...layers,
  ...shifting,
  ...translation,
  ...weights,
  ...localCounts,
  ...locality,
  ...pixels,
  ...convolution,
  ...crossCorrelation,
  ...kernels,
  ...pictures,
  ...more,
  ...gradients,
  ...rates,
  ...dimensions,
  ...texts,
  ...volume,
  ...lessons08To11,
  ...errata,
} satisfies Record<string, Exercise>

export type Bank = typeof bank

/** '05.1', …: what `exercise` takes. */
export type ExerciseId = keyof Bank

export const exerciseIds = Object.keys(bank) as ExerciseId[]

/** A sheet of exercises on two lessons; 'E' and 'D' are the errata hunt. */
export interface Sheet {
  /** The notebook's name. */
  name: string
  title: Text
  lessons: readonly string[]
  /** What a learner must know of the sheet as a whole. */
  about?: Text
}

export const sheets: readonly Sheet[] = [
  { name: 'ex-01-counting', title: { en: 'Counting', zh: '计数' }, lessons: ['00', '01'] },
  {
    name: 'ex-02-dense-and-translation',
    title: { en: 'Dense layers and translation', zh: '全连接层与平移' },
    lessons: ['02', '03'],
  },
  {
    name: 'ex-03-locality-and-correlation',
    title: { en: 'Locality and cross-correlation', zh: '局部性与互相关' },
    lessons: ['04', '05'],
  },
  {
    name: 'ex-04-learning-and-dimensions',
    title: { en: 'Learning kernels; one and three dimensions', zh: '学习卷积核；一维与三维' },
    lessons: ['06', '07'],
  },
  {
    name: 'ex-05-padding-and-channels',
    title: { en: 'Padding, stride and channels', zh: '填充、步幅与通道' },
    lessons: ['08', '09'],
  },
  {
    name: 'ex-06-pooling-and-lenet',
    title: { en: 'Pooling, receptive fields and LeNet', zh: '汇聚、感受野与 LeNet' },
    lessons: ['10', '11'],
  },
  {
    name: 'ex-07-errata-hunt',
    title: { en: 'Errata hunt', zh: '勘误' },
    lessons: ['E', 'D'],
    about: {
      en: `Everybody makes mistakes, and finding one teaches more than ten right lines. E.1 to E.20 are slips in *the notes*, the notes of a
lecture from which this course has grown. D.1 to D.17 are slips in *the book*, Dive into Deep Learning, and in other good sources, which are
named. Where a cell has a bug in it, mend it.`,
      zh: `人人都会出错，而找出一个错误胜过读十行正确的代码。E.1 到 E.20 是“笔记”里的错误，即本课程所依据的一份课堂笔记；D.1 到 D.17 是“书”（《动手学深度学习》）
和其他优秀资料里的错误，出处都已注明。单元格里有错时，请改正它。`,
    },
  },
]

/** The ids of a sheet's exercises, in the order of its lessons and of their numbers. */
export function idsOf(sheet: Sheet): ExerciseId[] {
  const numberOf = (id: ExerciseId) => Number(id.slice(id.indexOf('.') + 1))
  return sheet.lessons.flatMap((lesson) =>
    exerciseIds.filter((id) => id.startsWith(`${lesson}.`)).sort((left, right) => numberOf(left) - numberOf(right)),
  )
}
