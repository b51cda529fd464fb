// A bundle as it may travel to a front end, whatever a person put into it.
// Rule: text stays text, bytes become base64 (nbformat's form of an image) unless their type is a text, all else becomes JSON.
import type { MimeBundle } from '../protocol/messages.ts'
import { toBase64 } from './image.ts'
import { toJson } from './json.ts'

/**
 * The same forms, each as Jupyter's messages carry it; a form that is undefined is left out.
 *
 *     portableBundle({ 'image/png': bytes })                  →  { 'image/png': 'iVBORw0…' }
 *     portableBundle({ 'application/json': new Map(), x: undefined })  →  { 'application/json': {} }
 */
export function portableBundle(forms: object): MimeBundle {
  const present = Object.entries(forms).filter(([, content]) => content !== undefined)
  return Object.fromEntries(present.map(([mime, content]) => [mime, portable(mime, content)]))
}

function portable(mime: string, content: unknown): unknown {
  if (content instanceof Uint8Array) return isText(mime) ? Buffer.from(content).toString('utf8') : toBase64(content)
  if (typeof content === 'string') return content
  return isText(mime) ? textOf(content) : toJson(content)
}

/** Text may be given by its lines, as nbformat writes it, or by what is one as a text: html`…`, a number. */
function textOf(content: unknown): string {
  return Array.isArray(content) ? content.join('') : String(content)
}

function isText(mime: string): boolean {
  return /^text\/|\+xml$|javascript$/.test(mime)
}
