// The door to ansi_up: what a program printed, with its colours.
// Rule: text is escaped, colours are classes that the style sheet knows for light and dark, links lead to the web only.
import { AnsiUp } from 'ansi_up'

/**
 * Terminal text as HTML: `\u001b[31mno\u001b[0m` becomes `<span class="ansi-red-fg">no</span>`. Of a line that was printed over
 * itself (a carriage return, as progress bars use it), the last state is left.
 */
export function terminalHtml(text: string): string {
  const terminal = new AnsiUp()
  terminal.use_classes = true
  return terminal.ansi_to_html(text.replace(/[^\n]*\r(?=[^\r\n])/g, '').replace(/\r+\n/g, '\n'))
}
