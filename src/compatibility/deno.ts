// The part of Deno's namespace that notebooks show things with.
// Rule: only who imports it has it: packages that find a `Deno` while they load believe that they run in it.
export * as jupyter from './deno-jupyter.ts'
