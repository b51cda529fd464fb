// The slides of a lesson: which cells stand on which slide.
// Rule: a slide type of Jupyter's slide show (`metadata.slideshow.slide_type`) or a tag of the same name says it. Where only tags
// are used, only tagged cells are shown; where slide types are, a cell without one stands on the slide of the cell above it.
import type { Cell } from './lesson.ts'

/**
 * The slides, as stacks: `slide` begins a stack, `subslide` a slide below it, `fragment` and `-` continue, `skip` and `notes` are
 * left out. Empty if no cell is a slide. `html` gives each cell's HTML.
 */
export function slidesOf(cells: Cell[], html: (cell: Cell) => string): string[][] {
  const unmarked = cells.some(({ slide }) => slide !== undefined) ? '-' : 'skip'
  const stacks: string[][] = []
  for (const cell of cells) {
    const kind = cell.slide ?? kinds.find((tag) => cell.tags.has(tag)) ?? unmarked
    const stack = stacks.at(-1)
    if (kind === 'slide' || (kind === 'subslide' && !stack)) stacks.push([html(cell)])
    else if (kind === 'subslide') stack?.push(html(cell))
    else if (stack && kind === 'fragment') stack.push(`${stack.pop()}<div class="fragment">${html(cell)}</div>`)
    else if (stack && kind === '-') stack.push(`${stack.pop()}${html(cell)}`)
  }
  return stacks
}

const kinds = ['slide', 'subslide', 'fragment', 'notes']
