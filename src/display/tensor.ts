// A tensor shows itself: shape, type and values as a small table, as pictures, or in one line of statistics.
// Rule: a tensor is known by its form, not by its class, so that any copy of tfjs works; it is only read (`dataSync`), so
// that `tf.memory().numTensors` is the same after showing it.
import type { MimeBundle } from '../protocol/messages.ts'
import { elide } from './elide.ts'
import { escapeHtml } from './html.ts'
import { type Montage, montageOf } from './montage.ts'
import { encodePng } from './png.ts'
import { describeStatistics, statisticsOf } from './statistics.ts'
import { nestedText, valueTable } from './table.ts'

/** The part of tfjs's Tensor and Variable that is looked at. */
export interface TensorLike {
  shape: number[]
  dtype: string
  dataId: unknown
  dataSync(): ArrayLike<number> | string[]
  isDisposed?: boolean
  name?: string
  trainable?: boolean
}

type Values = ArrayLike<number> | string[]

const imageStyle =
  'image-rendering:pixelated;max-width:100%;outline:1px solid rgba(128,128,128,0.5);outline-offset:-1px'

/** Higher ranks show all their values up to so many; above, statistics. */
const mostNestedValues = 72

/** The bundle of a tensor of any type and rank, or undefined if `value` is something else. */
export function renderTensor(value: object): MimeBundle | undefined {
  if (!isTensor(value)) return undefined
  const title = titleOf(value)
  if (value.isDisposed) return inWords(title, 'disposed: its values are gone')
  if (value.shape.includes(0)) return inWords(title, 'no values')
  const values = value.dataSync()
  const montage =
    typeof values[0] === 'number' && value.dtype !== 'complex64' ? montageOf(value.shape, values) : undefined
  if (montage !== undefined) return asPictures(value, title, values, montage)
  const isSmall = value.shape.length <= 2 || sizeOf(value.shape) <= mostNestedValues
  return isSmall ? asValues(value, title, values) : inWords(title, summaryOf(value, values))
}

/** Whether `value` has the form of a tfjs tensor. */
export function isTensor(value: object): value is TensorLike {
  return (
    'dataSync' in value &&
    typeof value.dataSync === 'function' &&
    'dataId' in value &&
    'dtype' in value &&
    typeof value.dtype === 'string' &&
    'shape' in value &&
    Array.isArray(value.shape)
  )
}

/** `Tensor float32 [2, 2]`, or for what is trained `Variable float32 [3, 3] conv/kernel`. */
export function titleOf({ shape, dtype, name, trainable }: TensorLike): string {
  const form = `${dtype} [${shape.join(', ')}]`
  if (trainable === undefined) return `Tensor ${form}`
  // A variable without a name is called by its number.
  return `Variable ${form}${name && !/^\d+$/.test(name) ? ` ${name}` : ''}${trainable ? '' : ', not trainable'}`
}

function asValues({ shape, dtype }: TensorLike, title: string, values: Values): MimeBundle {
  const part = elide(shape, dtype, values)
  const text = nestedText(part)
  const content = shape.length <= 2 ? valueTable(part) : `<pre>${escapeHtml(text)}</pre>`
  return { 'text/html': framed(title, content), 'text/plain': `${title}\n${text}` }
}

function asPictures({ dtype }: TensorLike, title: string, values: Values, montage: Montage): MimeBundle {
  const note = `${describeStatistics(statisticsOf(values), dtype)}; ${montage.caption}`
  const png = encodePng(montage)
  const image = `<img src="data:image/png;base64,${png}" alt="${escapeHtml(title)}" style="${imageStyle}">`
  return {
    'text/html': framed(title, `${image}<div style="opacity:0.7">${escapeHtml(note)}</div>`),
    'image/png': png,
    'text/plain': `${title}\n${note}`,
  }
}

function inWords(title: string, words: string): MimeBundle {
  return { 'text/html': framed(title, `<div>${escapeHtml(words)}</div>`), 'text/plain': `${title}\n${words}` }
}

/** What can be said of many values in one line: statistics where they are numbers, and the first few. */
function summaryOf({ dtype }: TensorLike, values: Values): string {
  const { cells } = elide([8], dtype, values)
  const first = `first values ${cells.join(', ')}, …`
  if (dtype === 'string' || dtype === 'complex64') return first
  return `${describeStatistics(statisticsOf(values), dtype)}; ${first}`
}

function framed(title: string, content: string): string {
  return `<div style="margin:2px 0;font-size:var(--jp-code-font-size,13px)"><div style="opacity:0.7">${escapeHtml(title)}</div>${content}</div>`
}

/** How many values a tensor of this shape has. */
export function sizeOf(shape: number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}
