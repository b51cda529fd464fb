// A model of tfjs-layers shows itself as people know it from Keras: a row for each layer, and the sum of its parameters.
// Rule: known by its form, so that any copy of tfjs works; a model that is not built yet says so and throws nothing.
import type { MimeBundle } from '../protocol/messages.ts'
import { escapeHtml } from './html.ts'
import { type Rows, rowsTable, rowsText } from './rows.ts'

/** The part of tfjs's LayersModel that is looked at. */
interface ModelLike {
  name: string
  layers: LayerLike[]
}

interface LayerLike {
  name: string
  outputShape: unknown
  countParams(): number
  getClassName(): string
}

/** The bundle of a `tf.Sequential` or `tf.LayersModel`, or undefined if `value` is something else. */
export function renderModel(value: object): MimeBundle | undefined {
  if (!isModel(value)) return undefined
  const rows = rowsOf(value)
  const total = value.layers.reduce((sum, layer) => sum + (parametersOf(layer) ?? 0), 0)
  const isBuilt = value.layers.length > 0 && value.layers.every((layer) => parametersOf(layer) !== undefined)
  const title = `Model ${value.name}: ${isBuilt ? `${total.toLocaleString('en')} parameters` : 'not built yet'}`
  return {
    'text/html': `<div>${escapeHtml(title)}</div>${rowsTable(rows)}`,
    'text/plain': `${title}\n${rowsText(rows)}`,
  }
}

function isModel(value: object): value is ModelLike {
  return (
    'layers' in value &&
    Array.isArray(value.layers) &&
    'predict' in value &&
    'summary' in value &&
    typeof value.summary === 'function' &&
    value.layers.every((layer) => typeof Object(layer).countParams === 'function')
  )
}

function rowsOf({ layers }: ModelLike): Rows {
  return {
    columns: ['layer', 'output shape', 'parameters'],
    heads: layers.map(({ name }) => name),
    rows: layers.map((layer) => [layer.getClassName(), shapeOf(layer), parametersOf(layer)]),
    total: layers.length,
  }
}

/** `[batch, 24, 24, 6]`; tfjs writes null for the axis of the batch. A layer that is not built has no shape and throws. */
function shapeOf(layer: LayerLike): string {
  try {
    return JSON.stringify(layer.outputShape).replaceAll('null', 'batch').replaceAll(',', ', ')
  } catch {
    return ''
  }
}

function parametersOf(layer: LayerLike): number | undefined {
  try {
    return layer.countParams()
  } catch {
    return undefined
  }
}
