// Failures as people read them: what is wrong, in which cell and line, and the lines around it.
// Rule: places are those of the text that the user wrote; frames of Node and of the kernel are not shown.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '../project/javascript.ts'
import { readTsconfig } from '../project/tsconfig.ts'
import type { Failure } from '../protocol/messages.ts'
import { bold, codeFrame, faint, red } from './code-frame.ts'
import type { Mistake } from './mistakes.ts'
import type { Place } from './places.ts'
import { withOrigin } from './transform.ts'

/** Something thrown by a cell, as the main thread saw it: text only, since objects do not cross threads. */
export interface Thrown {
  name: string
  message: string
  /** V8's stack trace, in the positions of the scripts; empty where none was thrown along. */
  stack: string
  cause?: Thrown
  /** The errors of an AggregateError. */
  errors?: Thrown[]
}

/** A cell that ran: its text, and the way from its script back to it. */
export interface CellSource {
  source: string
  /** The number that the front end shows beside it. */
  count: number
  origin(place: Place): Place | undefined
}

/** What finds the cell of a script, by the number in its name. */
export type CellSources = (cell: number) => CellSource | undefined

export const cellUrl = (cell: number) => `cell-${cell}.ts`

export function typeFailure(mistakes: Mistake[], source: string, count: number): Failure {
  const [first, ...others] = mistakes
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return {
    ename: first!.name,
    evalue: `${first!.message}${more}`,
    traceback: mistakes.map((mistake) => explain(mistake, source, count)),
  }
}

/** What a cell prints that runs in spite of its mistakes: on stdout, since nbgrader gives zero to a cell with any stderr. */
export function typeWarning(mistakes: Mistake[], source: string, count: number): string {
  return mistakes.map((mistake) => `Warning: ${explain(mistake, source, count)}\n`).join('')
}

function explain({ name, message, start, end, module }: Mistake, source: string, count: number): string {
  const where = faint(`${module ? module.path : `Cell [${count}]`}, ${wordsFor(start)}`)
  return `${red(bold(name))}: ${message}\n${where}\n${codeFrame(module?.source ?? source, start, end)}`
}

export function thrownFailure(thrown: Thrown, cells: CellSources): Failure {
  return { ename: thrown.name, evalue: thrown.message, traceback: tracebackOf(thrown, cells) }
}

function tracebackOf(thrown: Thrown, cells: CellSources): string[] {
  const frames = framesOf(thrown.stack, cells)
  const shown = frames.find((frame) => frame.source !== undefined)
  return [
    `${red(bold(thrown.name))}: ${thrown.message}`,
    ...(shown ? [codeFrame(shown.source!, shown.place)] : []),
    ...frames.map(({ text }) => faint(`    at ${text}`)),
    ...(thrown.errors ?? []).flatMap((error, index, { length }) => [
      bold(`Error ${index + 1} of ${length}`),
      ...tracebackOf(error, cells),
    ]),
    ...(thrown.cause ? [bold('Caused by'), ...tracebackOf(thrown.cause, cells)] : []),
  ]
}

interface Frame {
  text: string
  source?: string
  place: Place
}

const frameLine =
  /^\s+at (?:(?<name>.*?) \()?(?<file>(?:cell-\d+\.ts)|(?:file:\/\/)?\/[^)]*?):(?<line>\d+):(?<column>\d+)\)?$/

/** The frames of a stack trace that are the user's, in the places that the user wrote. */
export function framesOf(stack: string, cells: CellSources): Frame[] {
  return stack.split('\n').flatMap((line) => {
    const match = frameLine.exec(line)?.groups
    if (!match) return []
    const place = { line: Number(match.line) - 1, column: Number(match.column) - 1 }
    const frame = locate(match.file!, place, cells)
    if (!frame) return []
    const name = match.name && !match.name.includes('<anonymous>') ? match.name : undefined
    return [{ ...frame, text: name ? `${name} (${frame.text})` : frame.text }]
  })
}

function locate(file: string, place: Place, cells: CellSources): Frame | undefined {
  const cell = /^cell-(\d+)\.ts$/.exec(file)
  if (cell) {
    const known = cells(Number(cell[1]))
    const origin = known?.origin(place)
    return (
      known && origin && { text: `Cell [${known.count}], ${wordsFor(origin)}`, source: known.source, place: origin }
    )
  }
  if (isOurs(file)) return undefined
  const path = file.startsWith('file:') ? fileURLToPath(file.replace(/\?.*$/, '')) : file
  return path.includes('/node_modules/') ? { text: `${path}, ${wordsFor(place)}`, place } : locateModule(path, place)
}

/** A module in TypeScript ran as JavaScript: its place is found by transforming it again. */
function locateModule(path: string, place: Place): Frame {
  try {
    const source = readFileSync(path, 'utf8')
    if (!/\.m?tsx?$/.test(path)) return { text: `${path}, ${wordsFor(place)}`, source, place }
    const { options } = readTsconfig(dirname(path))
    const origin = withOrigin(compile(source, path, { keepImports: false, options })).origin(place) ?? place
    return { text: `${path}, ${wordsFor(origin)}`, source, place: origin }
  } catch {
    return { text: path, place }
  }
}

function wordsFor({ line, column }: Place): string {
  return `line ${line + 1}, column ${column + 1}`
}

/** The folder that this file is in, `dist` or `src`: the kernel's own code. */
const own = new URL('..', import.meta.url)

function isOurs(file: string): boolean {
  return file.startsWith(own.href) || file.startsWith(fileURLToPath(own))
}
