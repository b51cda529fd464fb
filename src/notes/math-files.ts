// The files that pages with formulas need beside them: KaTeX's style sheet and fonts, from the installed package.
// Rule: only the WOFF2 form of the fonts, which every browser that can show the pages reads; a browser loads those that it needs.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A file of the site: its path, and what is in it. */
export interface SiteFile {
  path: string
  bytes: Buffer
}

/** `katex/katex.min.css` and the fonts that it names. */
export function mathFiles(): SiteFile[] {
  const folder = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'))
  const css = readFileSync(join(folder, 'katex.min.css'), 'utf8').replace(
    /,url\([^)]*\.(?:woff|ttf)\) format\("\w+"\)/g,
    '',
  )
  const fonts = readdirSync(join(folder, 'fonts')).filter((name) => name.endsWith('.woff2'))
  return [
    { path: 'katex/katex.min.css', bytes: Buffer.from(css) },
    ...fonts.sort().map((name) => ({ path: `katex/fonts/${name}`, bytes: readFileSync(join(folder, 'fonts', name)) })),
  ]
}
