// `display` and its kin: what a cell calls to show something before its end, or to change what it has shown.
// Rule: what is known at once is sent at once, in the order of the calls and of console.log; only an object that promises
// its own rendering comes later.
import { randomUUID } from 'node:crypto'
import type { MimeBundle } from '../protocol/messages.ts'
import { toBase64 } from './image.ts'
import { inspectText } from './inspect.ts'
import { toJson } from './json.ts'
import { currentOutlet } from './outlet.ts'
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
  html(text: string): void
  markdown(text: string): void
  latex(text: string): void
  svg(text: string): void
  javascript(text: string): void
  text(text: string): void
  json(value: unknown): void
  png(bytes: Uint8Array): void
  jpeg(bytes: Uint8Array): void
  gif(bytes: Uint8Array): void
  pdf(bytes: Uint8Array): void
  /** Content of any MIME type; bytes are carried as base64. */
  raw(contentType: string, content: string | Uint8Array): void
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
  return Object.assign(show, {
    html: (text: string) => send({ 'text/html': text, 'text/plain': 'HTML' }),
    markdown: (text: string) => send({ 'text/markdown': text, 'text/plain': text }),
    latex: (text: string) => send({ 'text/latex': text, 'text/plain': text }),
    svg: (text: string) => send({ 'image/svg+xml': text, 'text/plain': 'SVG image' }),
    javascript: (text: string) => send({ 'application/javascript': text, 'text/plain': 'JavaScript' }),
    text: (text: string) => send({ 'text/plain': text }),
    json: (value: unknown) => send({ 'application/json': toJson(value), 'text/plain': inspectText(value) }),
    png: (bytes: Uint8Array) => send({ 'image/png': toBase64(bytes), 'text/plain': 'PNG image' }),
    jpeg: (bytes: Uint8Array) => send({ 'image/jpeg': toBase64(bytes), 'text/plain': 'JPEG image' }),
    gif: (bytes: Uint8Array) => send({ 'image/gif': toBase64(bytes), 'text/plain': 'GIF image' }),
    pdf: (bytes: Uint8Array) => send({ 'application/pdf': toBase64(bytes), 'text/plain': 'PDF document' }),
    raw: (contentType: string, content: string | Uint8Array) =>
      send({
        'text/plain': contentType,
        [contentType]: typeof content === 'string' ? content : toBase64(content),
      }),
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
