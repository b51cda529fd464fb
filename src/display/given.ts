// What every cell may name without importing it; globals.ts says so to TypeScript.
// Rule: as few as possible, and no word that lessons use for their own things (`image`, `memory`): each stands in the way of
// nobody (a learner's own `const html` hides ours), but a forgotten declaration of that name would no longer be an error.
import { display } from './display.ts'
import { progress } from './progress.ts'
import { html, md, svg, tex } from './tags.ts'

export const given = { display, html, md, svg, tex, progress }
