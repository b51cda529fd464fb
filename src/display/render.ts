// A value becomes a MIME bundle: what a cell's last expression, or `display(value)`, shows.
// Rule: renderers are asked in one order, the first that knows the value answers, and one that throws costs only the rich
// form: the value is then shown as text, with a note.
import type { MimeBundle } from '../protocol/messages.ts'
import { renderForeign } from './foreign.ts'
import { renderFrame } from './frame.ts'
import { renderImage } from './image.ts'
import { inspectText, inspectThroughProxy } from './inspect.ts'
import { renderList } from './list.ts'
import { renderModel } from './model.ts'
import { renderFigure } from './plotly.ts'
import { portableBundle } from './portable.ts'
import { renderTensor } from './tensor.ts'

type Bundle = MimeBundle | undefined

/** The method by which any object shows itself, as in Deno: no import, no base class. */
export const displayKey: unique symbol = Symbol.for('Jupyter.display')

/** What shows itself: its bundle, or the promise of one. An empty bundle shows nothing. */
export interface Displayable {
  [displayKey](): MimeBundle | Promise<MimeBundle>
}

const renderers: ((value: object) => Bundle | Promise<Bundle>)[] = [
  renderDisplayable,
  renderTensor,
  (value) => renderList(value, render),
  renderFigure,
  renderImage,
  renderModel,
  renderFrame,
  renderForeign,
]

/**
 * What a front end shows for `value`: always with `text/plain`, and undefined when there is nothing to show. A promise
 * only if the object's own `[Symbol.for('Jupyter.display')]()` returns one. Never throws and never rejects.
 *
 *     render(1 + 1)  →  { 'text/plain': '2' }
 */
export function render(value: unknown): Bundle | Promise<Bundle> {
  if (value === undefined) return undefined
  try {
    const bundle = bundleOf(value)
    return bundle instanceof Promise ? bundle.catch((error: unknown) => asText(value, error)) : bundle
  } catch (error) {
    return asText(value, error)
  }
}

function bundleOf(value: unknown): Bundle | Promise<Bundle> {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
    for (const renderer of renderers) {
      const bundle = renderer(value)
      if (bundle !== undefined) return bundle instanceof Promise ? bundle : shownOrNothing(bundle)
    }
  }
  return asText(value)
}

/** An empty bundle is how an object asks for nothing to be shown. */
function shownOrNothing(bundle: MimeBundle): Bundle {
  return Object.keys(bundle).length === 0 ? undefined : bundle
}

function asText(value: unknown, error?: unknown): MimeBundle {
  const text = inspectText(value)
  if (error === undefined) return { 'text/plain': text }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : inspectText(error)
  return { 'text/plain': `${text}\n(Shown as text because its own rendering failed. ${reason})` }
}

function renderDisplayable(value: object): Bundle | Promise<Bundle> {
  // `in` first: a proxy that answers every `get` with a function must not pass for a displayable.
  if (!(displayKey in value) || typeof value[displayKey] !== 'function') return undefined
  const answer: unknown = value[displayKey]()
  if (!isThenable(answer)) return completed(value, answer)
  return Promise.resolve(answer).then((bundle) => shownOrNothing(completed(value, bundle)))
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** The object's own bundle as it may travel, and text/plain where it is missing. */
function completed(value: object, bundle: unknown): MimeBundle {
  if (typeof bundle !== 'object' || bundle === null) {
    throw new TypeError(
      'Its [Symbol.for("Jupyter.display")]() must return an object like { "text/html": "<b>hi</b>" }.',
    )
  }
  const data = portableBundle(bundle)
  if (Object.keys(data).length === 0) return {}
  return 'text/plain' in data ? data : { ...data, 'text/plain': inspectThroughProxy(value) }
}
