// The part of Deno's namespace that notebooks show things with.
// Rule: only who imports it has it: packages that find a `Deno` while they load believe that they run in it.
import { versions } from './versions.ts'

export * as jupyter from './deno-jupyter.ts'

/** What `Deno.version` says; there is no Deno here. */
export const version: { deno: string; v8: string; typescript: string } = {
  deno: 'none (this is TensorCell)',
  v8: process.versions.v8,
  typescript: versions.typescript,
}
