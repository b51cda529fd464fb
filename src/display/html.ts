// The little HTML that a rendering needs.
// Rule: text that comes from a value is escaped here, and nowhere is it put into HTML otherwise.

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** `text` so that HTML shows it as it is, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}
