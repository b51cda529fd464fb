// The part of Deno's namespace that notebooks show things with.
// Rule: it is imported, never put on globalThis: a global `Deno` makes packages believe that they run in Deno.
export * as jupyter from './deno-jupyter.ts'
