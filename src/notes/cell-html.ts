// A cell as HTML: prose, or code above its outputs.
// Rule: tags hide and remove as in Jupyter Book (https://jupyterbook.org: hide-input, hide-output, hide-cell, remove-input,
// remove-output, remove-cell); what is hidden opens with a click and without a script.
import { escapeHtml } from '../display/html.ts'
import { highlighted } from './highlight.ts'
import type { CodeCell } from './lesson.ts'
import { type OutputContext, outputHtml } from './output-html.ts'

/** A code cell with its outputs; empty if nothing of it is to be seen. */
export function codeCellHtml(cell: CodeCell, language: string, context: OutputContext): string {
  const { tags } = cell
  const code = cell.source.trim() === '' || tags.has('remove-input') ? '' : inputHtml(cell, language, context)
  const outputs = tags.has('remove-output') ? '' : outputsHtml(cell, context)
  return code === '' && outputs === ''
    ? ''
    : `<section class="cell code" id="cell-${cell.id}">${code}${outputs}</section>`
}

/** A cell of prose whose HTML is ready. */
export function proseCellHtml(id: string, html: string): string {
  return `<section class="cell markdown" id="cell-${id}">${html}</section>`
}

/** A raw cell is text for some other program: it is shown as it is, as JupyterLab shows it. */
export function rawCellHtml(id: string, source: string): string {
  return `<section class="cell raw" id="cell-${id}"><pre tabindex="0">${escapeHtml(source)}</pre></section>`
}

function inputHtml({ source, count, tags }: CodeCell, language: string, { say }: OutputContext): string {
  const open = tags.has('hide-input') || tags.has('hide-cell') ? '' : ' open'
  const number = count === undefined ? '' : ` <span class="count">[${count}]</span>`
  const summary = `<summary>${escapeHtml(names[language] ?? language)}${number}</summary>`
  const copy = `<button class="copy" type="button">${say({ en: 'Copy', zh: '复制' })}</button>`
  return `<details class="input"${open}>${summary}<div class="source">${copy}${highlighted(source, language)}</div></details>`
}

function outputsHtml({ outputs, tags }: CodeCell, context: OutputContext): string {
  if (outputs.length === 0) return ''
  const drawn = `<div class="outputs">${outputs.map((output) => outputHtml(output, context)).join('')}</div>`
  const meant = tags.has('raises-exception') && outputs.some(({ kind }) => kind === 'error')
  const note = meant ? `<p class="expected-error">${context.say(expectedError)}</p>` : ''
  if (!tags.has('hide-output') && !tags.has('hide-cell')) return note + drawn
  return `<details class="output-hidden"><summary>${context.say({ en: 'Output', zh: '输出' })}</summary>${note}${drawn}</details>`
}

const expectedError = { en: 'This cell is meant to fail:', zh: '这个单元格本来就应该出错：' }

const names: Record<string, string> = { typescript: 'TypeScript', javascript: 'JavaScript', python: 'Python' }
