// A list of what shows itself, as `tf.split`, `model.getWeights()` or `paths.map(image)` gives it: each item, under its place.
// Rule: a list is only a row of what its items show; it adds places, and a limit. One item that is only text makes it a
// list like any other.
import type { MimeBundle } from '../protocol/messages.ts'
import { isRich, markupOf } from './markup.ts'

type Render = (value: unknown) => MimeBundle | undefined | Promise<MimeBundle | undefined>

const mostItems = 8

/** The bundle of an array whose items are rich, or undefined if `value` is something else. `render` shows one item. */
export function renderList(value: object, render: Render): MimeBundle | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const bundles: MimeBundle[] = []
  for (const item of value.slice(0, mostItems)) {
    const bundle = isObject(item) ? render(item) : undefined
    if (bundle === undefined || bundle instanceof Promise || !isRich(bundle)) return undefined
    bundles.push(bundle)
  }
  if (!value.every(isObject)) return undefined
  const html = bundles.map((bundle, place) => `<div>${label(place)}</div>${markupOf(bundle)}`)
  const text = bundles.map((bundle, place) => `${label(place)} ${bundle['text/plain']}`)
  const rest = value.length > mostItems ? [`… ${value.length - mostItems} more`] : []
  return { 'text/html': [...html, ...rest].join(''), 'text/plain': [...text, ...rest].join('\n') }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function label(place: number): string {
  return `[${place}]`
}
