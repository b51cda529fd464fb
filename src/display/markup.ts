// A bundle inside HTML: its own HTML or drawing, its picture, or else its text.
// Rule: only what a bundle says is markup is taken as markup; all else is escaped.
import type { MimeBundle } from '../protocol/messages.ts'
import { escapeHtml } from './html.ts'

/** Whether a bundle has a form that can stand in HTML and says more than its text. */
export function isRich(bundle: MimeBundle): boolean {
  return Object.keys(bundle).some((mime) => mime === 'text/html' || mime.startsWith('image/'))
}

/** The bundle as a piece of HTML. */
export function markupOf(bundle: MimeBundle): string {
  const markup = bundle['text/html'] ?? bundle['image/svg+xml']
  if (typeof markup === 'string') return markup
  const text = String(bundle['text/plain'])
  const picture = Object.keys(bundle).find((mime) => mime.startsWith('image/'))
  if (picture !== undefined)
    return `<img src="data:${picture};base64,${bundle[picture]}" alt="${escapeHtml(text.split('\n')[0]!)}">`
  return escapeHtml(text)
}
