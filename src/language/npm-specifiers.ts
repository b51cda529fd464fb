// Deno's way to name a package, `import pl from 'npm:nodejs-polars@0.8'`, as Node's: the package of that name in the folder.
// Rule: as many characters as before, so that every place in the cell stays where the user sees it; the version is not
// looked at, since what is installed is what there is.

const specifier = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])npm:\/?((?:@[\w.-]+\/)?[\w.-]+)(@[^'"/\n]*)?((?:\/[^'"\n]*)?)\2/g

/**
 * The cell with each `npm:` specifier of an import as the bare name of the package.
 *
 *     plainPackages("import 'npm:d3@7'")  →  "import 'd3'", then a comment of six characters
 */
export function plainPackages(source: string): string {
  return source.replace(specifier, (whole, before: string, quote: string, name: string, _version, path: string) => {
    const plain = `${before}${quote}${name}${path}${quote}`
    // At least the four characters of `npm:` are missing, which is what an empty comment has.
    return `${plain}/*${' '.repeat(whole.length - plain.length - 4)}*/`
  })
}
