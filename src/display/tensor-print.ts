// A tensor is printed by its values: in `console.log(tensor)`, and inside an object or a list that is shown.
// Rule: printing only; where tfjs prints `Tensor { kept: false, dataId: {}, … }`, 20 lines without a single value.
import { type InspectOptions, inspect } from 'node:util'
import { isTensor, renderTensor, sizeOf, titleOf } from './tensor.ts'

/** Inside something else, so many values are printed; of more, type and shape. */
const mostValuesInside = 12
const lineLength = 72

/** Makes all tensors of the copy of tfjs that `tensor` comes from print so. */
export function printReadably(tensor: object): void {
  if (inspect.custom in tensor) return
  Object.defineProperty(basePrototype(tensor), inspect.custom, { value: printed, configurable: true, writable: true })
}

/** `Tensor.prototype`, which Variable's inherits from. */
function basePrototype(value: object): object {
  const prototype: object = Object.getPrototypeOf(value)
  return Object.getPrototypeOf(prototype) === Object.prototype ? prototype : basePrototype(prototype)
}

function printed(this: object, depth: number | null, { depth: whole }: InspectOptions): string {
  if (!isTensor(this)) return '[Tensor]'
  const isInside = depth !== whole
  if (isInside && sizeOf(this.shape) > mostValuesInside) return titleOf(this)
  const [title = '', ...lines] = String(renderTensor(this)?.['text/plain']).split('\n')
  const line = [title, ...lines.map((values) => values.trim())].join(' ')
  return isInside || (lines.length === 1 && line.length <= lineLength) ? line : [title, ...lines].join('\n')
}
