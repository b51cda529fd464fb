// The report of a check: data that a program reads, and a card that people read.
// Rule: the counts always stand in it, public and hidden apart: "all passed" must not be said when hidden cases fail.
import { type Displayable, displayKey } from '../display/render.ts'
import { currentLanguage, sayIn, type Text } from '../words/language.ts'
import { block, box, headline, matrices, paragraph, type Tone } from './card.ts'
import type { Exercise } from './definition.ts'
import { numberText } from './text.ts'
import type { Count, Diagnosis, Example, Verdict } from './verdict.ts'

/** What `check` gives. A cell that ends with it shows a card. */
export interface Report extends Displayable {
  exercise: string
  passed: boolean
  /** The cases whose inputs are shown. */
  public: Count
  /** The cases that are not. */
  hidden: Count
  /** The share of all calls that are right, from 0 to 1; the first case is called once more at the end. */
  score: number
  /** What the exercise counts in all. */
  points: number
  /** What is the matter, in the notebook's language. */
  diagnosis?: { id: string; message: string }
}

export const reportType = 'application/vnd.tensorcell.exercise+json'

const words = {
  public: { en: 'public', zh: '公开' },
  hidden: { en: 'hidden', zh: '隐藏' },
  right: { en: 'Right.', zh: '正确。' },
  window: { en: 'the window', zh: '窗口' },
  kernel: { en: 'the kernel', zh: '核' },
  printed: { en: 'It printed, for the visible cases:', zh: '在公开用例中打印了：' },
  unkept: {
    en: 'This folder cannot be written to: your progress is not kept.',
    zh: '此文件夹不可写：进度没有保存。',
  },
} as const satisfies Record<string, Text>

/** The report on an answer. `kept` says whether the progress could be written down. */
export function reportOf(id: string, exercise: Exercise, verdict: Verdict, kept: boolean): Report {
  const { passed, public: open, hidden, score, diagnosis } = verdict
  const data = {
    exercise: id,
    passed,
    public: open,
    hidden,
    score,
    points: exercise.points ?? 1,
    ...(diagnosis ? { diagnosis: { id: diagnosis.id, message: sayIn()(diagnosis.message) } } : {}),
  }
  const bundle = () => ({
    'text/html': htmlOf(id, exercise, verdict, kept),
    'text/plain': textOf(id, exercise, verdict, kept),
    [reportType]: { ...data, language: currentLanguage() },
  })
  return Object.defineProperty({ ...data, [displayKey]: bundle }, displayKey, { enumerable: false })
}

function htmlOf(id: string, exercise: Exercise, verdict: Verdict, kept: boolean): string {
  const say = sayIn()
  const [mark, tone] = lookOf(verdict)
  return box(tone, [
    headline(mark, `${id} ${say(exercise.title)}`, countsOf(exercise, verdict)),
    ...(verdict.diagnosis ? diagnosisHtml(verdict.diagnosis) : [paragraph(praise(exercise))]),
    ...(verdict.printed ? [paragraph(say(words.printed)), block(verdict.printed.trimEnd())] : []),
    kept ? '' : paragraph(say(words.unkept)),
  ])
}

/** What is not begun yet is not wrong. */
function lookOf({ passed, diagnosis }: Verdict): [mark: string, tone: Tone] {
  if (passed) return ['✓', 'good']
  return diagnosis?.id === 'not-done' ? ['○', 'plain'] : ['✗', 'bad']
}

function diagnosisHtml({ message, example }: Diagnosis): string[] {
  return [
    paragraph(sayIn()(message)),
    example ? block(example.call) : '',
    example?.difference ? paragraph(sayIn()(example.difference)) : '',
    example?.window ? windowHtml(example.window) : '',
  ]
}

function windowHtml({ input, kernel, sum }: NonNullable<Example['window']>): string {
  const rows = (matrix: number[][]) => matrix.map((row) => row.map(numberText))
  const say = sayIn()
  return matrices([say(words.window), rows(input), say(words.kernel), rows(kernel), sum ?? ''])
}

function textOf(id: string, exercise: Exercise, verdict: Verdict, kept: boolean): string {
  const say = sayIn()
  const { diagnosis, printed } = verdict
  const counts = countsOf(exercise, verdict)
  const example = diagnosis?.example
  const lines = [
    `${lookOf(verdict)[0]} ${id} ${say(exercise.title)}${counts === '' ? '' : `  (${counts})`}`,
    diagnosis ? say(diagnosis.message) : praise(exercise),
    example ? `  ${example.call}` : '',
    example?.difference ? `  ${say(example.difference)}` : '',
    example?.window?.sum ? `  ${example.window.sum}` : '',
    printed ? `${say(words.printed)}\n${printed.trimEnd()}` : '',
    kept ? '' : say(words.unkept),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** `public 4/4 · hidden 6/6`; an answer that is no function is one case, which needs no count. */
function countsOf(exercise: Exercise, verdict: Verdict): string {
  if (exercise.kind !== 'code') return ''
  const say = sayIn()
  const { public: open, hidden } = verdict
  return `${say(words.public)} ${open.ok}/${open.total} · ${say(words.hidden)} ${hidden.ok}/${hidden.total}`
}

function praise({ explanation }: Exercise): string {
  const say = sayIn()
  return explanation === undefined ? say(words.right) : `${say(words.right)} ${say(explanation)}`
}
