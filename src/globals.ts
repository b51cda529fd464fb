// What every cell may name without importing it, as types. The kernel puts the values on globalThis.
// Rule: as few names as possible: each is one that a learner's own code cannot use without hiding ours.
import type { Display } from './display/display.ts'

declare global {
  /** Shows a value below the cell: `display(tensor)`, `display.html('<b>bold</b>')`. */
  var display: Display
}
