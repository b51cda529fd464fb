import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Notebook, readNotebook, writeNotebook } from './notebook.ts'

const folder = mkdtempSync(join(tmpdir(), 'notebook-'))
const file = join(folder, 'lesson.ipynb')
const notebook: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { mine: true },
  cells: [
    { cell_type: 'markdown', id: 'title', metadata: {}, source: '# A\n\nb' },
    {
      cell_type: 'code',
      id: 'code',
      metadata: {},
      source: '1',
      execution_count: 1,
      outputs: [
        { output_type: 'stream', name: 'stdout', text: 'x\ny\n' },
        {
          output_type: 'display_data',
          metadata: {},
          data: {
            'text/plain': 'a\nb',
            'image/png': 'iVBO',
            'application/vnd.plotly.v1+json': { data: [], layout: {} },
          },
        },
      ],
    },
  ],
}

describe('writeNotebook', () => {
  it('splits texts into lines and keeps JSON and base64 whole, as nbformat does', () => {
    writeNotebook(file, notebook)
    const written = JSON.parse(readFileSync(file, 'utf8'))
    expect(written.metadata).toEqual({ mine: true })
    expect(written.cells[0].source).toEqual(['# A\n', '\n', 'b'])
    expect(written.cells[1].outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: ['x\n', 'y\n'] },
      {
        output_type: 'display_data',
        metadata: {},
        data: {
          'text/plain': ['a\n', 'b'],
          'image/png': 'iVBO',
          'application/vnd.plotly.v1+json': { data: [], layout: {} },
        },
      },
    ])
  })
})

describe('readNotebook', () => {
  it.each([
    ['nothing.ipynb', undefined, 'There is no file'],
    ['text.ipynb', 'not JSON', 'cannot be read as a notebook'],
    ['old.ipynb', '{"nbformat": 3, "worksheets": []}', 'is not a notebook of format 4'],
  ])('says what is wrong with %s', (name, text, sentence) => {
    if (text !== undefined) writeFileSync(join(folder, name), text)
    expect(() => readNotebook(join(folder, name))).toThrow(sentence)
  })
})
