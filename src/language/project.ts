// The TypeScript project that a notebook's cells belong to: a tsconfig that exists only in the language server's memory.
// Rule: the user's own compiler options hold, except those without which a cell cannot be a cell (see `cellOptions`).
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Tsconfig } from '../project/tsconfig.ts'

/** What the kernel brings along for a folder that has nothing of its own. */
export interface Surroundings {
  /** The declaration file of what every cell sees without an import (`display`). */
  globals: string
  /** The folder that holds `@types/node`. */
  typeRoot: string
  /** Package name or pattern → where its types are, for the packages that the kernel serves. */
  paths: Record<string, string[]>
  /** What the folder's own tsconfig says. */
  tsconfig: Tsconfig
}

export interface VirtualFile {
  path: string
  text: string
}

/** The names of our documents: no user file has such a name. Cells belong to the project by being imported from the second. */
export const cellFile = (number: number, lang: 'ts' | 'tsx') => `__cell${number}.${lang}`
export const namesFile = '__names.ts'
export const groupFile = (group: number) => `__names${group}.ts`
export const draftFile = (lang: 'ts' | 'tsx') => `__draft.${lang}`

const cellOptions = {
  // As Node runs them: `import` and `import = require` side by side.
  module: 'preserve',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  target: 'es2023',
  allowImportingTsExtensions: true,
  allowJs: true,
  checkJs: false,
  resolveJsonModule: true,
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  // An import that this cell does not use is for the next one; a type is imported without saying that it is one.
  noUnusedLocals: false,
  noUnusedParameters: false,
  isolatedModules: false,
  verbatimModuleSyntax: false,
  // oxc compiles enums and namespaces, whatever the rest of the user's project does.
  erasableSyntaxOnly: false,
  skipLibCheck: true,
  types: ['node'],
}

/**
 * The files that make `folder` a project, to be opened in the language server before any cell. A `lax` one is checked as
 * tslab did, whatever the user's tsconfig says: without `strict`.
 */
export function virtualProject(
  folder: string,
  { globals, typeRoot, paths, tsconfig }: Surroundings,
  lax = false,
): VirtualFile[] {
  const { file, options } = tsconfig
  const config = (base?: string): VirtualFile => ({
    path: join(folder, 'tsconfig.json'),
    text: JSON.stringify({
      ...(base ? { extends: base } : {}),
      compilerOptions: {
        ...(lax ? { strict: false } : base ? {} : { strict: true }),
        ...(options.jsx === undefined || options.jsx === 'preserve' ? { jsx: 'react-jsx' } : {}),
        ...(options.lib === undefined ? { lib: [library()] } : {}),
        ...cellOptions,
        typeRoots: [typeRoot],
        paths: { ...paths, ...tsconfig.paths },
      },
      files: [globals, `./${namesFile}`, `./${draftFile('ts')}`, `./${draftFile('tsx')}`],
      include: [],
      exclude: [],
      references: [],
    }),
  })
  if (file === undefined) return [config()]
  if (dirname(file) !== folder) return [config(file)]
  // The virtual file hides the user's, which stands at the same place; its text is extended under another name.
  const copy = { path: join(folder, '__tsconfig.json'), text: readFileSync(file, 'utf8') }
  return [copy, config('./__tsconfig.json')]
}

/** The library of the Node that runs the cells, which has no `window` and no `alert`. */
function library(): string {
  return Number(process.versions.node.split('.')[0]) >= 22 ? 'es2024' : 'es2023'
}
