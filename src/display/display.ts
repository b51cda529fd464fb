// `display` and its kin: what a cell calls to show something before its end, or to change what it has shown.
// Rule: what is known at once is sent at once, in the order of the calls and of console.log; only an object that promises
// its own rendering comes later.
import { randomUUID } from 'node:crypto'
import type { MimeBundle } from '../protocol/messages.ts'
import { inspectText } from './inspect.ts'
import { currentOutlet } from './outlet.ts'
import { portableBundle } from './portable.ts'
import { displayKey, render } from './render.ts'

/** `id` names an output, so that a later call with the same `id` and `update` replaces it wherever it stands. */
export interface DisplayOptions {
  id: string
  update?: boolean
}

/** Shows values. It can be called with any value, and has a method for each kind of content that is given as text or bytes. */
export interface Display {
  /** Shows `value` as a cell's result is shown. The promise settles when it has been sent, and never rejects. */
  (value: unknown, options?: DisplayOptions): Promise<void>
  /** HTML: `display.html('<b>bold</b>')`. Scripts in it run in most front ends, but not on GitHub. */
  html(text: string): void
  /** Markdown, with formulas between dollar signs: `display.markdown('**bold** and $x^2$')`. */
  markdown(text: string): void
  /** LaTeX with its delimiters: `display.latex('$\\frac{1}{2}$')`. */
  latex(text: string): void
  /** An SVG drawing: `display.svg('<svg viewBox="0 0 9 9">…</svg>')`. */
  svg(text: string): void
  /** JavaScript that the front end runs, if the notebook is trusted. */
  javascript(text: string): void
  /** Text as it is, without quotes. */
  text(text: string): void
  /** A value as JSON, which JupyterLab shows as a tree to open. */
  json(value: unknown): void
  /** The bytes of a PNG file, as `readFileSync('a.png')` gives them. */
  png(bytes: Uint8Array): void
  /** The bytes of a JPEG file. */
  jpeg(bytes: Uint8Array): void
  /** The bytes of a GIF file, moving or not. */
  gif(bytes: Uint8Array): void
  /** The bytes of a PDF file, which JupyterLab shows page by page. */
  pdf(bytes: Uint8Array): void
  /** Content of any MIME type; bytes are carried as base64. */
  raw(contentType: string, content: string | Uint8Array): void
  /** The same content in several forms, of which a front end shows the richest that it knows: `{ 'text/html': '<b>1</b>', 'text/plain': '1' }`. */
  mime(forms: Record<string, unknown>): void
}

/** Sends one bundle on its way, in a fresh place or in the place of an earlier one. */
type Send = (data: MimeBundle, options?: DisplayOptions) => void

/**
 * Shows a value below the cell.
 *
 *     display(tensor)
 *     display.html('<b>bold</b>')
 */
export const display: Display = displayThrough((data, options) => {
  const place = options === undefined ? { update: false } : { id: options.id, update: options.update ?? false }
  currentOutlet().display({ data, metadata: {}, ...place })
})

/**
 * A display with a place of its own: its first call shows, later calls replace what it shows.
 *
 *     const progress = newDisplay()
 *     for (const epoch of epochs) progress.text(`epoch ${epoch}`)
 */
export function newDisplay(): Display {
  const id = randomUUID()
  let update = false
  return displayThrough((data) => {
    currentOutlet().display({ data, metadata: {}, id, update })
    update = true
  })
}

/** Removes the output of the cell; with `wait`, only when its next output arrives, so that an animation does not flicker. */
export function clearOutput(wait = false): void {
  currentOutlet().clear(wait)
}

function displayThrough(send: Send): Display {
  const show = (value: unknown, options?: DisplayOptions): Promise<void> => quiet(sendRendered(send, value, options))
  const mime = (forms: Record<string, unknown>): void => send(portableBundle(forms))
  return Object.assign(show, {
    mime,
    html: (text: string) => mime({ 'text/html': text, 'text/plain': 'HTML' }),
    markdown: (text: string) => mime({ 'text/markdown': text, 'text/plain': text }),
    latex: (text: string) => mime({ 'text/latex': text, 'text/plain': text }),
    svg: (text: string) => mime({ 'image/svg+xml': text, 'text/plain': 'SVG image' }),
    javascript: (text: string) => mime({ 'application/javascript': text, 'text/plain': 'JavaScript' }),
    text: (text: string) => mime({ 'text/plain': text }),
    json: (value: unknown) => mime({ 'application/json': value ?? null, 'text/plain': inspectText(value) }),
    png: (bytes: Uint8Array) => mime({ 'image/png': bytes, 'text/plain': 'PNG image' }),
    jpeg: (bytes: Uint8Array) => mime({ 'image/jpeg': bytes, 'text/plain': 'JPEG image' }),
    gif: (bytes: Uint8Array) => mime({ 'image/gif': bytes, 'text/plain': 'GIF image' }),
    pdf: (bytes: Uint8Array) => mime({ 'application/pdf': bytes, 'text/plain': 'PDF document' }),
    raw: (contentType: string, content: string | Uint8Array) =>
      mime({ 'text/plain': contentType, [contentType]: content }),
  })
}

/** Sends before it returns unless the rendering is a promise. `undefined` is shown: whoever displays it wants to see it. */
function sendRendered(send: Send, value: unknown, options?: DisplayOptions): Promise<void> {
  const bundle = value === undefined ? { 'text/plain': 'undefined' } : render(value)
  if (bundle instanceof Promise) return bundle.then((data) => data && send(data, options))
  if (bundle !== undefined) send(bundle, options)
  return Promise.resolve()
}

/** A promise that shows nothing, so that a cell may end with `display(value)`. */
function quiet(promise: Promise<void>): Promise<void> {
  return Object.assign(promise, { [displayKey]: () => ({}) })
}
