// The table of a model's layers, for people (text and HTML) and for programs (rows).
// Rule: every number is for one example; the receptive field is the formula's, in pixels of the input image.
import type { Layer, Shape } from './layer.ts'
import { parametersOf } from './layer.ts'
import { receptiveField, type SlidingWindow } from './receptive-field.ts'
import type { Size } from './shape.ts'

/** The method by which a value shows itself in a notebook. */
export const displayKey: unique symbol = Symbol.for('Jupyter.display')

/** The method by which a value shows itself in Node's console.log. */
export const inspectKey: unique symbol = Symbol.for('nodejs.util.inspect.custom')

/** One layer of a model. */
export interface SummaryRow {
  layer: string
  /** The shape of one example after the layer. */
  outputShape: Shape
  parameters: number
  multiplyAdds: number
  /** [height, width] of the input pixels behind one output place; 'all' from the first layer that sees everything. */
  receptiveField: Size | 'all'
}

/** What the table says of a model. */
interface Summarized {
  inputShape: Shape
  layers: readonly Layer[]
  shapes: readonly Shape[]
}

/** A model's layers as a table that shows itself in a notebook and as text elsewhere. */
export class Summary {
  readonly inputShape: Shape
  readonly rows: readonly SummaryRow[]

  constructor(inputShape: Shape, rows: readonly SummaryRow[]) {
    this.inputShape = inputShape
    this.rows = rows
  }

  get parameters(): number {
    return this.rows.reduce((sum, row) => sum + row.parameters, 0)
  }

  get multiplyAdds(): number {
    return this.rows.reduce((sum, row) => sum + row.multiplyAdds, 0)
  }

  toString(): string {
    const lines = this.#cells()
    const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
    const align = (cell: string, column: number) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
    return lines.map((line) => line.map(align).join('  ').trimEnd()).join('\n')
  }

  [displayKey](): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': tableOf(this.#cells()) }
  }

  [inspectKey](): string {
    return this.toString()
  }

  /** The head, the input, a line for each layer, and the totals. */
  #cells(): string[][] {
    const input = ['Input', inBrackets(this.inputShape), '', '', '']
    const lines = this.rows.map((row) => [
      row.layer,
      inBrackets(row.outputShape),
      grouped(row.parameters),
      grouped(row.multiplyAdds),
      row.receptiveField === 'all' ? 'all' : row.receptiveField.join('×'),
    ])
    return [[...heads], input, ...lines, ['Total', '', grouped(this.parameters), grouped(this.multiplyAdds), '']]
  }
}

/** The summary of a model. */
export function summaryOf({ inputShape, layers, shapes }: Summarized): Summary {
  const windows: SlidingWindow[] = []
  let all = inputShape.length !== 3
  const rows = layers.map((layer, index): SummaryRow => {
    if (layer.sees === 'everything') all = true
    else if (layer.sees !== 'same place') windows.push({ ...layer.sees, padding: 0 })
    return {
      layer: nameOf(layer),
      outputShape: shapes[index]!,
      parameters: parametersOf(layer),
      multiplyAdds: layer.multiplyAdds?.(shapes[index - 1] ?? inputShape) ?? 0,
      receptiveField: all ? 'all' : receptiveField(windows).size,
    }
  })
  return new Summary(inputShape, rows)
}

/** A class of the user's own that does not say how it is named has at least its class's name. */
function nameOf(layer: Layer): string {
  const own = layer.toString !== Object.prototype.toString
  return own ? String(layer) : layer.constructor.name
}

const heads = ['layer', 'output', 'parameters', 'multiply-adds', 'receptive field']

const tableStyle = 'border-collapse:collapse;margin:4px 0;font-variant-numeric:tabular-nums'
const lineStyle = 'border-top:1px solid var(--jp-border-color2,rgba(128,128,128,0.4))'

/** The table inherits its colours, so that it fits light and dark. */
function tableOf([head, ...lines]: string[][]): string {
  const rows = lines.map((line, index) => tableRow(line, 'td', index === lines.length - 1))
  return `<table style="${tableStyle}">${tableRow(head!, 'th', false)}${rows.join('')}</table>`
}

function tableRow(cells: string[], element: 'td' | 'th', last: boolean): string {
  const content = cells.map((cell, column) => {
    const weight = element === 'th' || last ? 600 : 400
    const style = `padding:2px 10px;border:none;${lineStyle};text-align:${column === 0 ? 'left' : 'right'};font-weight:${weight}`
    return `<${element} style="${style}">${escaped(cell)}</${element}>`
  })
  return `<tr style="background:none">${content.join('')}</tr>`
}

/** A layer may be the user's own and name itself as it likes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function inBrackets(shape: Shape): string {
  return `[${shape.join(', ')}]`
}

/** 61706 as 61,706. */
function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
