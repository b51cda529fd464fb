// A list of tensors, as `tf.split` or `model.getWeights()` gives it: each shows itself, under its place in the list.
// Rule: a list is only a row of what tensor.ts shows; it adds places, and a limit.
import type { MimeBundle } from '../protocol/messages.ts'
import { isTensor, renderTensor } from './tensor.ts'

const mostTensors = 8

/** The bundle of an array that holds only tensors, or undefined if `value` is something else. */
export function renderTensors(value: object): MimeBundle | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isTensorValue)) return undefined
  const bundles = value.slice(0, mostTensors).map((tensor) => renderTensor(tensor))
  const html = bundles.map((bundle, place) => `<div>${label(place)}</div>${bundle?.['text/html']}`)
  const text = bundles.map((bundle, place) => `${label(place)} ${bundle?.['text/plain']}`)
  const rest = value.length > mostTensors ? [`… ${value.length - mostTensors} more tensors`] : []
  return { 'text/html': [...html, ...rest].join(''), 'text/plain': [...text, ...rest].join('\n') }
}

function isTensorValue(value: unknown): value is object {
  return typeof value === 'object' && value !== null && isTensor(value)
}

function label(place: number): string {
  return `[${place}]`
}
