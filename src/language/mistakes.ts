// What is wrong with a cell or a module, in words and places that its writer knows.
// Rule: what follows from a syntax mistake is noise, so only the first of those is shown; no name of ours is.
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { missingPackage } from '../project/missing.ts'
import { offsetAt, type Place, placeAt } from './places.ts'
import type { NameKind, SyntaxMistake } from './syntax.ts'

/** Something wrong, and its place in the text as the user wrote it. */
export interface Mistake {
  /** `TS2322`, or `SyntaxError` where TypeScript was not asked. */
  name: string
  message: string
  start: Place
  end: Place
  /** The learner's own module that it is in; without it, the cell. */
  module?: { path: string; source: string }
}

/** "Could not find a declaration file for module": a package without types is used as `any`, not refused. */
const untypedModule = 7016

/** The mistakes that are about a module which is not there: of an import, of JSX. */
const missingModules = new Set(['TS2307', 'TS2792', 'TS2875'])

/** TypeScript's numbers for an assignment to what cannot be assigned. */
const assignments: Partial<Record<NameKind, string>> = {
  constant: 'TS2588',
  class: 'TS2629',
  function: 'TS2630',
}

/** TypeScript's diagnostics of a text that begins at `firstLine` of its document. */
export function mistakesOf(diagnostics: Diagnostic[], source: string, firstLine: number): Mistake[] {
  const mistakes = diagnostics
    .filter(({ severity, code, range }) => severity === 1 && code !== untypedModule && range.start.line >= firstLine)
    .map((diagnostic) => mistakeOf(diagnostic, source, firstLine))
  const syntactic = mistakes.find(isOfTheParser)
  return syntactic ? [syntactic] : mistakes
}

/** A mistake that our own parser found. */
export function syntaxMistake({ message, start, end }: SyntaxMistake, source: string): Mistake {
  return { name: 'SyntaxError', message, start: placeAt(source, start), end: placeAt(source, end) }
}

/** "Cannot find module 'd3'" is followed by the command that installs it in `folder`. */
export function withRemedy(mistake: Mistake, folder: string): Mistake {
  const specifier = missingModules.has(mistake.name) && /module (?:path )?'([^']+)'/.exec(mistake.message)?.[1]
  const remedy = specifier ? missingPackage(specifier, folder) : undefined
  return remedy ? { ...mistake, message: `${mistake.message}\n${remedy}` } : mistake
}

/** To TypeScript, a name of another cell is an import, whatever it is to the user. */
export function inWordsOfCells(mistake: Mistake, kindOf: (name: string) => NameKind | undefined): Mistake {
  const name = mistake.name === 'TS2632' ? /'([^']+)'/.exec(mistake.message)?.[1] : undefined
  const kind = name === undefined ? undefined : kindOf(name)
  if (kind === undefined || kind === 'import') return mistake
  const message = `Cannot assign to '${name}' because it is a ${kind}.`
  return { ...mistake, name: assignments[kind] ?? mistake.name, message }
}

function mistakeOf({ code, message, range }: Diagnostic, source: string, firstLine: number): Mistake {
  // A place in the line of exports is one behind the cell's end.
  const place = ({ line, character }: { line: number; character: number }) =>
    placeAt(source, offsetAt(source, { line: line - firstLine, column: character }))
  const text = typeof message === 'string' ? message : message.value
  return {
    name: `TS${code}`,
    message: sentenceOf(withoutFiles(text)),
    start: place(range.start),
    end: place(range.end),
  }
}

/** The parser's own numbers end at 1199; up to 1999 are grammar that it understood. */
function isOfTheParser({ name }: Mistake): boolean {
  return /^TS1[01]\d\d$/.test(name)
}

/**
 * A type that is a sentence says what is wrong, as the shapes of tensorcell/conv do: that sentence alone. A user's own text
 * that is no member of a union stays what TypeScript says of it.
 */
function sentenceOf(message: string): string {
  const refusal =
    /^(?:Argument of type|Type) '(?!["`]|string')[\s\S]*' is not assignable to (?:parameter of )?type '"([^"]+ [^"]+)"'\.$/
  const sentence = refusal.exec(message)?.[1]
  return sentence === undefined ? message : `${sentence}.`
}

/** Two types of one name are told apart by their files, which for cells are names that the user never saw. */
function withoutFiles(message: string): string {
  return message.replaceAll(/import\("[^"]*\/__cell[^"]*"\)\./g, '')
}
