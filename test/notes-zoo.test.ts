// The zoo, a notebook with every kind of cell and output: it is what the kernel makes today, and each kind gets its form in a page.
// Rule: a new kind of output gets a cell in test/fixtures/zoo.ipynb (`tensorcell run --in-place`) and a line here.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../src/notes/page.ts'
import { fixtures, tensorcell } from './environment.ts'

const file = `${fixtures}/zoo.ipynb`

/** The cells of the page by id. */
function cellsOf(trusted: boolean): { html: Record<string, string>; page: ReturnType<typeof renderPage> } {
  const page = renderPage(JSON.parse(readFileSync(file, 'utf8')), { file, language: 'en', trusted })
  const cells = [...page.html.matchAll(/<section class="cell \w+" id="cell-([\w-]+)">.*?(?=<section class="cell|$)/gs)]
  return { html: Object.fromEntries(cells.map(([html, id]) => [id, html])), page }
}

it('is what the kernel makes', async () => {
  expect(await tensorcell(['run', '--verify', file])).toMatchObject({ code: 0 })
})

describe('in a page', () => {
  const { html, page } = cellsOf(false)

  it.each([
    ['title', '<h1 id="A-zoo-of-cells">'],
    ['prose', 'class="markdown-alert markdown-alert-caution"'],
    ['formulas', 'href="#equation-eq%3Asize">(1)</a>'],
    ['chinese', '<strong>相乘</strong>'],
    ['streams', '<span class="ansi-red-fg">red</span>'],
    ['streams', '<div class="output stream stderr">'],
    ['value', '{ name: &#x27;edge&#x27;, kernel: [ [ 1, -1 ] ]'],
    ['text', 'plain &lt;text&gt; &amp; more'],
    ['html', '<td style="color:#b35900">1</td>'],
    ['tagged', 'escaped: &lt;pad&gt;'],
    ['markdown', '<strong>Markdown</strong> with a formula: <span class="katex">'],
    ['latex', '<mfrac>'],
    ['svg', '<img class="drawing" src="data:image/svg+xml,%3Csvg'],
    ['png', '<img class="picture" src="data:image/png;base64,'],
    ['gif', '<img class="picture" src="data:image/gif;base64,'],
    ['json', '<details class="json" open>'],
    ['pdf', '<object class="pdf" type="application/pdf"'],
    ['javascript', '>JavaScript</pre>'],
    ['script', '<p id="by-script">Before the script.</p></div>'],
    ['mermaid', 'graph LR; X--&gt;Y</pre>'],
    ['figure', 'aria-label="Figure: Sobel&#39;s kernel 3 × 3, sum 0 (heatmap 3×3)"'],
    ['tensor', 'Tensor float32 [2, 2]'],
    ['claim', 'seed-40'],
    ['error', 'This cell is meant to fail:'],
    ['type-error', 'TS2322'],
    ['hidden-output', '<details class="output-hidden">'],
    ['hidden-cell', '<details class="input"><summary>'],
    ['without-input', '<div class="outputs">'],
    ['without-output', '<details class="input" open>'],
    ['raw', 'A raw cell: \\LaTeX'],
  ])('shows %s as %s', (id, part) => {
    expect(html[id]).toContain(part)
  })

  it('has nothing to complain of, and leaves out what is removed', () => {
    expect(page.warnings).toEqual([])
    expect(page.html).not.toContain('never seen</pre>')
    expect(html.removed).toBeUndefined()
    expect(page.figures.map(({ id }) => id)).toEqual(['figure-1'])
    expect(page.slides.map((stack) => stack.length)).toEqual([1, 2, 1, 1])
    expect(page.scripts).toEqual([])
  })

  it('runs the scripts of outputs when it is trusted', () => {
    const trusted = cellsOf(true)
    expect(trusted.html.script).toContain('<script>document.getElementById(')
    expect(trusted.html.javascript).toContain("element.textContent = 'A script has run.'")
    expect(trusted.page.scripts).toHaveLength(2)
  })
})
