// The cards below a cell: what a check found, a hint, the solution, the progress.
// Rule: readable on a light and on a dark page, where there are no styles of JupyterLab, and as plain text.
import { escapeHtml } from '../display/html.ts'

/** The colours only repeat what the words say, at an edge: 3 : 1 on white and on near-black is enough there (WCAG 1.4.11). */
const tones = { good: '#2da44e', bad: '#e5534b', plain: '#6c8ebf' } as const

export type Tone = keyof typeof tones

/** A box with a coloured edge; `parts` are HTML. */
export function box(tone: Tone, parts: readonly string[]): string {
  const style = [
    `border-left:4px solid ${tones[tone]}`,
    'padding:6px 12px',
    'margin:4px 0',
    'background:rgba(128,128,128,0.09)',
    'line-height:1.5',
    'max-width:52em',
  ].join(';')
  return `<div style="${style}">${parts.filter((part) => part !== '').join('')}</div>`
}

/** The first line: a mark and a title, and at its end what is counted. */
export function headline(mark: string, title: string, counts = ''): string {
  const style = 'display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:1.5em'
  const end = counts === '' ? '' : `<span>${escapeHtml(counts)}</span>`
  return `<div style="${style}"><b>${mark} ${rich(title)}</b>${end}</div>`
}

/** A paragraph. */
export function paragraph(text: string): string {
  return text === '' ? '' : `<div style="margin-top:4px">${rich(text)}</div>`
}

/** Code or output as it is. */
export function block(text: string): string {
  const style =
    'margin:4px 0 0;padding:4px 8px;overflow:auto;background:rgba(128,128,128,0.12);color:inherit;font-size:0.92em'
  return `<pre style="${style}">${escapeHtml(text)}</pre>`
}

/** Matrices in a row with signs between them. */
export function matrices(parts: readonly (readonly (readonly string[])[] | string)[]): string {
  const cells = parts.map((part) => (typeof part === 'string' ? `<span>${escapeHtml(part)}</span>` : grid(part)))
  return `<div style="display:flex;align-items:center;gap:0.8em;margin-top:6px;flex-wrap:wrap">${cells.join('')}</div>`
}

/** A table whose first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (tag: 'th' | 'td') => (text: string) =>
    `<${tag} style="text-align:left;padding:2px 14px 2px 0;border:0">${rich(text)}</${tag}>`
  const [head = [], ...body] = rows
  const line = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr style="background:none">${row.map(cell(tag)).join('')}</tr>`
  return `<table style="margin:4px 0;border-collapse:collapse;font-size:inherit">${line(head, 'th')}${body.map((row) => line(row, 'td')).join('')}</table>`
}

/** Text with `code`, and nothing else of Markdown. */
export function rich(text: string): string {
  const code = '<code style="background:rgba(128,128,128,0.15);padding:0 3px;color:inherit">$1</code>'
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, code)
}

function grid(matrix: readonly (readonly string[])[]): string {
  const style = 'text-align:right;padding:1px 7px;border:1px solid rgba(128,128,128,0.45)'
  const rows = matrix.map(
    (row) =>
      `<tr style="background:none">${row.map((text) => `<td style="${style}">${escapeHtml(text)}</td>`).join('')}</tr>`,
  )
  return `<table style="border-collapse:collapse;margin:0;font-size:inherit;font-variant-numeric:tabular-nums">${rows.join('')}</table>`
}
