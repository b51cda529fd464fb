// The output's size in words, for the learner who wants to know where each number comes from.
// Rule: every number is taken from the resolved window of `outputShape`; the words never compute a size of their own.
import { reachOf, type WindowAxis, type WindowOptions, windowAxes } from './window.ts'

/** The languages of the course. */
export type Language = 'en' | 'zh'

/**
 * The sentences behind `outputShape(input, options)`: for each axis what padding adds, what the kernel covers, how often it
 * fits; then the result. One line an axis, in English or Chinese. Errors as `outputShape`.
 *
 * @example
 * ```ts
 * const [length] = explainOutputShape([7], { kernel: [3], stride: 2, padding: 1 }).split('\n')
 * length // → 'length: 7 + 1 + 1 of padding = 9; the kernel covers 3; floor((9 − 3) / 2) + 1 = 4 places'
 * ```
 */
export function explainOutputShape(
  input: readonly number[],
  options: WindowOptions & { kernel: readonly number[]; language?: Language },
): string {
  const words = sentences[options.language ?? 'en']
  if (!words) throw new RangeError(`There is no language '${options.language}'. Use 'en' or 'zh'.`)
  const axes = windowAxes(input, options.kernel, options)
  const lines = axes.map((axis) => [words.padded(axis), words.covers(axis), words.places(axis)].join(words.comma))
  const outputs = axes.map((axis) => axis.output)
  return [...lines, `${input.join(' × ')} → ${outputs.join(' × ')}`].join('\n')
}

interface Sentences {
  comma: string
  padded(axis: WindowAxis): string
  covers(axis: WindowAxis): string
  places(axis: WindowAxis): string
}

const chinese = { length: '长度', depth: '深度', height: '高度', width: '宽度' } as const

const sentences: Record<Language, Sentences> = {
  en: {
    comma: '; ',
    padded: (axis) => `${axis.name}: ${axis.input}${added(axis, ' of padding')}`,
    covers: ({ kernel, dilation }) =>
      dilation === 1
        ? `the kernel covers ${kernel}`
        : `the kernel of ${kernel} covers ${dilation} · ${kernel - 1} + 1 = ${reachOf({ kernel, dilation })}`,
    places: (axis) =>
      `${formula(axis)} place${axis.output === 1 ? '' : 's'}${unreached(axis, ', the last {} never read')}`,
  },
  zh: {
    comma: '；',
    padded: (axis) => `${chinese[axis.name]}：${axis.input}${added(axis, '（填充）')}`,
    covers: ({ kernel, dilation }) =>
      dilation === 1
        ? `卷积核覆盖 ${kernel}`
        : `大小为 ${kernel} 的卷积核覆盖 ${dilation} · ${kernel - 1} + 1 = ${reachOf({ kernel, dilation })}`,
    places: (axis) => `${formula(axis)} 个位置${unreached(axis, '，最后 {} 个元素读不到')}`,
  },
}

function added({ input, before, after }: WindowAxis, what: string): string {
  if (before === 0 && after === 0) return ''
  return ` + ${before} + ${after}${what} = ${input + before + after}`
}

function formula(axis: WindowAxis): string {
  const padded = axis.input + axis.before + axis.after
  const steps = `${padded} − ${reachOf(axis)}`
  return axis.stride === 1 ? `${steps} + 1 = ${axis.output}` : `floor((${steps}) / ${axis.stride}) + 1 = ${axis.output}`
}

/** A note on the elements at the end that no window reaches, when the stride does not divide. */
function unreached(axis: WindowAxis, note: string): string {
  const left = axis.input + axis.before + axis.after - ((axis.output - 1) * axis.stride + reachOf(axis))
  return left > 0 ? note.replace('{}', String(left)) : ''
}
