import { expect, it } from 'vitest'
import { plainPackages } from './npm-specifiers.ts'

it.each([
  ["import pl from 'npm:nodejs-polars'; pl", "import pl from 'nodejs-polars'/**/; pl"],
  ["import 'npm:d3@7'", "import 'd3'/*  */"],
  ['import { a } from "npm:/@scope/name@^1.2/part.js"', 'import { a } from "@scope/name/part.js"/*      */'],
  ["await import('npm:d3@7/x')", "await import('d3/x'/*  */)"],
  ["export * from 'npm:d3'", "export * from 'd3'/**/"],
  ["const text = 'npm:d3'", "const text = 'npm:d3'"],
  ["import d3 from 'd3'", "import d3 from 'd3'"],
])('%s', (source, plain) => {
  expect(plainPackages(source)).toBe(plain)
  expect(plain).toHaveLength(source.length)
})
