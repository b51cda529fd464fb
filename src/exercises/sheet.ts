// Exercise sheets as notebooks (nbformat 4), made from the bank: the learner's, and the instructor's for nbgrader.
// Rule: a sheet holds nothing of its own, so that it cannot drift from the bank; its code cells are the same in every language.
import { type Language, sayIn } from '../words/language.ts'
import { solutionOf, starterOf } from './cells.ts'
import type { Exercise } from './definition.ts'
import { solutionCell, testCell } from './nbgrader.ts'
import { bank, type ExerciseId, idsOf, type Sheet } from './registry.ts'

/** A notebook file's content, as far as a sheet uses it. */
export interface SheetNotebook {
  nbformat: number
  nbformat_minor: number
  metadata: Record<string, unknown>
  cells: SheetCell[]
}

/** A cell of a sheet. */
export interface SheetCell {
  cell_type: 'markdown' | 'code'
  id: string
  metadata: Record<string, unknown>
  source: string
  execution_count?: null
  outputs?: []
}

/** In which language a sheet speaks, and whether it is the instructor's: with solutions, hidden tests and nbgrader's metadata. */
export interface SheetOptions {
  language: Language
  instructor?: boolean
}

/**
 * The notebook of a sheet: for each exercise its statement, the cell to fill, and the check; at the end the progress.
 *
 *     sheetNotebook(sheets[0]!, { language: 'en' }).cells[0]!.source  →  '# Exercise sheet 1 · Counting …'
 */
export function sheetNotebook(sheet: Sheet, options: SheetOptions): SheetNotebook {
  const ids = idsOf(sheet)
  return {
    cells: [
      markdown('title', titleOf(sheet, options.language)),
      code('imports', importsOf(ids, options)),
      ...ids.flatMap((id) => cellsOf(id, options)),
      code('progress', 'progress()'),
    ],
    metadata: {
      kernelspec: { display_name: 'TypeScript (TensorCell)', language: 'typescript', name: 'tensorcell' },
      language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
      tensorcell: { sheet: sheet.name },
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
}

function cellsOf(id: ExerciseId, options: SheetOptions): SheetCell[] {
  const exercise: Exercise = exerciseOf(id)
  const key = id.replace('.', '-')
  const check = `exercise('${id}').check(${exercise.name})`
  const statement = markdown(`task-${key}`, statementOf(id, exercise, options.language))
  if (!options.instructor) {
    return [statement, code(`answer-${key}`, starterOf(exercise)), code(`check-${key}`, check)]
  }
  return [
    statement,
    code(`answer-${key}`, ...solutionCell(key, exercise)),
    code(`check-${key}`, ...testCell(id, exercise, check)),
  ]
}

function statementOf(id: ExerciseId, exercise: Exercise, language: Language): string {
  const say = sayIn({ language })
  const points = exercise.points ?? 1
  const worth = say(points === 1 ? words.point : words.points).replace('N', String(points))
  const heading = `## ${id} ${say(exercise.title)}\n\n*${say(words[exercise.kind])} · ${worth}*`
  if (exercise.kind !== 'choice') return `${heading}\n\n${say(exercise.statement)}`
  const options = Object.entries(exercise.options).map(([key, text]) => `- \`'${key}'\`: ${say(text)}`)
  return `${heading}\n\n${say(exercise.statement)}\n\n${options.join('\n')}`
}

function titleOf(sheet: Sheet, language: Language): string {
  const say = sayIn({ language })
  const number = Number(sheet.name.slice(3, 5))
  const folder = language === 'zh' ? '../../zh' : '..'
  const links = lessonFiles
    .filter((file) => sheet.lessons.includes(file.slice(0, 2)))
    .map((file) => `[${file.slice(0, 2)}](${folder}/${file}.ipynb)`)
  const lessons = links.length > 0 ? `\n\n${say(words.lessons)}${links.join(say(words.and))}${say(words.end)}` : ''
  const about = sheet.about ? `\n\n${say(sheet.about)}` : ''
  const heading = `# ${say(words.sheet).replace('N', String(number))} · ${say(sheet.title)}`
  return `${heading}${lessons}${about}\n\n${say(words.howTo)}`
}

/** What the cells below use or speak of: of tensorcell/conv only the names that occur and that no cell declares itself. */
function importsOf(ids: readonly ExerciseId[], { instructor }: SheetOptions): string {
  const exercises = ids.map((id) => exerciseOf(id))
  const written = instructor ? [starterOf, solutionOf] : [starterOf]
  const cells = exercises.flatMap((exercise) => written.map((cell) => cell(exercise)))
  const source = [...exercises.map(mentionedIn), ...cells].join('\n')
  const free = new Set(source.match(/(?<![.\w'])[A-Za-z]\w*/g))
  for (const { name } of exercises) free.delete(name)
  for (const [, declared] of source.matchAll(/\b(?:function|const|let|class)\s+(\w+)/g)) free.delete(declared!)
  const used = courseNames.filter((name) => free.has(name))
  const course = used.length > 0 ? [`import { ${used.join(', ')} } from 'tensorcell/conv'`] : []
  const own = ['exercise', 'progress', ...(free.has('todo') ? ['todo'] : [])]
  return [...course, `import { ${own.join(', ')} } from 'tensorcell/exercises'`].join('\n')
}

/** Code that a learner reads in a statement, or will want to run after a prediction. */
function mentionedIn(exercise: Exercise): string {
  const quoted = sayIn({ language: 'en' })(exercise.statement).match(/`[^`]+`/g) ?? []
  return [...quoted, ...(exercise.kind === 'prediction' ? [solutionOf(exercise)] : [])].join('\n')
}

function exerciseOf(id: ExerciseId): Exercise {
  const all: Readonly<Record<string, Exercise>> = bank as unknown as Record<string, Exercise>
  return all[id]!
}

function markdown(id: string, source: string): SheetCell {
  return { cell_type: 'markdown', id, metadata: {}, source }
}

function code(id: string, source: string, metadata: Record<string, unknown> = {}): SheetCell {
  return { cell_type: 'code', execution_count: null, id, metadata, outputs: [], source }
}

/** What cells of the bank may use of tensorcell/conv. (A folder does not import an entry file; sheet.test.ts compares.) */
export const courseNames = [
  'avgPool2d',
  'conv1d',
  'conv2d',
  'corr2d',
  'edgeImage',
  'learnKernel',
  'createRng',
  'diagonalImage',
  'equivarianceError',
  'maxPool2d',
  'outputShape',
  'receptiveField',
  'transpose',
]

/** The notebooks of the lessons, for links. */
const lessonFiles = [
  '00-start',
  '01-mlp-parameter-counts',
  '02-dense-as-4d-tensor',
  '03-translation',
  '04-locality',
  '05-cross-correlation',
  '06-conv-layer-and-learning',
  '07-1d-and-3d',
  '08-padding-and-stride',
  '09-channels',
  '10-pooling-and-receptive-field',
  '11-lenet',
]

const words = {
  sheet: { en: 'Exercise sheet N', zh: '练习 N' },
  lessons: { en: 'Belongs to the lessons ', zh: '对应课程 ' },
  and: { en: ' and ', zh: ' 和 ' },
  end: { en: '.', zh: '。' },
  code: { en: 'code', zh: '编程' },
  number: { en: 'number', zh: '计算' },
  choice: { en: 'choice', zh: '选择' },
  prediction: { en: 'prediction: say it before you run it', zh: '预测：先猜再跑' },
  point: { en: 'N point', zh: 'N 分' },
  points: { en: 'N points', zh: 'N 分' },
  howTo: {
    en: `Run the first cell. For each exercise, replace \`todo()\` or \`undefined\` by your answer, run the cell, and run the check
below it; a wrong answer costs nothing, and the check says what went wrong. When you are stuck, \`exercise('05.1').hint()\` (with
the exercise's number) goes one step further each time, and \`.solution()\` shows a solution after a try of your own.`,
    zh: `先运行第一个单元格。对每道题，把 \`todo()\` 或 \`undefined\` 换成你的答案，运行这个单元格，再运行它下面的检查；答错没有任何代价，
检查会说明错在哪里。卡住时，\`exercise('05.1').hint()\`（换成该题的编号）每次多给一步提示；自己尝试过之后，\`.solution()\`
会给出一个解答。`,
  },
} as const
