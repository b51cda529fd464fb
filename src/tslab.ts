// What `import * as tslab from 'tslab'` gives in a cell: notebooks that were written for tslab run unchanged.
// Rule: re-exports only. Our `display` is one that tslab's users know, which may also be called.
export { versions } from './compatibility/versions.ts'
export { type Display, display, newDisplay } from './display/display.ts'
