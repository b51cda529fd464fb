// The architecture as a test: which folder may import which, which file is the door to an outside package, how long a
// file may be. Rule: a limit is raised only together with the reason why.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = import.meta.dirname

/** Folder → the folders of ours that it may import. Public entry files (`src/*.ts`) may import any but cli and kernel. */
const edges: Record<string, string[]> = {
  protocol: [],
  project: [],
  language: ['project'],
  display: [],
  compatibility: ['display'],
  native: [],
  conv: ['native'],
  data: ['conv'],
  words: [],
  plot: ['conv', 'words'],
  course: ['display', 'words'],
  exercises: ['conv', 'data', 'display', 'words'],
  notes: ['display', 'words'],
  runtime: ['display', 'native', 'project'],
  kernel: ['protocol', 'language'],
  cli: ['protocol', 'language', 'native', 'words', 'course', 'exercises', 'notes'],
}

/** Folder → the folders whose *types* it may also name. The two threads share nothing else. */
const typeEdges: Record<string, string[]> = {
  kernel: ['runtime'],
  runtime: ['protocol', 'language'],
  display: ['protocol'],
  language: ['protocol'],
}

/** Outside package → the files that may import it. */
const doors: Record<string, string[]> = {
  zeromq: ['protocol/sockets.ts', 'protocol/client.ts'],
  'oxc-parser': ['language/syntax.ts', 'project/javascript.ts'],
  'oxc-transform': ['project/javascript.ts'],
  'vscode-jsonrpc': ['language/lsp.ts'],
  'node:inspector': ['runtime/evaluate.ts', 'kernel/terminate.ts'],
  'fast-png': ['cli/compare-values.ts', 'display/png.ts', 'data/png.ts', 'plot/png.ts'],
  'markdown-it': ['notes/markdown.ts'],
  '@mdit/plugin-alert': ['notes/markdown.ts'],
  '@mdit/plugin-footnote': ['notes/markdown.ts'],
  '@mdit/plugin-katex': ['notes/markdown.ts'],
  katex: ['notes/math.ts'],
  shiki: ['notes/highlight.ts'],
  'sanitize-html': ['notes/sanitize.ts'],
  ansi_up: ['notes/terminal.ts'],
  minisearch: ['notes/search.ts'],
  '@tensorflow/tfjs': ['native/tensorflow.ts'],
  '@tensorflow/tfjs-backend-wasm': ['native/tensorflow.ts'],
}

const longestFile = 300

interface Import {
  specifier: string
  typeOnly: boolean
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm)
  return [...statements].map(([, type, specifier]) => ({ specifier: specifier!, typeOnly: type !== undefined }))
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : ''
}

function targetFolder(file: string, specifier: string): string {
  return folderOf(relative(src, join(src, file, '..', specifier)).replaceAll('\\', '/'))
}

describe.each(sourceFiles())('%s', (file) => {
  const folder = folderOf(file)

  it('imports only what its folder may', () => {
    const allowed =
      folder === '' ? Object.keys(edges).filter((name) => name !== 'cli' && name !== 'kernel') : edges[folder]
    expect(allowed, `src/${folder} is not in the table of folders`).toBeDefined()
    const strays = importsOf(file)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map((entry) => ({ ...entry, target: targetFolder(file, entry.specifier) }))
      .filter(({ target }) => target !== folder && !allowed!.includes(target))
      .filter(({ target, typeOnly }) => !(typeOnly && typeEdges[folder]?.includes(target)))
    expect(strays).toEqual([])
  })

  it('reaches an outside package through its door', () => {
    const strays = importsOf(file).filter(({ specifier, typeOnly }) => {
      const door = Object.keys(doors).find((name) => specifier === name || specifier.startsWith(`${name}/`))
      return door !== undefined && !typeOnly && !doors[door]!.includes(file)
    })
    expect(strays).toEqual([])
  })

  it(`is at most ${longestFile} lines long`, () => {
    expect(readFileSync(join(src, file), 'utf8').split('\n').length).toBeLessThanOrEqual(longestFile)
  })
})
