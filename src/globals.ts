// What every cell may name without importing it, as types. The kernel puts the values on globalThis (display/given.ts).
// Rule: a cell's own declaration of such a name hides ours, in types as in values.
import type { given } from './display/given.ts'

declare global {
  /** Shows a value below the cell: `display(tensor)`, `display.html('<b>bold</b>')`. */
  var display: typeof given.display
  /** HTML that shows itself; what is put in is escaped: html`<b>${name}</b>`. */
  var html: typeof given.html
  /** Markdown that shows itself: md`# Epoch ${epoch}`. */
  var md: typeof given.md
  /** An SVG drawing that shows itself: svg`<svg viewBox="0 0 9 9"><circle r="${radius}"/></svg>`. */
  var svg: typeof given.svg
  /** A formula in LaTeX that shows itself: tex`\frac{n - k}{s} + 1`. */
  var tex: typeof given.tex
  /** A progress bar for a loop: `for (const epoch of progress(10)) await train(epoch)`. */
  var progress: typeof given.progress
  /** Asks the person who runs the cell: `const name = prompt('Your name?', 'Ada')`. With `{ password: true }`, what is typed stays hidden. */
  function prompt(message?: string, byDefault?: string, options?: { password?: boolean }): string
  /** Asks for yes or no: `if (confirm('Train for an hour?')) …` */
  function confirm(message?: string): boolean
}
