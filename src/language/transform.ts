// A cell's TypeScript as a script that V8 can run, and the way back from a place in the script to a place in the cell.
// Rule: types go, behaviour stays: `compile` turns TypeScript into JavaScript, `rewrite` turns the module into a REPL script.
import { SourceMap } from 'node:module'
import { compile, type JavaScript } from '../project/javascript.ts'
import { Pieces } from './pieces.ts'
import { offsetAt, type Place, placeAt } from './places.ts'
import { rewrite } from './rewrite.ts'
import { endsWithValue, parseCell } from './syntax.ts'

/** A script that was made from a cell, and the only thing that the runtime may evaluate. */
export interface Script {
  code: string
  /** Where the character at this place of the script stands in the cell; undefined where there is none. */
  origin(place: Place): Place | undefined
}

interface Settings {
  /** The user's compiler options. */
  options?: Record<string, unknown>
  /** The names that earlier scripts declared; this one's are added. */
  lexical?: Set<string>
}

/**
 * The script of a cell without syntax mistakes. `url` is what stack traces call it.
 *
 *     transform('const a: number = 1', 'cell-1.ts').code  →  "'use strict';await void 0;\nlet a = 1;\n…"
 */
export function transform(source: string, url: string, { options = {}, lexical = new Set() }: Settings = {}): Script {
  const { lang, program } = parseCell(source)
  const compiled = compile(source, `cell.${lang}`, { keepImports: true, options })
  const module = withOrigin(compiled)
  const pieces = new Pieces(module.code)
  rewrite(module.code, pieces, lexical)
  const code = pieces.text
  const shows = endsWithValue(program) ? '' : ';void 0'
  return {
    code: `${code}${shows}\n//# sourceURL=${url}`,
    origin: (place) => module.origin(placeAt(module.code, pieces.originOf(offsetAt(code, place)))),
  }
}

/** Compiled code with the way back through its source map. */
export function withOrigin({ code, map }: JavaScript): Script {
  const sourceMap = lazily(() => new SourceMap(map as ConstructorParameters<typeof SourceMap>[0]))
  return {
    code,
    origin({ line, column }) {
      const entry = sourceMap().findEntry(line, column)
      return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : undefined
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
