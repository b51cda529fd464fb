import { describe, expect, it } from 'vitest'
import { NotebookError } from './lesson.ts'
import { type Page, renderPage } from './page.ts'

const options = { file: 'a.ipynb', language: 'en', trusted: false } as const

function notebook(...cells: object[]): object {
  const complete = cells.map((cell, index) => ({ id: `c${index + 1}`, metadata: {}, source: '', ...cell }))
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: complete }
}

const prose = (source: string, more: object = {}) => ({ cell_type: 'markdown', source, ...more })
const code = (source: string, outputs: object[] = [], tags: string[] = []) => ({
  cell_type: 'code',
  source,
  outputs,
  metadata: { tags },
})
const shown = (data: object, metadata: object = {}) => ({ output_type: 'display_data', data, metadata })
const page = (...cells: object[]): Page => renderPage(notebook(...cells), options)

describe('Markdown', () => {
  it.each([
    ['a table', '|a|\n|--|\n|b|', '<div class="table" tabindex="0"><table>'],
    ['an admonition', '> [!NOTE]\n> x', '<div class="markdown-alert markdown-alert-note">'],
    ['a footnote', 'x[^1]\n\n[^1]: y', 'href="#footnote-c1-1"'],
    ['a link to a notebook', '[x](05-y.ipynb#Size)', '<a href="05-y.html#Size">'],
    ['a link to a notebook in HTML', '<a href="../zh/05.ipynb">x</a>', '<a href="../zh/05.html">'],
    [
      'a link to a cell',
      '[x](05-y.ipynb#cell-id=a) [y](#cell-id=b)',
      '<a href="05-y.html#cell-a">x</a> <a href="#cell-b">',
    ],
    ['a link to the web', '[x](https://d2l.ai/a.ipynb)', '<a href="https://d2l.ai/a.ipynb">'],
    ['details', '<details>\n<summary>s</summary>\n\n$x$\n\n</details>', '<p><span class="katex">'],
    ['no ids of the page around it', '<b id="notes-main">x</b><b id="Notes-x">y</b>', '<b>x</b><b id="Notes-x">'],
    ['styles that only look', '<b style="color: red">x</b>', '<b style="color:red">'],
    ['code', '```ts\nlet x\n```', '<pre class="shiki'],
    ['a heading with its anchor', '## A *b*', '<h2 id="A-b">A <em>b</em><a class="anchor" href="#A-b"'],
    ['a display formula in a line', 'so $$x$$, and', '<p>so <span class="math-block"'],
    ['a bare environment', '\\begin{align}\na\n\\end{align}', '<span class="math-block"'],
    ['dollars that are no formula', 'from $5 to $6', '<p>from $5 to $6</p>'],
  ])('shows %s', (_, source, html) => {
    expect(page(prose(source)).html).toContain(html)
  })

  it('takes pictures along from the own folder and below, never from above it', () => {
    const { pictures } = page(
      prose('![a](b/a.png) ![c](../c.png) ![d](b/../../d.png) <img src="e%20f.jpg"> ![g](/g.png)'),
    )
    expect(pictures).toEqual(['b/a.png', 'e f.jpg'])
  })

  it('shows attached pictures', () => {
    const attachments = { 'a b.png': { 'image/png': 'AAAA' } }
    const { html } = page(prose('![x](attachment:a%20b.png)', { attachments }))
    expect(html).toContain('<img alt="x" src="data:image/png;base64,AAAA" />')
  })

  it('numbers the equations that have a label, and refers to them from above and below', () => {
    const { html, warnings } = page(
      prose('By \\eqref{b}:\n\n$$a \\label{a}$$\n\n$$b \\label{b}$$'),
      prose('See \\ref{a}, $\\eqref{b}$, $x_\\ref{a}$ and \\eqref{c}.\n\n$$c \\tag{*}\\label{c}$$'),
    )
    expect(html).toMatch(/By <a class="reference" href="#equation-b">\(2\)<\/a>/)
    expect(html).toMatch(/See <a class="reference" href="#equation-a">1<\/a>/)
    expect(html).toMatch(/, <a class="reference" href="#equation-b">\(2\)<\/a>, <span class="katex">/)
    expect(html).toMatch(/and <a class="reference" href="#equation-c">\(\*\)<\/a>/)
    expect(html).toContain('<span id="equation-b"></span>')
    expect(warnings).toEqual([])
  })

  it('says which cell has a formula that cannot be read, or a reference to nothing', () => {
    const { warnings } = page(prose('$\\frac$'), prose('\\eqref{x}'))
    expect(warnings).toEqual([
      expect.stringMatching(/^a\.ipynb: cell 1 \("c1"\): a formula cannot be read: Unexpected end of input.*'}'/),
      'a.ipynb: cell 2 ("c2"): there is no equation with the label "x".',
    ])
  })

  it('names headings by their text, and the page by the first', () => {
    const { title, headings } = page(prose('# The kernel $K_{a}$\n## Size\n## Size\n## notes on x'))
    expect(title).toBe('The kernel Ka')
    expect(headings.map(({ id, level }) => [id, level])).toEqual([
      ['The-kernel-Ka', 1],
      ['Size', 2],
      ['Size-2', 2],
      ['section-notes-on-x', 2],
    ])
  })
})

describe('outputs', () => {
  it.each([
    [
      'a stream in colours',
      { output_type: 'stream', name: 'stdout', text: '\u001b[31mred\u001b[0m <' },
      '<span class="ansi-red-fg">red</span> &lt;</pre>',
    ],
    [
      'the last state of a line',
      { output_type: 'stream', name: 'stderr', text: ['1 %\r', '2 %\n'] },
      'stderr"><pre tabindex="0">2 %</pre>',
    ],
    [
      'a traceback',
      { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['\u001b[1mE\u001b[0m: v'] },
      '>E</span>: v</pre>',
    ],
    ['an error without a traceback', { output_type: 'error', ename: 'E', evalue: 'v', traceback: [] }, '>E: v</pre>'],
    ['text', shown({ 'text/plain': '<a>' }), '&lt;a&gt;</pre>'],
    [
      'HTML before text',
      shown({ 'text/html': '<b>x</b>', 'text/plain': 'y' }),
      '<div class="output result"><b>x</b></div>',
    ],
    ['Markdown', shown({ 'text/markdown': '*x*' }), '<p><em>x</em></p>'],
    ['LaTeX', shown({ 'text/latex': '$x$' }), '<span class="katex">'],
    [
      'a drawing',
      shown({ 'image/svg+xml': '<svg/>', 'text/plain': 'a\nb' }),
      '<img class="drawing" src="data:image/svg+xml,%3Csvg/%3E" alt="a">',
    ],
    [
      'a picture in its size',
      shown({ 'image/png': 'AAAA\n' }, { 'image/png': { width: 9 } }),
      'src="data:image/png;base64,AAAA" alt="image/png" width="9">',
    ],
    [
      'JSON',
      shown({ 'application/json': [1], 'text/plain': '' }),
      '<details class="json" open><summary>JSON</summary><pre class="shiki',
    ],
    [
      'a PDF',
      shown({ 'application/pdf': 'AAAA' }),
      '<object class="pdf" type="application/pdf" data="data:application/pdf;base64,AAAA"',
    ],
    [
      'no script',
      shown({ 'application/javascript': 'x', 'text/plain': 'JavaScript' }),
      '<pre tabindex="0">JavaScript</pre>',
    ],
    ['an unknown form', shown({ 'text/vnd.mermaid': 'graph' }), 'no form that a page can show: text/vnd.mermaid'],
  ])('shows %s', (_, output, html) => {
    expect(page(code('x', [output])).html).toContain(html)
  })

  it('leaves a place for a figure, which says what it is', () => {
    const figure = { data: [], layout: { height: 300 } }
    const { html, figures } = page(
      code('x', [shown({ 'application/vnd.plotly.v1+json': figure, 'text/plain': 'Figure: "a"' })]),
    )
    expect(html).toContain(
      'data-figure="c1-1" role="img" aria-label="Figure: &quot;a&quot;" style="min-height:300px"></div>',
    )
    expect(figures).toEqual([{ id: 'c1-1', json: JSON.stringify(figure) }])
  })

  it('shows the still picture of a figure that has not been drawn', () => {
    const bundle = { 'application/vnd.plotly.v1+json': { data: [] }, 'image/svg+xml': "<svg a='#\"'/>" }
    expect(page(code('x', [shown(bundle)])).html).toContain('src="data:image/svg+xml,%3Csvg a=%27%23%22%27/%3E"></div>')
  })

  it.each([true, false])('turns links of outputs to cells into links of the site, trusted: %j', (trusted) => {
    const output = shown({ 'text/html': '<a class="x" href="05-y.ipynb#cell-id=a">x</a>' })
    const { html } = renderPage(notebook(code('x', [output])), { ...options, trusted })
    expect(html).toContain('<a class="x" href="05-y.html#cell-a">')
  })

  it('runs scripts of a trusted notebook, and names each', () => {
    const outputs = [shown({ 'text/html': '<script>a</script>' }), shown({ 'application/javascript': "'</script>'" })]
    const { html, scripts } = renderPage(notebook(code('x', outputs)), { ...options, trusted: true })
    expect(scripts).toEqual(['a', expect.stringContaining("'\\x3c/script>'")])
    for (const script of scripts) expect(html).toContain(`<script>${script}</script>`)
  })
})

describe('cells', () => {
  const print = [{ output_type: 'stream', name: 'stdout', text: 'printed' }]

  it.each([
    [[], /<details class="input" open>.*copy.*<div class="outputs">/s],
    [['hide-input'], /<details class="input"><summary>TypeScript/],
    [['hide-output'], /<details class="output-hidden"><summary>Output<.*printed/s],
    [['hide-cell'], /<details class="input"><.*<details class="output-hidden">/s],
    [['remove-input'], /^<section class="cell code" id="cell-c1"><div class="outputs">/],
    [['remove-output'], /^(?!.*printed)/s],
    [['remove-cell'], /^$/],
  ])('obeys the tags %j', (tags, html) => {
    expect(page(code('let x', print, tags)).html).toMatch(html)
  })

  it('keeps folded what JupyterLab has folded', () => {
    const folded = { ...code('let x', print), metadata: { jupyter: { source_hidden: true, outputs_hidden: true } } }
    expect(page(folded).html).toMatch(/<details class="input"><.*<details class="output-hidden">/s)
  })

  it('says that an error is meant', () => {
    const error = { output_type: 'error', ename: 'E', evalue: 'v', traceback: [] }
    expect(page(code('x', [error], ['raises-exception'])).html).toContain('This cell is meant to fail:')
    expect(page(code('x', [error])).html).not.toContain('meant')
  })

  it('collects what can be searched for', () => {
    const { passages } = page(prose('# A\nb $x$'), code('let c'), prose('## D\n```\ne\n```'))
    expect(passages).toEqual([
      { id: 'A', heading: 'A', text: 'b x\nlet c' },
      { id: 'D', heading: 'D', text: 'e' },
    ])
  })

  it('stacks slides by tags, or by slide types', () => {
    const tagged = page(
      prose('a', { metadata: { tags: ['slide'] } }),
      prose('b'),
      prose('c', { metadata: { tags: ['fragment'] } }),
    )
    expect(tagged.slides).toEqual([[expect.stringMatching(/<p>a<.*<div class="fragment">.*<p>c</s)]])
    expect(tagged.slides[0]![0]).not.toContain('<p>b<')
    const typed = (type: string) => ({ metadata: { slideshow: { slide_type: type } } })
    const { slides } = page(
      prose('a', typed('slide')),
      prose('b'),
      prose('c', typed('subslide')),
      prose('d', typed('skip')),
    )
    expect(slides).toEqual([[expect.stringMatching(/<p>a<.*<p>b</s), expect.stringMatching(/<p>c<(?!.*<p>d)/s)]])
  })
})

it.each([
  ['is not a notebook of format 4', { nbformat: 3, worksheets: [] }],
  ['is not a notebook of format 4', 'text'],
  ['cell 1 ("c1") is neither Markdown nor code', notebook({ cell_type: 'heading' })],
  ['cell 2 ("c2") has no source that is a text', notebook(prose(''), { cell_type: 'markdown', source: 7 })],
  ['cell 1 has the id "../x"', notebook({ ...prose(''), id: '../x' })],
  ['two cells have the id "x"', notebook({ ...prose(''), id: 'x' }, { ...prose(''), id: 'x' })],
  ['cell 1 ("c1"): its outputs are not a list', notebook({ cell_type: 'code' })],
  [
    'cell 1 ("c1"): its output 2 does not have',
    notebook(code('x', [{ output_type: 'stream', text: '' }, { output_type: 'x' }])),
  ],
])('refuses a broken notebook: %s', (message, broken) => {
  expect(() => renderPage(broken, options)).toThrow(NotebookError)
  expect(() => renderPage(broken, options)).toThrow(message)
})

it('makes the same bytes each time', () => {
  const render = () =>
    page(prose('# a\n$x$\n\n```ts\nlet x\n```\n\n|a|\n|--|\n'), code('let y', [shown({ 'text/latex': '$y$' })]))
  expect(render()).toEqual(render())
})
