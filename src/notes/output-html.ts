// One output as HTML: the richest of its forms, in JupyterLab's order.
// Rule: a script of an output runs only if the caller trusts the notebook, because it has just run it. Of all other outputs the
// HTML is sanitised, and a drawing is shown as a picture, in which no browser runs scripts.
import { escapeHtml } from '../display/html.ts'
import type { Say } from '../words/language.ts'
import { highlighted } from './highlight.ts'
import { type Bundle, fieldsOf, type Output } from './output.ts'
import { type Relink, sanitized } from './sanitize.ts'
import { terminalHtml } from './terminal.ts'

/** A figure that the page's script draws into `<div class="figure" data-figure="ID">`: `json` has `data`, `layout`, `config`, `frames`. */
export interface Figure {
  id: string
  json: string
}

/** What the outputs of a cell need of their page, and what they add to it. */
export interface OutputContext {
  cell: string
  trusted: boolean
  say: Say
  figures: Figure[]
  scripts: string[]
  relink: Relink
  markdown(text: string): string
}

/** The HTML of an output. */
export function outputHtml(output: Output, context: OutputContext): string {
  if (output.kind === 'stream') return printed(output.text, `stream ${output.name}`)
  if (output.kind === 'error') return printed(output.traceback || `${output.name}: ${output.message}`, 'error')
  const form = forms.find(({ mime, runs }) => mime in output.data && (context.trusted || !runs))
  const html = form?.draw(output.data[form.mime], { mime: form.mime, ...output }, context)
  return `<div class="output result">${html ?? unknown(output.data, context.say)}</div>`
}

function printed(text: string, kind: string): string {
  return `<div class="output ${kind}"><pre tabindex="0">${terminalHtml(text.replace(/\n$/, ''))}</pre></div>`
}

interface Form {
  mime: string
  runs?: true
  draw(
    form: unknown,
    bundle: { mime: string; data: Bundle; metadata: Record<string, unknown> },
    context: OutputContext,
  ): string
}

/** JupyterLab 4's ranks: 0 for Plotly, JavaScript and JSON; HTML 50, Markdown 60, LaTeX 70, SVG 80, images 90, PDF 100, text 120. */
const forms: Form[] = [
  { mime: 'application/vnd.plotly.v1+json', draw: figure },
  { mime: 'application/javascript', runs: true, draw: script },
  { mime: 'text/javascript', runs: true, draw: script },
  { mime: 'application/json', draw: json },
  { mime: 'text/html', draw: (form, _, context) => html(`${form}`, context) },
  { mime: 'text/markdown', draw: (form, _, { markdown }) => `<div class="markdown">${markdown(`${form}`)}</div>` },
  { mime: 'text/latex', draw: (form, _, { markdown }) => `<div class="markdown">${markdown(`${form}`)}</div>` },
  { mime: 'image/svg+xml', draw: (form, bundle) => picture(svgAddress(`${form}`), bundle) },
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'].map(
    (mime): Form => ({ mime, draw: (form, bundle) => picture(base64Address(mime, form), bundle) }),
  ),
  { mime: 'application/pdf', draw: pdf },
  { mime: 'text/plain', draw: (form) => `<pre tabindex="0">${terminalHtml(`${form}`)}</pre>` },
]

/** The place is as high as the figure will be, so that the text below does not jump when it is drawn. */
function figure(form: unknown, { data }: { data: Bundle }, { cell, figures, say }: OutputContext): string {
  const id = `${cell}-${figures.filter((other) => other.id.replace(/-\d+$/, '') === cell).length + 1}`
  figures.push({ id, json: JSON.stringify(form) })
  const { height } = fieldsOf(fieldsOf(form).layout)
  const size = typeof height === 'number' && height > 0 ? Math.round(height) : 450
  const label = escapeHtml(firstLine(data) ?? say({ en: 'Figure', zh: '图' }))
  return `<div class="figure" data-figure="${id}" role="img" aria-label="${label}" style="min-height:${size}px">${still(data)}</div>`
}

/** What readers without scripts see, and a printer before the figure is drawn. */
function still({ 'image/svg+xml': svg }: Bundle): string {
  if (typeof svg !== 'string' || svg.length > largestStill) return ''
  return `<img class="still" alt="" loading="lazy" src="${svgAddress(svg)}">`
}

/** Characters: a page should stay well below 1 MB. */
const largestStill = 100_000

/** Percent signs take less room than base64, because most of a drawing is letters and digits. */
function svgAddress(svg: string): string {
  return `data:image/svg+xml,${svg
    .replace(/[%#"'<>&\s]/g, encodeURIComponent)
    .replaceAll("'", '%27')
    .replaceAll('%20', ' ')}`
}

/** As in a notebook, `element` is the place of the output. */
function script(form: unknown, _: unknown, { scripts }: OutputContext): string {
  const source = `((element) => {\n${`${form}`.replace(/<(?=\/script|script|!--)/gi, '\\x3c')}\n})(document.currentScript.previousElementSibling)`
  scripts.push(source)
  return `<div class="javascript"></div><script>${source}</script>`
}

function html(source: string, { trusted, scripts, relink }: OutputContext): string {
  if (!trusted) return sanitized(source, relink)
  for (const [, text] of source.matchAll(/<script\b[^>]*>(.*?)<\/script\b/gis)) if (text) scripts.push(text)
  return source.replace(/(<a\b[^>]*?\shref=")([^"]*)/gi, (_, start: string, address: string) => start + relink(address))
}

function picture(
  address: string,
  { mime, data, metadata }: { mime: string; data: Bundle; metadata: Record<string, unknown> },
): string {
  const { width, height } = { ...metadata, ...fieldsOf(metadata[mime]) }
  const sizes = Object.entries({ width, height }).filter(([, size]) => typeof size === 'number')
  const size = sizes.map(([name, value]) => ` ${name}="${Number(value)}"`).join('')
  const kind = mime === 'image/svg+xml' ? 'drawing' : 'picture'
  return `<img class="${kind}" src="${escapeHtml(address)}" alt="${escapeHtml(firstLine(data) ?? mime)}"${size}>`
}

function base64Address(mime: string, form: unknown): string {
  return `data:${mime};base64,${`${form}`.replace(/\s/g, '')}`
}

function json(form: unknown): string {
  const text = JSON.stringify(form, null, 2)
  const open = text.split('\n').length <= longestOpenJson ? ' open' : ''
  return `<details class="json"${open}><summary>JSON</summary>${highlighted(text, text.length < 50_000 ? 'json' : 'text')}</details>`
}

/** Lines of JSON that are shown without a click. */
const longestOpenJson = 25

function pdf(form: unknown, { data }: { data: Bundle }, { say }: OutputContext): string {
  const address = escapeHtml(base64Address('application/pdf', form))
  const label = escapeHtml(firstLine(data) ?? 'PDF')
  const save = say({ en: 'Save this document', zh: '保存此文档' })
  const link = `<a href="${address}" download="document.pdf">${save} (PDF)</a>`
  return `<object class="pdf" type="application/pdf" data="${address}" aria-label="${label}"></object><p>${link}</p>`
}

function unknown(data: Bundle, say: Say): string {
  const types = Object.keys(data).map(escapeHtml).join(', ') || '-'
  return `<p>${say({ en: 'This output has no form that a page can show', zh: '此输出没有网页能显示的形式' })}: ${types}</p>`
}

/** The first line of the plain form: what `display` and figures describe themselves by. */
function firstLine({ 'text/plain': text }: Bundle): string | undefined {
  const line = typeof text === 'string' ? text.trim().split('\n')[0]! : ''
  return line === '' ? undefined : line.replace(/\s+/g, ' ').slice(0, 200)
}
